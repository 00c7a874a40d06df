package io.recio.domain.health;

import io.recio.domain.health.Condition.State;
import io.recio.domain.health.DetectorHistory.InFlight;
import io.recio.domain.health.ServiceHistory.Progress;
import io.recio.domain.time.SystemTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares what is with what should be, and decides on one remedy at most. Pure; safe to repeat, driven by state alone.
 *
 * <p>Restarting helps only the deepest cause: whatever stands on something unwell is left alone until that has recovered.
 */
public final class DetectorRules {

    private final Observed observed;
    private final DetectorPolicy policy;
    private final DependencyGraph graph;
    private final SortedMap<ServiceName, Condition> conditions;
    private final DetectorHistory history;

    private DetectorRules(
            Observed observed,
            DetectorPolicy policy,
            DependencyGraph graph,
            SortedMap<ServiceName, Condition> conditions,
            DetectorHistory history) {
        this.observed = observed;
        this.policy = policy;
        this.graph = graph;
        this.conditions = conditions;
        this.history = history;
    }

    /** One look. The decision's history replaces the given one. */
    public static DetectorDecision reconcile(Observed observed, DetectorPolicy policy, DetectorHistory history) {
        HealthJudge judge = new HealthJudge(policy, observed.at());
        DependencyGraph graph = new DependencyGraph(policy.services());
        SortedMap<ServiceName, Condition> conditions = new TreeMap<>();
        SortedMap<ServiceName, ServiceHistory> services = new TreeMap<>();
        for (ServiceName name : policy.services().keySet()) {
            ServiceObservation seen = observed.of(name);
            SortedMap<String, Progress> progress = judge.progress(seen, history.of(name));
            Condition condition = judge.judge(seen, progress);
            conditions.put(name, condition);
            boolean founded = observed.foundationsUp().containsAll(graph.foundationsOf(name));
            services.put(name, remember(history.of(name), condition, progress, founded, observed.at(), policy));
        }
        Optional<InFlight> inFlight =
                history.inFlight().filter(flight -> isAwaited(flight, observed, policy, conditions));
        DetectorHistory now = new DetectorHistory(services, inFlight, history.systemRestartedAt());
        return new DetectorRules(observed, policy, graph, Collections.unmodifiableSortedMap(conditions), now).decide();
    }

    /**
     * Why an operator's request to restart a service must wait; empty when it may be carried out. Orders in doubt and a
     * remedy under way hold it back, the detector's own patience, backoff and budget do not.
     */
    public static Optional<Withheld> againstRequest(
            ServiceName service, Observed observed, DetectorPolicy policy, DetectorHistory history) {
        return new Restraint(
                        observed, policy, new DependencyGraph(policy.services()), Collections.emptySortedMap(), history)
                .againstRequest(service);
    }

    /** Unwellness counts anew from when its foundations work again: after an outage everyone gets the time to recover. */
    private static ServiceHistory remember(
            ServiceHistory before,
            Condition condition,
            SortedMap<String, Progress> progress,
            boolean founded,
            SystemTime at,
            DetectorPolicy policy) {
        boolean faulty = condition.state() == State.UNWELL || condition.state() == State.DEGRADED;
        Optional<SystemTime> unwellSince =
                faulty ? before.unwellSince().filter(since -> founded).or(() -> Optional.of(at)) : Optional.empty();
        Optional<SystemTime> carriesSince =
                condition.state().carries() ? Optional.of(before.carriesSince().orElse(at)) : Optional.empty();
        boolean stable = condition.state() == State.WELL
                && carriesSince
                        .filter(since -> since.until(at).compareTo(policy.stableAfter()) >= 0)
                        .isPresent();
        return new ServiceHistory(unwellSince, carriesSince, stable ? List.of() : before.restarts(), progress);
    }

