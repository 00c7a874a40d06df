package io.recio.failuredetector.detection;

import io.recio.domain.health.Condition;
import io.recio.domain.health.DetectorDecision;
import io.recio.domain.health.Remedy;
import io.recio.domain.health.ServiceName;
import io.recio.failuredetector.observation.Look;
import io.recio.failuredetector.runtime.RemedyRefused;
import io.recio.failuredetector.runtime.RunningInstance;
import io.recio.failuredetector.runtime.RuntimeUnreachable;
import io.recio.failuredetector.runtime.ServiceRuntime;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has the runtime restart instances, one at a time. */
@Singleton
class Restarts {

    private static final Logger LOG = Logger.getLogger(Restarts.class);

    private final ServiceRuntime runtime;

    Restarts(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    /** @return why it could not be done */
    Optional<String> restart(Remedy.RestartInstance remedy) {
        return tried(remedy.service(), () -> runtime.restart(remedy.service(), remedy.instance()));
    }

    /** @return why it could not be done */
    Optional<String> roll(Remedy.RollService remedy) {
        return tried(remedy.service(), () -> runtime.roll(remedy.service()));
    }

    private static Optional<String> tried(ServiceName service, Runnable remedy) {
        try {
            remedy.run();
            return Optional.empty();
        } catch (RuntimeUnreachable | RemedyRefused e) {
            LOG.errorf("Restart failed service=%s reason=%s", service, e.getMessage());
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Goes on with the plan: waits for the current one, then restarts the next. */
    RestartPlan advance(RestartPlan plan, Look look, DetectorDecision decision, Duration grace) {
        RestartPlan now =
                plan.current().isPresent() && isDone(plan.current().get(), look, decision, grace) ? plan.ended() : plan;
        if (now.current().isPresent() || now.left().isEmpty()) {
            return now;
        }
        RunningInstance next = now.left().getFirst();
        RestartPlan begun = now.begin(look.observed().at());
        LOG.infof("Restarting as asked service=%s instance=%s", next.service(), next.instance());
        return restart(new Remedy.RestartInstance(next.service(), next.instance(), Condition.Fault.NONE))
                .map(reason -> begun.failed(next.service() + ": " + reason))
                .orElse(begun);
    }

    private static boolean isDone(RestartPlan.Current current, Look look, DetectorDecision decision, Duration grace) {
        if (current.since().until(look.observed().at()).compareTo(grace) >= 0) {
            return true;
        }
        Condition condition = decision.conditions().get(current.instance().service());
        boolean replaced = look.services()
                .filter(services -> services.running(current.instance().service()).stream()
                        .noneMatch(running ->
                                running.instance().equals(current.instance().instance())))
                .isPresent();
        return replaced && condition != null && condition.state() == Condition.State.WELL;
    }
}
