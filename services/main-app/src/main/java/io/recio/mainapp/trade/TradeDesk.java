package io.recio.mainapp.trade;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.time.BusinessClock;
import io.recio.mainapp.MainAppConfig;
import io.recio.mainapp.access.Caller;
import io.recio.mainapp.audit.AuditLog;
import io.recio.mainapp.rest.ProblemException;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.recio.storage.market.MarketStore;
import io.recio.storage.settings.SymbolStore;
import io.recio.storage.striketable.StrikeTableStore;
import io.recio.storage.system.Installation;
import io.recio.storage.system.Mode;
import io.recio.storage.trading.RequestStore;
import io.recio.storage.trading.TradeRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Turns a click into a request, tells the audit, and waits for the answer. It holds no rule: the trade manager decides. */
@Singleton
class TradeDesk {

    private static final Logger LOG = Logger.getLogger(TradeDesk.class);

    private static final String STRATEGY = "Manual";
    private static final String REASON = "MANUAL";

    private final Database database;
    private final BusinessClock clock;
    private final Answers answers;
    private final AuditLog audit;
    private final Duration validity;
    private final RequestStore requests;
    private final MarketStore markets = new MarketStore();
    private final SymbolStore symbols = new SymbolStore();
    private final StrikeTableStore strikeTables = new StrikeTableStore();

    TradeDesk(
            Database database,
            BusinessClock clock,
            Answers answers,
            AuditLog audit,
            MainAppConfig config,
            ServiceConfig service) {
        this.database = database;
        this.clock = clock;
        this.answers = answers;
        this.audit = audit;
        this.validity = config.request().validity();
        this.requests = new RequestStore(new Installation("screen", Mode.of(service.mode()), service.account()));
    }

    /**
     * Asks to open.
     *
     * @param key the page's; the same key with the same wish asks once and returns the first answer
     * @throws ProblemException 404 for an unknown ticker, 400 for a cap off the grid, 409 for a key used for another wish
     */
    TradeAnswer open(Caller.User user, String key, OpenTrade wish) {
        PriceGrid grid = markets.market(database, wish.ticker())
                .orElseThrow(() -> ProblemException.unknown(
                        "ticker", "a market we know", wish.ticker().value()))
                .market()
                .grid();
        checkGrid(grid, wish);
        return ask(new TradeRequest(
                UUID.randomUUID(),
                keyOf(user, key),
                new TradeRequest.Open(wish.ticker(), wish.side(), wish.quantity(), wish.priceCap()),
                Optional.of(user.name()),
                STRATEGY,
                REASON,
                Optional.empty(),
                seen(wish.ticker(), wish.side()),
                Optional.of(validity),
                clock.now()));
    }

    /** Asks to close what is held of a trade. */
    TradeAnswer close(Caller.User user, String key, TradeView trade) {
        var ticker = new MarketTicker(trade.ticker());
        Side side = Side.valueOf(trade.side());
        return ask(new TradeRequest(
                UUID.randomUUID(),
                keyOf(user, key),
                new TradeRequest.Close(trade.tradeId(), ticker, side, false),
                Optional.of(user.name()),
                trade.strategy(),
                REASON,
                Optional.empty(),
                seen(ticker, side),
                Optional.empty(),
                clock.now()));
    }

    /** Asks to make no further attempt to sell a trade. */
    TradeAnswer abandon(Caller.User user, String key, TradeView trade) {
        var ticker = new MarketTicker(trade.ticker());
        Side side = Side.valueOf(trade.side());
        return ask(new TradeRequest(
                UUID.randomUUID(),
                keyOf(user, key),
                new TradeRequest.Abandon(trade.tradeId(), ticker, side),
                Optional.of(user.name()),
                trade.strategy(),
                REASON,
                Optional.empty(),
                seen(ticker, side),
                Optional.empty(),
                clock.now()));
    }

    private TradeAnswer ask(TradeRequest request) {
        RequestStore.Submission submission = database.transaction(transaction -> {
            RequestStore.Submission result = requests.submit(transaction, request);
            if (result instanceof RequestStore.Submitted) {
                audit.record(transaction, request.onBehalfOf().orElseThrow(), actionOf(request), facts(request));
            }
            return result;
        });
        UUID requestId =
                switch (submission) {
                    case RequestStore.Submitted(var id) -> {
                        LOG.infof(
                                "Request sent action=%s user=%s ticker=%s request=%s",
                                actionOf(request),
                                request.onBehalfOf().orElseThrow(),
                                request.wish().ticker(),
                                id);
                        yield id;
                    }
                    case RequestStore.AlreadySubmitted(var id) -> id;
                    case RequestStore.KeyReused(var reused) ->
                        throw ProblemException.conflict(
                                "expected the wish this idempotency key was first used for, found another");
                };
        return answers.await(requests, requestId, validity)
                .map(answer -> TradeAnswer.of(requestId, answer))
                .orElseGet(() -> TradeAnswer.waiting(requestId));
    }

    private static void checkGrid(PriceGrid grid, OpenTrade wish) {
        Price cap = wish.priceCap();
        Price yesPrice = wish.side() == Side.YES ? cap : cap.complement();
        if (!grid.contains(yesPrice)) {
            Price near = grid.roundDown(yesPrice);
            throw ProblemException.field(
                    "priceCapDollars",
                    "a price on the market's grid, such as " + (wish.side() == Side.YES ? near : near.complement()),
                    cap.toString());
        }
    }

    /** What the screen showed of the market, for the record. */
    private Map<String, String> seen(MarketTicker ticker, Side side) {
        return symbols.enabled(database).stream()
                .flatMap(symbol -> strikeTables.read(database, symbol.symbol()).stream())
                .map(StrikeTableStore.Stored::table)
                .flatMap(table -> table.row(ticker).stream().map(row -> {
                    var seen =
                            new HashMap<>(Map.of("price", table.currentPrice().toString()));
                    row.ask(side).ifPresent(ask -> seen.put("ask", ask.toString()));
                    row.probability(side).ifPresent(chance -> seen.put("probability", Double.toString(chance.value())));
                    momentum(table).ifPresent(momentum -> seen.put("momentum", momentum));
                    return Map.copyOf(seen);
                }))
                .findFirst()
                .orElse(Map.of());
    }

    private static Optional<String> momentum(StrikeTable table) {
        return table.momentum().map(momentum -> Double.toString(momentum.score()));
    }

    private static String keyOf(Caller.User user, String key) {
        return "screen:" + user.name() + ":" + key;
    }

    private static String actionOf(TradeRequest request) {
        return switch (request.wish()) {
            case TradeRequest.Open open -> "open-trade";
            case TradeRequest.Close close -> "close-trade";
            case TradeRequest.Abandon abandon -> "stop-closing-trade";
        };
    }

    private static Map<String, String> facts(TradeRequest request) {
        return switch (request.wish()) {
            case TradeRequest.Open open ->
                Map.of(
                        "request", request.id().toString(),
                        "ticker", open.ticker().value(),
                        "side", open.side().name(),
                        "quantity", open.quantity().toString(),
                        "priceCapDollars", open.priceCap().toString());
            case TradeRequest.Close close ->
                Map.of(
                        "request", request.id().toString(),
                        "ticker", close.ticker().value(),
                        "trade", close.tradeId().toString());
            case TradeRequest.Abandon abandon ->
                Map.of(
                        "request", request.id().toString(),
                        "ticker", abandon.ticker().value(),
                        "trade", abandon.tradeId().toString());
        };
    }
}
