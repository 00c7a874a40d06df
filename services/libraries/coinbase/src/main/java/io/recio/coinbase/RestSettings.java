package io.recio.coinbase;

import java.net.URI;
import java.time.Duration;

/**
 * How to ask the exchange. All durations are real time.
 *
 * @param url {@code http} or {@code https}; the simulator's or {@link #PUBLIC_URL}
 * @param timeout for one request, from the connection to the last byte of the answer; 10 s
 * @param requestsPerSecond our pace; the exchange answers 429 past 10 a second from one address, which the two
 *     watchdogs share, so 5
 * @param pageLimit the most pages of 1,000 trades one call walks back through; 100, about 20 s at that pace
 */
public record RestSettings(URI url, Duration timeout, int requestsPerSecond, int pageLimit) {

    public static final URI PUBLIC_URL = URI.create("https://api.exchange.coinbase.com");

    public RestSettings {
        Settings.requireUrl("rest url", url, "http", "https");
        Settings.requirePositive("timeout", timeout);
        if (requestsPerSecond < 1 || requestsPerSecond > 10) {
            throw new IllegalArgumentException(
                    "requestsPerSecond must be 1 to 10, the exchange's limit, was " + requestsPerSecond);
        }
        if (pageLimit < 1) {
            throw new IllegalArgumentException("pageLimit must be at least 1, was " + pageLimit);
        }
    }

    /** The defaults for everything else. */
    public static RestSettings of(URI url) {
        return new RestSettings(url, Duration.ofSeconds(10), 5, 100);
    }
}
