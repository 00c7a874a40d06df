package io.recio.storage;

import io.recio.storage.access.DatabaseAccess;
import io.vertx.pgclient.PgException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an error of the client or the server means for whoever asked. */
final class DatabaseErrors {

    private static final String INTEGRITY_VIOLATION = "23";

    private static final String HANDSHAKE_FAILED = "SSL handshake failed";

    /** Refused by a server that is no primary (any more). */
    private static final String READ_ONLY = "25006";

    /**
     * How an SQLSTATE begins that says the database is away, closed to us or has given up, whatever was asked: connection
     * (08), a server that is no primary any more (25006), a transaction ended by a timeout (25P), login (28: roles and
     * passwords change while a server is restored or passed on), rollback by the server (40), resources such as connections
     * (53), a lock not had in time (55P), operator intervention such as a shutdown or a start not yet over (57), disks (58).
     */
    private static final Set<String> AWAY = Set.of("08", READ_ONLY, "25P", "28", "40", "53", "55P", "57", "58");

    private DatabaseErrors() {}

    /** The exception to throw in its place. */
    static RuntimeException meaningOf(Throwable cause) {
        if (cause instanceof PgException e) {
            String state = e.getSqlState() == null ? "" : e.getSqlState();
            if (state.startsWith(INTEGRITY_VIOLATION)) {
                return new ConstraintViolated(e.getConstraint() == null ? "" : e.getConstraint(), e);
            }
            return isAway(state)
                    ? new DatabaseUnavailable("database gave up: " + e.getMessage(), e)
                    : new IllegalStateException("statement refused by the database: " + e.getMessage(), e);
        }
        if (isOurMistake(cause)) {
            return new IllegalStateException("statement cannot be sent: " + cause.getMessage(), cause);
        }
        return new DatabaseUnavailable("database cannot be reached: " + reasonOf(cause), cause);
    }

    /** What went wrong; when TLS did, what was wrong with the server's certificate, which the client does not tell. */
    static @Nullable String reasonOf(Throwable cause) {
        String message = cause.getMessage();
        return HANDSHAKE_FAILED.equals(message) ? DatabaseAccess.refusal().orElse(message) : message;
    }

    /** Whether the server only lets us read. */
    static boolean isReadOnly(Throwable cause) {
        return cause instanceof PgException e && READ_ONLY.equals(e.getSqlState());
    }

    private static boolean isAway(String state) {
        return AWAY.stream().anyMatch(state::startsWith);
    }

    /** A parameter of the wrong type or number: the client refuses it before it asks. */
    private static boolean isOurMistake(Throwable cause) {
        String message = cause.getMessage();
        return message != null && (message.contains("coerced") || message.contains("number of parameters"));
    }
}
