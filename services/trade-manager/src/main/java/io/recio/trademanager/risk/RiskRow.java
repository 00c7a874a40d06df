package io.recio.trademanager.risk;

import io.recio.domain.market.MarketTicker;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.trademanager.trade.Tenure;
import io.vertx.sqlclient.Row;
import java.util.Optional;

/** {@code trading.risk_state}: the one row of our account. */
public final class RiskRow {

    private static final String COLUMNS =
            "SELECT clock_timestamp() AS read_at, kill_switch, flatten, entries_halted, halt_reason";
    private static final String OURS = " FROM trading.risk_state WHERE account = $1 AND mode = $2";

    private final Tenure tenure;

    public RiskRow(Tenure tenure) {
        this.tenure = tenure;
    }

    /** Makes the row when it is missing: switch off, nothing halted. */
    public void ensure(Statements statements) {
        statements.update(
                "INSERT INTO trading.risk_state (account, mode) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                tenure.account(),
                tenure.mode());
    }

    public RiskState read(Statements statements) {
        return one(statements, COLUMNS + OURS);
    }

    /**
     * Locks the row until the transaction ends.
     *
     * @param durable false: a crash of the server may undo the commit; only the executor's claim, which is durable, makes
     *     an automatic entry real (DESIGN, section 3)
     */
    public RiskState lock(Statements statements, boolean durable) {
        String commit = durable ? "" : ", set_config('synchronous_commit', 'off', true) AS commit_mode";
        return one(statements, COLUMNS + commit + OURS + " FOR UPDATE");
    }

    /** Keeps others off the market until the transaction ends; whatever is read after it waits for it. */
    public void lockMarket(Statements statements, MarketTicker ticker) {
        statements.send("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", ticker.value());
    }

    /**
     * Throws the kill switch; false when it was on already.
     *
     * @param flatten whether all that is held is sold, too
     */
    boolean trip(Statements statements, String reason, boolean flatten) {
        return statements.update("""
                        UPDATE trading.risk_state SET kill_switch = true, kill_reason = $3, kill_by = 'trade-manager',
                            kill_at = clock_timestamp(), flatten = flatten OR $4, updated_at = clock_timestamp()
                        WHERE account = $1 AND mode = $2 AND NOT kill_switch\
                        """, tenure.account(), tenure.mode(), reason, flatten) == 1;
    }

    /** Halts entries; a halt that stands keeps its reason. True when entries were running. */
    public boolean halt(Statements statements, String reason) {
        return statements.update("""
                        UPDATE trading.risk_state SET entries_halted = true, halt_reason = $3, updated_at = clock_timestamp()
                        WHERE account = $1 AND mode = $2 AND NOT entries_halted\
                        """, tenure.account(), tenure.mode(), reason) == 1;
    }

    /** Lets entries run again when they were halted for a reason that begins so. */
    public boolean resume(Statements statements, String reasonPrefix) {
        return statements.update("""
                        UPDATE trading.risk_state SET entries_halted = false, halt_reason = NULL, updated_at = clock_timestamp()
                        WHERE account = $1 AND mode = $2 AND entries_halted AND starts_with(halt_reason, $3)\
                        """, tenure.account(), tenure.mode(), reasonPrefix) == 1;
    }

    private RiskState one(Statements statements, String sql) {
        Row row = statements
                .first(sql, tenure.account(), tenure.mode())
                .orElseThrow(() -> new IllegalStateException("row of trading.risk_state is missing"));
        return new RiskState(
                Times.system(row, "read_at"),
                row.getBoolean("kill_switch"),
                row.getBoolean("flatten"),
                row.getBoolean("entries_halted")
                        ? Optional.of(Optional.ofNullable(row.getString("halt_reason"))
                                .orElse("entries are halted"))
                        : Optional.empty());
    }
}
