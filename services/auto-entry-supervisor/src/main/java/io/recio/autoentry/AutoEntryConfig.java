package io.recio.autoentry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the auto entry supervisor; what the operator sets lives in the database. Durations are real time. */
@ConfigMapping(prefix = "auto-entry-supervisor")
public interface AutoEntryConfig {

    /** How long a request may wait for the trade manager before it is stale. */
    @WithDefault("2S")
    Duration requestValidity();

    /** A strike table older than this is no input for a decision. */
    @WithDefault("3S")
    Duration tableAgeLimit();

    /** How often an unchanged state is written anew. */
    @WithDefault("1S")
    Duration stateInterval();

    /** The strategy's name on every trade it asks for. */
    @WithDefault("Hourly HTC")
    String strategy();
}
