package io.recio.mainapp.stream;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.recio.mainapp.MainAppConfig;
import org.jboss.logging.Logger;

/** The WebSocket browsers listen on; who may is settled at the upgrade. */
@WebSocket(path = "/ws/v1/stream")
public class StreamSocket {

    private static final Logger LOG = Logger.getLogger(StreamSocket.class);

    /** A message too large, or bytes that are none (RFC 6455, section 7.4.1). */
    private static final int UNREADABLE = 1009;

    private final StreamHub hub;
    private final OpenConnections connections;
    private final MainAppConfig config;

    StreamSocket(StreamHub hub, OpenConnections connections, MainAppConfig config) {
        this.hub = hub;
        this.connections = connections;
        this.config = config;
    }

    @OnOpen
    void opened(WebSocketConnection connection) {
        WebSocketConnection lasting =
                connections.findByConnectionId(connection.id()).orElseThrow();
        hub.opened(new StreamClient(
                lasting,
                connection.userData().get(StreamUpgradeCheck.SESSION),
                config.stream().backlogLimit()));
    }

    @OnTextMessage
    void received(String text, WebSocketConnection connection) {
        hub.received(connection.id(), text);
    }

    @OnClose
    void closed(WebSocketConnection connection) {
        hub.closed(connection.id());
    }

    @OnError
    void failed(Exception failure, WebSocketConnection connection) {
        LOG.debugf("WebSocket failed connection=%s reason=%s", connection.id(), failure.getMessage());
        hub.closed(connection.id());
        connection
                .close(new CloseReason(UNREADABLE, "unreadable"))
                .subscribe()
                .with(done -> {}, gone -> LOG.debugf("Close failed reason=%s", gone.getMessage()));
    }
}
