package io.recio.pricewatchdog.index;

import io.recio.domain.price.IndexValue;
import io.recio.kalshi.connection.KalshiConnectionConfig;
import io.recio.kalshi.connection.KalshiSockets;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.socket.KalshiWebSocket;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Kalshi's {@code cfbenchmarks_value} (EXCHANGES, section C6); needs a key, without one no index is followed. */
@Singleton
class KalshiIndexFeeds implements IndexFeeds {

    private static final Logger LOG = Logger.getLogger(KalshiIndexFeeds.class);

    private final KalshiConnectionConfig config;
    private final Instance<KalshiSockets> sockets;

    KalshiIndexFeeds(KalshiConnectionConfig config, Instance<KalshiSockets> sockets) {
        this.config = config;
        this.sockets = sockets;
    }

    @Override
    public IndexFeed open(String indexId, Consumer<IndexValue> listener) {
        if (!hasKey()) {
            LOG.infof("Following no settlement index, there is no Kalshi key index=%s", indexId);
            return () -> {};
        }
        KalshiWebSocket socket = sockets.get().open(message -> {
            if (message instanceof SocketMessage.IndexTicked(io.recio.kalshi.model.IndexValue value)
                    && value.indexId().equals(indexId)) {
                listener.accept(IndexValues.ofExchange(value));
            } else if (message instanceof SocketMessage.SubscriptionRefused refused) {
                LOG.warnf(
                        "Kalshi refuses the settlement index index=%s code=%d message='%s'",
                        indexId, refused.code(), refused.message());
            }
        });
        socket.subscribeIndices(Set.of(indexId));
        socket.start();
        return socket::close;
    }

    private boolean hasKey() {
        return config.keyFile().isPresent()
                && (config.keyId().isPresent() || config.keyIdFile().isPresent());
    }
}
