package io.recio.localstack.chaos.run;

import java.sql.SQLException;
import java.time.Duration;

/** Waits for something to be so, though PostgreSQL may be away meanwhile. */
final class Waiting {

    private static final Duration LOOK = Duration.ofMillis(50);

    private Waiting() {}

    /** A question to the database. */
    @FunctionalInterface
    interface Question {
        boolean ask() throws SQLException;
    }

    /** @return whether it became so within the limit */
    static boolean until(Duration limit, Question question) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (question.ask()) {
                    return true;
                }
            } catch (SQLException e) {
                // The database is away, on purpose perhaps.
            }
            Thread.sleep(LOOK);
        }
        return false;
    }
}
