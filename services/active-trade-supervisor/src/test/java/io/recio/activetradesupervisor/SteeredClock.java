package io.recio.activetradesupervisor;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Business time that follows the real one until it is moved on. */
@Alternative
@Priority(1)
@Singleton
class SteeredClock implements BusinessClock {

    private final InstantSource source;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    SteeredClock(InstantSource source) {
        this.source = source;
    }

    @Override
    public BusinessTime now() {
        return BusinessTime.of(source.instant().plus(ahead.get()));
    }

    void moveOn(Duration by) {
        ahead.updateAndGet(now -> now.plus(by));
    }
}
