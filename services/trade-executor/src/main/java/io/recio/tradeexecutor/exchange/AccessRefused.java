package io.recio.tradeexecutor.exchange;

/** The exchange answers, but key, account or clock are not what they must be: a person has to see to it. */
public final class AccessRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message begins with a stable code, such as {@code KEY_MAY_NOT_TRADE} */
    public AccessRefused(String message) {
        super(message);
    }

    public AccessRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
