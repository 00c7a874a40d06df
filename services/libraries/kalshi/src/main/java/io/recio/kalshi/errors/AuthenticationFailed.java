package io.recio.kalshi.errors;

/** The exchange refuses our key, its scope or our clock (401, 403): stop and ask a person. */
public final class AuthenticationFailed extends KalshiException {

    private static final long serialVersionUID = 1L;

    public AuthenticationFailed(String message) {
        super(message);
    }

    public AuthenticationFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
