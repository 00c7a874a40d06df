package io.recio.servicekit;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The two clocks of a service. The business clock is known once the desk runner has read its anchor. */
@Singleton
class Clocks {

    private volatile @Nullable BusinessClock anchored;

    @Produces
    @Singleton
    InstantSource instantSource() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    SystemClock systemClock(InstantSource source) {
        return SystemClock.of(source);
    }

    @Produces
    @Singleton
    BusinessClock businessClock() {
        return this::now;
    }

    void anchor(BusinessClock clock) {
        anchored = clock;
    }

    boolean isAnchored() {
        return anchored != null;
    }

    private BusinessTime now() {
        BusinessClock clock = anchored;
        if (clock == null) {
            throw new IllegalStateException("business time is unknown until system.clock has been read");
        }
        return clock.now();
    }
}
