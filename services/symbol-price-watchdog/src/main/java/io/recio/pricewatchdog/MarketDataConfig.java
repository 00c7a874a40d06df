package io.recio.pricewatchdog;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** What is watched and where: settings named like those of other services ({@code RECIO_…}). */
@ConfigMapping(prefix = "recio")
public interface MarketDataConfig {

    /** The symbol of this instance, a row of {@code settings.symbols}; BTC. */
    String symbol();

    /** Coinbase Exchange. */
    Coinbase coinbase();

    /** Where Coinbase answers; absent means the simulator in mode simulated, the exchange itself in the others. */
    interface Coinbase {

        /** {@code ws} or {@code wss}. */
        Optional<URI> wsUrl();

        /** {@code http} or {@code https}. */
        Optional<URI> restUrl();
    }
}
