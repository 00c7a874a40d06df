package io.recio.simulator.coinbase;

import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** The door of the feed. */
@WebSocket(path = "/coinbase/ws")
public class FeedSocket {

    private static final Logger LOG = Logger.getLogger(FeedSocket.class);

    private final Feed feed;

    @Inject
    FeedSocket(Feed feed) {
        this.feed = feed;
    }

    @OnOpen
    void opened(WebSocketConnection connection) {
        feed.opened(connection.id(), new SocketOutlet(connection, new AtomicInteger()));
    }

    @OnTextMessage
    void received(String text, WebSocketConnection connection) {
        feed.received(connection.id(), text);
    }

    @OnClose
    void closed(WebSocketConnection connection) {
        feed.closed(connection.id());
    }

    @OnError
    void failed(Throwable fault, WebSocketConnection connection) {
        LOG.debugf(fault, "A client of the Coinbase feed failed connection=%s", connection.id());
    }

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
        public void close() {
            connection
                    .close()
                    .subscribe()
                    .with(_ -> {}, fault -> LOG.debugf("A connection was not closed reason=%s", fault.getMessage()));
        }

        @Override
        public int backlog() {
            return unsent.get();
        }
    }
}
