package io.recio.tradeexecutor;

import io.recio.domain.order.OrderEvent;
import io.recio.fixtures.TestDatabase;
import io.recio.storage.json.EventJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the trade manager, the supervisor, the watchdog and the account sync write around an order. */
final class IntentRows {

    static final String TICKER = "KXBTCD-26NOV2217-T114999.99";

    static final String AHEAD = "clock_timestamp() + interval '60 seconds'";
    static final String TO_CLOSE = "now() + interval '10 minutes'";

    private static final EventJson<OrderEvent> EVENTS = new EventJson<>(OrderEvent.class);

    private final TestDatabase database;

    IntentRows(TestDatabase database) {
        this.database = database;
    }

    /** Everything an entry needs: no kill switch, a watching supervisor, an open shard with money, an event that trades. */
    void allowEntries() {
        database.execute("""
                UPDATE settings.orders SET transfer_to_shard = false;
                INSERT INTO markets.series (series_ticker, title, fee_type, fee_multiplier)
                VALUES ('KXBTCD', 'Bitcoin', 'quadratic', 1) ON CONFLICT DO NOTHING;
                INSERT INTO markets.events (event_ticker, series_ticker, symbol, title, opens_at, closes_at, exchange_index)
                VALUES ('KXBTCD-26NOV2217', 'KXBTCD', 'BTC', 'Bitcoin', now() - interval '1 hour', now() + interval '2 hours', 2)
                ON CONFLICT DO NOTHING;
                INSERT INTO account.balances (account, mode, exchange_index, balance)
                VALUES ('simulated', 'simulated', 2, 100000), ('another', 'simulated', 2, 1), ('simulated', 'simulated', 0, 5000)
                ON CONFLICT (account, mode, exchange_index) DO UPDATE SET balance = excluded.balance;
                INSERT INTO trading.risk_state (account, mode) VALUES ('simulated', 'simulated')
                ON CONFLICT (account, mode) DO UPDATE SET kill_switch = false, entries_halted = false;
                INSERT INTO trading.supervisor_heartbeat (account, mode, epoch, beat_at)
                VALUES ('simulated', 'simulated', 1, clock_timestamp() + interval '1 hour')
                ON CONFLICT (account, mode) DO UPDATE SET beat_at = excluded.beat_at;
                INSERT INTO markets.exchange_status (exchange_index, exchange_active, trading_active, checked_at)
                VALUES (2, true, true, now())
                ON CONFLICT (exchange_index) DO UPDATE SET exchange_active = true, trading_active = true;
                INSERT INTO account.sync_state (account, mode, authenticated, socket_connected, socket_heard_at,
                    subscribed_since, stale)
                VALUES ('simulated', 'simulated', true, true, clock_timestamp() + interval '1 hour',
                    clock_timestamp() - interval '1 hour', false)
                ON CONFLICT (account, mode) DO UPDATE SET socket_connected = true, authenticated = true,
                    socket_heard_at = excluded.socket_heard_at, subscribed_since = excluded.subscribed_since""");
    }

    static String newOrder() {
        return "test-" + UUID.randomUUID();
    }

    String entry() {
        String order = newOrder();
        entry(order);
        return order;
    }

    void entry(String order) {
        intent(order, "entry", false, AHEAD, TO_CLOSE, "'new', NULL, 0");
    }

    /** In one transaction with what else is done to it. */
    private void entryWith(String order, String also) {
        intent(
                order,
                "entry",
                false,
                AHEAD,
                TO_CLOSE,
                "'new', NULL, 0",
                "taker_at_cross",
                "; " + also + " WHERE client_order_id = '" + order + "'");
    }

    String entry(String deadline, String closesAt) {
        String order = newOrder();
        intent(order, "entry", false, deadline, closesAt, "'new', NULL, 0");
        return order;
    }

    /** An entry whose rest may wait in the book; it stands under its order only when all is written. */
    void restingEntry(String order) {
        entryWith(order, "UPDATE trading.order_intents SET time_in_force = 'good_till_canceled'");
    }

