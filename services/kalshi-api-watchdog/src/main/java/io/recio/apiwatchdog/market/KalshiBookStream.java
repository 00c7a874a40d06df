package io.recio.apiwatchdog.market;

import io.recio.domain.market.MarketTicker;
import io.recio.kalshi.connection.KalshiSockets;
import io.recio.kalshi.model.Channel;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.socket.KalshiWebSocket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Kalshi's WebSocket: channels orderbook_delta, ticker and market_lifecycle_v2 on one connection. */
final class KalshiBookStream implements BookStream {

    private final KalshiWebSocket socket;

    private KalshiBookStream(KalshiWebSocket socket) {
        this.socket = socket;
    }

    /** Opens them with the service's endpoint and key. */
    @Singleton
    static class Sockets implements Opener {

        private final KalshiSockets sockets;

        Sockets(KalshiSockets sockets) {
            this.sockets = sockets;
        }

        @Override
        public BookStream open(Consumer<SocketMessage> listener) {
            KalshiWebSocket socket = sockets.open(listener);
            socket.subscribe(Channel.LIFECYCLE);
            socket.start();
            return new KalshiBookStream(socket);
        }
    }

    /** Without markets the ticker channel is left: to the exchange, no list means all there are. */
    @Override
    public void follow(Set<MarketTicker> tickers) {
        socket.subscribe(Channel.ORDER_BOOK, tickers);
        if (tickers.isEmpty()) {
            socket.unsubscribe(Channel.TICKER);
        } else {
            socket.subscribe(Channel.TICKER, tickers);
        }
    }

    @Override
    public Optional<Duration> silence() {
        return socket.silence();
    }

    @Override
    public void close() {
        socket.close();
    }
}
