package io.recio.apiwatchdog.market;

import io.recio.domain.market.MarketTicker;
import io.recio.kalshi.model.SocketMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The exchange's stream of books, volumes and market lives. */
interface BookStream extends AutoCloseable {

    /** Opens streams. */
    @FunctionalInterface
    interface Opener {

        /** @param listener is called on threads of the stream and returns at once */
        BookStream open(Consumer<SocketMessage> listener);
    }

    /** Wants books and volumes of exactly these markets. */
    void follow(Set<MarketTicker> tickers);

    /** How long nothing was heard, pings included; empty without a connection. */
    Optional<Duration> silence();

    @Override
    void close();
}
