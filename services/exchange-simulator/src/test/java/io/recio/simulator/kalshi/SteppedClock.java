package io.recio.simulator.kalshi;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;

/** A clock that only a test moves. */
@Alternative
@Singleton
public class SteppedClock implements BusinessClock {

    private volatile BusinessTime now = BusinessTime.parse("2026-11-18T16:40:00Z");

    @Override
    public BusinessTime now() {
        return now;
    }

    public void forward(Duration step) {
        now = now.plus(step);
    }

    public void forwardTo(BusinessTime moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }
}
