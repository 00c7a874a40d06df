package io.recio.trademanager.risk;

import io.recio.domain.risk.KillSwitchTrip;
import io.recio.domain.risk.RiskBook;
import io.recio.domain.risk.RiskCheck;
import io.recio.domain.time.BusinessClock;
import io.recio.storage.settings.SettingsStore;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.storage.trading.RiskReader;
import io.recio.trademanager.trade.ManagerAlerts;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeMetrics;
import java.util.Map;
import java.util.TreeMap;

/** Watches the losses of day and week, realised and unrealised, and throws the kill switch at a limit. */
public final class RiskWatch {

    /** Losses are of the account; the balance of a shard is not looked at here. */
    private static final int NO_SHARD = -1;

    private final Tenure tenure;
    private final TradeBook book;
    private final RiskRow row;
    private final ManagerAlerts alerts;
    private final TradeMetrics metrics;
    private final BusinessClock business;
    private final RiskReader risk;
    private final SettingsStore settings = new SettingsStore();

    public RiskWatch(
            Tenure tenure,
            TradeBook book,
            RiskRow row,
            ManagerAlerts alerts,
            TradeMetrics metrics,
            BusinessClock business) {
        this.tenure = tenure;
        this.book = book;
        this.row = row;
        this.alerts = alerts;
        this.metrics = metrics;
        this.business = business;
        this.risk = new RiskReader(tenure.installation());
    }

    /** Looks once, and tells how the switch and the halt stand after. */
    public RiskState look() {
        RiskBook stands = risk.book(tenure.database(), book.trades(), NO_SHARD, business.now());
        metrics.pnl(stands.todayPnl(), stands.weekPnl());
        RiskCheck.losses(stands, settings.riskLimits(tenure.database())).ifPresent(this::trip);
        return row.read(tenure.database());
    }

    private void trip(KillSwitchTrip trip) {
        if (row.read(tenure.database()).killSwitchOn()) {
            return;
        }
        tenure.fenced(tx -> {
            if (row.trip(tx, trip.cause().name() + " " + trip.facts())) {
                alerts.raise(
                        tx,
                        Severity.CRITICAL,
                        "KILL_SWITCH_TRIPPED",
                        "A loss limit threw the kill switch, only an operator clears it",
                        tripFacts(trip));
            }
            return trip;
        });
    }

    private static Map<String, String> tripFacts(KillSwitchTrip trip) {
        Map<String, String> facts = new TreeMap<>(trip.facts());
        facts.put("cause", trip.cause().name());
        return facts;
    }
}
