package io.recio.failuredetector.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the detector shows, and remembers while the database is away. Written by the leader alone. */
public record CascadePolicyStatus(
        @JsonPropertyDescription("The generation of the specification that is in force.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("none, warning, critical or catastrophic.") @Nullable
        String level,

        @JsonPropertyDescription("The first root cause.") @Nullable
        String rootCause,

        @JsonPropertyDescription("Services and foundations that no other failure explains.") @Nullable
        List<String> rootCauses,

        @JsonPropertyDescription("The newest of lastRemedies in words.") @Nullable
        String lastRemedy,

        @JsonPropertyDescription("The newest first.") @Nullable
        List<Taken> lastRemedies,

        @JsonPropertyDescription("Remedies not taken now, each with its reason.") @Nullable
        List<NotTaken> withheld,

        @Nullable List<Condition> conditions,

        @JsonPropertyDescription("The instance that decides.") @Nullable
        String leader,

        @JsonPropertyDescription("Rises with each change of leader.") @Nullable
        Long epoch,

        @JsonPropertyDescription("What the next leader goes on from. Not for people.") @Nullable
        String memory) {

    /** A remedy that was taken. */
    public record Taken(
            String at,
            String service,
            String action,
            @Nullable String instance,
            String reason) {}

    /** A remedy that was not. */
    public record NotTaken(
            String service,
            String reason,
            String detail,
            @Nullable String until) {}
}
