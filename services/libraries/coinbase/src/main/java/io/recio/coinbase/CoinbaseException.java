package io.recio.coinbase;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a request brought nothing. The subtype says what to do next. */
public abstract sealed class CoinbaseException extends RuntimeException {

    private CoinbaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** No answer or a fault on their side: try again, with patience. */
    public static final class Unavailable extends CoinbaseException {
        Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Too many requests from this address: try again after {@link #delay}. */
    public static final class RateLimited extends CoinbaseException {
        private final Duration delay;

        RateLimited(String message, Duration delay) {
            super(message, null);
            this.delay = delay;
        }

        public Duration delay() {
            return delay;
        }
    }

    /** The exchange does not accept this request: do not repeat it, check the settings (is the product listed?). */
    public static final class Refused extends CoinbaseException {
        Refused(String message) {
            super(message, null);
        }
    }

    /** The answer makes no sense to us: do not repeat it, tell a person; the exchange's format may have changed. */
    public static final class Unreadable extends CoinbaseException {
        Unreadable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The trades asked for lie more pages back than one call walks: ask for candles instead. */
    public static final class TooFarBack extends CoinbaseException {
        TooFarBack(String message) {
            super(message, null);
        }
    }
}
