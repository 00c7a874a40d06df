package io.recio.trademanager.close;

import io.recio.domain.stop.CloseBackoff;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.domain.trade.CloseAgain;
import io.recio.domain.trade.CloseReason;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeId;
import io.recio.domain.trade.TradeStatus;
import io.recio.storage.Statements;
import io.recio.storage.market.MarketStore;
import io.recio.storage.settings.SettingsStore;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.trademanager.close.CloseDecision.Refused;
import io.recio.trademanager.close.CloseDecision.Sell;
import io.recio.trademanager.order.OrderIds;
import io.recio.trademanager.order.OrderIntents;
import io.recio.trademanager.trade.LoggedTrade;
import io.recio.trademanager.trade.ManagerAlerts;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeLog;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Sells: on request, again after an attempt that left something held, and everything when the kill switch says flatten. */
public final class Closing {

    private static final Logger LOG = Logger.getLogger(Closing.class);

    /** An attempt that is due and cannot be made is tried again no faster than this. */
    private static final Duration LEAST_WAIT = Duration.ofMillis(100);

    private final Tenure tenure;
    private final TradeBook book;
    private final TradeLog log;
    private final OrderIntents intents;
    private final OrderIds ids;
    private final ManagerAlerts alerts;
    private final BusinessClock business;
    private final SystemClock clock;
    private final MarketStore markets = new MarketStore();
    private final SettingsStore settings = new SettingsStore();
    private final Set<TradeId> told = new HashSet<>();

    public Closing(
            Tenure tenure,
            TradeBook book,
            TradeLog log,
            OrderIntents intents,
            OrderIds ids,
            ManagerAlerts alerts,
            BusinessClock business,
            SystemClock clock) {
        this.tenure = tenure;
        this.book = book;
        this.log = log;
        this.intents = intents;
        this.ids = ids;
        this.alerts = alerts;
        this.business = business;
        this.clock = clock;
    }

    public CloseDecision decide(Statements statements, LoggedTrade logged, CloseReason reason) {
        return CloseRules.decide(
                logged.trade(),
                CloseAgain.isAllowed(logged.trade(), book.trades(), order -> intents.isProvenAbsent(statements, order)),
                reason,
                markets.market(statements, logged.trade().terms().ticker()),
                settings.orders(statements).closeSlippage(),
                ids.next(),
                business.now());
    }

    /** Writes the order and the event in the caller's transaction; the book follows when that has committed. */
    public LoggedTrade write(Statements statements, LoggedTrade logged, Sell sell) {
        LoggedTrade after = log.append(statements, logged, List.of(sell.event()), clock.now());
        intents.insert(statements, logged.id(), sell.intent(), sell.closesAt());
        return after;
    }

    /** Whether the next attempt follows by itself. */
    public boolean retriesByItself(LoggedTrade logged) {
        return logged.trade().status() == TradeStatus.CLOSING;
    }

    /** Starts every attempt that is due. */
    public void retryDue() {
        SystemTime now = clock.now();
        for (LoggedTrade logged : book.all()) {
            if (awaitsAttempt(logged) && !now.isBefore(dueAt(logged))) {
                logged.trade().closeReason().ifPresent(reason -> sell(logged, reason));
            }
        }
    }

    /** Sells all that is held at the last price of the grid; a sale at a limit is not waited for between two attempts. */
    public void flatten() {
        for (LoggedTrade logged : book.all()) {
            Trade trade = logged.trade();
            boolean slowly = awaitsAttempt(logged)
                    && trade.closeReason().filter(CloseReason::isEmergency).isEmpty();
            if ((trade.status() == TradeStatus.OPEN && trade.held().isPositive()) || slowly) {
                sell(logged, CloseReason.KILL_SWITCH_FLATTEN);
            }
        }
    }

    /** How long until the next attempt is due; empty when none is awaited. */
    public Optional<Duration> untilNextAttempt() {
        SystemTime now = clock.now();
        return book.all().stream()
                .filter(Closing::awaitsAttempt)
                .map(logged -> now.until(dueAt(logged)))
                .map(wait -> wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait)
                .min(Duration::compareTo);
    }

    private void sell(LoggedTrade logged, CloseReason reason) {
        tenure.fenced(tx -> switch (decide(tx, logged, reason)) {
                    case Sell sell -> {
                        LOG.infof(
                                "Close order written trade=%s order=%s count=%s yesPrice=%s attempt=%d reason=%s",
                                logged.id(),
                                sell.intent().clientOrderId(),
                                sell.intent().count(),
                                sell.intent().yesPrice(),
                                sell.event().attempt(),
                                reason);
                        yield Optional.of(write(tx, logged, sell));
                    }
                    case Refused refused -> {
                        LOG.debugf("Close not possible now trade=%s code=%s", logged.id(), refused.code());
                        tell(tx, logged.id(), refused);
                        yield Optional.<LoggedTrade>empty();
                    }
                })
                .ifPresent(book::put);
    }

    /** What only a person can change is told, once. */
    private void tell(Statements statements, TradeId trade, Refused refused) {
        if (refused.code() == CloseRefusal.NOT_SOLE_AFTER_ABSENT && told.add(trade)) {
            alerts.raise(
                    statements,
                    Severity.CRITICAL,
                    "CLOSE_NOT_SENT_AGAIN",
                    "A close was proven absent and another trade lives in the market; it waits for that one's end",
                    Map.of("trade", trade.toString(), "ticker", refused.facts().getOrDefault("ticker", "")));
        }
    }

    /** A trade past its market's close is expired before this is asked. */
    private static boolean awaitsAttempt(LoggedTrade logged) {
        Trade trade = logged.trade();
        return trade.status() == TradeStatus.CLOSING
                && trade.unresolvedClose().isEmpty()
                && trade.held().isPositive();
    }

    private static SystemTime dueAt(LoggedTrade logged) {
        int failed = Math.max(1, logged.trade().closes().size());
        return CloseBackoff.nextAttempt(failed, logged.changedAt());
    }
}
