package io.recio.databasemigrator.secret;

/** A secret exists but lacks what the release reads from it; the message says what was expected and found. */
final class UnfitSecret extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitSecret(String message) {
        super(message);
    }
}
