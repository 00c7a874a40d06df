package io.recio.kalshi.errors;

/** The exchange understood the call and refuses it as wrong (400, 409, 410 and kin): sending it again does not help. */
public final class BadRequest extends KalshiException {

    private static final long serialVersionUID = 1L;

    private final transient KalshiError error;

    public BadRequest(String message, KalshiError error) {
        super(message);
        this.error = error;
    }

    public KalshiError error() {
        return error;
    }
}
