package io.recio.simulator.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Instant;
import java.util.Optional;

/** The business clock as every service reads it: {@code RECIO_CLOCK_*}. Absent anchors mean real time. */
@ConfigMapping(prefix = "recio.clock")
interface ClockConfig {

    /** Business time at the system anchor, RFC 3339. */
    Optional<Instant> businessAnchor();

    /** Real time at which business time was the business anchor, RFC 3339. */
    Optional<Instant> systemAnchor();

    /** Business seconds per real second, 1 to 3600. Only simulated and replayed markets run at another speed than 1. */
    @WithDefault("1")
    int speed();
}
