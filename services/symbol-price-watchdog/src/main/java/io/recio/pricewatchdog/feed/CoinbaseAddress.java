package io.recio.pricewatchdog.feed;

import io.recio.coinbase.FeedSettings;
import io.recio.coinbase.RestSettings;
import io.recio.pricewatchdog.MarketDataConfig;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.system.Mode;
import jakarta.inject.Singleton;
import java.net.URI;

/** Where Coinbase answers: as set, else the simulator in mode simulated and the exchange in the others. */
@Singleton
public class CoinbaseAddress {

    private static final URI SIMULATED_FEED = URI.create("ws://127.0.0.1:8100/coinbase/ws");
    private static final URI SIMULATED_REST = URI.create("http://127.0.0.1:8100/coinbase");

    private final URI webSocket;
    private final URI rest;

    CoinbaseAddress(MarketDataConfig config, ServiceConfig service) {
        boolean simulated = Mode.of(service.mode()) == Mode.SIMULATED;
        webSocket = config.coinbase().wsUrl().orElse(simulated ? SIMULATED_FEED : FeedSettings.PUBLIC_URL);
        rest = config.coinbase().restUrl().orElse(simulated ? SIMULATED_REST : RestSettings.PUBLIC_URL);
    }

    public URI webSocket() {
        return webSocket;
    }

    public URI rest() {
        return rest;
    }
}
