package io.recio.activetradesupervisor.supervision;

import io.recio.activetradesupervisor.SupervisorConfig;
import io.recio.activetradesupervisor.valuation.ActiveTrades;
import io.recio.activetradesupervisor.valuation.ActiveTrades.Supervised;
import io.recio.activetradesupervisor.valuation.TradeValuer;
import io.recio.activetradesupervisor.valuation.TradeView;
import io.recio.domain.stop.StopDecision;
import io.recio.domain.stop.StopMemory;
import io.recio.domain.stop.StopRules;
import io.recio.domain.stop.StopSettings;
import io.recio.domain.stop.StopVerdict;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.domain.trade.CloseReason;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeId;
import io.recio.domain.trade.TradeStatus;
import io.recio.servicekit.Desk;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Channels;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.settings.SettingsStore;
import io.recio.storage.system.AlertStore;
import io.recio.storage.system.Installation;
import io.recio.storage.system.SystemStore;
import io.recio.storage.trading.TradeReader;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Supervises every held trade. */
@Singleton
class SupervisionDesk implements Desk {

    private static final Logger LOG = Logger.getLogger(SupervisionDesk.class);

    private static final Duration SUPERVISION_LIMIT = Duration.ofSeconds(5);

    private final Database database;
    private final SystemStore system;
    private final ActiveTrades active;
    private final SupervisorConfig config;
    private final BusinessClock business;
    private final SystemClock clock;
    private final FunctionalHealth health;
    private final Freshness supervision;
    private final SettingsStore settings = new SettingsStore();
    private final AlertStore alerts = new AlertStore();
    private final Map<TradeId, StopMemory> memories = new HashMap<>();
    private final Map<TradeId, StopVerdict> told = new HashMap<>();

    private @Nullable Shift shift;
    private long beatAt;

    /** What this instance works with while it is the active one. */
    private record Shift(
            Fence fence, Installation installation, TradeReader trades, TradeValuer valuer, CloseRequests closes) {}

    SupervisionDesk(
            Database database,
            SystemStore system,
            ActiveTrades active,
            SupervisorConfig config,
            BusinessClock business,
            SystemClock clock,
            FunctionalHealth health) {
        this.database = database;
        this.system = system;
        this.active = active;
        this.config = config;
        this.business = business;
        this.clock = clock;
        this.health = health;
        this.supervision = health.figure("supervision", SUPERVISION_LIMIT);
    }

    @Override
    public Set<String> channels() {
        return Set.of(Channels.PRICE, Channels.STRIKE_TABLE, Channels.TRADES, Channels.SETTINGS);
    }

    @Override
    public Duration safetyNet() {
        return config.heartbeatInterval();
    }

    @Override
    public void recover(Fence fence) {
        Installation installation = system.installation().orElseThrow();
        shift = new Shift(
                fence,
                installation,
                new TradeReader(installation),
                new TradeValuer(database, config, clock, installation),
                new CloseRequests(database, installation, UUID::randomUUID, clock));
        memories.clear();
        memories.putAll(active.memories());
        told.clear();
        beat(shift);
        LOG.infof("Supervising trades remembered=%d", memories.size());
    }

    @Override
    public void step() {
        Shift current = shift;
        if (current == null) {
            return;
        }
        beatIfDue(current);
        BusinessTime now = business.now();
        List<Trade> held = current.trades().atRisk(database).stream()
                .filter(trade -> trade.held().isPositive())
                .toList();
        if (!held.isEmpty() || !memories.isEmpty()) {
            supervise(current, held, now);
        }
        supervision.good();
    }

    @Override
    public void standDown() {
        shift = null;
    }

    /** Where each trade stands is in the database already; the log says it once more for people. */
    @Override
    public void finish() {
        memories.forEach((trade, memory) -> LOG.infof("Supervision ends trade=%s memory=%s", trade, memory));
    }

    private void supervise(Shift current, List<Trade> held, BusinessTime now) {
        StopSettings rules = settings.stop(database);
        List<Supervised> supervised = new ArrayList<>();
        for (TradeView view : current.valuer().value(held, now)) {
            StopMemory before = memories.getOrDefault(view.trade().id(), StopMemory.NONE);
            StopDecision decision = StopRules.evaluate(view.reading(), before, rules);
            supervised.add(new Supervised(view, decision));
        }
        active.replace(current.fence(), supervised);
        memories.clear();
        for (Supervised each : supervised) {
            memories.put(each.view().trade().id(), each.decision().memory());
            act(current, each, now);
        }
        told.keySet().retainAll(memories.keySet());
        health.worked();
    }

    private void act(Shift current, Supervised each, BusinessTime now) {
        Trade trade = each.view().trade();
        switch (each.decision().verdict()) {
            case StopVerdict.Hold hold -> told.remove(trade.id());
            case StopVerdict.Verifying verifying -> told.remove(trade.id());
            case StopVerdict.Close close -> {
                told.remove(trade.id());
                if (trade.status() == TradeStatus.OPEN || mustHurry(trade, close)) {
                    current.closes().ask(current.fence(), trade, each.view().reading(), close);
                }
            }
            case StopVerdict.EmergencyHold hold -> {
                if (!hold.equals(told.put(trade.id(), hold))) {
                    alerts.raise(
                            database,
                            AlertStore.Severity.CRITICAL,
                            "TRADE_UNWATCHED",
                            "A trade is held although neither price nor index is usable",
                            Map.of(
                                    "trade", trade.id().toString(),
                                    "ticker", trade.terms().ticker().value(),
                                    "reason", hold.reason().name()),
                            now);
                }
            }
        }
    }

    /** A sale at a limit, between two attempts, that has become an emergency. */
    private static boolean mustHurry(Trade trade, StopVerdict.Close close) {
        return trade.status() == TradeStatus.CLOSING
                && close.reason().isEmergency()
                && trade.unresolvedClose().isEmpty()
                && trade.closeReason().filter(CloseReason::isEmergency).isEmpty();
    }

    private void beatIfDue(Shift current) {
        if (clock.nanos() - beatAt >= config.heartbeatInterval().toNanos()) {
            beat(current);
        }
    }

    /** The dead-man heartbeat: written by the desk itself, so that a stuck desk falls silent. */
    private void beat(Shift current) {
        database.fenced(
                current.fence(),
                statements -> statements.update(
                        """
                        INSERT INTO trading.supervisor_heartbeat (account, mode, epoch, beat_at)
                        VALUES ($1, $2, $3, clock_timestamp())
                        ON CONFLICT (account, mode) DO UPDATE SET epoch = excluded.epoch, beat_at = excluded.beat_at\
                        """,
                        current.installation().account(),
                        current.installation().mode().text(),
                        current.fence().epoch()));
        beatAt = clock.nanos();
    }
}
