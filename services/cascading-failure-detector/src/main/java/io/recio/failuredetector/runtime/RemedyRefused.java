package io.recio.failuredetector.runtime;

/** The runtime answered that it will not: there is nothing to repeat. */
public final class RemedyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RemedyRefused(String message) {
        super(message);
    }
}
