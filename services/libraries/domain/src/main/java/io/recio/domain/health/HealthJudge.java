package io.recio.domain.health;

import io.recio.domain.health.Condition.Fault;
import io.recio.domain.health.Condition.State;
import io.recio.domain.health.InstanceObservation.Role;
import io.recio.domain.health.ServiceHistory.Progress;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges one service by its results: freshness only of the active instance, and never while its work moves on. */
final class HealthJudge {

    private static final Comparator<InstanceObservation> BY_EPOCH =
            Comparator.comparingLong(InstanceObservation::epoch).thenComparing(InstanceObservation::instance);

    private final DetectorPolicy policy;
    private final SystemTime now;

    HealthJudge(DetectorPolicy policy, SystemTime now) {
        this.policy = policy;
        this.now = now;
    }

    /** The work counters as of now: a new instance, or a moved counter, counts as movement. */
    SortedMap<String, Progress> progress(ServiceObservation service, ServiceHistory history) {
        SortedMap<String, Progress> progress = new TreeMap<>();
        for (InstanceObservation instance : service.instances()) {
            Progress before = history.progress().get(instance.instance());
            boolean stands = before != null && before.workDone() == instance.workDone();
            progress.put(
                    instance.instance(),
                    stands ? before : new Progress(instance.workDone(), before == null ? instance.startedAt() : now));
        }
        return progress;
    }

    Condition judge(ServiceObservation service, SortedMap<String, Progress> progress) {
        if (service.instances().isEmpty()) {
            return new Condition(State.ABSENT, Fault.NO_INSTANCE, Optional.empty());
        }
        Optional<InstanceObservation> active = service.instances().stream()
                .filter(instance -> instance.role() == Role.ACTIVE)
                .max(BY_EPOCH);
        if (active.isEmpty()) {
            return withoutActive(service);
        }
        Condition condition = judgeActive(active.get(), progress);
        return condition.state() == State.WELL ? judgeStandbys(service) : condition;
    }

    private Condition withoutActive(ServiceObservation service) {
        boolean starting = service.instances().stream().anyMatch(this::isStarting);
        InstanceObservation oldest = service.instances().stream()
                .min(Comparator.comparing(InstanceObservation::startedAt).thenComparing(BY_EPOCH))
                .orElseThrow();
        return new Condition(
                starting ? State.STARTING : State.UNWELL, Fault.NO_ACTIVE_INSTANCE, Optional.of(oldest.instance()));
    }

    private Condition judgeActive(InstanceObservation active, SortedMap<String, Progress> progress) {
        boolean beats = beats(active);
        if (beats && active.functional()) {
            return Condition.WELL;
        }
        if (moves(active, progress)) {
            Fault fault = beats ? Fault.NO_CORRECT_RESULT : Fault.HEARTBEAT_MISSED;
            return new Condition(State.CATCHING_UP, fault, Optional.of(active.instance()));
        }
        State state = isStarting(active) ? State.STARTING : State.UNWELL;
        Fault fault = beats ? Fault.NO_CORRECT_RESULT : Fault.HEARTBEAT_MISSED;
        return new Condition(state, fault, Optional.of(active.instance()));
    }

    private Condition judgeStandbys(ServiceObservation service) {
        return service.instances().stream()
                .filter(instance -> instance.role() == Role.STANDBY)
                .filter(instance -> !beats(instance) && !isStarting(instance))
                .min(BY_EPOCH)
                .map(standby ->
                        new Condition(State.DEGRADED, Fault.STANDBY_HEARTBEAT_MISSED, Optional.of(standby.instance())))
                .orElse(Condition.WELL);
    }

    private boolean beats(InstanceObservation instance) {
        return instance.heartbeatAt()
                .filter(at -> at.until(now).compareTo(policy.heartbeatLimit()) <= 0)
                .isPresent();
    }

    private boolean moves(InstanceObservation instance, SortedMap<String, Progress> progress) {
        Progress seen = progress.get(instance.instance());
        return seen != null
                && seen.movedAt().isAfter(instance.startedAt())
                && isWithin(seen.movedAt(), policy.patience());
    }

    private boolean isStarting(InstanceObservation instance) {
        return isWithin(instance.startedAt(), policy.startGrace());
    }

    private boolean isWithin(SystemTime since, Duration limit) {
        return since.until(now).compareTo(limit) < 0;
    }
}
