package io.recio.localstack.process;

import java.time.Duration;
import java.util.List;

/** How long to wait before the next start: nothing at first, longer while starts keep failing, nothing again after calm. */
final class Backoff {

    /** A process that ran at least this long was well. */
    static final Duration CALM = Duration.ofMinutes(1);

    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));

    private int failures;

    /** @param ran how long the process that has now exited had run */
    Duration afterExit(Duration ran) {
        if (ran.compareTo(CALM) >= 0) {
            failures = 0;
        }
        Duration pause = PAUSES.get(Math.min(failures, PAUSES.size() - 1));
        failures++;
        return pause;
    }

    /** Somebody wants it now. */
    void reset() {
        failures = 0;
    }
}
