package io.recio.localstack.chaos.check;

import java.time.Duration;
import java.time.Instant;

/** Turns the exchange's business time into real time: the row {@code system.clock}. */
public record SpeedyClock(Instant business, Instant real, int speed) {

    Instant realAt(Instant businessTime) {
        return real.plus(Duration.between(business, businessTime).dividedBy(speed));
    }
}
