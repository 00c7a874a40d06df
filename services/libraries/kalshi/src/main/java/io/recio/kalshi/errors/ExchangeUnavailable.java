package io.recio.kalshi.errors;

/** No usable answer (no connection, timeout, 5xx): try again later. */
public final class ExchangeUnavailable extends KalshiException {

    private static final long serialVersionUID = 1L;

    public ExchangeUnavailable(String message) {
        super(message);
    }

    public ExchangeUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