    /** What became of the order's trade. */
    void trade(String order, String status) {
        execute("""
                UPDATE trading.trades t SET status = '%s' FROM trading.order_intents i
                WHERE i.trade_id = t.trade_id AND i.client_order_id = '%s'""", status, order);
    }

    String close() {
        String order = newOrder();
        intent(order, "close", true, "NULL", TO_CLOSE, "'new', NULL, 0");
        return order;
    }

    /** A close as no trade manager writes it. */
    String unreadable() {
        String order = newOrder();
        intent(order, "close", true, "NULL", TO_CLOSE, "'new', NULL, 0", "taker_at_cross", "");
        return order;
    }

    /** One whose rows were lost and that the trade manager has adopted. */
    String adopted() {
        String order = newOrder();
        intent(order, "entry", false, AHEAD, TO_CLOSE, "'in_doubt', NULL, 0");
        return order;
    }

    /** An entry another holder of the lease was sending. */
    String sending(OrderEvent.OrderClaimed claimed) {
        String id = newOrder();
        intent(id, "entry", false, AHEAD, TO_CLOSE, "'sending', " + claimed.epoch() + ", 1");
        execute("""
                INSERT INTO trading.order_events (client_order_id, seq, type, document, epoch, business_at)
                VALUES ('%s', 1, '%s', '%s', %d, now());
                INSERT INTO trading.orders (client_order_id, status, remaining) VALUES ('%s', 'SENDING', 20)""", id, EVENTS.type(claimed), EVENTS.document(claimed), claimed.epoch(), id);
        return id;
    }

    /** Twenty contracts of yes at .97. */
    private void intent(
            String order, String purpose, boolean reduceOnly, String deadline, String closesAt, String state) {
        intent(order, purpose, reduceOnly, deadline, closesAt, state, reduceOnly ? "maker" : "taker_at_cross", "");
    }

    private void intent(
            String order,
            String purpose,
            boolean reduceOnly,
            String deadline,
            String closesAt,
            String state,
            String selfTradePrevention,
            String also) {
        String request = UUID.randomUUID().toString();
        execute("""
                INSERT INTO trading.requests (request_id, account, mode, idempotency_key, kind, requested_by, ticker, side,
                    quantity, price_cap, strategy, reason, seen, payload_hash, business_at, state)
                VALUES ('%1$s', 'simulated', 'simulated', '%1$s', 'open', '', '%2$s', 'YES', 20, 0.97, 'Hourly HTC', 'auto', '{}',
                    'x', now(), 'answered');
                INSERT INTO trading.trades (trade_id, account, mode, request_id, ticker, event_ticker, symbol, side, strategy,
                    entered_by, status, requested, strike, strike_type, closes_at, price_cap, created_at, events)
                VALUES ('%1$s', 'simulated', 'simulated', '%1$s', '%2$s', 'KXBTCD-26NOV2217', 'BTC', 'YES', 'Hourly HTC', 'test',
                    'pending', 20, 114999.99, 'GREATER', now(), 0.97, now(), 1);
                INSERT INTO trading.order_intents (client_order_id, account, mode, trade_id, purpose, ticker, book_side, quantity,
                    yes_price, time_in_force, reduce_only, self_trade_prevention, exchange_index, deadline, closes_at, state,
                    epoch, attempt)
                VALUES ('%3$s', 'simulated', 'simulated', '%1$s', '%4$s', '%2$s', 'bid', 20, 0.97, 'immediate_or_cancel', %5$s,
                    '%9$s', 2, %6$s, %7$s, %8$s)%10$s""", request, TICKER, order, purpose, reduceOnly, deadline, closesAt, state, selfTradePrevention, also);
    }

    /** An entry the trade manager of another account or mode wrote. */
    String foreign(String account, String mode) {
        String order = newOrder();
        entryWith(order, "UPDATE trading.order_intents SET account = '%s', mode = '%s'".formatted(account, mode));
        return order;
    }

    /** The account sync has read the order at the exchange: over, eight of twenty filled. */
    void accountOrder(String clientOrderId, String exchangeId) {
        accountOrder("simulated", "simulated", clientOrderId, exchangeId);
    }

