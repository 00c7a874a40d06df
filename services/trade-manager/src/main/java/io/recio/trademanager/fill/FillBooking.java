package io.recio.trademanager.fill;

import io.recio.domain.time.SystemClock;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeEvent;
import io.recio.domain.trade.TradeId;
import io.recio.domain.trade.TradeStatus;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.trademanager.fill.ArrivedFill.Owner;
import io.recio.trademanager.risk.RiskRow;
import io.recio.trademanager.trade.LoggedTrade;
import io.recio.trademanager.trade.ManagerAlerts;
import io.recio.trademanager.trade.SyncLook;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeLog;
import io.recio.trademanager.trade.TradeMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Books every fill exactly once, one transaction per trade. */
public final class FillBooking {

    private static final Logger LOG = Logger.getLogger(FillBooking.class);

    /** No writer's transaction lasts nearly so long; what is older is found by the whole look. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final Duration WHOLE_LOOK = Duration.ofMinutes(1);

    private final Tenure tenure;
    private final TradeBook book;
    private final TradeLog log;
    private final RiskRow riskRow;
    private final ManagerAlerts alerts;
    private final TradeMetrics metrics;
    private final SystemClock clock;
    private final FillRows rows;
    private final ParkedFills parked = new ParkedFills();

    private boolean lookedWhole;
    private long lookedWholeAt;

    public FillBooking(
            Tenure tenure,
            TradeBook book,
            TradeLog log,
            RiskRow riskRow,
            ManagerAlerts alerts,
            TradeMetrics metrics,
            SystemClock clock) {
        this.tenure = tenure;
        this.book = book;
        this.log = log;
        this.riskRow = riskRow;
        this.alerts = alerts;
        this.metrics = metrics;
        this.clock = clock;
        this.rows = new FillRows(tenure);
    }

    /** @param look read before this is called, so that the orders it knows of are seen here */
    public void bookAll(SyncLook look) {
        boolean whole = isWholeLookDue();
        List<ArrivedFill> arrived =
                whole ? rows.unattached(tenure.database()) : rows.unattached(tenure.database(), LATELY);
        Map<TradeId, List<ArrivedFill>> owned = new LinkedHashMap<>();
        List<ArrivedFill> unexplained = new ArrayList<>();
        for (ArrivedFill each : arrived) {
            each.owner()
                    .ifPresentOrElse(
                            owner -> owned.computeIfAbsent(owner.trade(), id -> new ArrayList<>())
                                    .add(each),
                            () -> unexplained.add(each));
        }
        owned.forEach(this::book);
        parked.nobodys(unexplained, whole, look.ordersReadAt())
                .forEach(each -> giveUp(
                        each, "UNATTRIBUTED_FILL", "no order of ours explains it after two full reads of orders"));
        if (whole) {
            lookedWhole = true;
            lookedWholeAt = clock.nanos();
        }
    }

    private void book(TradeId id, List<ArrivedFill> fills) {
        Optional<LoggedTrade> known = find(id);
        if (known.isEmpty()) {
            fills.forEach(each -> giveUp(each, "FILL_OF_DAMAGED_TRADE", "its trade cannot be read"));
            return;
        }
        LoggedTrade before = known.get();
        Trade expected = before.trade();
        List<ArrivedFill> fitting = new ArrayList<>();
        List<TradeEvent> events = new ArrayList<>();
        for (ArrivedFill each : fills) {
            TradeEvent event = each.owner().orElseThrow().event(each.fill());
            try {
                expected = expected.apply(event);
                fitting.add(each);
                events.add(event);
            } catch (IllegalStateException e) {
                giveUp(each, "FILL_CONTRADICTS_TRADE", String.valueOf(e.getMessage()));
            }
        }
        if (!events.isEmpty()) {
            attach(before, fitting, events);
        }
    }

    private void attach(LoggedTrade before, List<ArrivedFill> fills, List<TradeEvent> events) {
        LoggedTrade after = tenure.fenced(tx -> {
            fills.forEach(each -> rows.attach(tx, each.fill().id(), each.owner()));
            if (before.trade().status() == TradeStatus.MISSED || before.trade().status() == TradeStatus.REJECTED) {
                alerts.raise(
                        tx,
                        Severity.WARNING,
                        "LATE_FILL",
                        "A fill came for a trade that had ended without one",
                        Map.of(
                                "trade", before.id().toString(),
                                "status", before.trade().status().name()));
            }
            return log.append(tx, before, events, clock.now());
        });
        book.put(after);
        metrics.fillsAttached(fills.size());
        after.trade().outcome().filter(outcome -> before.isAtRisk()).ifPresent(metrics::closed);
        LOG.infof(
                "Fills attached trade=%s fills=%d status=%s filled=%s closed=%s",
                after.id(),
                fills.size(),
                after.trade().status(),
                after.trade().filled(),
                after.trade().closed());
    }

    /** Nobody's: it stays on record without a trade, and entries are halted until a person has looked. */
    private void giveUp(ArrivedFill arrived, String code, String why) {
        tenure.fenced(tx -> {
            rows.attach(tx, arrived.fill().id(), Optional.<Owner>empty());
            riskRow.halt(
                    tx,
                    code + " fill=" + arrived.fill().id() + " ticker="
                            + arrived.fill().ticker());
            alerts.raise(
                    tx,
                    Severity.CRITICAL,
                    code,
                    "A fill belongs to no trade of ours, entries are halted",
                    Map.of(
                            "fill", arrived.fill().id().value(),
                            "order", arrived.fill().orderId().value(),
                            "ticker", arrived.fill().ticker().value(),
                            "quantity", arrived.fill().quantity().toString(),
                            "why", why));
            return arrived;
        });
    }

    private Optional<LoggedTrade> find(TradeId id) {
        try {
            return book.find(id).or(() -> log.find(tenure.database(), id));
        } catch (IllegalStateException e) {
            LOG.errorf("Trade cannot be read trade=%s reason=%s", id, e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isWholeLookDue() {
        return !lookedWhole || clock.nanos() - lookedWholeAt > WHOLE_LOOK.toNanos();
    }
}
