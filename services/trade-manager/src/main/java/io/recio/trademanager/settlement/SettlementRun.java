package io.recio.trademanager.settlement;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeEvent;
import io.recio.domain.trade.TradeEvent.SettlementAmended;
import io.recio.domain.trade.TradeEvent.TradeExpired;
import io.recio.domain.trade.TradeEvent.TradeSettled;
import io.recio.domain.trade.TradeStatus;
import io.recio.domain.trade.TradeTerms;
import io.recio.storage.Statements;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.trademanager.trade.LoggedTrade;
import io.recio.trademanager.trade.ManagerAlerts;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeLog;
import io.recio.trademanager.trade.TradeMetrics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Expires trades at their contract's close time and settles them by the exchange's result. */
public final class SettlementRun {

    private static final Logger LOG = Logger.getLogger(SettlementRun.class);

    private static final Set<TradeStatus> SELLABLE = EnumSet.of(TradeStatus.OPEN, TradeStatus.CLOSING);

    private final Tenure tenure;
    private final TradeBook book;
    private final TradeLog log;
    private final ManagerAlerts alerts;
    private final TradeMetrics metrics;
    private final BusinessClock business;
    private final SystemClock clock;
    private final SettlementRows rows;
    private final Map<MarketTicker, MarketSettlement> lastAmended = new HashMap<>();

    public SettlementRun(
            Tenure tenure,
            TradeBook book,
            TradeLog log,
            ManagerAlerts alerts,
            TradeMetrics metrics,
            BusinessClock business,
            SystemClock clock) {
        this.tenure = tenure;
        this.book = book;
        this.log = log;
        this.alerts = alerts;
        this.metrics = metrics;
        this.business = business;
        this.clock = clock;
        this.rows = new SettlementRows(tenure);
    }

    /** Expires every held trade whose contract has closed. */
    public void expireDue() {
        BusinessTime now = business.now();
        List<LoggedTrade> sellable = book.all().stream()
                .filter(logged -> SELLABLE.contains(logged.trade().status()))
                .toList();
        if (sellable.isEmpty()) {
            return;
        }
        Map<MarketTicker, BusinessTime> closeTimes = rows.closeTimes(
                tenure.database(),
                sellable.stream().map(logged -> logged.trade().terms().ticker()).collect(Collectors.toSet()));
        for (LoggedTrade logged : sellable) {
            TradeTerms terms = logged.trade().terms();
            BusinessTime closesAt = closeTimes.getOrDefault(terms.ticker(), terms.closesAt());
            if (!now.isBefore(closesAt)) {
                book.put(tenure.fenced(
                        tx -> log.append(tx, logged, List.of(new TradeExpired(closesAt, now)), clock.now())));
                LOG.infof("Trade expired trade=%s closesAt=%s", logged.id(), closesAt);
            }
        }
    }

    /** Settles every held trade whose market is final, then books what has been amended since. */
    public void settleAll() {
        Set<MarketTicker> held = book.all().stream()
                .filter(SettlementRun::isHeld)
                .map(logged -> logged.trade().terms().ticker())
                .collect(Collectors.toSet());
        if (!held.isEmpty()) {
            rows.settled(tenure.database(), held).forEach(this::settle);
        }
        for (MarketSettlement amended : rows.amended(tenure.database())) {
            if (!amended.equals(lastAmended.put(amended.ticker(), amended))) {
                amend(amended);
            }
        }
    }

    private static boolean isHeld(LoggedTrade logged) {
        return SELLABLE.contains(logged.trade().status()) || logged.trade().status() == TradeStatus.EXPIRED;
    }

    private void settle(MarketSettlement settlement) {
        List<LoggedTrade> trades = book.inMarket(settlement.ticker()).stream()
                .filter(SettlementRun::isHeld)
                .toList();
        List<LoggedTrade> settled = tenure.fenced(tx -> trades.stream()
                .map(logged -> log.append(tx, logged, settling(logged.trade(), settlement), clock.now()))
                .toList());
        for (LoggedTrade logged : settled) {
            book.put(logged);
            logged.trade().outcome().ifPresent(metrics::closed);
            LOG.infof(
                    "Trade settled trade=%s ticker=%s yesValue=%s pnl=%s outcome=%s",
                    logged.id(),
                    settlement.ticker(),
                    settlement.yesValue(),
                    logged.trade().pnl(),
                    logged.trade().outcome().map(Enum::name).orElse(""));
        }
        compareTotals(settlement);
    }

    /** A market may settle before its own close time; then it closed when it settled. */
    private static List<TradeEvent> settling(Trade trade, MarketSettlement settlement) {
        List<TradeEvent> events = new ArrayList<>();
        if (SELLABLE.contains(trade.status())) {
            BusinessTime closed = settlement.at().isBefore(trade.terms().closesAt())
                    ? settlement.at()
                    : trade.terms().closesAt();
            events.add(new TradeExpired(closed, settlement.at()));
        }
        events.add(new TradeSettled(settlement.yesValue(), settlement.at()));
        return events;
    }

    private void amend(MarketSettlement settlement) {
        List<LoggedTrade> differing = log.ofMarket(tenure.database(), settlement.ticker()).stream()
                .filter(logged -> logged.trade()
                        .settlement()
                        .filter(known -> !known.yesValue().equals(settlement.yesValue()))
                        .isPresent())
                .toList();
        if (differing.isEmpty()) {
            return;
        }
        BusinessTime now = business.now();
        tenure.fenced(tx -> {
            for (LoggedTrade logged : differing) {
                LoggedTrade after =
                        log.append(tx, logged, List.of(new SettlementAmended(settlement.yesValue(), now)), clock.now());
                alertAmended(tx, after, settlement);
            }
            return settlement;
        });
        compareTotals(settlement);
    }

    private void alertAmended(Statements statements, LoggedTrade after, MarketSettlement settlement) {
        alerts.raise(
                statements,
                Severity.WARNING,
                "SETTLEMENT_AMENDED",
                "The exchange amended a result, the difference is booked",
                Map.of(
                        "trade", after.id().toString(),
                        "ticker", settlement.ticker().value(),
                        "yesValue", settlement.yesValue().toString(),
                        "correction", after.trade().correction().toString(),
                        "pnl", after.trade().pnl().toString()));
    }

    private void compareTotals(MarketSettlement settlement) {
        if (!book.inMarket(settlement.ticker()).isEmpty()) {
            return;
        }
        MarketTotals ours = MarketTotals.of(log.ofMarket(tenure.database(), settlement.ticker()).stream()
                .map(LoggedTrade::trade)
                .toList());
        if (!ours.agreesWith(settlement)) {
            tenure.fenced(tx -> {
                alerts.raise(
                        tx,
                        Severity.WARNING,
                        "SETTLEMENT_DIFFERENCE",
                        "A market's settlement differs from the sum of our trades",
                        Map.of(
                                "ticker", settlement.ticker().value(),
                                "payout", ours.payout().toString(),
                                "revenue", settlement.revenue().toString(),
                                "fees", ours.fees().toString(),
                                "exchangeFees", settlement.fee().toString()));
                return settlement;
            });
        }
    }
}
