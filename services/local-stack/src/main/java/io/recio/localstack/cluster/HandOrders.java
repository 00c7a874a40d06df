package io.recio.localstack.cluster;

import io.recio.localstack.chaos.plan.Wish;
import io.recio.localstack.chaos.run.OperatorDesk;
import io.recio.localstack.demo.DemoDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Trades by hand, one wish after the other, so that what happens meanwhile meets orders on their way. */
final class HandOrders {

    /** Of the wishes of one run. */
    static final String RUN = "upgrade";

    private static final Duration PACE = Duration.ofSeconds(2);
    private static final int CONTRACTS = 3;

    /** Two trades are opened for each that is closed; the others settle. */
    private static final int CLOSE_EACH = 3;

    private static final String OURS = "trading.requests WHERE idempotency_key LIKE '" + RUN + ":%'";

    private final OperatorDesk desk;
    private final DemoDatabase database;

    HandOrders(OperatorDesk desk, DemoDatabase database) {
        this.desk = desk;
        this.database = database;
    }

    void place(BooleanSupplier isOver) throws InterruptedException {
        for (int i = 1; !isOver.getAsBoolean(); i++) {
            desk.ask(new Wish(0, i % CLOSE_EACH != 0, i, i % 2 == 0, CONTRACTS));
            Thread.sleep(PACE);
        }
    }

    /** Whether each wish has its answer and each trade has ended. */
    boolean areEnded() {
        try {
            return database.count(OURS + " AND state = 'new'") == 0
                    && database.count(
                                    "trading.trades WHERE status NOT IN ('closed', 'denied', 'rejected', 'missed') AND trade_id IN"
                                            + " (SELECT (answer->>'tradeId')::uuid FROM " + OURS + ")")
                            == 0;
        } catch (SQLException e) {
            return false;
        }
    }

    /** How many were wished for, and what became of them. */
    String summary() throws SQLException {
        return database.list(row -> row.getString(1), """
                        SELECT count(*) || ' wishes by hand: ' || count(*) FILTER (WHERE answer->>'outcome' = 'placed')
                            || ' placed, ' || count(*) FILTER (WHERE answer->>'outcome' <> 'placed') || ' denied ('
                            || coalesce(string_agg(DISTINCT answer->>'code', ', '), '') || '), '
                            || count(*) FILTER (WHERE state = 'new') || ' without an answer'
                        FROM\s""" + OURS).getFirst();
    }
}
