package io.recio.simulator.fault;

import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.simulator.SimulatorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * The faults that are switched on. Whoever sends a frame or answers a request asks {@link #next} once for it and does
 * what the fault says; conditions are asked with {@link #active} as often as needed. Safe for many threads.
 *
 * <p>Each rule draws from its own generator, seeded by the simulator's seed and the rule's name.
 */
@ApplicationScoped
public class Faults {

    private static final Logger LOG = Logger.getLogger(Faults.class);

    private final long seed;
    private final SystemClock clock;
    private final SortedMap<String, ArmedFault> armed = new TreeMap<>();
    private final Map<FaultKind, Long> injected = new EnumMap<>(FaultKind.class);

    @Inject
    Faults(SimulatorConfig config, SystemClock clock) {
        this(config.seed(), clock);
    }

    public Faults(long seed, SystemClock clock) {
        this.seed = seed;
        this.clock = clock;
    }

    /** Switches a fault on, in place of any other of that name; its counts start again. */
    public synchronized void arm(FaultRule rule) {
        armed.put(
                rule.name(),
                new ArmedFault(
                        rule,
                        clock.now(),
                        new SplittableRandom(seed ^ rule.name().hashCode() * 0x9E3779B97F4A7C15L)));
        LOG.infof(
                "Fault on name=%s scope=%s kind=%s",
                rule.name(), rule.scope().label(), rule.kind().label());
    }

    /** Switches a fault off. Answers whether there was one of that name. */
    public synchronized boolean disarm(String name) {
        boolean removed = armed.remove(name) != null;
        if (removed) {
            LOG.infof("Fault off name=%s", name);
        }
        return removed;
    }

    /** Switches all faults off and forgets all counts. */
    public synchronized void clear() {
        armed.clear();
        injected.clear();
        LOG.info("All faults off");
    }

    /** The fault, other than a condition, that strikes this frame or request; the first by name when several would. */
    public synchronized Optional<Fault> next(FaultScope scope, String detail) {
        if (armed.isEmpty()) {
            return Optional.empty();
        }
        SystemTime now = clock.now();
        for (ArmedFault fault : armed.values()) {
            if (!fault.rule().kind().isCondition() && fault.rule().concerns(scope, detail) && fault.strikes(now)) {
                injected.merge(fault.rule().kind(), 1L, Long::sum);
                return Optional.of(fault.rule().strike());
            }
        }
        return Optional.empty();
    }

    /** The condition of that kind that holds now for that detail. Asking costs nothing and counts nothing. */
    public synchronized Optional<Fault> active(FaultScope scope, FaultKind condition, String detail) {
        if (armed.isEmpty()) {
            return Optional.empty();
        }
        SystemTime now = clock.now();
        return armed.values().stream()
                .filter(fault ->
                        fault.rule().kind() == condition && fault.rule().concerns(scope, detail) && !fault.isOver(now))
                .map(fault -> fault.rule().strike())
                .findFirst();
    }

    /** All rules by name, also those that are over. */
    public synchronized List<FaultState> states() {
        SystemTime now = clock.now();
        return armed.values().stream()
                .map(fault -> new FaultState(fault.rule(), fault.struck(), fault.isOver(now)))
                .toList();
    }

    /** How many faults of each kind have struck since the start or the last {@link #clear}; conditions are not counted. */
    public synchronized Map<FaultKind, Long> injected() {
        return Map.copyOf(injected);
    }
}