    /** Until the service is well again, or its new instance has had its grace. */
    private static boolean isAwaited(
            InFlight flight, Observed observed, DetectorPolicy policy, SortedMap<ServiceName, Condition> conditions) {
        boolean inTime = flight.since().until(observed.at()).compareTo(policy.startGrace()) < 0;
        return inTime
                && switch (flight.remedy()) {
                    case Remedy.RestartInstance restart -> isNotWell(restart.service(), conditions);
                    case Remedy.RollService roll -> isNotWell(roll.service(), conditions);
                    case Remedy.RestartSystem restart ->
                        conditions.values().stream().anyMatch(condition -> condition.state() != State.WELL);
                };
    }

    private static boolean isNotWell(ServiceName service, SortedMap<ServiceName, Condition> conditions) {
        Condition condition = conditions.get(service);
        return condition != null && condition.state() != State.WELL;
    }

    private DetectorDecision decide() {
        List<ServiceName> unwell = conditions.keySet().stream()
                .filter(this::isFaulty)
                .sorted(this::inTurn)
                .toList();
        List<ServiceName> causes = unwell.stream()
                .filter(service -> unwellDependency(service).isEmpty())
                .toList();
        Restraint restraint = new Restraint(observed, policy, graph, conditions, history);
        List<Withheld> withheld = new ArrayList<>();
        Optional<Remedy> remedy = Optional.empty();
        for (ServiceName service : unwell) {
            Optional<Withheld> reason = restraint.against(service, remedy.isPresent());
            if (reason.isPresent()) {
                withheld.add(reason.get());
            } else {
                remedy = Optional.of(restart(service));
            }
        }
        List<ServiceName> givenUp = withheld.stream()
                .filter(held -> held.reason() == Withheld.Reason.GIVEN_UP)
                .map(Withheld::service)
                .toList();
        if (remedy.isEmpty()) {
            remedy = systemRestart(causes, givenUp, withheld);
        }
        return new DetectorDecision(
                level(givenUp), conditions, causes, remedy, withheld, givenUp, lookAgainAt(withheld), after(remedy));
    }

    /** A standby's illness is its own: the active instance is never rolled for it. */
    private Remedy restart(ServiceName service) {
        Condition condition = condition(service);
        Rung rung = policy.rung(history.of(service).restarts().size());
        return rung == Rung.SERVICE && condition.state() == State.UNWELL
                ? new Remedy.RollService(service, condition.fault())
                : new Remedy.RestartInstance(service, condition.instance().orElseThrow(), condition.fault());
    }

    /**
     * The deepest first; of equals, the one restarted least, so that a hopeless one keeps no other waiting; then the critical
     * one.
     */
    private int inTurn(ServiceName one, ServiceName other) {
        return Comparator.<ServiceName>comparingInt(
                        service -> graph.dependenciesOf(service).size())
                .thenComparingInt(service -> history.of(service).restarts().size())
                .thenComparing(service -> !isCritical(service))
                .thenComparing(Comparator.naturalOrder())
                .compare(one, other);
    }

    /** Everything at once is the last resort: half is down, and every cause of it was given up. */
    private Optional<Remedy> systemRestart(
            List<ServiceName> causes, List<ServiceName> givenUp, List<Withheld> withheld) {
        boolean hopeless = !givenUp.isEmpty()
                && causes.stream()
                        .filter(cause -> !condition(cause).state().carries())
                        .allMatch(givenUp::contains);
        if (!hopeless || history.inFlight().isPresent() || withoutResults() * 2 < conditions.size()) {
            return Optional.empty();
        }
        Optional<String> obstacle = againstSystemRestart();
        if (obstacle.isPresent()) {
            withheld.add(new Withheld(
                    causes.getFirst(), Withheld.Reason.SYSTEM_RESTART_WITHHELD, obstacle.get(), Optional.empty()));
            return Optional.empty();
        }
        Optional<SystemTime> allowedAt =
                history.systemRestartedAt().map(last -> last.plus(policy.systemRestartEvery()));
        if (allowedAt.filter(at -> observed.at().isBefore(at)).isPresent()) {
            withheld.add(new Withheld(
                    causes.getFirst(), Withheld.Reason.SYSTEM_RESTARTED_LATELY, "restart of everything", allowedAt));
            return Optional.empty();
        }
        return Optional.of(new Remedy.RestartSystem(withoutResults()));
    }

