package io.recio.trademanager.adoption;

import io.recio.domain.market.Market;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.domain.trade.ForbiddenTradeEvent;
import io.recio.domain.trade.TradeEvent.CloseAdopted;
import io.recio.domain.trade.TradeEvent.TradeRequested;
import io.recio.domain.trade.TradeId;
import io.recio.domain.trade.TradeTerms;
import io.recio.storage.ConstraintViolated;
import io.recio.storage.Statements;
import io.recio.storage.market.HourlyEvent;
import io.recio.storage.market.MarketStore;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.trademanager.adoption.OrphanPlace.CloseOf;
import io.recio.trademanager.adoption.OrphanPlace.EntryOfItsOwn;
import io.recio.trademanager.adoption.OrphanPlace.NotKnownYet;
import io.recio.trademanager.order.OrderIntents;
import io.recio.trademanager.request.Answer.Placed;
import io.recio.trademanager.risk.RiskRow;
import io.recio.trademanager.trade.LoggedTrade;
import io.recio.trademanager.trade.ManagerAlerts;
import io.recio.trademanager.trade.SyncLook;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeLog;
import io.recio.trademanager.trade.TradeOrigin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Writes down again what the exchange knows as ours and our records have lost (DESIGN, section 5): a trade of its own for an
 * entry, one more sale for a close. Its fills and its end then find it as they find any order.
 *
 * <p>Rows are lost by a restore or a failover, and both end the holding of the lease; so one look each holding is enough, at
 * the first full read of orders that began within it.
 */
public final class OrderAdoption {

    /** Names the trades begun so. */
    static final String STRATEGY = "Adopted";

    private static final Logger LOG = Logger.getLogger(OrderAdoption.class);

    private final Tenure tenure;
    private final TradeBook book;
    private final TradeLog log;
    private final OrderIntents intents;
    private final Supplier<UUID> ids;
    private final RiskRow riskRow;
    private final ManagerAlerts alerts;
    private final SystemClock clock;
    private final OrphanRows rows;
    private final MarketStore markets = new MarketStore();

    private Optional<SystemTime> looked = Optional.empty();
    private boolean allPlaced;

    public OrderAdoption(
            Tenure tenure,
            TradeBook book,
            TradeLog log,
            OrderIntents intents,
            Supplier<UUID> ids,
            RiskRow riskRow,
            ManagerAlerts alerts,
            SystemClock clock) {
        this.tenure = tenure;
        this.book = book;
        this.log = log;
        this.intents = intents;
        this.ids = ids;
        this.riskRow = riskRow;
        this.alerts = alerts;
        this.clock = clock;
        this.rows = new OrphanRows(tenure);
    }

    /** Only reads that began later tell all that may be missing. */
    public void begin(SystemTime now) {
        looked = Optional.of(now);
    }

    /** Looks once at each new full read of orders until every orphan has its place. */
    public void adoptAll(SyncLook look) {
        Optional<SystemTime> read = look.ordersReadAt();
        if (allPlaced
                || read.isEmpty()
                || looked.filter(last -> !read.get().isAfter(last)).isPresent()) {
            return;
        }
        looked = read;
        boolean all = true;
        for (OrphanOrder orphan : rows.all()) {
            all &= isPlaced(orphan);
        }
        allPlaced = all;
    }

    /** One that cannot be adopted must not keep the books from being kept: its fills will be called nobody's. */
    private boolean isPlaced(OrphanOrder orphan) {
        try {
            return adopt(orphan);
        } catch (IllegalArgumentException | ForbiddenTradeEvent | ConstraintViolated e) {
            LOG.errorf("Order of ours cannot be adopted order=%s reason=%s", orphan.id(), e.getMessage());
            return true;
        }
    }

    private record Adopted(String as, LoggedTrade trade) {}

    /** False when its place is not known yet. */
    private boolean adopt(OrphanOrder orphan) {
        Optional<QuotedMarket> market = markets.market(tenure.database(), orphan.ticker());
        Optional<HourlyEvent> event = market.flatMap(
                known -> markets.event(tenure.database(), known.market().event()));
        if (event.isEmpty()) {
            LOG.warnf(
                    "Order of ours in an unknown market is not adopted order=%s ticker=%s",
                    orphan.id(), orphan.ticker());
            return true;
        }
        List<LoggedTrade> trades = log.ofMarket(tenure.database(), orphan.ticker());
        Optional<Adopted> adopted =
                switch (OrphanPlace.of(
                        orphan, trades.stream().map(LoggedTrade::trade).toList())) {
                    case NotKnownYet unknown -> Optional.empty();
                    case EntryOfItsOwn entry ->
                        Optional.of(asEntry(orphan, market.get().market(), event.get()));
                    case CloseOf close ->
                        Optional.of(asClose(orphan, market.get().market(), of(trades, close.trade())));
                };
        adopted.ifPresent(found -> {
            book.put(found.trade());
            LOG.warnf(
                    "Order adopted order=%s as=%s trade=%s",
                    orphan.id(), found.as(), found.trade().id());
        });
        return adopted.isPresent();
    }

    private Adopted asEntry(OrphanOrder orphan, Market market, HourlyEvent event) {
        TradeRequested requested = new TradeRequested(terms(orphan, market, event), orphan.createdAt());
        OrderIntent intent = orphan.entry(market.exchangeIndex(), clock.now());
        return tenure.fenced(tx -> {
            TradeId trade = requested.terms().id();
            UUID request = rows.request(tx, ids.get(), orphan, STRATEGY, new Placed(trade, orphan.id()).json());
            LoggedTrade begun = log.begin(tx, requested, List.of(), origin(request), clock.now());
            intents.insertSent(tx, trade, intent, market.closesAt());
            tell(tx, orphan, "entry", trade);
            return new Adopted("entry", begun);
        });
    }

    private Adopted asClose(OrphanOrder orphan, Market market, LoggedTrade held) {
        CloseAdopted event = new CloseAdopted(orphan.id(), orphan.count(), orphan.createdAt());
        return tenure.fenced(tx -> {
            LoggedTrade after = log.append(tx, held, List.of(event), clock.now());
            intents.insertSent(tx, held.id(), orphan.close(market.exchangeIndex()), market.closesAt());
            tell(tx, orphan, "close", held.id());
            return new Adopted("close", after);
        });
    }

    private TradeTerms terms(OrphanOrder orphan, Market market, HourlyEvent event) {
        return new TradeTerms(
                new TradeId(ids.get()),
                event.symbol(),
                market.event(),
                orphan.ticker(),
                market.strike(),
                market.closesAt(),
                orphan.boughtSide(),
                orphan.count(),
                orphan.cap(),
                orphan.id(),
                STRATEGY,
                Optional.empty());
    }

    /** Whatever led to it is lost, too: a person looks before anything new is entered. */
    private void tell(Statements statements, OrphanOrder orphan, String as, TradeId trade) {
        riskRow.halt(statements, "ORDER_ADOPTED order=" + orphan.id() + " ticker=" + orphan.ticker());
        alerts.raise(
                statements,
                Severity.CRITICAL,
                "ORDER_ADOPTED",
                "The exchange knew an order of ours that our records had lost, entries are halted",
                Map.of(
                        "order", orphan.id().value(),
                        "ticker", orphan.ticker().value(),
                        "as", as,
                        "trade", trade.toString()));
    }

    private static TradeOrigin origin(UUID request) {
        return new TradeOrigin(
                request,
                Optional.empty(),
                "adoption",
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    private static LoggedTrade of(List<LoggedTrade> trades, TradeId id) {
        return trades.stream()
                .filter(trade -> trade.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
