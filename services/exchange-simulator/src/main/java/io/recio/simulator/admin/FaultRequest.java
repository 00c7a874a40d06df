package io.recio.simulator.admin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultRule;
import io.recio.simulator.fault.FaultScope;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A fault as the operator asks for it. Scope and kind are needed; what is absent has the default of {@link #rule}. */
@RegisterForReflection
record FaultRequest(
        @Nullable String scope,
        @Nullable String kind,
        @Nullable String pattern,
        @Nullable Double probability,
        @Nullable Integer skip,
        @Nullable Integer limit,
        @Nullable Long lastingMillis,
        @Nullable Long delayMillis,
        @Nullable Integer count,
        @Nullable Integer status) {

    /** @throws IllegalArgumentException naming the field, what it must be and what it was */
    FaultRule rule(String name) {
        return new FaultRule(
                name,
                FaultScope.of(required("scope", scope)),
                FaultKind.of(required("kind", kind)),
                Optional.ofNullable(pattern).map(FaultRequest::compiled),
                probability == null ? 1 : probability,
                skip == null ? 0 : skip,
                limit == null ? OptionalInt.empty() : OptionalInt.of(limit),
                Optional.ofNullable(lastingMillis).map(Duration::ofMillis),
                Duration.ofMillis(delayMillis == null ? 0 : delayMillis),
                count == null ? 1 : count,
                status == null ? 503 : status);
    }

    private static String required(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given, was missing");
        }
        return value;
    }

    private static Pattern compiled(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("pattern must be a regular expression, was '" + text + "'", e);
        }
    }
}