    private Optional<String> againstSystemRestart() {
        for (Foundation foundation : Foundation.values()) {
            if (!observed.foundationsUp().contains(foundation)) {
                return Optional.of(foundation + " is down");
            }
        }
        if (observed.orderInDoubt()) {
            return Optional.of("an order is in doubt");
        }
        if (observed.mandate() != Mandate.ACT) {
            return Optional.of(observed.mandate().toString());
        }
        return conditions.keySet().stream()
                .filter(service -> observed.pauseOf(service).isPresent())
                .map(service -> service + " is paused by an operator")
                .findFirst();
    }

    private IncidentLevel level(List<ServiceName> givenUp) {
        if (givenUp.stream().anyMatch(this::isCritical) || withoutResults() * 2 >= conditions.size()) {
            return IncidentLevel.CATASTROPHIC;
        }
        boolean critical = conditions.entrySet().stream()
                .anyMatch(entry -> isCritical(entry.getKey()) && isWithoutResults(entry.getValue()));
        if (critical || !givenUp.isEmpty()) {
            return IncidentLevel.CRITICAL;
        }
        boolean allWell = conditions.values().stream().allMatch(condition -> condition.state() == State.WELL);
        return allWell ? IncidentLevel.NONE : IncidentLevel.WARNING;
    }

    private int withoutResults() {
        return (int) conditions.values().stream()
                .filter(DetectorRules::isWithoutResults)
                .count();
    }

    private static boolean isWithoutResults(Condition condition) {
        return condition.state() == State.UNWELL || condition.state() == State.ABSENT;
    }

    private boolean isCritical(ServiceName service) {
        ServicePolicy found = policy.services().get(service);
        return found != null && found.critical();
    }

    private SystemTime lookAgainAt(List<Withheld> withheld) {
        SystemTime latest = observed.at().plus(policy.interval());
        return Stream.concat(Stream.of(latest), withheld.stream().flatMap(held -> held.until().stream()))
                .min(SystemTime::compareTo)
                .orElse(latest);
    }

    private DetectorHistory after(Optional<Remedy> remedy) {
        if (remedy.isEmpty()) {
            return history;
        }
        Optional<InFlight> inFlight = Optional.of(new InFlight(remedy.get(), observed.at()));
        return switch (remedy.get()) {
            case Remedy.RestartInstance restart -> restarted(restart.service(), inFlight);
            case Remedy.RollService roll -> restarted(roll.service(), inFlight);
            case Remedy.RestartSystem restart -> {
                SortedMap<ServiceName, ServiceHistory> services = new TreeMap<>();
                history.services()
                        .forEach((name, before) -> services.put(
                                name,
                                new ServiceHistory(
                                        before.unwellSince(), before.carriesSince(), List.of(), before.progress())));
                yield new DetectorHistory(services, inFlight, Optional.of(observed.at()));
            }
        };
    }

    private DetectorHistory restarted(ServiceName service, Optional<InFlight> inFlight) {
        SortedMap<ServiceName, ServiceHistory> services = new TreeMap<>(history.services());
        ServiceHistory before = history.of(service);
        List<SystemTime> restarts = new ArrayList<>(before.restarts());
        restarts.add(observed.at());
        services.put(
                service, new ServiceHistory(before.unwellSince(), before.carriesSince(), restarts, before.progress()));
        return new DetectorHistory(services, inFlight, history.systemRestartedAt());
    }

    private Optional<ServiceName> unwellDependency(ServiceName service) {
        return graph.dependenciesOf(service).stream()
                .filter(dependency -> !condition(dependency).state().carries())
                .min(graph.deepestFirst());
    }

    private boolean isFaulty(ServiceName service) {
        return switch (condition(service).state()) {
            case UNWELL, DEGRADED, ABSENT -> true;
            case WELL, STARTING, CATCHING_UP -> false;
        };
    }

    private Condition condition(ServiceName service) {
        return conditions.getOrDefault(service, Condition.WELL);
    }
}
