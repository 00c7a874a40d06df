package io.recio.failuredetector.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person decides. Whatever is absent has the detector's own default; durations are such as 15s, 2m, 4h. */
public record CascadePolicySpec(
        @JsonPropertyDescription("Decide and record what would be done, and do nothing. Default false.") @Nullable
        Boolean dryRun,

        @JsonPropertyDescription("Every service to watch, by its component label. Absent: the documented twelve.")
        @Nullable
        Map<String, Watched> services,

        @JsonPropertyDescription("When something counts as failed, and how long to wait for it to recover by itself.")
        @Nullable
        Thresholds thresholds,

        @JsonPropertyDescription("How much may be restarted.") @Nullable
        Budgets budgets,

        @JsonPropertyDescription("What each attempt at the same service does, and how long it waits.") @Nullable
        Ladder ladder) {

    /** One service. */
    public record Watched(
            @JsonPropertyDescription("Services without whose results it cannot produce its own.") @Nullable
            List<String> dependsOn,

            @JsonPropertyDescription("What no restart of ours can mend, and it stands on.") @Nullable
            List<StandsOn> standsOn,

            @JsonPropertyDescription("Whether trading cannot go on without it. Default false.") @Nullable
            Boolean critical,

            @JsonPropertyDescription("Whether it must not be restarted while an order is in doubt. Default false.")
            @Nullable
            Boolean handlesOrders,

            @JsonPropertyDescription("False: watch it only. Default true.") @Nullable
            Boolean restartable,

            @JsonPropertyDescription("What counts as a functional failure.") @Nullable
            FunctionalFailure functionalFailure) {}

    /** What no restart mends; the API server is one for everybody. */
    public enum StandsOn {
        @JsonProperty("Database")
        DATABASE,
        @JsonProperty("Coinbase")
        COINBASE,
        @JsonProperty("Kalshi")
        KALSHI
    }

    /** Which of the freshness figures a service shows under {@code /q/health/ready} count. */
    public record FunctionalFailure(
            @JsonPropertyDescription("A late one of these is a failure. Absent or empty: every figure counts.")
            @Nullable
            List<String> figures) {}

    /** Durations. */
    public record Thresholds(
            @JsonPropertyDescription("A heartbeat older than this is missed. Default 5s.") @Pattern(LENGTH) @Nullable
            String heartbeatLimit,

            @JsonPropertyDescription(
                    "How long a service must be unwell, and its work counter stand still, before it is restarted."
                            + " Default 15s.")
            @Pattern(LENGTH)
            @Nullable
            String patience,

            @JsonPropertyDescription("How long a new instance may take to its first result. Default 60s.")
            @Pattern(LENGTH)
            @Nullable
            String startGrace,

            @JsonPropertyDescription("How long dependents get to recover once their cause is well. Default 30s.")
            @Pattern(LENGTH)
            @Nullable
            String settle,

            @JsonPropertyDescription("A service well for so long begins its backoff anew. Default 10m.")
            @Pattern(LENGTH)
            @Nullable
            String stableAfter) {}

    /** Limits. */
    public record Budgets(
            @JsonPropertyDescription("Services restarted within the window. Default, and most: a third of all.")
            @Min(1)
            @Nullable
            Integer services,

            @JsonPropertyDescription("Slides. Default 10m.") @Pattern(LENGTH) @Nullable
            String window,

            @JsonPropertyDescription("The least time between two restarts of everything. Default, and least: 4h.")
            @Pattern(LENGTH)
            @Nullable
            String systemRestartEvery) {}

    /** Attempts. */
    public record Ladder(
            @JsonPropertyDescription(
                    "The wait before each restart of one service; after the last it is left alone and a person alerted."
                            + " Default 0s, 1m, 2m, 4m, 8m, 15m.")
            @Nullable
            List<String> backoff,

            @JsonPropertyDescription(
                    "Instance deletes the pod to blame, Service rolls the deployment; the last again and again."
                            + " Default Instance, Instance, Service.")
            @Nullable
            List<Step> steps) {}

    /** What an attempt restarts. */
    public enum Step {
        @JsonProperty("Instance")
        INSTANCE,
        @JsonProperty("Service")
        SERVICE
    }

    private static final String LENGTH = "^[0-9]+(ms|s|m|h)$";
}
