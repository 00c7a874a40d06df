package io.recio.simulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Settings of the simulator. The Kalshi side has its own below {@code simulator.kalshi}. */
@ConfigMapping(prefix = "simulator")
public interface SimulatorConfig {

    /**
     * Where prices come from: {@code generated}, {@code recorded} (the files shipped in the jar) or the path of a file
     * with one-minute bars (CSV) or five-minute bars (JSON), whose name begins with the symbol, such as
     * {@code btc-usd-1m.csv}.
     */
    @WithDefault("generated")
    String prices();

    /** Decides every random choice. The same seed and the same requests give the same run. */
    @WithDefault("20261122")
    long seed();

    /** Trades each symbol prints in a minute that has any, 4 to 120,000. They set the tick rate of the feed. */
    @WithDefault("90")
    int tradesPerMinute();

    /** Share of minutes with a quiet stretch of 5 to 18 s without a trade, 0 to 1. */
    @WithDefault("0.15")
    double quietShare();

    /** The symbols by name. */
    Map<String, SymbolSettings> symbols();

    /** What one symbol stands for, and how its generated prices behave. */
    interface SymbolSettings {

        /** Coinbase's product, such as {@code BTC-USD}. */
        String product();

        /** Kalshi's hourly series, such as {@code KXBTCD}. */
        String series();

        /** The settlement index, such as {@code BRTI}. */
        String index();

        /** The level around which generated prices move, in dollars. */
        double level();

        /** Standard deviation of generated hourly returns, as a share: 0.005 is half a percent. */
        @WithDefault("0.005")
        double hourlyVolatility();
    }
}
