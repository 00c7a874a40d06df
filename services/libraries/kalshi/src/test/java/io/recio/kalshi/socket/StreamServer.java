package io.recio.kalshi.socket;

import io.recio.kalshi.Payloads;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The other end of the stream: takes connections, records what is said, says what it is told. */
final class StreamServer {

    private final HttpServer server;
    private final List<ServerWebSocket> connections = new CopyOnWriteArrayList<>();
    private final List<MultiMap> handshakes = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile int rejectWith;

    StreamServer(Vertx vertx) throws Exception {
        server = vertx.createHttpServer().requestHandler(this::upgrade);
        server.listen(0).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    void rejectWith(int status) {
        rejectWith = status;
    }

    int connections() {
        return connections.size();
    }

    List<String> commands() {
        return commands;
    }

    MultiMap handshake(int connection) {
        return handshakes.get(connection);
    }

    /** Says a frame on the newest connection, with the line end that the exchange adds. */
    void say(String frame) {
        connections.getLast().writeTextMessage(frame + "\n");
    }

    void keepPinging(Vertx vertx, Duration interval) {
        ServerWebSocket connection = connections.getLast();
        long timer = vertx.setPeriodic(interval.toMillis(), unused -> connection.writePing(Buffer.buffer("heartbeat")));
        connection.closeHandler(nothing -> vertx.cancelTimer(timer));
    }

    void hangUp() {
        connections.getLast().close((short) 1001);
    }

    void stop() throws Exception {
        server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void upgrade(HttpServerRequest request) {
        if (rejectWith == 0) {
            request.toWebSocket().onSuccess(this::accept);
        } else {
            request.response().setStatusCode(rejectWith).end();
        }
    }

    private void accept(ServerWebSocket connection) {
        handshakes.add(connection.headers());
        connection.frameHandler(this::record);
        connections.add(connection);
    }

    private void record(WebSocketFrame frame) {
        if (frame.isText()) {
            commands.add(Payloads.json(frame.textData()).toString());
        }
    }
}