    void accountOrder(String account, String mode, String clientOrderId, String exchangeId) {
        execute("""
                INSERT INTO account.orders (account, mode, order_id, client_order_id, ticker, bought_side, status, yes_price,
                    initial_count, filled_count, remaining_count, created_at)
                VALUES ('%s', '%s', '%s', '%s', '%s', 'YES', 'canceled', 0.97, 20, 8, 0, now())""", account, mode, exchangeId, clientOrderId, TICKER);
    }

    /** The account sync has heard of a fill of the order. */
    void accountFill(String clientOrderId, String exchangeId, String quantity) {
        accountFill("simulated", "simulated", clientOrderId, exchangeId, quantity);
    }

    void accountFill(String account, String mode, String clientOrderId, String exchangeId, String quantity) {
        execute("""
                INSERT INTO account.fills (account, mode, fill_id, order_id, client_order_id, ticker, bought_side, yes_price,
                    quantity, fee, taker, filled_at, source)
                VALUES ('%s', '%s', '%s', '%s', '%s', '%s', 'YES', 0.97, %s, 0.05, true, now(), 'websocket')""", account, mode, UUID.randomUUID(), exchangeId, clientOrderId, TICKER, quantity);
    }

    /** The account sync of that account has listened for an hour. */
    void listening(String account, String mode) {
        execute("""
                INSERT INTO account.sync_state (account, mode, authenticated, socket_connected, socket_heard_at,
                    subscribed_since, stale)
                VALUES ('%s', '%s', true, true, clock_timestamp() + interval '1 hour',
                    clock_timestamp() - interval '1 hour', false) ON CONFLICT DO NOTHING""", account, mode);
    }

    /** State and id of the order group of our event. */
    String group() {
        return String.join("", text("""
                SELECT concat_ws(' ', state, group_id) FROM trading.order_groups
                WHERE account = 'simulated' AND mode = 'simulated' AND event_ticker = 'KXBTCD-26NOV2217'"""));
    }

    /** An entry into a market of another event. */
    void entryOf(String order, String event, String deadline) {
        intent(
                order,
                "entry",
                false,
                deadline,
                TO_CLOSE,
                "'new', NULL, 0",
                "taker_at_cross",
                "; UPDATE trading.trades t SET event_ticker = '" + event
                        + "' FROM trading.order_intents i WHERE i.trade_id = t.trade_id AND i.client_order_id = '"
                        + order
                        + "'");
    }

    /** The role can neither stay nor come back. */
    void lockOut(String role) {
        database.execute("ALTER ROLE " + role
                + " CONNECTION LIMIT 0; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + role
                + "'");
    }

    void letIn(String role) {
        database.execute("ALTER ROLE " + role + " CONNECTION LIMIT -1");
    }

    /** With the rights of the role. */
    void executeAs(String role, String sql) {
        database.execute("SET LOCAL ROLE " + role + "; " + sql);
    }

    /** Codes of the alerts that name the order. */
    List<String> alerts(String order) {
        return text("SELECT code FROM system.alerts WHERE facts ->> 'order' = '%s'".formatted(order));
    }

    /** Another instance takes the lease and is gone at once. */
    void takeOver() {
        database.execute("""
                UPDATE system.leases SET holder = 'another', epoch = epoch + 1, expires_at = clock_timestamp()
                WHERE name = 'trade-executor'""");
    }

    /** Intent and order in words: state, attempt; status, exchange id, filled, remaining, reason. */
    String standing(String order) {
        return text("""
                SELECT concat_ws(' ', i.state, i.attempt, o.status, o.exchange_order_id, o.filled, o.remaining, nullif(o.reason, ''))
                FROM trading.order_intents i LEFT JOIN trading.orders o USING (client_order_id)
                WHERE client_order_id = '%s'""".formatted(order)).getFirst();
    }

    List<String> events(String order) {
        return text("SELECT type FROM trading.order_events WHERE client_order_id = '%s' ORDER BY seq".formatted(order));
    }

    List<String> text(String sql) {
        try (Connection connection = database.admin();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("query failed: " + sql, e);
        }
    }

    void execute(String sql, Object... parts) {
        database.execute(sql.formatted(parts));
    }
}
