package io.recio.simulator.kalshi.stream;

import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** The door of the stream; only signed handshakes come this far. */
@WebSocket(path = KalshiSocket.PATH, endpointId = KalshiSocket.ID)
public class KalshiSocket {

    static final String PATH = "/trade-api/ws/v2";
    static final String ID = "kalshi";

    private static final Logger LOG = Logger.getLogger(KalshiSocket.class);
    private static final Buffer HEARTBEAT = Buffer.buffer("heartbeat");

    private final Exchange exchange;
    private final StreamHub hub;

    @Inject
    KalshiSocket(Exchange exchange, StreamHub hub) {
        this.exchange = exchange;
        this.hub = hub;
    }

    @OnOpen
    @Blocking
    void opened(WebSocketConnection connection) {
        SocketOutlet outlet = new SocketOutlet(connection, new AtomicInteger());
        alone(() -> hub.opened(connection.id(), outlet));
    }

    @OnTextMessage
    @Blocking
    void received(String text, WebSocketConnection connection) {
        exchange.locked(floor -> {
            hub.received(connection.id(), text, floor);
            return null;
        });
    }

    @OnClose
    @Blocking
    void closed(WebSocketConnection connection) {
        alone(() -> hub.closed(connection.id()));
    }

    @OnError
    void failed(Throwable fault, WebSocketConnection connection) {
        LOG.debugf(fault, "A Kalshi stream failed connection=%s", connection.id());
    }

    private void alone(Runnable work) {
        exchange.locked(floor -> {
            work.run();
            return null;
        });
    }

    /** Frames go out without waiting; what is not written yet is counted. */
    private record SocketOutlet(WebSocketConnection connection, AtomicInteger unsent) implements Outlet {

        @Override
        public void send(String text) {
            unsent.incrementAndGet();
            connection
                    .sendText(text)
                    .onTermination()
                    .invoke(() -> unsent.decrementAndGet())
                    .subscribe()
                    .with(_ -> {}, fault -> LOG.debugf("A frame was not sent reason=%s", fault.getMessage()));
        }

        @Override
        public void ping() {
            connection
                    .sendPing(HEARTBEAT)
                    .subscribe()
                    .with(_ -> {}, fault -> LOG.debugf("A ping was not sent reason=%s", fault.getMessage()));
        }

        @Override
        public void close() {
            connection
                    .close()
                    .subscribe()
                    .with(_ -> {}, fault -> LOG.debugf("A stream was not closed reason=%s", fault.getMessage()));
        }

        @Override
        public int backlog() {
            return unsent.get();
        }
    }
}
