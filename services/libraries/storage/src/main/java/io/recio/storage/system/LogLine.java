package io.recio.storage.system;

import java.time.Instant;

/**
 * A line of a service's log that a person should be able to find.
 *
 * @param level warning or error
 * @param logger the class that wrote it, without its package
 * @param message at most {@link #LONGEST_MESSAGE} characters; what is longer is cut
 * @param at real time
 */
public record LogLine(Level level, String logger, String message, Instant at) {

    public static final int LONGEST_MESSAGE = 2000;

    /** How bad it is. */
    public enum Level {
        WARNING("warning"),
        ERROR("error");

        private final String text;

        Level(String text) {
            this.text = text;
        }

        /** As in the database. */
        public String text() {
            return text;
        }
    }

    public LogLine {
        // PostgreSQL's text has no NUL.
        message = message.replace('\0', ' ');
        message = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
