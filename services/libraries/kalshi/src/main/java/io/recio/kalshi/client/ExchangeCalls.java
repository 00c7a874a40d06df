package io.recio.kalshi.client;

import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.limits.AccountLimits;
import io.recio.kalshi.limits.Charge;
import io.recio.kalshi.model.ApiKeyDetails;
import io.recio.kalshi.model.ExchangeSchedule;
import io.recio.kalshi.model.ExchangeStatus;
import io.recio.kalshi.model.IndexValue;
import io.recio.kalshi.parser.ExchangeParser;
import io.recio.kalshi.wire.WireExchange;
import java.time.Duration;
import java.util.List;

/** Reads about the exchange itself and what our key may do there. */
public final class ExchangeCalls {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final CallRunner calls;
    private final SystemClock clock;

    ExchangeCalls(CallRunner calls, SystemClock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public ExchangeStatus status() {
        return calls.read(Call.get("/exchange/status"), WireExchange.Status.class, ExchangeParser::status);
    }

    public ExchangeSchedule schedule() {
        return calls.read(Call.get("/exchange/schedule"), WireExchange.ScheduleAnswer.class, ExchangeParser::schedule);
    }

    /** Up to when the account's orders and fills are visible to reads, on the exchange's clock. */
    public SystemTime userDataTimestamp() {
        return calls.read(
                Call.get("/exchange/user_data_timestamp"),
                WireExchange.UserDataTimestamp.class,
                ExchangeParser::userDataTimestamp);
    }

    /**
     * How far our clock is surely off the exchange's: positive when ours is ahead, zero when the answer's whole second
     * and the time on the way explain the difference.
     */
    public Duration clockSkew() {
        SystemTime asked = clock.now();
        SystemTime theirs = calls.reply(Call.get("/exchange/status"))
                .date()
                .orElseThrow(() -> new UnreadableAnswer("expected a Date header, found none"));
        SystemTime answered = clock.now();
        if (asked.isAfter(theirs.plus(SECOND))) {
            return theirs.plus(SECOND).until(asked);
        }
        return answered.isBefore(theirs) ? theirs.until(answered) : Duration.ZERO;
    }

    /** The token buckets of the account. */
    public AccountLimits limits() {
        return calls.read(Call.get("/account/limits"), WireExchange.Limits.class, ExchangeParser::limits);
    }

    /** The account's keys, with what each may do. */
    public List<ApiKeyDetails> apiKeys() {
        return calls.read(Call.get("/api_keys"), WireExchange.ApiKeys.class, wire -> wire.apiKeys().stream()
                .map(ExchangeParser::apiKey)
                .toList());
    }

    /**
     * The settlement index's recent values, as the provider orders them. Needs an entitlement; costs 50 tokens.
     *
     * @param indexId {@code BRTI} or {@code ETHUSD_RTI}
     */
    public List<IndexValue> indexValues(String indexId) {
        return calls.read(
                Call.get("/cfbenchmarks/values").with("id", indexId).costing(Charge.INDEX_TOKENS),
                WireExchange.IndexAnswer.class,
                wire -> ExchangeParser.indexValues(indexId, wire));
    }
}
