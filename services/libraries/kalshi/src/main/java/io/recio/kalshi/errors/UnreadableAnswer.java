package io.recio.kalshi.errors;

/** The answer does not say what its specification promises: the client must be changed before the call works. */
public final class UnreadableAnswer extends KalshiException {

    private static final long serialVersionUID = 1L;

    public UnreadableAnswer(String message) {
        super(message);
    }

    public UnreadableAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
