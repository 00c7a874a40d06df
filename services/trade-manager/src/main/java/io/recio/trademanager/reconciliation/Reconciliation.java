package io.recio.trademanager.reconciliation;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.time.SystemTime;
import io.recio.domain.trade.Trade;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.trademanager.reconciliation.PositionLooks.Verdict;
import io.recio.trademanager.risk.RiskRow;
import io.recio.trademanager.trade.ManagerAlerts;
import io.recio.trademanager.trade.SyncLook;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Compares positions at every new reconciliation of account sync, halts entries on a lasting difference, and lets them go on. */
public final class Reconciliation {

    /** How the reason of our halt begins; other halts are not ours to lift. */
    static final String HALT = "POSITION_DIFFERENCE";

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    private final Tenure tenure;
    private final TradeBook book;
    private final RiskRow riskRow;
    private final ManagerAlerts alerts;
    private final PositionLooks looks = new PositionLooks();

    public Reconciliation(Tenure tenure, TradeBook book, RiskRow riskRow, ManagerAlerts alerts) {
        this.tenure = tenure;
        this.book = book;
        this.riskRow = riskRow;
        this.alerts = alerts;
    }

    public void compare(SyncLook look) {
        look.reconciledAt().filter(looks::isNew).ifPresent(this::compareAt);
    }

    /** Our positions by market, signed contracts. */
    public SortedMap<MarketTicker, BigDecimal> positions() {
        SortedMap<MarketTicker, BigDecimal> ours = new TreeMap<>();
        for (Trade trade : book.trades()) {
            BigDecimal held = trade.held().contracts();
            ours.merge(
                    trade.terms().ticker(), trade.terms().side() == Side.YES ? held : held.negate(), BigDecimal::add);
        }
        ours.values().removeIf(position -> position.signum() == 0);
        return ours;
    }

    private void compareAt(SystemTime reconciledAt) {
        switch (looks.look(reconciledAt, differences())) {
            case Verdict.Undecided undecided -> {}
            case Verdict.Agreed agreed -> resume();
            case Verdict.Differing differing -> halt(differing.lasting());
        }
    }

    private SortedMap<MarketTicker, PositionDifference> differences() {
        SortedMap<MarketTicker, BigDecimal> ours = positions();
        SortedMap<MarketTicker, BigDecimal> theirs = new TreeMap<>();
        tenure.database()
                .query(
                        "SELECT ticker, position FROM account.positions WHERE account = $1 AND mode = $2 AND position <> 0",
                        tenure.account(),
                        tenure.mode())
                .forEach(row -> theirs.put(new MarketTicker(row.getString("ticker")), row.getBigDecimal("position")));
        SortedMap<MarketTicker, PositionDifference> differences = new TreeMap<>();
        ours.forEach((ticker, position) -> differences.put(
                ticker, new PositionDifference(position, theirs.getOrDefault(ticker, BigDecimal.ZERO))));
        theirs.forEach((ticker, position) -> differences.putIfAbsent(
                ticker, new PositionDifference(ours.getOrDefault(ticker, BigDecimal.ZERO), position)));
        differences.values().removeIf(difference -> difference.missing().signum() == 0);
        return differences;
    }

    private void halt(SortedMap<MarketTicker, PositionDifference> lasting) {
        tenure.fenced(tx -> {
            if (riskRow.halt(tx, HALT + " " + lasting)) {
                alerts.raise(
                        tx,
                        Severity.CRITICAL,
                        HALT,
                        "Our trades and the exchange's positions differ, entries are halted",
                        Map.of("differences", lasting.toString()));
            }
            return lasting;
        });
    }

    private void resume() {
        boolean resumed = tenure.fenced(tx -> riskRow.resume(tx, HALT));
        if (resumed) {
            LOG.infof("Positions agree again, entries go on");
        }
    }
}
