package io.recio.failuredetector.incident;

import io.recio.domain.health.Condition;
import io.recio.domain.health.Condition.State;
import io.recio.domain.health.DetectorDecision;
import io.recio.domain.health.Foundation;
import io.recio.domain.health.IncidentLevel;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.Withheld;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.observation.Look;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One look and its decision, put in words. */
final class Situation {

    private final Look look;
    private final DetectorDecision decision;
    private final Map<ServiceName, Withheld> held = new TreeMap<>();

    Situation(Look look, DetectorDecision decision) {
        this.look = look;
        this.decision = decision;
        decision.withheld().forEach(each -> held.putIfAbsent(each.service(), each));
    }

    SystemTime at() {
        return look.observed().at();
    }

    DetectorDecision decision() {
        return decision;
    }

    /** The foundations that are down, in small letters, and how we know. */
    Map<String, String> down() {
        TreeMap<String, String> down = new TreeMap<>();
        look.down().forEach((foundation, because) -> down.put(text(foundation), because));
        return down;
    }

    Optional<Withheld> heldBack(ServiceName service) {
        return Optional.ofNullable(held.get(service));
    }

    /** Follows what stands in the way to where it begins. */
    String rootOf(ServiceName service) {
        Withheld reason = held.get(service);
        if (reason == null) {
            return service.value();
        }
        return switch (reason.reason()) {
            case FOUNDATION_DOWN -> reason.detail().toLowerCase(Locale.ROOT);
            case DEPENDENCY_UNWELL -> rootOf(new ServiceName(reason.detail()));
            case DEPENDENCY_SETTLING,
                    RUNTIME_RESTARTS_IT,
                    NOT_RESTARTABLE,
                    PAUSED_BY_OPERATOR,
                    PATIENCE,
                    ORDER_IN_DOUBT,
                    REMEDY_IN_FLIGHT,
                    GIVEN_UP,
                    BACKING_OFF,
                    BUDGET_SPENT,
                    DRY_RUN,
                    SYSTEM_RESTART_WITHHELD,
                    SYSTEM_RESTARTED_LATELY -> service.value();
        };
    }

    /** At least a warning for a service, critical for a foundation: nothing can be mended meanwhile. */
    IncidentLevel level(String root) {
        IncidentLevel least = isService(root) ? IncidentLevel.WARNING : IncidentLevel.CRITICAL;
        return decision.level().compareTo(least) > 0 ? decision.level() : least;
    }

    Map<String, String> facts(String root) {
        TreeMap<String, String> facts = new TreeMap<>(down());
        facts.put("rootCause", root);
        facts.put("level", level(root).name());
        if (isService(root)) {
            facts.put("condition", condition(root));
        }
        return facts;
    }

    /** Everything that is not well. */
    Map<String, String> symptoms() {
        TreeMap<String, String> symptoms = new TreeMap<>(down());
        decision.conditions().forEach((service, condition) -> {
            if (condition.state() != State.WELL) {
                symptoms.put(service.value(), condition(service.value()));
            }
        });
        return symptoms;
    }

    /** Such as {@code UNWELL NO_CORRECT_RESULT late=[tick]}. */
    String condition(String service) {
        ServiceName name = new ServiceName(service);
        Condition condition = decision.conditions().get(name);
        if (condition == null) {
            return "unknown";
        }
        List<String> late = look.lateFigures().getOrDefault(name, List.of());
        return condition.state() + " " + condition.fault() + (late.isEmpty() ? "" : " late=" + late);
    }

    boolean isService(String root) {
        return decision.conditions().containsKey(new ServiceName(root));
    }

    boolean isWell(String service) {
        Condition condition = decision.conditions().get(new ServiceName(service));
        return condition != null && condition.state() == State.WELL;
    }

    private static String text(Foundation foundation) {
        return foundation.name().toLowerCase(Locale.ROOT);
    }
}
