package io.recio.trademanager.risk;

import io.recio.domain.risk.KillSwitchTrip;
import io.recio.domain.risk.RiskBook;
import io.recio.domain.risk.RiskCheck;
import io.recio.domain.risk.RiskLimits;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.storage.settings.SettingsStore;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.storage.trading.RiskReader;
import io.recio.trademanager.trade.ManagerAlerts;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Watches the losses of day and week, realised and unrealised, and throws the kill switch at a limit. */
public final class RiskWatch {

    /** Losses are of the account; the balance of a shard is not looked at here. */
    private static final int NO_SHARD = -1;

    /** How long live trades may be without a valuation before the worst of it counts as lost. */
    private static final Duration DOUBT_LIMIT = Duration.ofSeconds(60);

    private final Tenure tenure;
    private final TradeBook book;
    private final RiskRow row;
    private final ManagerAlerts alerts;
    private final TradeMetrics metrics;
    private final BusinessClock business;
    private final RiskReader risk;
    private final SystemClock clock;
    private final SettingsStore settings = new SettingsStore();

    private boolean doubting;
    private long doubtingSince;

    public RiskWatch(
            Tenure tenure,
            TradeBook book,
            RiskRow row,
            ManagerAlerts alerts,
            TradeMetrics metrics,
            BusinessClock business,
            SystemClock clock) {
        this.tenure = tenure;
        this.book = book;
        this.row = row;
        this.alerts = alerts;
        this.metrics = metrics;
        this.business = business;
        this.clock = clock;
        this.risk = new RiskReader(tenure.installation());
    }

    /** Looks once, and tells how the switch and the halt stand after. */
    public RiskState look() {
        RiskBook stands = risk.book(tenure.database(), book.trades(), NO_SHARD, business.now());
        metrics.pnl(stands.todayPnl(), stands.weekPnl());
        RiskLimits limits = settings.riskLimits(tenure.database());
        RiskCheck.losses(stands, limits)
                .or(() -> lasting(RiskCheck.lossesInDoubt(stands, limits)))
                .ifPresent(this::trip);
        return row.read(tenure.database());
    }

    private Optional<KillSwitchTrip> lasting(Optional<KillSwitchTrip> inDoubt) {
        if (inDoubt.isEmpty()) {
            doubting = false;
            return inDoubt;
        }
        if (!doubting) {
            doubting = true;
            doubtingSince = clock.nanos();
        }
        return clock.nanos() - doubtingSince >= DOUBT_LIMIT.toNanos() ? inDoubt : Optional.empty();
    }

    private void trip(KillSwitchTrip trip) {
        if (row.read(tenure.database()).killSwitchOn()) {
            return;
        }
        tenure.fenced(tx -> {
            if (row.trip(tx, trip.cause().name() + " " + trip.facts(), settings.flattensOnLossLimit(tx))) {
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
