package io.recio.kalshi.errors;

/** The exchange does not know what was asked for (404). A market may answer so for a while after its creation. */
public final class NotFound extends KalshiException {

    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
        super(message);
    }
}
