package io.recio.simulator.coinbase;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A client of the feed that keeps what it hears. */
final class FeedProbe implements AutoCloseable {

    private final WebSocketClient client;
    private final WebSocket socket;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    FeedProbe(Vertx vertx, int port) throws Exception {
        client = vertx.createWebSocketClient();
        CompletableFuture<WebSocket> opened = new CompletableFuture<>();
        client.connect(port, "127.0.0.1", "/coinbase/ws")
                .onSuccess(open -> {
                    open.textMessageHandler(heard::add);
                    open.closeHandler(_ -> closed.complete(null));
                    opened.complete(open);
                })
                .onFailure(opened::completeExceptionally);
        socket = opened.get(10, TimeUnit.SECONDS);
    }

    void say(String text) {
        socket.writeTextMessage(text);
    }

    void subscribe(String product, String channels) {
        say("{\"type\":\"subscribe\",\"product_ids\":[\"" + product + "\"],\"channels\":" + channels + "}");
    }

    List<String> texts() {
        return heard;
    }

    List<JsonObject> of(String type) {
        return heard.stream()
                .filter(text -> text.startsWith("{\"type\":\"" + type + "\""))
                .map(JsonObject::new)
                .toList();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void close() {
        socket.close();
        client.close();
    }
}
