package io.recio.systemmonitor.service;

import io.recio.domain.time.SystemClock;
import io.recio.systemmonitor.service.ServiceHealth.InstanceHealth;
import io.recio.systemmonitor.service.ServiceHealth.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;

/** Judges services by their results; remembers from look to look only how much processor time each instance had used. */
public final class ServiceJudge {

    /** The component document's six, and the account sync: without them there is no trading. */
    private static final Set<String> CRITICAL = Set.of(
            "trade-manager",
            "trade-executor",
            "active-trade-supervisor",
            "unified-production-coordinator",
            "kalshi-account-sync");

    private static final String PRICE_WATCHDOG = "symbol-price-watchdog-";

    private final Duration beatLimit;
    private final Duration startGrace;
    private final SystemClock clock;
    private final long began;
    private final Map<String, Long> usedBefore = new HashMap<>();
    private long lookedAt;

    /** @param startGrace after its own start, or this judge's, a service is starting and not down */
    public ServiceJudge(Duration beatLimit, Duration startGrace, SystemClock clock) {
        this.beatLimit = beatLimit;
        this.startGrace = startGrace;
        this.clock = clock;
        this.began = clock.nanos();
    }

    /** One for each expected service, in order. */
    public List<ServiceHealth> judge(SortedSet<String> expected, List<Beat> beats, Map<String, Readiness> answers) {
        long now = clock.nanos();
        List<ServiceHealth> services = new ArrayList<>();
        for (String service : expected) {
            List<Beat> own = beats.stream()
                    .filter(beat -> beat.service().equals(service))
                    .toList();
            services.add(judge(service, own, answers, now));
        }
        usedBefore.clear();
        beats.forEach(beat -> usedBefore.put(beat.instance(), beat.cpuMillis()));
        lookedAt = now;
        return services;
    }

    public boolean lives(Beat beat) {
        return beat.age().compareTo(beatLimit) <= 0;
    }

    private ServiceHealth judge(String service, List<Beat> beats, Map<String, Readiness> answers, long now) {
        List<InstanceHealth> instances = beats.stream()
                .map(beat -> instance(beat, answers.getOrDefault(beat.instance(), Readiness.SILENT), now))
                .toList();
        List<Beat> live = beats.stream().filter(this::lives).toList();
        boolean critical = CRITICAL.contains(service) || service.startsWith(PRICE_WATCHDOG);
        State state = isStarting(live, now) ? State.STARTING : State.DOWN;
        String reason = "";
        List<Beat> active = live.stream().filter(Beat::active).toList();
        if (beats.isEmpty()) {
            reason = "no instance has a heartbeat";
        } else if (live.isEmpty()) {
            reason = "no heartbeat within " + beatLimit.toMillis() + " ms";
        } else if (active.isEmpty()) {
            reason = "no instance is active";
        } else if (active.stream().noneMatch(Beat::functional)) {
            reason = "no correct result, late: "
                    + String.join(", ", active.getFirst().late());
        } else {
            List<Beat> unanswered = live.stream()
                    .filter(beat -> answers.getOrDefault(beat.instance(), Readiness.SILENT) != Readiness.READY)
                    .toList();
            state = unanswered.isEmpty() ? State.HEALTHY : State.DEGRADED;
            reason = unanswered.isEmpty() ? "" : unanswered.getFirst().instance() + " is not ready";
        }
        return new ServiceHealth(service, state, critical, reason, instances);
    }

    private boolean isStarting(List<Beat> live, long now) {
        Instant early = clock.now().instant().minus(startGrace);
        return now - began < startGrace.toNanos()
                || live.stream().anyMatch(beat -> beat.startedAt().isAfter(early));
    }

    private InstanceHealth instance(Beat beat, Readiness http, long now) {
        return new InstanceHealth(
                beat.instance(),
                beat.active() ? "active" : "standby",
                beat.epoch(),
                beat.age().toMillis(),
                http,
                beat.functional(),
                beat.late(),
                beat.memoryBytes(),
                cpuPercent(beat, now));
    }

    private OptionalDouble cpuPercent(Beat beat, long now) {
        Long before = usedBefore.get(beat.instance());
        if (before == null || now <= lookedAt) {
            return OptionalDouble.empty();
        }
        double elapsedMillis = (now - lookedAt) / 1e6;
        return OptionalDouble.of(Math.max(0, Math.round((beat.cpuMillis() - before) / elapsedMillis * 1000) / 10.0));
    }
}
