package io.recio.kalshi.client;

import io.recio.domain.time.SystemClock;
import io.recio.kalshi.KalshiEndpoint;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.limits.RateBudget;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * The exchange's REST calls, by area. All wait for their answer, so they are called from worker or virtual threads; on
 * an event loop they throw. Reads throw {@link io.recio.kalshi.errors.KalshiException}; writes answer
 * {@link WriteResult}. Thread safe.
 */
public final class KalshiRest implements AutoCloseable {

    /** Patience with one request, waiting for tokens included; a list of many pages takes it for each page. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    private final KalshiHttp http;
    private final CallRunner calls;
    private final SystemClock clock;

    /**
     * @param signer {@link KalshiSigner#unsigned} where only public calls are made
     * @param budget shared by everything that uses the same account
     */
    public KalshiRest(Vertx vertx, KalshiEndpoint endpoint, KalshiSigner signer, RateBudget budget, SystemClock clock) {
        this.http = new KalshiHttp(vertx, endpoint, signer, budget, clock);
        this.calls = new CallRunner(http, DEFAULT_TIMEOUT);
        this.clock = clock;
    }

    private KalshiRest(KalshiHttp http, CallRunner calls, SystemClock clock) {
        this.http = http;
        this.calls = calls;
        this.clock = clock;
    }

    /** The same client with another patience per request; shares connections and budget. */
    public KalshiRest within(Duration timeout) {
        return new KalshiRest(http, calls.within(timeout), clock);
    }

    /** Status, schedule, clock, limits, keys, settlement index. */
    public ExchangeCalls exchange() {
        return new ExchangeCalls(calls, clock);
    }

    /** Series, events, markets, books, public trades. */
    public MarketCalls markets() {
        return new MarketCalls(calls);
    }

    /** Balance, positions, orders, fills, settlements, transfers between shards. */
    public PortfolioCalls portfolio() {
        return new PortfolioCalls(calls);
    }

    /** New orders, cancels, changes. */
    public OrderCalls orders() {
        return new OrderCalls(calls);
    }

    /** Order groups. */
    public OrderGroupCalls orderGroups() {
        return new OrderGroupCalls(calls);
    }

    /** Ends all connections, also those of clients made by {@link #within}. */
    @Override
    public void close() {
        http.close();
    }
}
