package io.recio.migrations;

import org.jspecify.annotations.Nullable;

/** The database could not be brought to the newest version; the message says what was expected and found. */
public final class MigrationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MigrationFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
