package io.recio.localstack.stack;

import java.time.Duration;
import java.time.Instant;

/**
 * The row {@code system.clock}: business time = business + (real time − system) × speed.
 */
public record ClockAnchor(Instant business, Instant system, int speed) {

    /** Business time at a moment of real time. */
    public Instant businessAt(Instant real) {
        return business.plus(Duration.between(system, real).multipliedBy(speed));
    }
}
