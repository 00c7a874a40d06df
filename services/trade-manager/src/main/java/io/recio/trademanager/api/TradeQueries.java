package io.recio.trademanager.api;

import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads trades and positions of our account. */
@Singleton
class TradeQueries {

    /** What {@code state} may ask for, as SQL. */
    static final Map<String, String> STATES = Map.of(
            "active", "status IN ('pending', 'open', 'closing', 'expired')",
            "ended", "status NOT IN ('pending', 'open', 'closing', 'expired')",
            "closed", "status = 'closed'");

    private final Database database;
    private final String account;
    private final String mode;

    TradeQueries(Database database, ServiceConfig config) {
        this.database = database;
        this.account = config.account();
        this.mode = config.mode();
    }

    /** @param before only those that began before this one; ids rise with time */
    TradePage page(@Nullable String state, @Nullable UUID before, int size) {
        String wanted = state == null ? "true" : STATES.get(state);
        List<TradeView> found = database.list(
                TradeView::of,
                "SELECT " + TradeView.COLUMNS + " FROM trading.trades WHERE account = $1 AND mode = $2 AND " + wanted
                        + " AND ($3::uuid IS NULL OR trade_id < $3) ORDER BY trade_id DESC LIMIT $4",
                account,
                mode,
                before,
                size + 1);
        return found.size() <= size
                ? new TradePage(found, null)
                : new TradePage(found.subList(0, size), found.get(size - 1).tradeId());
    }

    Optional<TradeView> find(UUID trade) {
        return database.first(
                        "SELECT " + TradeView.COLUMNS
                                + " FROM trading.trades WHERE account = $1 AND mode = $2 AND trade_id = $3",
                        account,
                        mode,
                        trade)
                .map(TradeView::of);
    }

    List<PositionView> positions() {
        return database.list(
                row -> new PositionView(
                        row.getString("ticker"), TradeView.decimal(row, "ours"), TradeView.decimal(row, "exchange")),
                """
                SELECT ticker, coalesce(ours, 0.00) AS ours, coalesce(exchange, 0.00) AS exchange
                FROM (SELECT ticker, sum((filled - closed) * CASE side WHEN 'YES' THEN 1 ELSE -1 END) AS ours
                        FROM trading.trades WHERE account = $1 AND mode = $2 AND status IN ('open', 'closing', 'expired')
                        GROUP BY ticker) held
                FULL JOIN (SELECT ticker, position AS exchange FROM account.positions
                        WHERE account = $1 AND mode = $2 AND position <> 0) told USING (ticker)
                ORDER BY ticker\
                """,
                account,
                mode);
    }
}
