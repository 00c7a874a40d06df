package io.recio.localstack.week;

import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.Foundation;
import io.recio.domain.health.InstanceObservation;
import io.recio.domain.health.InstanceObservation.Role;
import io.recio.domain.health.Mandate;
import io.recio.domain.health.Observed;
import io.recio.domain.health.Pause;
import io.recio.domain.health.Remedy;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.ServiceObservation;
import io.recio.domain.health.ServicePolicy;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Twelve services in made-up time: who is ill, who suffers, who recovers. */
final class House {

    private static final Duration START_UP = Duration.ofSeconds(6);
    private static final Duration LEASE = Duration.ofSeconds(3);

    /** One process. */
    private static final class Process {
        private final String name;
        private final SystemTime startedAt;
        private Role role;
        private long epoch;
        private Optional<Fault> illness = Optional.empty();
        private SystemTime illSince;
        private SystemTime beatAt;
        private long workDone;

        private Process(String name, Role role, long epoch, SystemTime startedAt) {
            this.name = name;
            this.role = role;
            this.epoch = epoch;
            this.startedAt = startedAt;
            this.illSince = startedAt;
            this.beatAt = startedAt;
        }

        private boolean isHung() {
            return illness.filter(fault -> fault.kind() == FaultKind.HUNG || fault.kind() == FaultKind.HUNG_STANDBY)
                    .isPresent();
        }
    }

    private final DetectorPolicy policy;
    private final Scenario scenario;
    private final List<Fault> pending;
    private final Map<ServiceName, List<Process>> processes = new TreeMap<>();
    private final Map<ServiceName, SystemTime> sufferedAt = new TreeMap<>();
    private final Set<ServiceName> working = new TreeSet<>();
    private final List<ServiceName> inOrder;
    private final Set<Foundation> up = EnumSet.allOf(Foundation.class);
    private SystemTime now = Scenario.START;
    private int started;

    House(DetectorPolicy policy, Scenario scenario) {
        this.policy = policy;
        this.scenario = scenario;
        this.pending = new ArrayList<>(scenario.faults());
        this.inOrder = deepestFirst(policy);
        SystemTime longAgo = Scenario.START.minus(Duration.ofHours(1));
        for (ServiceName service : policy.services().keySet()) {
            List<Process> all = new ArrayList<>(List.of(new Process(service + "-0", Role.ACTIVE, 1, longAgo)));
            if (scenario.standbys().contains(service)) {
                all.add(new Process(service + "-1", Role.STANDBY, 0, longAgo));
            }
            processes.put(service, all);
        }
        settle();
    }

    SystemTime now() {
        return now;
    }

    /** Lets time pass: faults begin and end, leases pass on, what stands on something well works again. */
    void passUntil(SystemTime then) {
        while (now.isBefore(then)) {
            now = now.plus(Duration.ofSeconds(1));
            for (Foundation foundation : Foundation.values()) {
                boolean away = false;
                for (Fault fault : scenario.faults()) {
                    away |= fault.kind() == outage(foundation) && fault.lasts(now);
                }
                if (away) {
                    up.remove(foundation);
                } else {
                    up.add(foundation);
                }
            }
            beginAndEnd();
            settle();
        }
    }

    /** Whether the service has an illness of its own that a restart is right for. */
    boolean isIll(ServiceName service) {
        return processes(service).stream()
                .anyMatch(process -> process.isHung()
                        || process.role == Role.ACTIVE
                                && process.illness
                                        .filter(fault -> fault.kind().isMendedByRestart())
                                        .isPresent());
    }

    boolean isWorking(ServiceName service) {
        return working.contains(service);
    }

    private boolean isUp(Foundation foundation) {
        return up.contains(foundation);
    }

    /** Database and API server are asked at each look; an exchange's outage is noticed a moment after it has begun. */
    boolean seemsUp(Foundation foundation) {
        return scenario.faults().stream()
                .noneMatch(fault -> fault.kind() == outage(foundation)
                        && fault.lasts(now)
                        && fault.from().until(now).compareTo(notice(foundation)) >= 0);
    }

    private Duration notice(Foundation foundation) {
        return switch (foundation) {
            case DATABASE, RUNTIME -> Duration.ZERO;
            case COINBASE, KALSHI -> scenario.notice();
        };
    }

