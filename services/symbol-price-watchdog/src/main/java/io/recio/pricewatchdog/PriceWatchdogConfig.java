package io.recio.pricewatchdog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the price watchdog. Times are business time but for the commit interval. */
@ConfigMapping(prefix = "symbol-price-watchdog")
public interface PriceWatchdogConfig {

    /** Writing. */
    Commit commit();

    /** Filling gaps. */
    Backfill backfill();

    /** What a person is told of. */
    Alerts alerts();

    /** How many days of the price log are kept, 1 to 3650; whole days are dropped. */
    @WithDefault("30")
    @Min(1)
    @Max(3650)
    int retentionDays();

    /** Writing. */
    interface Commit {

        /** The least real time between two commits; the first change after a rest commits at once. 50 ms: 20 a second. */
        @WithDefault("PT0.05S")
        Duration interval();

        /** Rows one commit carries at most, 10 to 5000; a long backfill takes several. */
        @WithDefault("300")
        @Min(10)
        @Max(5000)
        int rows();
    }

    /** Filling gaps. */
    interface Backfill {

        /** Pages of 1,000 trades asked for at most before candles must do, 1 to 1000; 5 a second. */
        @WithDefault("60")
        @Min(1)
        @Max(1000)
        int pages();

        /** How far back minute bars, and the price log after an outage, are filled from candles. */
        @WithDefault("PT25H")
        Duration depth();
    }

    /** What a person is told of. */
    interface Alerts {

        /** A move of at least this many percent within the move window, either way; 0.01 and more. */
        @WithDefault("1")
        @DecimalMin("0.01")
        BigDecimal movePercent();

        /** Seconds a move is measured over, 1 to 3600. */
        @WithDefault("60")
        @Min(1)
        @Max(3600)
        int moveSeconds();

        /** Levels in dollars whose crossing is told, in either direction; none unless set. */
        Optional<List<BigDecimal>> levels();

        /** Silence of the feed, trades and heartbeats alike, longer than this is told. */
        @WithDefault("PT10S")
        Duration gap();
    }
}
