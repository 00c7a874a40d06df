package io.recio.domain.time;

import java.time.Duration;
import java.time.Instant;

/** Tells the time of the markets. */
@FunctionalInterface
public interface BusinessClock {

    BusinessTime now();

    /**
     * A clock that started at {@code businessAnchor} when the real clock read {@code systemAnchor} and runs {@code speed}
     * times as fast since. Speed 1 with equal anchors is the real clock.
     */
    static BusinessClock anchored(Instant businessAnchor, Instant systemAnchor, int speed, SystemClock system) {
        if (speed < 1) {
            throw new IllegalArgumentException("speed must be at least 1, was " + speed);
        }
        return () -> {
            Duration elapsed = Duration.between(systemAnchor, system.now().instant());
            return new BusinessTime(businessAnchor.plus(elapsed.multipliedBy(speed)));
        };
    }
}
