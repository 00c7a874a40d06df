package io.recio.storage.access;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Asks each new connection of a pool whether the server is the one whose rows we know. After a failover, or on a copy, the
 * database itself voids the leases and halts entries before the connection is used (DESIGN, section 5).
 */
public final class Lineage {

    private static final Logger LOG = Logger.getLogger(Lineage.class);

    /** The schema is older than the question: its function or its schema is missing. */
    private static final Set<String> NOT_YET = Set.of("42883", "3F000");

    /** The server's administrator lets nobody ask. */
    private static final String NOT_ALLOWED = "42501";

    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Lineage() {}

    /** For {@code withConnectHandler}: a connection that gets no answer is ended, and the pool makes another. */
    public static void check(SqlConnection connection) {
        connection.query("SELECT system.check_lineage() AS changed").execute().onComplete(answer -> {
            if (answer.succeeded()) {
                if (Boolean.TRUE.equals(answer.result().iterator().next().getBoolean("changed"))) {
                    LOG.error("Another database server or timeline answers than before, entries are halted");
                }
                connection.close();
            } else if (mayServeUnasked(answer.cause())) {
                connection.close();
            } else {
                LOG.warnf(
                        "Connection ended, its server does not say who it is reason=%s",
                        answer.cause().getMessage());
                connection
                        .query("SELECT pg_terminate_backend(pg_backend_pid())")
                        .execute()
                        .onComplete(ended -> connection.close());
            }
        });
    }

    private static boolean mayServeUnasked(Throwable cause) {
        if (!(cause instanceof PgException refused)) {
            return false;
        }
        boolean forbidden = NOT_ALLOWED.equals(refused.getSqlState());
        if (forbidden && TOLD.compareAndSet(false, true)) {
            LOG.warnf(
                    "Server may not be asked who it is, a failover will go unnoticed reason=%s", refused.getMessage());
        }
        return forbidden || NOT_YET.contains(refused.getSqlState());
    }
}
