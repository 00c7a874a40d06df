package io.recio.simulator.kalshi.stream;

import static org.awaitility.Awaitility.await;

import io.recio.simulator.kalshi.TestKeys;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A raw client of the stream that keeps every frame. */
final class StreamProbe implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final WebSocketClient client;
    private final WebSocket socket;
    private volatile boolean closed;

    StreamProbe(Vertx vertx, URL url) {
        this(vertx, url, TestKeys.ED25519, "/trade-api/ws/v2");
    }

    StreamProbe(Vertx vertx, URL url, String key, String signedPath) {
        String timestamp = Long.toString(Instant.now().toEpochMilli());
        client = vertx.createWebSocketClient();
        socket = client.connect(new WebSocketConnectOptions()
                        .setHost(url.getHost())
                        .setPort(url.getPort())
                        .setURI("/trade-api/ws/v2")
                        .putHeader("KALSHI-ACCESS-KEY", key)
                        .putHeader("KALSHI-ACCESS-TIMESTAMP", timestamp)
                        .putHeader("KALSHI-ACCESS-SIGNATURE", TestKeys.sign(key, timestamp + "GET" + signedPath)))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        socket.textMessageHandler(frames::add);
        socket.closeHandler(ignored -> closed = true);
    }

    void say(String command) {
        socket.writeTextMessage(command);
    }

    List<String> raw() {
        return frames;
    }

    boolean isClosed() {
        return closed;
    }

    /** The frames that are JSON. */
    List<JsonObject> messages() {
        return frames.stream()
                .filter(frame -> frame.endsWith("}\n"))
                .map(JsonObject::new)
                .toList();
    }

    List<JsonObject> ofType(String type) {
        return messages().stream()
                .filter(message -> type.equals(message.getString("type")))
                .toList();
    }

    /** The first message like that, waited for. */
    JsonObject first(Predicate<JsonObject> wanted) {
        return await().atMost(PATIENCE)
                .until(() -> messages().stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    JsonObject first(String type) {
        return first(message -> type.equals(message.getString("type")));
    }

    @Override
    public void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
    }
}
