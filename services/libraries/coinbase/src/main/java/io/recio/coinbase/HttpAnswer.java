package io.recio.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import java.time.Duration;

/** The exchange's answer to a request. */
record HttpAnswer(int status, MultiMap headers, String body) {

    private static final Duration USUAL_DELAY = Duration.ofSeconds(1);

    /**
     * The JSON of a good answer.
     *
     * @throws CoinbaseException when it is none
     */
    JsonNode json(String path) {
        if (status == 429) {
            throw new CoinbaseException.RateLimited("Coinbase limits our rate path=" + path, delay());
        }
        if (status >= 500 || status == 408) {
            throw new CoinbaseException.Unavailable("Coinbase failed status=" + status + " path=" + path, null);
        }
        if (status != 200) {
            throw new CoinbaseException.Refused(
                    "Coinbase refused status=" + status + " path=" + path + " answer=" + Wire.excerpt(body));
        }
        try {
            return Wire.parse(body);
        } catch (MalformedPayload e) {
            throw new CoinbaseException.Unreadable(
                    "Coinbase must answer JSON, was " + Wire.excerpt(body) + " path=" + path, e);
        }
    }

    private Duration delay() {
        String seconds = headers.get("Retry-After");
        return seconds != null && seconds.matches("\\d{1,4}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : USUAL_DELAY;
    }
}
