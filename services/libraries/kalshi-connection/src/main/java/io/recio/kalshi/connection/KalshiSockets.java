package io.recio.kalshi.connection;

import io.recio.domain.time.SystemClock;
import io.recio.kalshi.KalshiEndpoint;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.socket.KalshiWebSocket;
import io.recio.kalshi.socket.SocketSettings;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Opens streams with the service's endpoint and key. */
@Singleton
public class KalshiSockets {

    private final Vertx vertx;
    private final KalshiEndpoint endpoint;
    private final KalshiSigner signer;
    private final SystemClock clock;

    KalshiSockets(Vertx vertx, KalshiEndpoint endpoint, KalshiSigner signer, SystemClock clock) {
        this.vertx = vertx;
        this.endpoint = endpoint;
        this.signer = signer;
        this.clock = clock;
    }

    /** A new stream, not yet started; whoever opens it closes it. */
    public KalshiWebSocket open(Consumer<SocketMessage> listener) {
        return new KalshiWebSocket(
                vertx, endpoint, signer, clock, SocketSettings.DEFAULT, RandomGenerator.getDefault(), listener);
    }
}
