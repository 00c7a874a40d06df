package io.recio.localstack.demo;

import java.sql.SQLException;
import java.util.List;

/**
 * What a demonstration must have shown.
 *
 * @param entries automatic entries that were filled, each with a recorded decision
 * @param partialFills fills smaller than their order
 * @param settlements trades closed by a settlement
 * @param refusals different reasons why nothing was entered
 */
record DemoGoals(long entries, long partialFills, long settlements, List<String> refusals) {

    private static final int REFUSALS_WANTED = 3;

    static DemoGoals reached(DemoDatabase database) throws SQLException {
        return new DemoGoals(
                database.count("""
                        trading.trades t JOIN trading.decisions d ON d.decision_id = t.decision_id
                        WHERE t.filled > 0 AND d.outcome = 'entry'"""),
                database.count("""
                        account.fills f JOIN trading.order_intents i ON i.client_order_id = f.client_order_id
                        WHERE f.quantity < i.quantity"""),
                database.count("""
                        trading.trades t JOIN account.settlements s ON s.ticker = t.ticker
                        WHERE t.status = 'closed' AND t.filled > t.closed"""),
                database.list(
                        row -> row.getString(1),
                        "SELECT DISTINCT unnest(reasons) FROM trading.decisions WHERE outcome = 'refused' ORDER BY 1"));
    }

    boolean areReached() {
        return entries > 0 && partialFills > 0 && settlements > 0 && refusals.size() >= REFUSALS_WANTED;
    }

    @Override
    public String toString() {
        return "automatic entries " + entries + ", partial fills " + partialFills + ", booked settlements "
                + settlements + ", reasons not to enter " + refusals.size() + " " + refusals;
    }
}
