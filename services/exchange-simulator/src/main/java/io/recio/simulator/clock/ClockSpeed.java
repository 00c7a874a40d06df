package io.recio.simulator.clock;

import java.time.Duration;

/** Business seconds per real second. */
public record ClockSpeed(int factor) {

    private static final int FASTEST = 3600;

    public ClockSpeed {
        if (factor < 1 || factor > FASTEST) {
            throw new IllegalArgumentException("speed must be 1 to " + FASTEST + ", was " + factor);
        }
    }

    /** How long a stretch of business time takes on the real clock. */
    public Duration realTime(Duration business) {
        return business.dividedBy(factor);
    }
}
