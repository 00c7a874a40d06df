package io.recio.domain.health;

import io.recio.domain.health.InstanceObservation.Role;
import io.recio.domain.health.ServiceObservation.Lease;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Twelve services, all well for an hour, that a test makes ill; it looks at them second by second. */
final class Deployment {

    static final SystemTime START = SystemTime.of(Instant.parse("2026-11-22T12:00:00Z"));
    static final DetectorPolicy POLICY = DetectorPolicy.standard(List.of(Symbol.BTC, Symbol.ETH));

    /** One instance as the test keeps it. */
    static final class Running {
        private final String name;
        private Role role = Role.ACTIVE;
        private long epoch = 1;
        private SystemTime startedAt = START.minus(Duration.ofHours(1));
        private boolean beating = true;
        private boolean functional = true;
        private boolean working = true;
        private long workDone;

        private Running(String name) {
            this.name = name;
        }

        Running standingBy() {
            role = Role.STANDBY;
            working = false;
            return this;
        }

        /** Its process runs, its heart does not beat, nothing gets done. */
        Running hung() {
            beating = false;
            functional = false;
            working = false;
            return this;
        }

        /** It beats, but has no correct result, and nothing gets done. */
        Running stuck() {
            functional = false;
            working = false;
            return this;
        }

        /** It says it has no correct result, yet its work counter moves. */
        Running catchingUp() {
            functional = false;
            working = true;
            return this;
        }
    }

    private final SortedMap<ServiceName, List<Running>> services = new TreeMap<>();
    private final EnumSet<Foundation> up = EnumSet.allOf(Foundation.class);
    private final TreeSet<ServiceName> expiredLeases = new TreeSet<>();
    private final Map<ServiceName, String> leaseHolders = new HashMap<>();
    private final Map<ServiceName, Pause> pauses = new HashMap<>();
    private SystemTime now = START;
    private DetectorHistory history = DetectorHistory.NONE;
    private boolean orderInDoubt;
    private Mandate mandate = Mandate.ACT;
    private int started;

    Deployment() {
        POLICY.services()
                .keySet()
                .forEach(name -> services.put(name, new ArrayList<>(List.of(new Running(name + "-0")))));
        look();
        pass(Duration.ofMinutes(5));
    }

    Running instance(String service) {
        return services.get(new ServiceName(service)).getFirst();
    }

    Running addInstance(String service) {
        Running more = new Running(service + "-1");
        services.get(new ServiceName(service)).add(more);
        return more;
    }

    void exits(String service) {
        services.get(new ServiceName(service)).clear();
    }

    void down(Foundation foundation) {
        up.remove(foundation);
    }

    void up(Foundation foundation) {
        up.add(foundation);
    }

    void orderInDoubt(boolean doubt) {
        orderInDoubt = doubt;
    }

    void leaseExpires(String service) {
        expiredLeases.add(new ServiceName(service));
    }

    void leasePassesTo(String service, Running holder) {
        leaseHolders.put(new ServiceName(service), holder.name);
    }

    void pause(String service, Pause pause) {
        pauses.put(new ServiceName(service), pause);
    }

    void mandate(Mandate given) {
        mandate = given;
    }

    SystemTime now() {
        return now;
    }

    DetectorHistory history() {
        return history;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void pass(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    /** One look, keeping the history it returns. */
    DetectorDecision look() {
        DetectorDecision decision = DetectorRules.reconcile(observe(), POLICY, history);
        history = decision.history();
        return decision;
    }

    /** Looks every second until something is decided; a restarted instance comes back as {@code ill} or well. */
    Optional<SystemTime> restartedWithin(Duration time, String service, boolean ill) {
        SystemTime end = now.plus(time);
        while (now.isBefore(end)) {
            Optional<Remedy> remedy = look().remedy();
            SystemTime at = now;
            remedy.ifPresent(taken -> restart(taken, ill));
            pass(1);
            if (remedy.flatMap(Deployment::subject)
                    .filter(subject -> subject.value().equals(service))
                    .isPresent()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    Observed observe() {
        TreeMap<ServiceName, ServiceObservation> seen = new TreeMap<>();
        services.forEach((name, instances) -> seen.put(
                name,
                new ServiceObservation(
                        name, instances.stream().map(this::observe).toList(), lease(name), pause(name))));
        return new Observed(now, new TreeSet<>(up), seen, orderInDoubt, mandate);
    }

    /** The one service of a remedy. */
    static Optional<ServiceName> subject(Remedy remedy) {
        return switch (remedy) {
            case Remedy.RestartInstance restart -> Optional.of(restart.service());
            case Remedy.RollService roll -> Optional.of(roll.service());
            case Remedy.RestartSystem restart -> Optional.empty();
        };
    }

    private Optional<Lease> lease(ServiceName name) {
        List<Running> instances = services.getOrDefault(name, List.of());
        String first = instances.isEmpty() ? name + "-gone" : instances.getFirst().name;
        return Optional.of(new Lease(leaseHolders.getOrDefault(name, first), expiredLeases.contains(name)));
    }

    private Optional<Pause> pause(ServiceName name) {
        return Optional.ofNullable(pauses.get(name));
    }

    private InstanceObservation observe(Running running) {
        if (running.working) {
            running.workDone++;
        }
        return new InstanceObservation(
                running.name,
                running.role,
                running.epoch,
                running.startedAt,
                Optional.of(running.beating ? now : START.minus(Duration.ofMinutes(1))),
                running.functional,
                running.workDone);
    }

    private void restart(Remedy remedy, boolean ill) {
        subject(remedy).ifPresent(service -> {
            List<Running> instances = services.get(service);
            instances.removeIf(running ->
                    !(remedy instanceof Remedy.RestartInstance restart) || running.name.equals(restart.instance()));
            Running fresh = new Running(service + "-r" + ++started);
            fresh.startedAt = now;
            if (ill) {
                fresh.hung();
            }
            instances.add(fresh);
        });
    }
}
