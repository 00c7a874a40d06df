package io.recio.simulator.kalshi;

import io.recio.simulator.kalshi.exchange.FeePrecision;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Settings of the Kalshi side of the simulator. */
@ConfigMapping(prefix = "simulator.kalshi")
public interface KalshiConfig {

    /**
     * Directory of public keys that may sign, one PEM file (RSA or Ed25519) per key: {@code <key id>.pem} may read and
     * write, {@code <key id>.read.pem} may only read. Files added later are found when their key is first used. Absent:
     * nobody is let in.
     */
    Optional<Path> keys();

    /** How far a request's timestamp may be from the real clock, either way. */
    @WithDefault("PT10S")
    Duration timestampWindow();

    /** Dollars on the crypto shard at the start. */
    @WithDefault("1000")
    BigDecimal initialBalance();

    /** To what balance changes are aligned: {@code non-direct} (cents) or {@code direct} (hundredths of a cent). */
    @WithDefault("non-direct")
    FeePrecision feePrecision();

    /** Markets per event, 3 to 200. */
    @WithDefault("75")
    int strikes();

    /**
     * From one close to the next, and how long an event trades: whole minutes that divide the hour. Less than Kalshi's
     * hour is for fault campaigns, which want many closes.
     */
    @WithDefault("PT1H")
    Duration eventLength();

    /** The gap of neighbouring strikes in dollars by symbol; absent means a round number near 0.25 % of the price. */
    Map<String, BigDecimal> strikeSteps();

    /** Token buckets; the defaults are the basic tier. */
    Limits limits();

    /** Tokens a member may spend. */
    interface Limits {

        /** Read tokens a second; the bucket holds three seconds of them. */
        @WithDefault("200")
        int readPerSecond();

        /** Write tokens a second; the bucket holds one second of them. */
        @WithDefault("100")
        int writePerSecond();
    }
}
