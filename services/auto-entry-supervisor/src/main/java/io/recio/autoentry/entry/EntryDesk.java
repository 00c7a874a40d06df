package io.recio.autoentry.entry;

import io.recio.autoentry.AutoEntryConfig;
import io.recio.autoentry.journal.DecisionJournal;
import io.recio.autoentry.spike.MomentumLog;
import io.recio.autoentry.spike.SpikeWatch;
import io.recio.domain.entry.EntryDecision;
import io.recio.domain.entry.EntryRules;
import io.recio.domain.entry.EntrySettings;
import io.recio.domain.entry.SpikeSettings;
import io.recio.domain.price.Symbol;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.Desk;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Channels;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Together;
import io.recio.storage.settings.SymbolSettings;
import io.recio.storage.settings.SymbolStore;
import io.recio.storage.striketable.StrikeTableStore;
import io.recio.storage.striketable.StrikeTableStore.Watched;
import io.recio.storage.system.SystemStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Supervises automatic entry: one evaluation per strike table and symbol, journaled, its entries requested. */
@Singleton
class EntryDesk implements Desk {

    private static final Logger LOG = Logger.getLogger(EntryDesk.class);

    private static final Duration EVALUATION_LIMIT = Duration.ofSeconds(10);

    private final Database database;
    private final SystemStore system;
    private final DecisionJournal journal;
    private final MomentumLog momentum;
    private final AutoEntryConfig config;
    private final SystemClock clock;
    private final FunctionalHealth health;
    private final Freshness evaluation;
    private final StrikeTableStore tables = new StrikeTableStore();
    private final SymbolStore symbols = new SymbolStore();

    private final Map<Symbol, SpikeWatch> spikes = new LinkedHashMap<>();
    private final Map<Symbol, Watched> newest = new LinkedHashMap<>();
    private final Map<Symbol, String> shown = new HashMap<>();
    private final Map<Symbol, Long> shownAt = new HashMap<>();
    private @Nullable EntryInputsReader reader;
    private @Nullable Fence fence;

    EntryDesk(
            Database database,
            SystemStore system,
            DecisionJournal journal,
            MomentumLog momentum,
            AutoEntryConfig config,
            SystemClock clock,
            FunctionalHealth health) {
        this.database = database;
        this.system = system;
        this.journal = journal;
        this.momentum = momentum;
        this.config = config;
        this.clock = clock;
        this.health = health;
        this.evaluation = health.figure("evaluation", EVALUATION_LIMIT);
    }

    @Override
    public Set<String> channels() {
        return Set.of(Channels.STRIKE_TABLE, Channels.SETTINGS, Channels.RISK);
    }

    @Override
    public Duration safetyNet() {
        return config.stateInterval();
    }

    @Override
    public void recover(Fence held) {
        fence = held;
        reader = new EntryInputsReader(
                database, journal, config, clock, system.installation().orElseThrow());
        spikes.clear();
        newest.clear();
        shown.clear();
        journal.begin();
        for (SymbolSettings each : symbols.enabled(database)) {
            spikes.put(each.symbol(), new SpikeWatch(each.symbol(), momentum, journal.spike(each.symbol())));
        }
        LOG.infof("Supervising automatic entry symbols=%s", spikes.keySet());
    }

    @Override
    public void step() {
        EntryInputsReader inputs = reader;
        Fence held = fence;
        if (inputs == null || held == null) {
            return;
        }
        Optional<EntrySettings> settings;
        Set<Symbol> changed = new HashSet<>();
        try (Together reads = database.together()) {
            Supplier<Optional<EntrySettings>> current = reads.read(inputs::settings);
            Map<Symbol, Supplier<Optional<Watched>>> tablesRead = new LinkedHashMap<>();
            spikes.keySet()
                    .forEach(symbol -> tablesRead.put(
                            symbol, reads.read(statements -> tables.readNewer(statements, symbol, version(symbol)))));
            settings = current.get();
            tablesRead.forEach((symbol, read) -> read.get().ifPresent(watched -> {
                newest.put(symbol, watched);
                changed.add(symbol);
            }));
        }
        newest.forEach((symbol, watched) ->
                evaluate(held, inputs, watched, changed.contains(symbol), settings, spikes.get(symbol)));
        evaluation.expected(!newest.isEmpty());
    }

    private long version(Symbol symbol) {
        Watched watched = newest.get(symbol);
        return watched == null ? 0 : watched.stored().version();
    }

    @Override
    public void standDown() {
        fence = null;
        reader = null;
    }

    @Override
    public void finish() {
        LOG.infof("Automatic entry ends states=%s", shown);
    }

    private void evaluate(
            Fence held,
            EntryInputsReader inputs,
            Watched watched,
            boolean fresh,
            Optional<EntrySettings> settings,
            SpikeWatch spike) {
        StrikeTable table = watched.stored().table();
        if (!fresh && !isStateDue(table.symbol())) {
            return;
        }
        EntryDecision decision = EntryRules.evaluate(inputs.read(
                watched,
                settings,
                spike.after(table, settings.map(EntrySettings::spike).orElse(SpikeSettings.DEFAULT))));
        if (fresh) {
            journal.record(held, decision);
            health.worked();
            evaluation.good();
        }
        show(held, table.symbol(), decision);
    }

    private void show(Fence held, Symbol symbol, EntryDecision decision) {
        String label = decision.state().name();
        if (label.equals(shown.get(symbol)) && !isStateDue(symbol)) {
            return;
        }
        journal.state(held, decision);
        if (!label.equals(shown.put(symbol, label))) {
            LOG.infof("Automatic entry is %s symbol=%s", decision.state().label(), symbol);
        }
        shownAt.put(symbol, clock.nanos());
    }

    private boolean isStateDue(Symbol symbol) {
        Long last = shownAt.get(symbol);
        return last == null || clock.nanos() - last >= config.stateInterval().toNanos();
    }
}