    boolean isOrderInDoubt() {
        return scenario.faults().stream()
                .anyMatch(fault -> fault.kind() == FaultKind.ORDER_IN_DOUBT && fault.lasts(now));
    }

    Optional<Pause> pause(ServiceName service) {
        return scenario.faults().stream()
                .filter(fault -> fault.kind() == FaultKind.PAUSED
                        && fault.service().filter(service::equals).isPresent()
                        && fault.lasts(now))
                .map(fault -> new Pause("jane", fault.until()))
                .findFirst();
    }

    /** Whether the instance may still act: it holds the lease, and the lease lives. */
    boolean mayAct(ServiceName service, String instance) {
        return lease(service)
                .filter(lease -> !lease.expired() && lease.holder().equals(instance))
                .isPresent();
    }

    Observed observe() {
        Map<ServiceName, ServiceObservation> seen = new TreeMap<>();
        boolean apiServer = seemsUp(Foundation.RUNTIME);
        boolean database = seemsUp(Foundation.DATABASE);
        if (apiServer) {
            processes.forEach((service, all) -> seen.put(
                    service,
                    new ServiceObservation(
                            service,
                            all.stream()
                                    .map(process -> observe(service, process))
                                    .toList(),
                            database ? lease(service) : Optional.empty(),
                            pause(service))));
        }
        EnumSet<Foundation> known = EnumSet.noneOf(Foundation.class);
        for (Foundation foundation : Foundation.values()) {
            if (seemsUp(foundation)) {
                known.add(foundation);
            }
        }
        return new Observed(now, new TreeSet<>(known), new TreeMap<>(seen), !database || isOrderInDoubt(), Mandate.ACT);
    }

    void remedy(Remedy remedy) {
        switch (remedy) {
            case Remedy.RestartInstance restart -> replace(restart.service(), Optional.of(restart.instance()));
            case Remedy.RollService roll -> replace(roll.service(), Optional.empty());
            case Remedy.RestartSystem restart ->
                policy.services().values().stream()
                        .filter(ServicePolicy::restartable)
                        .forEach(service -> replace(service.name(), Optional.empty()));
        }
        settle();
    }

    private void replace(ServiceName service, Optional<String> instance) {
        List<Process> all = processes(service);
        for (Process old : List.copyOf(all)) {
            if (instance.filter(name -> !name.equals(old.name)).isEmpty()) {
                all.remove(old);
                boolean activeLeft = all.stream().anyMatch(other -> other.role == Role.ACTIVE);
                Process fresh = start(service, activeLeft || !all.isEmpty() ? Role.STANDBY : Role.ACTIVE);
                old.illness
                        .filter(fault -> fault.kind() == FaultKind.POISONED && now.isBefore(fault.until()))
                        .ifPresent(fault -> fall(fresh, fault));
                all.add(fresh);
                promote(all);
            }
        }
    }

    private Process start(ServiceName service, Role role) {
        return new Process(service + "-r" + ++started, role, role == Role.ACTIVE ? started + 1L : 0, now);
    }

    /** Without an active one that can renew its lease, another takes over. */
    private void promote(List<Process> all) {
        boolean held = all.stream()
                .anyMatch(process -> process.role == Role.ACTIVE
                        && !(process.isHung() && process.illSince.until(now).compareTo(LEASE) >= 0));
        if (!held) {
            all.stream()
                    .filter(process -> process.role == Role.STANDBY && !process.isHung())
                    .findFirst()
                    .ifPresent(heir -> {
                        all.forEach(process -> process.role = Role.STANDBY);
                        heir.role = Role.ACTIVE;
                        heir.epoch = ++started + 1L;
                    });
        }
    }

    private void beginAndEnd() {
        for (Fault fault : List.copyOf(pending)) {
            if (!now.isBefore(fault.from())) {
                pending.remove(fault);
                fault.service().ifPresent(service -> strike(service, fault));
            }
        }
        Set<ServiceName> crashed = new TreeSet<>();
        for (Fault fault : scenario.faults()) {
            if (fault.kind() == FaultKind.CRASHED && fault.lasts(now)) {
                fault.service().ifPresent(crashed::add);
            }
        }
        processes.forEach((service, all) -> {
            for (Process process : all) {
                process.illness = process.illness.filter(
                        fault -> fault.kind().isMendedByRestart() || now.isBefore(fault.until()));
            }
            if (all.isEmpty() && !crashed.contains(service) && isUp(Foundation.RUNTIME)) {
                all.add(start(service, Role.ACTIVE));
            }
            promote(all);
        });
    }

