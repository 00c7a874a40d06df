package io.recio.mainapp.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.storage.json.DomainJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A browser on the live feed: keeps every message. */
final class Listener implements WebSocket.Listener {

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile int closeCode;

    Listener(int port, @Nullable String cookie, String origin) {
        var builder = HttpClient.newHttpClient().newWebSocketBuilder().header("Origin", origin);
        if (cookie != null) {
            builder.header("Cookie", "recio_session=" + cookie);
        }
        try {
            this.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/v1/stream"), this)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof WebSocketHandshakeException refused
                    ? new IllegalStateException(
                            "refused with " + refused.getResponse().statusCode())
                    : e;
        }
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    int closeCode() {
        return closeCode;
    }

    /** The first message that fits, once there is one. */
    JsonNode await(Predicate<JsonNode> fits) {
        return await(fits, Duration.ofSeconds(5));
    }

    JsonNode await(Predicate<JsonNode> fits, Duration longest) {
        return Awaitility.await()
                .atMost(longest)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> messages.stream().filter(fits).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    void forget() {
        messages.clear();
    }

    void leave() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                messages.add(DomainJson.MAPPER.readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closeCode = statusCode;
        return null;
    }
}
