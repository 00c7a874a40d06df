package io.recio.kalshi.errors;

import java.time.Duration;

/** Too many calls, by our own budget or by the exchange's (429): try again after the delay. */
public final class RateLimited extends KalshiException {

    /** The exchange sends no delay and no penalty; after a second the buckets hold a second's worth again. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final long serialVersionUID = 1L;

    private final Duration delay;

    public RateLimited(String message, Duration delay) {
        super(message);
        this.delay = delay;
    }

    public Duration delay() {
        return delay;
    }
}
