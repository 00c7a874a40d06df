package io.recio.trademanager;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.storage.Times;
import io.recio.trademanager.adoption.OrderAdoption;
import io.recio.trademanager.close.Closing;
import io.recio.trademanager.fill.FillBooking;
import io.recio.trademanager.order.OrderEnds;
import io.recio.trademanager.order.OrderIds;
import io.recio.trademanager.order.OrderIntents;
import io.recio.trademanager.reconciliation.CashReconciliation;
import io.recio.trademanager.reconciliation.Reconciliation;
import io.recio.trademanager.request.RequestAnswers;
import io.recio.trademanager.risk.RiskRow;
import io.recio.trademanager.risk.RiskWatch;
import io.recio.trademanager.settlement.SettlementRun;
import io.recio.trademanager.trade.ManagerAlerts;
import io.recio.trademanager.trade.PositionSnapshot;
import io.recio.trademanager.trade.SyncLook;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeLog;
import io.recio.trademanager.trade.TradeLog.Replayed;
import io.recio.trademanager.trade.TradeMetrics;
import io.recio.trademanager.trade.TradeRecovery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The manager's work under one lease; its memory ends with it. */
final class TradeWork {

    private static final Logger LOG = Logger.getLogger(TradeWork.class);

    private final Tenure tenure;
    private final TradeBook book = new TradeBook();
    private final RiskRow riskRow;
    private final TradeRecovery recovery;
    private final RequestAnswers requests;
    private final OrderAdoption adoption;
    private final FillBooking fills;
    private final OrderEnds orderEnds;
    private final SettlementRun settlements;
    private final Closing closing;
    private final RiskWatch risk;
    private final Reconciliation reconciliation;
    private final CashReconciliation cash;
    private final BusinessClock business;

    TradeWork(Tenure tenure, Supplier<UUID> ids, TradeMetrics metrics, BusinessClock business, SystemClock clock) {
        this.tenure = tenure;
        this.business = business;
        TradeLog log = new TradeLog(tenure);
        ManagerAlerts alerts = new ManagerAlerts(business);
        OrderIntents intents = new OrderIntents(tenure);
        OrderIds orderIds = new OrderIds(tenure.installation().prefix(), ids);
        this.riskRow = new RiskRow(tenure);
        this.recovery = new TradeRecovery(tenure, book, log, alerts);
        this.closing = new Closing(tenure, book, log, intents, orderIds, alerts, business, clock);
        this.requests = new RequestAnswers(
                tenure, book, log, intents, orderIds, ids, closing, riskRow, metrics, business, clock);
        this.adoption = new OrderAdoption(tenure, book, log, intents, ids, riskRow, alerts, clock);
        this.fills = new FillBooking(tenure, book, log, riskRow, alerts, metrics, clock);
        this.orderEnds = new OrderEnds(tenure, book, log, alerts, metrics, business, clock);
        this.settlements = new SettlementRun(tenure, book, log, alerts, metrics, business, clock);
        this.risk = new RiskWatch(tenure, book, riskRow, alerts, metrics, business, clock);
        this.reconciliation = new Reconciliation(tenure, book, riskRow, alerts);
        this.cash = new CashReconciliation(tenure, book, riskRow, alerts, business);
    }

    /** Replays what is at risk and compares; what cannot be replayed halts entries. */
    void recover() {
        tenure.fenced(tx -> {
            riskRow.ensure(tx);
            return riskRow;
        });
        List<Replayed.Damaged> damaged = recovery.recover(business.now());
        if (!damaged.isEmpty()) {
            tenure.fenced(
                    tx -> riskRow.halt(tx, "TRADE_DAMAGED " + damaged.getFirst().id()));
        }
        adoption.begin(riskRow.read(tenure.database()).readAt());
        LOG.infof("Positions recalculated positions=%s", reconciliation.positions());
    }

    void answerRequests() {
        requests.answerAll();
    }

    /**
     * In the order in which one thing explains the next: whose an order is, what was bought and sold, what is over, what it
     * came to.
     *
     * @param asked whether requests have come meanwhile; they are answered between two parts
     */
    void keepBooks(BooleanSupplier asked) {
        SyncLook look = SyncLook.read(tenure.database(), tenure);
        List<Runnable> parts = List.of(
                () -> adoption.adoptAll(look),
                () -> fills.bookAll(look),
                orderEnds::bookAll,
                settlements::expireDue,
                settlements::settleAll,
                closing::retryDue,
                this::watchRisk,
                () -> reconciliation.compare(look),
                () -> cash.compare(look));
        for (Runnable part : parts) {
            if (asked.getAsBoolean()) {
                requests.answerAll();
            }
            part.run();
        }
    }

    private void watchRisk() {
        if (risk.look().mustFlatten()) {
            closing.flatten();
        }
    }

    Optional<Duration> untilNextAttempt() {
        return closing.untilNextAttempt();
    }

    /** Saves and logs where the positions stand. */
    void finish() {
        PositionSnapshot snapshot = PositionSnapshot.of(book.trades());
        tenure.fenced(tx -> {
            snapshot.write(tx, Times.column(business.now()));
            return snapshot;
        });
        LOG.infof(
                "Final positions positions=%s tradesAtRisk=%d",
                reconciliation.positions(), book.all().size());
    }
}
