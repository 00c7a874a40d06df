package io.recio.simulator.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A fault that may strike, under a name.
 *
 * @param pattern regular expression found anywhere in the detail of a scope; absent strikes everything
 * @param probability chance that a matching frame or request is struck, above 0 up to 1
 * @param skip matching frames or requests left alone first
 * @param limit how many times it strikes at most; absent is without end
 * @param lasting real time after which it ends by itself; absent is until it is removed
 * @param delay see {@link Fault#delay}
 * @param count see {@link Fault#count}
 * @param status see {@link Fault#status}
 */
public record FaultRule(
        String name,
        FaultScope scope,
        FaultKind kind,
        Optional<Pattern> pattern,
        double probability,
        int skip,
        OptionalInt limit,
        Optional<Duration> lasting,
        Duration delay,
        int count,
        int status) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    public FaultRule {
        check(NAME.matcher(name).matches(), "name must be 1 to 64 small letters, digits or hyphens, was '%s'", name);
        check(kind.fits(scope), "kind %s does not strike scope %s", kind.label(), scope.label());
        check(probability > 0 && probability <= 1, "probability must be above 0 up to 1, was %s", probability);
        check(skip >= 0, "skip must not be negative, was %s", skip);
        check(limit.isEmpty() || limit.getAsInt() > 0, "limit must be at least 1, was %s", limit);
        check(lasting.isEmpty() || lasting.get().isPositive(), "lasting must be positive, was %s", lasting);
        check(delay.abs().compareTo(LONGEST_DELAY) <= 0, "delay must be at most an hour, was %s", delay);
        check(
                kind == FaultKind.CLOCK_SKEW || !delay.isNegative(),
                "delay of %s must not be negative, was %s",
                kind.label(),
                delay);
        check(count >= 0, "count must not be negative, was %s", count);
        check(status >= 500 && status <= 599, "status must be 500 to 599, was %s", status);
    }

    /** A rule with nothing but its kind: strikes everything in its scope, always. */
    public static FaultRule always(String name, FaultScope scope, FaultKind kind) {
        return new FaultRule(
                name,
                scope,
                kind,
                Optional.empty(),
                1,
                0,
                OptionalInt.empty(),
                Optional.empty(),
                Duration.ZERO,
                1,
                503);
    }

    boolean concerns(FaultScope where, String detail) {
        return scope == where && pattern.map(p -> p.matcher(detail).find()).orElse(true);
    }

    Fault strike() {
        return new Fault(name, kind, delay, count, status);
    }

    private static void check(boolean holds, String message, Object... found) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(found));
        }
    }
}
