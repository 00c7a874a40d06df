package io.recio.trademanager.reconciliation;

import io.recio.domain.money.Money;
import io.recio.domain.risk.RiskCalendar;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeStatus;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.trademanager.reconciliation.CashLooks.Verdict;
import io.recio.trademanager.risk.RiskRow;
import io.recio.trademanager.trade.ManagerAlerts;
import io.recio.trademanager.trade.SyncLook;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Compares the account's cash with what our trades have moved since an anchor, at every new reconciliation of account sync
 * during which no order is open and no payout awaited. A difference of two looks halts entries; a deposit is one, too, until
 * a person accepts it by lifting the halt, which takes the anchor away.
 */
public final class CashReconciliation {

    /** How the reason of our halt begins; other halts are not ours to lift. */
    static final String HALT = "BALANCE_DIFFERENCE";

    private static final Logger LOG = Logger.getLogger(CashReconciliation.class);

    private final Tenure tenure;
    private final TradeBook book;
    private final RiskRow riskRow;
    private final ManagerAlerts alerts;
    private final BusinessClock business;
    private final CashLooks looks = new CashLooks();

    /** @param at when it was taken */
    private record Anchor(CashCount count, BusinessTime at) {}

    public CashReconciliation(
            Tenure tenure, TradeBook book, RiskRow riskRow, ManagerAlerts alerts, BusinessClock business) {
        this.tenure = tenure;
        this.book = book;
        this.riskRow = riskRow;
        this.alerts = alerts;
        this.business = business;
    }

    public void compare(SyncLook look) {
        look.reconciledAt().filter(looks::isNew).ifPresent(this::compareAt);
    }

    private void compareAt(SystemTime reconciledAt) {
        if (!book.trades().stream().allMatch(CashReconciliation::isQuiet)) {
            looks.skip(reconciledAt);
            return;
        }
        Optional<CashCount> counted = count();
        if (counted.isEmpty()) {
            looks.skip(reconciledAt);
            return;
        }
        CashCount now = counted.get();
        Optional<Anchor> anchor = anchor();
        if (anchor.isEmpty()) {
            anchorAt(now);
            looks.skip(reconciledAt);
            return;
        }
        CashCount then = anchor.get().count();
        Optional<Money> unexplained = now.agreesWith(then) ? Optional.empty() : Optional.of(now.unexplainedSince(then));
        switch (looks.look(reconciledAt, unexplained)) {
            case Verdict.Undecided undecided -> {}
            case Verdict.Agreed agreed -> agree(anchor.get(), now);
            case Verdict.Differing differing -> halt(anchor.get(), now, differing.unexplained());
        }
    }

    /** Nothing of it is under way: neither an order, nor fills of one that ended, nor a payout. */
    private static boolean isQuiet(Trade trade) {
        return trade.status() != TradeStatus.EXPIRED
                && trade.entry().isResolved()
                && trade.unresolvedClose().isEmpty();
    }

    /** Empty while the account's cash is not known. */
    private Optional<CashCount> count() {
        return tenure.database()
                .first("""
                            SELECT (SELECT sum(balance) FROM account.balances WHERE account = $1 AND mode = $2) AS cash,
                                (SELECT coalesce(sum(coalesce(pnl, proceeds - cost - fees)), 0) FROM trading.trades
                                    WHERE account = $1 AND mode = $2 AND filled > 0) AS booked,
                                (SELECT count(*) FROM trading.attached_fills WHERE account = $1 AND mode = $2) AS fills\
                            """, tenure.account(), tenure.mode())
                .filter(row -> row.getBigDecimal("cash") != null)
                .map(row -> new CashCount(
                        Money.of(row.getBigDecimal("cash")),
                        Money.of(row.getBigDecimal("booked")),
                        row.getLong("fills")));
    }

    private Optional<Anchor> anchor() {
        return tenure.database()
                .first("""
                        SELECT cash, booked, fills, anchored_at FROM trading.cash_anchors
                        WHERE account = $1 AND mode = $2\
                        """, tenure.account(), tenure.mode())
                .map(row -> new Anchor(
                        new CashCount(
                                Money.of(row.getBigDecimal("cash")),
                                Money.of(row.getBigDecimal("booked")),
                                row.getLong("fills")),
                        Times.business(row, "anchored_at")));
    }

    private void anchorAt(CashCount now) {
        tenure.fenced(tx -> writeAnchor(tx, now));
        LOG.infof("Cash is compared from here on cash=%s booked=%s", now.cash(), now.booked());
    }

    private int writeAnchor(Statements statements, CashCount now) {
        return statements.update(
                """
                INSERT INTO trading.cash_anchors (account, mode, cash, booked, fills, anchored_at)
                VALUES ($1, $2, $3::numeric, $4::numeric, $5, $6)
                ON CONFLICT (account, mode) DO UPDATE SET cash = excluded.cash, booked = excluded.booked,
                    fills = excluded.fills, anchored_at = excluded.anchored_at\
                """,
                tenure.account(),
                tenure.mode(),
                now.cash().dollars(),
                now.booked().dollars(),
                now.fills(),
                Times.column(business.now()));
    }

    /** Each day begins with an anchor of its own, so that what rounding may explain stays small. */
    private void agree(Anchor anchor, CashCount now) {
        if (tenure.fenced(tx -> riskRow.resume(tx, HALT))) {
            LOG.infof("Cash agrees again, entries go on");
        }
        if (!RiskCalendar.day(anchor.at()).equals(RiskCalendar.day(business.now()))) {
            anchorAt(now);
        }
    }

    private void halt(Anchor anchor, CashCount now, Money unexplained) {
        Money expected = now.cash().minus(unexplained);
        tenure.fenced(tx -> {
            if (riskRow.halt(
                    tx, HALT + " expected " + expected + " found " + now.cash() + " unexplained " + unexplained)) {
                alerts.raise(
                        tx,
                        Severity.CRITICAL,
                        HALT,
                        "The account's cash and our trades differ, entries are halted",
                        Map.of(
                                "expected", expected.toString(),
                                "found", now.cash().toString(),
                                "unexplained", unexplained.toString(),
                                "since", anchor.at().toString()));
            }
            return expected;
        });
    }
}
