package io.recio.localstack.refusal;

/** What was asked cannot be done. The message is one clear line for the person who asked: expected, found, way out. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }

    public Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
