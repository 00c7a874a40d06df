package io.recio.apiwatchdog.market;

import io.recio.domain.market.MarketTicker;
import io.recio.kalshi.connection.KalshiSockets;
import io.recio.kalshi.model.Channel;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.socket.KalshiWebSocket;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Kalshi's WebSocket: channels orderbook_delta, ticker and market_lifecycle_v2 on one connection.
 *
 * <p>It is a worker verticle, so that frames are read on a worker thread: an event loop busy with hundreds of snapshots
 * would also hold back the database's answers, the renewal of the lease among them.
 */
final class KalshiBookStream extends AbstractVerticle implements BookStream {

    private static final Logger LOG = Logger.getLogger(KalshiBookStream.class);

    private final KalshiWebSocket socket;
    private boolean closed;

    private KalshiBookStream(KalshiWebSocket socket) {
        this.socket = socket;
    }

    /** Opens them with the service's endpoint and key. */
    @Singleton
    static class Sockets implements Opener {

        private final KalshiSockets sockets;
        private final Vertx vertx;

        Sockets(KalshiSockets sockets, Vertx vertx) {
            this.sockets = sockets;
            this.vertx = vertx;
        }

        @Override
        public BookStream open(Consumer<SocketMessage> listener) {
            KalshiWebSocket socket = sockets.open(listener);
            socket.subscribe(Channel.LIFECYCLE);
            KalshiBookStream stream = new KalshiBookStream(socket);
            vertx.deployVerticle(stream, new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER))
                    .onFailure(failure -> LOG.errorf(failure, "Stream cannot be opened"));
            return stream;
        }
    }

    /** What the socket does from here on, new connections included, happens on the worker. */
    @Override
    public synchronized void start() {
        if (!closed) {
            socket.start();
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
    public synchronized void close() {
        if (!closed) {
            closed = true;
            socket.close();
            if (context != null) {
                vertx.undeploy(context.deploymentID());
            }
        }
    }
}
