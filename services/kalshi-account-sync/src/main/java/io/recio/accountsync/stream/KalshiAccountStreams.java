package io.recio.accountsync.stream;

import io.recio.kalshi.connection.KalshiSockets;
import io.recio.kalshi.model.Channel;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.socket.KalshiWebSocket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The channels fill, user_orders, market_positions and market_lifecycle_v2. */
@Singleton
class KalshiAccountStreams implements AccountStreams {

    private static final List<Channel> PRIVATE = List.of(Channel.FILLS, Channel.ORDERS, Channel.POSITIONS);

    private final KalshiSockets sockets;

    KalshiAccountStreams(KalshiSockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public AccountStream open(Consumer<SocketMessage> listener) {
        KalshiWebSocket socket = sockets.open(listener);
        PRIVATE.forEach(socket::subscribe);
        socket.subscribe(Channel.LIFECYCLE);
        socket.start();
        return new Opened(socket);
    }

    private record Opened(KalshiWebSocket socket) implements AccountStream {

        @Override
        public boolean isConnected() {
            return socket.isConnected();
        }

        @Override
        public Optional<Duration> silence() {
            return socket.silence();
        }

        @Override
        public Optional<List<Long>> subscriptions() {
            List<Long> ids = new ArrayList<>();
            PRIVATE.forEach(channel -> socket.subscriptionId(channel).ifPresent(ids::add));
            return ids.size() == PRIVATE.size() ? Optional.of(ids) : Optional.empty();
        }

        @Override
        public long troubles() {
            return socket.troubles().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
