package io.recio.systemmonitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Settings of the monitor. Durations are real time. */
@ConfigMapping(prefix = "system-monitor")
public interface MonitorConfig {

    /** From one row of health to the next. */
    @WithDefault("15S")
    Duration interval();

    /** The next look when something is wrong, to be sure that it lasts. */
    @WithDefault("5S")
    Duration closeInterval();

    /** An instance that has not answered within this time is silent. */
    @WithDefault("1.5S")
    Duration probeTimeout();

    /** An instance whose heartbeat is older does not live. Less than the close interval. */
    @WithDefault("3S")
    Duration beatLimit();

    /** So long after its start, or ours, a service is starting and not down. */
    @WithDefault("60S")
    Duration startGrace();

    /** A heartbeat this old, whose process does not answer, is deleted. */
    @WithDefault("60S")
    Duration forgetAfter();

    /** How many instances each service has: by its name. Two in a chart with standbys. */
    Map<String, Integer> replicas();

    /** For services not named there. */
    @WithDefault("1")
    int defaultReplicas();

    /** When people are alerted. */
    Alerts alerts();

    /** When auto entry is held back. */
    Suspension suspension();

    /** Thresholds in percent of what there is. */
    interface Alerts {

        @WithDefault("90")
        double cpuPercent();

        /** Less is a burst. */
        @WithDefault("2M")
        Duration cpuLasting();

        @WithDefault("85")
        double memoryPercent();

        @WithDefault("80")
        double diskPercent();

        @WithDefault("90")
        double diskCriticalPercent();

        /** A commit slower than this is slow. */
        @WithDefault("1S")
        Duration commitLimit();

        /** A service unwell for less may recover by itself. */
        @WithDefault("30S")
        Duration serviceLasting();
    }

    /** Only ever our own row; the operator's switches are never touched. */
    interface Suspension {

        /** A critical failure that lasts this long suspends. */
        @WithDefault("20S")
        Duration after();

        /** Our row is removed when nothing critical was found for this long. */
        @WithDefault("30S")
        Duration restoreAfter();
    }
}
