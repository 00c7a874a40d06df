package io.recio.localstack.stack;

import io.recio.localstack.refusal.Refused;
import io.recio.storage.system.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides at which business time a stack starts. A data directory belongs to one timeline, which only goes on: from the
 * newest row it holds, never from before it.
 */
final class Timeline {

    /** So much of a recording lies before the start, for what looks back: momentum, volatility, backfill. */
    private static final Duration RUN_UP = Duration.ofHours(1);

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private Timeline() {}

    /** Where prices come from; kept with the data directory. */
    record Source(String prices, long seed) {}

    /**
     * @param last the prices of the directory's newest run, or null
     * @param newest business time of the directory's newest row
     * @param recording the first and last bar of recorded prices; empty when prices are generated
     * @throws Refused with the way out when the start lies before the newest row
     */
    static ClockAnchor anchor(
            StackOptions options,
            @Nullable Source last,
            Optional<Instant> newest,
            Optional<PriceSpan> recording,
            Instant now) {
        if (options.mode() != Mode.SIMULATED) {
            newest.filter(row -> row.isAfter(now.plus(TOLERANCE))).ifPresent(row -> {
                throw tooEarly(options, now, row);
            });
            return new ClockAnchor(now, now, 1);
        }
        Instant asked = options.start();
        Instant start =
                asked != null ? asked : recording.map(Timeline::beginning).orElse(now);
        if (newest.isPresent() && start.isBefore(newest.get())) {
            boolean same = new Source(options.prices(), options.seed()).equals(last);
            if (asked != null || !same) {
                throw tooEarly(options, start, newest.get());
            }
            start = newest.get().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        }
        Instant begin = start;
        recording
                .filter(span -> begin.isBefore(span.first()) || begin.isAfter(span.last()))
                .ifPresent(span -> {
                    throw new Refused("recorded prices reach from " + span.first() + " to " + span.last()
                            + ", start was " + begin + "; name another --start or another --data");
                });
        return new ClockAnchor(start, now, options.speed());
    }

    private static Instant beginning(PriceSpan span) {
        Instant hour = span.first().truncatedTo(ChronoUnit.HOURS);
        Instant whole = hour.equals(span.first()) ? hour : hour.plus(1, ChronoUnit.HOURS);
        return whole.plus(RUN_UP);
    }

    private static Refused tooEarly(StackOptions options, Instant start, Instant newest) {
        return new Refused("data directory " + options.data() + " already holds " + newest
                + " and cannot start earlier, at " + start + "; name another --data, or 'recio down' and delete it");
    }
}
