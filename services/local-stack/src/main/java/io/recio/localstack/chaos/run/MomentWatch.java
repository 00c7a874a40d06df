package io.recio.localstack.chaos.run;

import io.recio.localstack.chaos.plan.Moment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks into the tables for a state, every few milliseconds, on a connection of its own. */
final class MomentWatch implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(3);
    private static final Duration RETRY = Duration.ofMillis(100);

    private final Rows rows;
    private @Nullable Connection connection;

    MomentWatch(Rows rows) {
        this.rows = rows;
    }

    /** @return whether the moment came before that {@code System.nanoTime()} */
    boolean await(Moment moment, long until) throws InterruptedException {
        while (System.nanoTime() < until) {
            try {
                if (isNow(moment)) {
                    return true;
                }
                Thread.sleep(LOOK);
            } catch (SQLException e) {
                close();
                Thread.sleep(RETRY);
            }
        }
        return false;
    }

    private boolean isNow(Moment moment) throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = rows.open();
            connection = open;
        }
        return Rows.list(open, row -> row.getBoolean(1), "SELECT EXISTS (" + question(moment) + ")")
                .getFirst();
    }

    private static String question(Moment moment) {
        return switch (moment) {
            case ANY -> "SELECT 1";
            case NEW -> "SELECT 1 FROM trading.order_intents WHERE state = 'new'";
            case SENDING -> "SELECT 1 FROM trading.order_intents WHERE state = 'sending'";
            case IN_DOUBT -> "SELECT 1 FROM trading.order_intents WHERE state = 'in_doubt'";
            case UNATTACHED -> """
                SELECT 1 FROM account.fills f WHERE NOT EXISTS
                    (SELECT 1 FROM trading.attached_fills a WHERE a.fill_id = f.fill_id)\
                """;
            case CLOSING -> "SELECT 1 FROM trading.trades WHERE status = 'closing'";
            case EXPIRED -> "SELECT 1 FROM trading.trades WHERE status = 'expired'";
        };
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // It has gone with its server.
            }
        }
    }
}
