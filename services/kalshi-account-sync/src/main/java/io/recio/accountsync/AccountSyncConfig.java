package io.recio.accountsync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the account sync. All durations are real time. */
@ConfigMapping(prefix = "kalshi-account-sync")
public interface AccountSyncConfig {

    /** How often what is new is read: orders, fills, settlements since the overlap; positions and balance. */
    @WithDefault("5S")
    Duration newsInterval();

    /** How often everything is read from its beginning. */
    @WithDefault("60S")
    Duration wholeInterval();

    /** How far one read of news reaches back behind the read before; longer than Kalshi needs to show what happened. */
    @WithDefault("15S")
    Duration overlap();

    /** How long after a fill or a doubt positions and balance are read; several within this time cause one read. */
    @WithDefault("0.2S")
    Duration holdingsDelay();

    /** How often settlements are looked for while a market that was held awaits its payout. */
    @WithDefault("1S")
    Duration payoutInterval();

    /** The pause after a first failed read; it doubles with each failure. */
    @WithDefault("1S")
    Duration firstPause();

    /** The pause after failed reads grows no longer than this. */
    @WithDefault("15S")
    Duration longestPause();

    /** Without a complete reading for so long the account's rows are called stale. */
    @WithDefault("30S")
    Duration staleAfter();
}
