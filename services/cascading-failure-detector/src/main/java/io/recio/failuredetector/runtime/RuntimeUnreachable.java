package io.recio.failuredetector.runtime;

/** The runtime did not answer: look again before acting again. */
public final class RuntimeUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuntimeUnreachable(String message) {
        super(message);
    }

    public RuntimeUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