    private void strike(ServiceName service, Fault fault) {
        List<Process> all = processes(service);
        switch (fault.kind()) {
            case CRASHED -> all.clear();
            case HUNG_STANDBY ->
                all.stream()
                        .filter(process -> process.role == Role.STANDBY)
                        .findFirst()
                        .ifPresent(process -> fall(process, fault));
            case HUNG, STUCK, POISONED, HICCUP, CATCHING_UP ->
                all.stream()
                        .filter(process -> process.role == Role.ACTIVE && process.illness.isEmpty())
                        .findFirst()
                        .ifPresent(process -> fall(process, fault));
            case DATABASE_AWAY, API_SERVER_AWAY, COINBASE_AWAY, KALSHI_AWAY, ORDER_IN_DOUBT, PAUSED -> {}
        }
    }

    private void fall(Process process, Fault fault) {
        process.illness = Optional.of(fault);
        process.illSince = now;
    }

    /** Who works now, the deepest first. */
    private void settle() {
        for (ServiceName service : inOrder) {
            ServicePolicy own = policy.services().get(service);
            if (own == null) {
                continue;
            }
            boolean stands = working.containsAll(own.dependsOn()) && up.containsAll(own.standsOn());
            if (!stands) {
                sufferedAt.put(service, now);
            }
            Duration recovery = Duration.ofSeconds(scenario.recovery().getOrDefault(service, 1));
            boolean recovered = Optional.ofNullable(sufferedAt.get(service))
                    .filter(suffered -> suffered.until(now).compareTo(recovery) < 0)
                    .isEmpty();
            boolean works = stands
                    && recovered
                    && processes(service).stream()
                            .anyMatch(process -> process.role == Role.ACTIVE
                                    && process.illness.isEmpty()
                                    && process.startedAt.until(now).compareTo(START_UP) >= 0);
            if (works) {
                working.add(service);
            } else {
                working.remove(service);
            }
            for (Process process : processes(service)) {
                process.beatAt = process.isHung() ? process.beatAt : now;
                boolean moves = process.illness
                        .filter(fault -> fault.kind() == FaultKind.CATCHING_UP)
                        .isPresent();
                process.workDone += process.role == Role.ACTIVE && (works || moves) ? 1 : 0;
            }
        }
    }

    private Optional<ServiceObservation.Lease> lease(ServiceName service) {
        return processes(service).stream()
                .filter(process -> process.role == Role.ACTIVE)
                .findFirst()
                .map(holder -> new ServiceObservation.Lease(
                        holder.name,
                        holder.isHung() && holder.illSince.until(now).compareTo(LEASE) >= 0));
    }

    private InstanceObservation observe(ServiceName service, Process process) {
        return new InstanceObservation(
                process.name,
                process.role,
                process.epoch,
                process.startedAt,
                Optional.of(process.beatAt),
                process.role == Role.ACTIVE && isWorking(service),
                process.workDone);
    }

    private List<Process> processes(ServiceName service) {
        return processes.computeIfAbsent(service, name -> new ArrayList<>());
    }

    private static FaultKind outage(Foundation foundation) {
        return switch (foundation) {
            case DATABASE -> FaultKind.DATABASE_AWAY;
            case RUNTIME -> FaultKind.API_SERVER_AWAY;
            case COINBASE -> FaultKind.COINBASE_AWAY;
            case KALSHI -> FaultKind.KALSHI_AWAY;
        };
    }

    private static List<ServiceName> deepestFirst(DetectorPolicy policy) {
        List<ServiceName> ordered = new ArrayList<>();
        List<ServicePolicy> left = new ArrayList<>(policy.services().values());
        while (!left.isEmpty()) {
            List<ServicePolicy> next = left.stream()
                    .filter(service -> ordered.containsAll(service.dependsOn()))
                    .toList();
            next.forEach(service -> ordered.add(service.name()));
            left.removeAll(next);
        }
        return ordered;
    }
}
