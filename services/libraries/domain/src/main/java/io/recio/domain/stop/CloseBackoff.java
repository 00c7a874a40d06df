package io.recio.domain.stop;

import io.recio.domain.time.SystemTime;
import java.time.Duration;

/** How long a close that failed waits for its next attempt: half a second, doubling, at most fifteen. It never gives up. */
public final class CloseBackoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 5;

    private CloseBackoff() {}

    /**
     * The earliest moment of the next attempt.
     *
     * @param failed how many attempts have failed in a row, from 1
     */
    public static SystemTime nextAttempt(int failed, SystemTime endedAt) {
        if (failed < 1) {
            throw new IllegalArgumentException("failed attempts must be at least 1, were " + failed);
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(failed - 1, MOST_DOUBLINGS));
        return endedAt.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}
