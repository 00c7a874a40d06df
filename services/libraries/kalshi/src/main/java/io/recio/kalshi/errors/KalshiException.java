package io.recio.kalshi.errors;

/** A call that gave no result; its kind says what to do next. */
public abstract sealed class KalshiException extends RuntimeException
        permits AuthenticationFailed, BadRequest, ExchangeUnavailable, NotFound, RateLimited, UnreadableAnswer {

    private static final long serialVersionUID = 1L;

    KalshiException(String message) {
        super(message);
    }

    KalshiException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The exception that fits an answer outside 2xx. */
    public static KalshiException of(String call, int status, KalshiError error) {
        String message = call + " answered " + status + " " + error;
        return switch (status) {
            case 401, 403 -> new AuthenticationFailed(message);
            case 404 -> new NotFound(message);
            case 429 -> new RateLimited(message, RateLimited.PAUSE);
            default ->
                status >= 400 && status < 500 ? new BadRequest(message, error) : new ExchangeUnavailable(message);
        };
    }
}
