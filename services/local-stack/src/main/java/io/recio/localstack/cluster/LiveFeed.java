package io.recio.localstack.cluster;

import io.recio.localstack.bench.ui.ScreenLogin;
import io.recio.localstack.refusal.Refused;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The screen's WebSocket, as a browser uses it. */
final class LiveFeed {

    private static final int PATIENCE_SECONDS = 30;
    private static final int SHOWN = 120;
    private static final String PRICE = "\"priceDollars\"";

    private LiveFeed() {}

    /**
     * The beginning of the first message with BTC's price.
     *
     * @throws Refused when none arrives
     */
    static String firstPrice(HttpClient http, ScreenLogin login) {
        CompletableFuture<String> first = new CompletableFuture<>();
        try {
            WebSocket socket = http.newWebSocketBuilder()
                    .header("Origin", login.address().toString())
                    .header("Cookie", "recio_session=" + login.cookie())
                    .buildAsync(login.stream(), new First(first))
                    .join();
            socket.sendText("{\"subscribe\":[\"prices:BTC\"]}", true).join();
            String message = first.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            socket.abort();
            return message.substring(0, Math.min(SHOWN, message.length()));
        } catch (CompletionException e) {
            throw new Refused("the live feed must send a price, was silent: " + e.getCause(), e);
        }
    }

    private record First(CompletableFuture<String> message) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (data.toString().contains(PRICE)) {
                message.complete(data.toString());
            }
            socket.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            message.completeExceptionally(error);
        }
    }
}
