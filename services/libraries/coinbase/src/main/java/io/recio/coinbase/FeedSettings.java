package io.recio.coinbase;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How to reach the feed. All durations are real time.
 *
 * @param url {@code ws} or {@code wss}; the simulator's or {@link #PUBLIC_URL}
 * @param products at least one; the exchange allows ten subscriptions per product and channel
 * @param connectTimeout for the connection and the WebSocket handshake together; 5 s
 * @param silenceLimit a product unheard for this long means a dead socket; 3 s, three heartbeats
 * @param lookInterval how often silence and retries are checked; 100 ms
 * @param shortestRetry the first wait before a reconnect, at most; 250 ms, well under the exchange's 8 connections a second
 * @param longestRetry the last wait before a reconnect, at most; 10 s
 */
public record FeedSettings(
        URI url,
        List<ProductId> products,
        Duration connectTimeout,
        Duration silenceLimit,
        Duration lookInterval,
        Duration shortestRetry,
        Duration longestRetry) {

    public static final URI PUBLIC_URL = URI.create("wss://ws-feed.exchange.coinbase.com");

    public FeedSettings {
        Settings.requireUrl("feed url", url, "ws", "wss");
        products = List.copyOf(products);
        if (products.isEmpty()) {
            throw new IllegalArgumentException("products must name at least one product, was empty");
        }
        Settings.requirePositive("connectTimeout", connectTimeout);
        Settings.requirePositive("silenceLimit", silenceLimit);
        Settings.requirePositive("lookInterval", lookInterval);
        Settings.requirePositive("shortestRetry", shortestRetry);
        if (longestRetry.compareTo(shortestRetry) < 0) {
            throw new IllegalArgumentException(
                    "longestRetry must be at least shortestRetry " + shortestRetry + ", was " + longestRetry);
        }
    }

    /** The defaults for everything else. */
    public static FeedSettings of(URI url, List<ProductId> products) {
        return new FeedSettings(
                url,
                products,
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofMillis(100),
                Duration.ofMillis(250),
                Duration.ofSeconds(10));
    }
}
