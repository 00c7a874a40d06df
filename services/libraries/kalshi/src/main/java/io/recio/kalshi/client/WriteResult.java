package io.recio.kalshi.client;

import io.recio.kalshi.errors.KalshiError;
import java.util.function.Function;

/**
 * What became of a call that changes something. A timeout is not a rejection: only {@link Rejected} and {@link NotSent}
 * say that nothing happened.
 */
public sealed interface WriteResult<T> {

    /** Done; the exchange's receipt. */
    record Accepted<T>(T value) implements WriteResult<T> {}

    /**
     * Refused, and certainly not applied (400, 401, 403, 404, 410). A cancel answered 404 found no such resting order:
     * unknown, filled, already gone, or on another shard.
     */
    record Rejected<T>(int status, KalshiError error) implements WriteResult<T> {

        public boolean isNotFound() {
            return status == 404;
        }

        public boolean isAuthentication() {
            return status == 401 || status == 403;
        }
    }

    /**
     * It may have been applied or not; only looking it up tells.
     *
     * @param detail facts for a log line
     */
    record InDoubt<T>(Doubt doubt, String detail) implements WriteResult<T> {}

    /**
     * Not a byte was written, so it was certainly not applied.
     *
     * @param detail facts for a log line
     */
    record NotSent<T>(NotSentReason reason, String detail) implements WriteResult<T> {}

    enum Doubt {
        /** No answer in time after writing began. */
        TIMEOUT,
        /** The connection broke after writing began. */
        CONNECTION_LOST,
        /** 409: the client order id was used before; the order may stand. */
        DUPLICATE,
        /** 429 from the exchange. */
        RATE_LIMITED,
        /** 5xx, or a status that the specification does not know. */
        SERVER_ERROR,
        /** 2xx with a body that cannot be read. */
        UNREADABLE_ANSWER
    }

    enum NotSentReason {
        /** Our own budget had no tokens in time. */
        BUDGET_EXHAUSTED,
        /** No connection: name, network, handshake, or no time left for one. */
        NO_CONNECTION,
        /** The caller's last check before writing said no. */
        WITHDRAWN,
        /** The calling thread was interrupted before writing. */
        INTERRUPTED
    }

    /** The same result with another receipt. */
    default <U> WriteResult<U> map(Function<? super T, ? extends U> receipt) {
        return switch (this) {
            case Accepted<T>(T value) -> new Accepted<>(receipt.apply(value));
            case Rejected<T>(int status, KalshiError error) -> new Rejected<>(status, error);
            case InDoubt<T>(Doubt doubt, String detail) -> new InDoubt<>(doubt, detail);
            case NotSent<T>(NotSentReason reason, String detail) -> new NotSent<>(reason, detail);
        };
    }
}
