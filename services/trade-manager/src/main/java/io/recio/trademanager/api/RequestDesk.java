package io.recio.trademanager.api;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.time.BusinessClock;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.recio.storage.system.Installation;
import io.recio.storage.system.Mode;
import io.recio.storage.trading.RequestStore;
import io.recio.storage.trading.RequestStore.AlreadySubmitted;
import io.recio.storage.trading.RequestStore.KeyReused;
import io.recio.storage.trading.RequestStore.Submitted;
import io.recio.storage.trading.TradeRequest;
import io.recio.storage.trading.TradeRequest.Wish;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Turns a script's wish into a request and waits for its answer. It holds no rule. */
@Singleton
class RequestDesk {

    private static final Logger LOG = Logger.getLogger(RequestDesk.class);

    /** A wish to open that is not answered by then is stale (DESIGN, section 4); and so long we wait. */
    private static final Duration VALIDITY = Duration.ofSeconds(5);

    private static final String STRATEGY = "Script";
    private static final String REASON = "MANUAL";

    private final Database database;
    private final BusinessClock business;
    private final Supplier<UUID> ids;
    private final AnswerWait answers;
    private final RequestStore requests;

    RequestDesk(
            Database database, BusinessClock business, Supplier<UUID> ids, AnswerWait answers, ServiceConfig service) {
        this.database = database;
        this.business = business;
        this.ids = ids;
        this.answers = answers;
        this.requests = new RequestStore(new Installation("script", Mode.of(service.mode()), service.account()));
    }

    RequestAnswer open(String user, String key, TradeRequest.Open wish) {
        return ask(user, key, wish, STRATEGY, Optional.of(VALIDITY));
    }

    RequestAnswer close(String user, String key, TradeView trade) {
        return ask(
                user,
                key,
                new TradeRequest.Close(
                        trade.tradeId(), new MarketTicker(trade.ticker()), Side.valueOf(trade.side()), false),
                trade.strategy(),
                Optional.empty());
    }

    private RequestAnswer ask(String user, String key, Wish wish, String strategy, Optional<Duration> validFor) {
        TradeRequest request = new TradeRequest(
                ids.get(),
                "script:" + user + ":" + key,
                wish,
                Optional.of(user),
                strategy,
                REASON,
                Optional.empty(),
                Map.of(),
                validFor,
                business.now());
        UUID id =
                switch (requests.submit(database, request)) {
                    case Submitted(var submitted) -> {
                        LOG.infof("Request of a script user=%s ticker=%s request=%s", user, wish.ticker(), submitted);
                        yield submitted;
                    }
                    case AlreadySubmitted(var submitted) -> submitted;
                    case KeyReused reused ->
                        throw ApiProblem.conflict(
                                "expected the wish this idempotency key was first used for, found another");
                };
        return answers.await(requests, id, VALIDITY)
                .map(answer -> RequestAnswer.of(id, answer))
                .orElseGet(() -> RequestAnswer.waiting(id));
    }
}
