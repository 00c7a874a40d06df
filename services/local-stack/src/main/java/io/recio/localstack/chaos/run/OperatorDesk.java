package io.recio.localstack.chaos.run;

import io.recio.localstack.chaos.plan.Wish;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes requests by hand as main-app does. */
public final class OperatorDesk {

    private static final String INSERT = """
        INSERT INTO trading.requests (request_id, account, mode, idempotency_key, kind, requested_by, on_behalf_of,
            ticker, side, quantity, price_cap, trade_id, emergency, strategy, reason, seen, payload_hash, valid_until,
            business_at)
        VALUES (?::uuid, 'simulated', 'simulated', ?, ?, '', 'operator', ?, ?, ?, ?, ?::uuid, false, 'Hourly HTC', ?,
            '{}', ?, CASE WHEN ?::text = 'open' THEN clock_timestamp() + ? * interval '1 second' END, ?)\
        """;

    private static final BigDecimal SLIPPAGE = new BigDecimal("0.05");
    private static final BigDecimal HIGHEST = new BigDecimal("0.99");

    private final Rows rows;
    private final Rows operator;
    private final Supplier<Instant> business;
    private final Duration validity;
    private final String name;
    private int asked;

    /**
     * @param rows sees the markets
     * @param operator may write requests
     * @param business its now
     * @param validity of a wish to open
     * @param name of the run, for its idempotency keys
     */
    public OperatorDesk(Rows rows, Rows operator, Supplier<Instant> business, Duration validity, String name) {
        this.rows = rows;
        this.operator = operator;
        this.business = business;
        this.validity = validity;
        this.name = name;
    }

    private record Quote(String ticker, BigDecimal yesAsk, BigDecimal noAsk) {}

    private record Held(String tradeId, String ticker, String side) {}

    /** Asks, unless there is nothing to ask for or the database is away. */
    public void ask(Wish wish) {
        try {
            if (wish.opens()) {
                open(wish);
            } else {
                close(wish);
            }
        } catch (SQLException e) {
            // The database is away; an operator would see an error and go on.
        }
    }

    private void open(Wish wish) throws SQLException {
        List<Quote> quotes = rows.list(
                row -> new Quote(row.getString(1), row.getBigDecimal(2), row.getBigDecimal(3)),
                """
                        SELECT ticker, 1 - (no_bids->0->>0)::numeric, 1 - (yes_bids->0->>0)::numeric
                        FROM markets.books JOIN markets.markets USING (ticker)
                        WHERE symbol = 'BTC' AND lower(status) IN ('active', 'open') AND closes_at > ?
                            AND jsonb_array_length(no_bids) > 0 AND jsonb_array_length(yes_bids) > 0
                            AND (no_bids->0->>0)::numeric BETWEEN 0.05 AND 0.95
                            AND (yes_bids->0->>0)::numeric BETWEEN 0.05 AND 0.95
                        ORDER BY closes_at, abs((no_bids->0->>0)::numeric - 0.5) LIMIT 6\
                        """,
                business.get().atOffset(ZoneOffset.UTC));
        if (quotes.isEmpty()) {
            return;
        }
        Quote quote = quotes.get(wish.pick() % quotes.size());
        BigDecimal ask = wish.yes() ? quote.yesAsk() : quote.noAsk();
        insert(
                "open",
                quote.ticker(),
                wish.yes() ? "YES" : "NO",
                BigDecimal.valueOf(wish.contracts()),
                ask.add(SLIPPAGE).min(HIGHEST),
                null,
                "by hand");
    }

    private void close(Wish wish) throws SQLException {
        List<Held> held = rows.list(
                row -> new Held(row.getString(1), row.getString(2), row.getString(3)),
                "SELECT trade_id::text, ticker, side FROM trading.trades WHERE status = 'open'"
                        + " ORDER BY created_at, trade_id");
        if (held.isEmpty()) {
            return;
        }
        Held trade = held.get(wish.pick() % held.size());
        insert("close", trade.ticker(), trade.side(), null, null, trade.tradeId(), "MANUAL");
    }

    private void insert(
            String kind,
            String ticker,
            String side,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal cap,
            @Nullable String trade,
            String reason)
            throws SQLException {
        String key = name + ":" + ++asked;
        Instant now = business.get();
        operator.update(
                INSERT,
                UUID.randomUUID().toString(),
                key,
                kind,
                ticker,
                side,
                quantity,
                cap,
                trade,
                reason,
                key,
                kind,
                validity.toSeconds(),
                now.atOffset(ZoneOffset.UTC));
    }
}
