package io.recio.simulator.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.simulator.fault.FaultRule;
import io.recio.simulator.fault.FaultState;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A fault as the operator reads it; the settings are those of {@link FaultRequest}. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultView(
        String name,
        String scope,
        String kind,
        @Nullable String pattern,
        double probability,
        int skip,
        @Nullable Integer limit,
        @Nullable Long lastingMillis,
        long delayMillis,
        int count,
        int status,
        long struck,
        boolean over) {

    static FaultView of(FaultState state) {
        FaultRule rule = state.rule();
        return new FaultView(
                rule.name(),
                rule.scope().label(),
                rule.kind().label(),
                rule.pattern().map(Pattern::pattern).orElse(null),
                rule.probability(),
                rule.skip(),
                rule.limit().isPresent() ? rule.limit().getAsInt() : null,
                rule.lasting().map(Duration::toMillis).orElse(null),
                rule.delay().toMillis(),
                rule.count(),
                rule.status(),
                state.struck(),
                state.over());
    }
}
