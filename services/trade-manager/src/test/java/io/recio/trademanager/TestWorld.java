package io.recio.trademanager;

import io.recio.domain.time.BusinessTime;
import io.recio.fixtures.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One market and all that others write about it: the watchdog, the requesters, the executor, the account sync. */
final class TestWorld {

    static final Duration TO_CLOSE = Duration.ofMinutes(10);

    final String event =
            "KXBTCD-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    final String ticker = event + "-T114999.99";

    private final TestDatabase database;
    private int fills;

    TestWorld(TestDatabase database, BusinessTime now) {
        this.database = database;
        database.execute("""
            UPDATE settings.risk_limits SET max_contracts_per_order = 1000, max_contracts_per_market = 2000,
                max_contracts_per_event = 5000, max_exposure_dollars = 100000, max_open_trades = 1000,
                max_orders_per_minute = 1000, balance_reserve_dollars = 10, max_daily_loss_dollars = 100000,
                max_weekly_loss_dollars = 100000, flatten_on_loss_limit = false;
            UPDATE trading.risk_state SET kill_switch = false, flatten = false, entries_halted = false, halt_reason = NULL;
            INSERT INTO account.balances (account, mode, exchange_index, balance)
            VALUES ('simulated', 'simulated', 2, 10000)
            ON CONFLICT (account, mode, exchange_index) DO UPDATE SET balance = 10000;
            INSERT INTO markets.exchange_status (exchange_index, exchange_active, trading_active, checked_at)
            VALUES (2, true, true, now())
            ON CONFLICT (exchange_index) DO UPDATE SET exchange_active = true, trading_active = true;
            INSERT INTO markets.series (series_ticker, title, fee_type, fee_multiplier)
            VALUES ('KXBTCD', 'Bitcoin', 'quadratic', 1) ON CONFLICT DO NOTHING\
            """);
        execute("""
                INSERT INTO markets.events (event_ticker, series_ticker, symbol, title, opens_at, closes_at, exchange_index)
                VALUES ('%s', 'KXBTCD', 'BTC', 'Bitcoin at noon', '%s', '%s', 2)\
                """, event, now.minus(Duration.ofMinutes(50)), now.plus(TO_CLOSE));
        execute("""
                INSERT INTO markets.book_feeds (event_ticker, source, valid, heard_at)
                VALUES ('%s', 'websocket', true, clock_timestamp() + interval '1 hour')\
                """, event);
        market(ticker, "114999.99", now);
    }

    /** Another strike of the event; yes is bid at .95 and asked at .96. */
    void market(String name, String floor, BusinessTime now) {
        execute("""
                    INSERT INTO markets.markets (ticker, event_ticker, symbol, strike_type, floor_strike, status, opens_at,
                        closes_at, exchange_index, grid)
                    VALUES ('%s', '%s', 'BTC', 'GREATER', %s, 'ACTIVE', '%s', '%s', 2,
                        '[{"start":"0.0000","end":"1.0000","step":"0.0100"}]')\
                    """, name, event, floor, now.minus(Duration.ofMinutes(50)), now.plus(TO_CLOSE));
        execute("""
                INSERT INTO markets.books (ticker, event_ticker, yes_bids, no_bids, revision, changed_at)
                VALUES ('%s', '%s', '[["0.9500","500.00"]]', '[["0.0400","500.00"]]', 1, now())\
                """, name, event);
    }

    String requestOpen(String side, String quantity, String cap) {
        return request(
                "open", ticker, side, quantity, cap, null, "'auto'", "clock_timestamp() + interval '60 seconds'");
    }

    String requestOpenFor(String user, String side, String quantity, String cap) {
        return request("open", ticker, side, quantity, cap, null, "'by hand'", "NULL", "'" + user + "'");
    }

    String requestClose(String trade, String side, String reason) {
        return request("close", ticker, side, null, null, trade, "'" + reason + "'", "NULL");
    }

    String requestAbandon(String trade, String side) {
        return request("abandon", ticker, side, null, null, trade, "'MANUAL'", "NULL", "'ada'");
    }

    String request(
            String kind,
            String market,
            String side,
            String quantity,
            String cap,
            String trade,
            String reason,
            String validUntil) {
        return request(kind, market, side, quantity, cap, trade, reason, validUntil, "NULL");
    }

    private String request(
            String kind,
            String market,
            String side,
            String quantity,
            String cap,
            String trade,
            String reason,
            String validUntil,
            String onBehalfOf) {
        String id = UUID.randomUUID().toString();
        execute(
                """
                INSERT INTO trading.requests (request_id, account, mode, idempotency_key, kind, requested_by, on_behalf_of, ticker, side,
                    quantity, price_cap, trade_id, emergency, strategy, reason, seen, payload_hash, valid_until, business_at)
                VALUES ('%s', 'simulated', 'simulated', '%s', '%s', '', %s, '%s', '%s', %s, %s, %s, %s, 'Hourly HTC', %s,
                    '{"spot":"115250.00","ask":"0.9600","probability":"0.976","momentum":"0.12"}', 'x', %s, now())\
                """,
                id,
                id,
                kind,
                onBehalfOf,
                market,
                side,
                quantity,
                cap,
                trade == null ? "NULL" : "'" + trade + "'",
                reason.contains("EMERGENCY"),
                reason,
                validUntil);
        return id;
    }

