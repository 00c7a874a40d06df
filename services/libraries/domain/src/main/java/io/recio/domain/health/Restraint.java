package io.recio.domain.health;

import io.recio.domain.health.Condition.State;
import io.recio.domain.health.Withheld.Reason;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every reason not to restart a service now, in the order in which they are asked. */
final class Restraint {

    private final Observed observed;
    private final DetectorPolicy policy;
    private final DependencyGraph graph;
    private final SortedMap<ServiceName, Condition> conditions;
    private final DetectorHistory history;

    Restraint(
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

    /**
     * The first reason that holds; empty when it may be restarted.
     *
     * @param taken whether this look has decided on another remedy already
     */
    Optional<Withheld> against(ServiceName service, boolean taken) {
        return Stream.<Supplier<Optional<Withheld>>>of(
                        () -> foundation(service),
                        () -> dependency(service),
                        () -> absence(service),
                        () -> mandate(service),
                        () -> pause(service),
                        () -> patience(service),
                        () -> settling(service),
                        () -> orders(service),
                        () -> attempts(service),
                        () -> inFlight(service, taken),
                        () -> backoff(service),
                        () -> budget(service),
                        () -> dryRun(service))
                .flatMap(reason -> reason.get().stream())
                .findFirst();
    }

    /** The same for an operator's request, which overrides patience, backoff and budget. */
    Optional<Withheld> againstRequest(ServiceName service) {
        if (!observed.foundationsUp().contains(Foundation.RUNTIME)) {
            return Optional.of(withheld(service, Reason.FOUNDATION_DOWN, Foundation.RUNTIME.name()));
        }
        return orders(service).or(() -> inFlight(service, false));
    }

    private Optional<Withheld> foundation(ServiceName service) {
        return graph.foundationsOf(service).stream()
                .filter(foundation -> !observed.foundationsUp().contains(foundation))
                .findFirst()
                .map(foundation -> withheld(service, Reason.FOUNDATION_DOWN, foundation.name()));
    }

    private Optional<Withheld> dependency(ServiceName service) {
        return graph.dependenciesOf(service).stream()
                .filter(dependency -> !state(dependency).carries())
                .min(graph.deepestFirst())
                .map(dependency -> withheld(service, Reason.DEPENDENCY_UNWELL, dependency.value()));
    }

    private Optional<Withheld> absence(ServiceName service) {
        return state(service) == State.ABSENT
                ? Optional.of(withheld(service, Reason.RUNTIME_RESTARTS_IT, "no instance runs"))
                : Optional.empty();
    }

    private Optional<Withheld> mandate(ServiceName service) {
        if (!policyOf(service).restartable()) {
            return Optional.of(withheld(service, Reason.NOT_RESTARTABLE, service.value()));
        }
        return observed.mandate() == Mandate.WAIT
                ? Optional.of(withheld(service, Reason.REMEDY_IN_FLIGHT, "what a person asked for is under way"))
                : Optional.empty();
    }

    private Optional<Withheld> pause(ServiceName service) {
        return observed.pauseOf(service)
                .map(pause -> new Withheld(
                        service, Reason.PAUSED_BY_OPERATOR, "by " + pause.owner(), Optional.of(pause.until())));
    }

    /** Asked last: what is withheld for this is what would have been done. */
    private Optional<Withheld> dryRun(ServiceName service) {
        return observed.mandate() == Mandate.DRY_RUN
                ? Optional.of(withheld(
                        service,
                        Reason.DRY_RUN,
                        "would restart " + instance(service).orElse(service.value())))
                : Optional.empty();
    }

    private Optional<Withheld> patience(ServiceName service) {
        SystemTime until =
                history.of(service).unwellSince().orElse(observed.at()).plus(policy.patience());
        return waiting(service, Reason.PATIENCE, "may recover by itself", until);
    }

    private Optional<Withheld> settling(ServiceName service) {
        return graph.dependenciesOf(service).stream()
                .flatMap(dependency -> history.of(dependency).carriesSince().stream()
                        .map(since -> waiting(
                                service, Reason.DEPENDENCY_SETTLING, dependency.value(), since.plus(policy.settle()))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Withheld> orders(ServiceName service) {
        return policyOf(service).handlesOrders() && observed.orderInDoubt() && !mayNotAct(service)
                ? Optional.of(withheld(service, Reason.ORDER_IN_DOUBT, "its lease has neither expired nor passed on"))
                : Optional.empty();
    }

    /** Whether the instance to blame has lost the lease; without one to blame, whether nobody has it. */
    private boolean mayNotAct(ServiceName service) {
        return observed.of(service)
                .lease()
                .filter(lease -> instance(service).map(lease::hasLeft).orElse(lease.expired()))
                .isPresent();
    }

    private Optional<String> instance(ServiceName service) {
        return Optional.ofNullable(conditions.get(service)).flatMap(Condition::instance);
    }

    private Optional<Withheld> attempts(ServiceName service) {
        int restarts = history.of(service).restarts().size();
        return restarts >= policy.backoff().size()
                ? Optional.of(withheld(service, Reason.GIVEN_UP, restarts + " restarts did not help"))
                : Optional.empty();
    }

    private Optional<Withheld> inFlight(ServiceName service, boolean taken) {
        if (taken) {
            return Optional.of(withheld(service, Reason.REMEDY_IN_FLIGHT, "another is restarted now"));
        }
        return history.inFlight().map(flight -> {
            String what =
                    switch (flight.remedy()) {
                        case Remedy.RestartInstance restart -> restart.service().value();
                        case Remedy.RollService roll -> roll.service().value();
                        case Remedy.RestartSystem restart -> "restart of everything";
                    };
            return new Withheld(
                    service,
                    Reason.REMEDY_IN_FLIGHT,
                    what,
                    Optional.of(flight.since().plus(policy.startGrace())));
        });
    }

    private Optional<Withheld> backoff(ServiceName service) {
        List<SystemTime> restarts = history.of(service).restarts();
        if (restarts.isEmpty()) {
            return Optional.empty();
        }
        Duration wait = policy.backoff().get(restarts.size());
        return waiting(
                service,
                Reason.BACKING_OFF,
                "after " + restarts.size() + " restarts",
                restarts.getLast().plus(wait));
    }

    /** Counts services, not restarts: one that restarts often is held back by its own backoff. */
    private Optional<Withheld> budget(ServiceName service) {
        SystemTime from = observed.at().minus(policy.budgetWindow());
        List<SystemTime> others = history.services().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(service))
                .flatMap(entry -> entry.getValue().restarts().stream().max(SystemTime::compareTo).stream())
                .filter(last -> last.isAfter(from))
                .sorted()
                .toList();
        if (others.size() < policy.budget()) {
            return Optional.empty();
        }
        SystemTime free = others.get(others.size() - policy.budget()).plus(policy.budgetWindow());
        return Optional.of(new Withheld(
                service,
                Reason.BUDGET_SPENT,
                others.size() + " services restarted in "
                        + policy.budgetWindow().toMinutes() + " min",
                Optional.of(free)));
    }

    private Optional<Withheld> waiting(ServiceName service, Reason reason, String detail, SystemTime until) {
        return observed.at().isBefore(until)
                ? Optional.of(new Withheld(service, reason, detail, Optional.of(until)))
                : Optional.empty();
    }

    private static Withheld withheld(ServiceName service, Reason reason, String detail) {
        return new Withheld(service, reason, detail, Optional.empty());
    }

    private State state(ServiceName service) {
        Condition condition = conditions.get(service);
        return condition == null ? State.ABSENT : condition.state();
    }

    private ServicePolicy policyOf(ServiceName service) {
        ServicePolicy found = policy.services().get(service);
        if (found == null) {
            throw new IllegalArgumentException("expected a watched service, found " + service);
        }
        return found;
    }
}
