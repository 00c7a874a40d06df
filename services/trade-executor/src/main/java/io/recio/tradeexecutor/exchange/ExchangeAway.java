package io.recio.tradeexecutor.exchange;

/** The exchange could not be asked, or not be believed; try again. */
public final class ExchangeAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ExchangeAway(String message, Throwable cause) {
        super(message, cause);
    }

    public ExchangeAway(String message) {
        super(message);
    }
}
