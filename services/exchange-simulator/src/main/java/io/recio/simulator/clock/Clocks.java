package io.recio.simulator.clock;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Makes the clocks that everything in the simulator is given. */
@ApplicationScoped
class Clocks {

    @Produces
    @Singleton
    SystemClock systemClock() {
        return SystemClock.of(Clock.systemUTC());
    }

    @Produces
    @Singleton
    ClockSpeed clockSpeed(ClockConfig config) {
        return new ClockSpeed(config.speed());
    }

    /**
     * @throws IllegalArgumentException when only one anchor is given, or a speed other than 1 comes without anchors:
     *     the services would then read another time than the simulator
     */
    @Produces
    @Singleton
    BusinessClock businessClock(ClockConfig config, SystemClock system) {
        if (config.businessAnchor().isPresent() != config.systemAnchor().isPresent()) {
            throw new IllegalArgumentException(
                    "RECIO_CLOCK_BUSINESS_ANCHOR and RECIO_CLOCK_SYSTEM_ANCHOR must be set together, only one was");
        }
        if (config.businessAnchor().isEmpty() && config.speed() != 1) {
            throw new IllegalArgumentException("RECIO_CLOCK_SPEED needs both anchors, was " + config.speed());
        }
        Instant fallback = system.now().instant();
        return BusinessClock.anchored(
                config.businessAnchor().orElse(fallback),
                config.systemAnchor().orElse(fallback),
                config.speed(),
                system);
    }
}
