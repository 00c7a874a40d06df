package io.recio.apiwatchdog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of the Kalshi API watchdog. Durations are real time; where business time runs fast, its hours are shorter. */
@ConfigMapping(prefix = "kalshi-api-watchdog")
public interface ApiWatchdogConfig {

    /** How events and markets are found and followed. */
    Discovery discovery();

    /** How books are followed and written. */
    Books books();

    /** How the exchange's state is watched. */
    Exchange exchange();

    /** What is said of it all. */
    Reports reports();

    interface Discovery {

        /** How often the series is listed while an event is missing that is needed soon. */
        @WithDefault("1S")
        Duration urgentInterval();

        /** How often otherwise; the exchange itself keeps lists for 15 s. */
        @WithDefault("15S")
        Duration calmInterval();

        /** A following event not known this long before it is needed makes the search urgent. */
        @WithDefault("2M")
        Duration lookAhead();

        /** How often a closed event is read until its result and settlement are known. */
        @WithDefault("5S")
        Duration resultInterval();

        /** How old the newest listing may be before this service counts as not working. */
        @WithDefault("60S")
        Duration ageLimit();
    }

    interface Books {

        /** Least time between two commits of a symbol: changes within it are taken together. */
        @WithDefault("0.05S")
        Duration leastInterval();

        /** The books of the following event are subscribed this long before it becomes the current one. */
        @WithDefault("60S")
        Duration subscribeAhead();

        /** How often it is written that the books were heard of. Less than a second. */
        @WithDefault("0.75S")
        Duration heardInterval();

        /** Books that the stream has not delivered for so long are read by REST. */
        @WithDefault("2S")
        Duration fallbackAfter();

        /** How often they are read then. */
        @WithDefault("2S")
        Duration fallbackInterval();

        /** How long the current event may be without believable books before this service counts as not working. */
        @WithDefault("12S")
        Duration ageLimit();
    }

    interface Exchange {

        /** How often the exchange's status is read. */
        @WithDefault("1S")
        Duration statusInterval();

        /** How often an unchanged status, or health, is written all the same. */
        @WithDefault("5S")
        Duration rewriteInterval();

        /** How old the status may be before this service counts as not working. */
        @WithDefault("10S")
        Duration statusAgeLimit();

        /** How often the schedule is read. */
        @WithDefault("1H")
        Duration scheduleInterval();

        /** Failed readings in a row after which the API counts as unreachable and an alert is raised. */
        @WithDefault("5")
        @Min(1)
        int failureLimit();
    }

    interface Reports {

        /** Least time between two writes of a market snapshot. */
        @WithDefault("1S")
        Duration snapshotInterval();

        /** How often the heartbeat line is logged. */
        @WithDefault("60S")
        Duration heartbeatInterval();
    }
}
