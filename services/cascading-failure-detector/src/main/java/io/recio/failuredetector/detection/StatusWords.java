package io.recio.failuredetector.detection;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.recio.domain.health.IncidentLevel;
import io.recio.domain.health.Withheld;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.policy.PolicyInForce;
import io.recio.failuredetector.resource.CascadePolicyStatus;
import io.recio.failuredetector.resource.CascadePolicyStatus.NotTaken;
import io.recio.failuredetector.resource.CascadePolicyStatus.Taken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is remembered, as the status shows it. */
final class StatusWords {

    private final PolicyInForce policy;
    private final String self;

    StatusWords(PolicyInForce policy, String self) {
        this.policy = policy;
        this.self = self;
    }

    /** The newest specification read; 0 before the first. */
    long generation() {
        return policy.verdict().map(PolicyInForce.Verdict::generation).orElse(0L);
    }

    /** @param before whose transition times are kept while nothing changes */
    CascadePolicyStatus status(
            Remembered remembered, @Nullable CascadePolicyStatus before, SystemTime now, String memory) {
        Outlook outlook = remembered.outlook();
        return new CascadePolicyStatus(
                generation(),
                outlook.level().name().toLowerCase(Locale.ROOT),
                outlook.causes().stream().findFirst().orElse(null),
                outlook.causes(),
                outlook.lastRemedy().orElse(null),
                outlook.lastRemedies().stream()
                        .map(remedy -> new Taken(
                                remedy.at().instant().toString(),
                                remedy.service(),
                                remedy.action(),
                                remedy.instance().orElse(null),
                                remedy.reason()))
                        .toList(),
                outlook.withheld().stream().map(StatusWords::notTaken).toList(),
                conditions(outlook, before, now),
                self,
                remembered.epoch(),
                memory);
    }

    /** Each has a message: an API server may take an empty one for none, and refuse the whole status. */
    private List<Condition> conditions(Outlook outlook, @Nullable CascadePolicyStatus before, SystemTime now) {
        Optional<String> refused = policy.verdict().flatMap(PolicyInForce.Verdict::refused);
        return List.of(
                condition(
                        "Accepted",
                        refused.isEmpty(),
                        refused.isEmpty() ? "SpecificationInForce" : "SpecificationRefused",
                        refused.orElse("generation " + generation() + " is in force"),
                        before,
                        now),
                condition(
                        "Healthy",
                        outlook.level() == IncidentLevel.NONE,
                        outlook.causes().isEmpty() ? "NoRootCause" : "RootCauseFound",
                        outlook.causes().isEmpty() ? "no failure needs a remedy" : String.join(", ", outlook.causes()),
                        before,
                        now),
                condition(
                        "Acting",
                        !outlook.dryRun(),
                        outlook.dryRun() ? "DryRun" : "RemediesAllowed",
                        outlook.dryRun() ? "remedies are recorded, not taken" : "remedies are taken",
                        before,
                        now));
    }

    private Condition condition(
            String type,
            boolean holds,
            String reason,
            String message,
            @Nullable CascadePolicyStatus before,
            SystemTime now) {
        String status = holds ? "True" : "False";
        String since = Optional.ofNullable(before)
                .map(CascadePolicyStatus::conditions)
                .flatMap(all -> all.stream()
                        .filter(each -> type.equals(each.getType()) && status.equals(each.getStatus()))
                        .map(Condition::getLastTransitionTime)
                        .findFirst())
                .orElse(now.instant().toString());
        return new ConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .withLastTransitionTime(since)
                .withObservedGeneration(generation())
                .build();
    }

    private static NotTaken notTaken(Withheld held) {
        return new NotTaken(
                held.service().value(),
                held.reason().name(),
                held.detail().isBlank() ? held.reason().name() : held.detail(),
                held.until().map(until -> until.instant().toString()).orElse(null));
    }
}
