package io.recio.storage;

/** The database is away or gave up: try again after recovering by reading. A commit may or may not have happened. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
