package io.recio.databasemigrator;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Waits for a server that is not there yet, for in a cluster it starts beside us. One that answers, be it with a refusal, is not
 * waited for.
 */
final class ServerWait {

    private static final Logger LOG = Logger.getLogger(ServerWait.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** SQLSTATE of a server that starts or stops. */
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private static final Set<Class<? extends Throwable>> NOBODY_ANSWERED = Set.of(
            ConnectException.class,
            NoRouteToHostException.class,
            SocketTimeoutException.class,
            UnknownHostException.class,
            EOFException.class);

    private final Duration patience;

    ServerWait(Duration patience) {
        this.patience = patience;
    }

    /** Comes back when somebody answers, or when patience is over. */
    void await(String url, String user, String password) {
        long began = System.nanoTime();
        boolean said = false;
        for (String why = absence(url, user, password); !why.isEmpty(); why = absence(url, user, password)) {
            if (System.nanoTime() - began >= patience.toNanos()) {
                return;
            }
            if (!said) {
                LOG.infof("Database is not there yet, waiting for %d s reason=%s", patience.toSeconds(), why);
                said = true;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Why nobody answered; empty when somebody did. */
    private static String absence(String url, String user, String password) {
        try {
            DriverManager.getConnection(url, user, password).close();
            return "";
        } catch (SQLException e) {
            return isAbsence(e) ? String.valueOf(e.getMessage()) : "";
        }
    }

    private static boolean isAbsence(SQLException refusal) {
        for (Throwable at = refusal; at != null; at = at.getCause()) {
            if (NOBODY_ANSWERED.contains(at.getClass())) {
                return true;
            }
        }
        return CANNOT_CONNECT_NOW.equals(refusal.getSQLState());
    }
}
