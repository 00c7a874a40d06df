package io.recio.apiwatchdog.status;

import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether the API answers, judged by the readings of the exchange's status.
 *
 * @param reachable false once too many readings in a row have failed, until one succeeds
 * @param latency of the last good reading
 * @param lastError of the last failed reading
 */
record ApiHealth(
        boolean reachable,
        Optional<Duration> latency,
        int failuresInRow,
        Optional<String> lastError,
        Optional<SystemTime> lastGoodAt) {

    /** Nothing is known yet: innocent until proven. */
    static final ApiHealth UNKNOWN = new ApiHealth(true, Optional.empty(), 0, Optional.empty(), Optional.empty());

    ApiHealth good(Duration took, SystemTime at) {
        return new ApiHealth(true, Optional.of(took), 0, lastError, Optional.of(at));
    }

    ApiHealth failed(String error, int limit) {
        int failures = failuresInRow + 1;
        return new ApiHealth(reachable && failures < limit, latency, failures, Optional.of(error), lastGoodAt);
    }
}
