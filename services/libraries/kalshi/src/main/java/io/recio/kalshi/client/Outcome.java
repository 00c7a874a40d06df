package io.recio.kalshi.client;

import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.Optional;

/** What became of one request on the wire. */
sealed interface Outcome {

    /**
     * The exchange answered.
     *
     * @param date the answer's {@code Date} header, whole seconds
     */
    record Replied(int status, String body, Optional<SystemTime> date) implements Outcome {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** Certain: not a byte of the request was written. */
    record NotSent(WriteResult.NotSentReason reason, String detail) implements Outcome {}

    /** Something may have been written and no answer came. */
    record Lost(WriteResult.Doubt doubt, String detail) implements Outcome {}

    /** The next answer may be waited for as long as this. */
    static Duration left(long deadlineNanos, long nowNanos) {
        return Duration.ofNanos(Math.max(0, deadlineNanos - nowNanos));
    }
}
