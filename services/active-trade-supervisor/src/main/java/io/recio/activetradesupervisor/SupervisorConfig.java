package io.recio.activetradesupervisor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the supervisor; what the operator sets lives in the database. Durations are real time. */
@ConfigMapping(prefix = "active-trade-supervisor")
public interface SupervisorConfig {

    /** How often the dead-man heartbeat is written; the executor sends no entry once it is 2 s old. */
    @WithDefault("0.5S")
    Duration heartbeatInterval();

    /** A strike table older than this says nothing of a trade. */
    @WithDefault("3S")
    Duration tableAgeLimit();
}