    /** The daily limit lies so far below what the day has come to. */
    void limitFurtherLossTo(String dollars) {
        execute("""
                    UPDATE settings.risk_limits SET max_daily_loss_dollars = greatest(0.01,
                        %s - (SELECT coalesce(sum(pnl), 0) FROM trading.trades WHERE status = 'closed'))\
                    """, dollars);
    }

    /** The executor's word on an order. */
    void order(String clientOrderId, String exchangeId, String status, String filled, String reason) {
        execute(
                """
                INSERT INTO trading.orders (client_order_id, exchange_order_id, status, filled, reason)
                VALUES ('%s', %s, '%s', %s, '%s')
                ON CONFLICT (client_order_id) DO UPDATE SET exchange_order_id = excluded.exchange_order_id,
                    status = excluded.status, filled = excluded.filled, reason = excluded.reason;
                INSERT INTO trading.order_events (client_order_id, seq, type, document, epoch, business_at)
                VALUES ('%s', (SELECT count(*) + 1 FROM trading.order_events WHERE client_order_id = '%s'), 'Played', '{}', 1,
                    now())\
                """,
                clientOrderId,
                exchangeId == null ? "NULL" : "'" + exchangeId + "'",
                status,
                filled,
                reason,
                clientOrderId,
                clientOrderId);
    }

    /** A fill as account sync writes it; boughtSide at its yes price. */
    String fill(
            String clientOrderId, String exchangeId, String boughtSide, String yesPrice, String quantity, String fee) {
        String id = "fill-" + event + "-" + ++fills;
        execute(
                """
                INSERT INTO account.fills (account, mode, fill_id, order_id, client_order_id, ticker, bought_side, yes_price,
                    quantity, fee, taker, filled_at, source)
                VALUES ('simulated', 'simulated', '%s', '%s', %s, '%s', '%s', %s, %s, %s, true, now(), 'websocket')\
                """,
                id,
                exchangeId,
                clientOrderId == null ? "NULL" : "'" + clientOrderId + "'",
                ticker,
                boughtSide,
                yesPrice,
                quantity,
                fee);
        return id;
    }

    void settlement(String yesValue, String yesCount, String noCount, String revenue, String fee, String state) {
        String result = yesValue.equals("1") ? "yes" : yesValue.equals("0") ? "no" : "scalar";
        execute("""
                    INSERT INTO account.settlements (account, mode, ticker, event_ticker, result, yes_value, yes_count, no_count,
                        revenue, fee, state, settled_at)
                    VALUES ('simulated', 'simulated', '%s', '%s', '%s', %s, %s, %s, %s, %s, '%s', now())
                    ON CONFLICT (account, mode, ticker) DO UPDATE SET result = excluded.result, yes_value = excluded.yes_value,
                        revenue = excluded.revenue, fee = excluded.fee, state = excluded.state\
                    """, ticker, event, result, yesValue, yesCount, noCount, revenue, fee, state);
    }

    /** A reconciliation alone: cash is compared with what it was. */
    void reconciled(double secondsAhead) {
        execute("""
                INSERT INTO account.sync_state (account, mode, authenticated, socket_connected, stale)
                VALUES ('simulated', 'simulated', true, true, false) ON CONFLICT DO NOTHING;
                UPDATE account.sync_state SET reconciled_at = clock_timestamp() + %s * interval '1 second';
                NOTIFY account\
                """, secondsAhead);
    }

    /** A full read of orders and a reconciliation by account sync, both at this moment plus the seconds; cash is let be. */
    void synced(double secondsAhead) {
        execute("""
                DELETE FROM trading.cash_anchors;
                INSERT INTO account.sync_state (account, mode, authenticated, socket_connected, orders_read_at, reconciled_at,
                    stale)
                VALUES ('simulated', 'simulated', true, true, clock_timestamp() + %s * interval '1 second',
                    clock_timestamp() + %s * interval '1 second', false)
                ON CONFLICT (account, mode) DO UPDATE SET orders_read_at = excluded.orders_read_at,
                    reconciled_at = excluded.reconciled_at;
                NOTIFY account\
                """, secondsAhead, secondsAhead);
    }

    JsonObject answer(String request) {
        List<String> answers = texts("SELECT answer::text FROM trading.requests WHERE request_id = '" + request
                + "' AND state = 'answered'");
        return answers.isEmpty() ? new JsonObject() : new JsonObject(answers.getFirst());
    }

    /** A column of a trade as text. */
    String trade(String id, String column) {
        return text("SELECT (" + column + ")::text FROM trading.trades WHERE trade_id = '" + id + "'");
    }

    List<String> events(String trade) {
        return texts("SELECT type FROM trading.trade_events WHERE trade_id = '" + trade + "' ORDER BY seq");
    }

    String text(String sql) {
        return texts(sql).stream().findFirst().orElse("");
    }

    List<String> texts(String sql) {
        return database.texts(sql);
    }

    void execute(String sql, Object... parts) {
        database.execute(sql.formatted(parts));
    }
}
