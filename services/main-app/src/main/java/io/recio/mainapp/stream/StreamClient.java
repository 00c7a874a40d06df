package io.recio.mainapp.stream;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.recio.mainapp.login.Session;
import io.recio.storage.json.DomainJson;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** One browser that listens. Thread-safe; subscriptions belong to the hub's thread. */
final class StreamClient {

    private static final Logger LOG = Logger.getLogger(StreamClient.class);

    /** Try again later (IANA's registry of close codes). */
    private static final int TOO_SLOW = 1013;

    static final int SESSION_OVER = 4401;
    static final int BAD_MESSAGE = 1008;

    private final WebSocketConnection connection;
    private final Session session;
    private final int backlogLimit;
    private final AtomicInteger behind = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private long seq;

    StreamClient(WebSocketConnection connection, Session session, int backlogLimit) {
        this.connection = connection;
        this.session = session;
        this.backlogLimit = backlogLimit;
    }

    String id() {
        return connection.id();
    }

    Session session() {
        return session;
    }

    /** Sends {@code {type, seq, at, snapshot, data}}; a client that is too far behind is dropped instead. */
    void send(String type, Instant at, boolean snapshot, String data) {
        if (closed.get()) {
            return;
        }
        if (behind.incrementAndGet() > backlogLimit) {
            LOG.infof("Slow browser dropped user=%s behind=%d", session.user().name(), behind.get());
            close(TOO_SLOW, "too slow");
            return;
        }
        // Numbered and handed over under one lock, so that numbers leave in their order.
        synchronized (this) {
            seq++;
            String message = "{\"type\":\"" + type + "\",\"seq\":" + seq + ",\"at\":\"" + at + "\",\"snapshot\":"
                    + snapshot + ",\"data\":" + data + "}";
            connection.sendText(message).subscribe().with(sent -> behind.decrementAndGet(), failure -> {
                LOG.debugf("Browser gone user=%s reason=%s", session.user().name(), failure.getMessage());
                closed.set(true);
            });
        }
    }

    /** Tells what was wrong with a message, then closes. */
    void refuse(Instant at, String expected) {
        send("problem", at, false, DomainJson.write(Map.of("expected", expected)));
        close(BAD_MESSAGE, "bad message");
    }

    void close(int code, String reason) {
        if (closed.compareAndSet(false, true)) {
            connection
                    .close(new CloseReason(code, reason))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("Close failed reason=%s", failure.getMessage()));
        }
    }
}
