package io.recio.tradeexecutor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the executor. Durations are real time. */
@ConfigMapping(prefix = "trade-executor")
public interface ExecutorConfig {

    /** How long the exchange may take to answer; then the order is in doubt. */
    @WithDefault("5S")
    Duration requestTimeout();

    /** Without a heartbeat of the active trade supervisor this young, no entry is sent (the dead man). */
    @WithDefault("2S")
    Duration supervisorHeartbeatLimit();

    /** How often orders in doubt are looked for. */
    @WithDefault("1S")
    Duration lookUpInterval();

    /** What is added to send time and timeout before an order that is not found may count as absent. */
    @WithDefault("5S")
    Duration visibilityMargin();

    /** A private socket silent for longer saw nothing: absence needs one that was never silent so long. */
    @WithDefault("12S")
    Duration socketSilenceLimit();

    /** How far our clock may be off the exchange's before nothing is sent. */
    @WithDefault("1S")
    Duration clockSkewLimit();

    /** How often order groups are compared with the exchange's, and collateral with what a shard should hold. */
    @WithDefault("2S")
    Duration groupInterval();

    /** A database away for longer: what still rests is cancelled from memory. */
    @WithDefault("5S")
    Duration databaseLossLimit();

    /** How often access is proven again after it failed. */
    @WithDefault("2S")
    Duration accessInterval();
}
