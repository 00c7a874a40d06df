package io.recio.accountsync.record;

/** Statements on {@code account.*}; $1 and $2 are account and mode. */
final class AccountSql {

    static final String FILLS = """
        SELECT fill_id, order_id, client_order_id, ticker, bought_side, yes_price, quantity, fee, taker, filled_at
        FROM account.fills WHERE account = $1 AND mode = $2 AND fill_id = ANY ($3)""";

    static final String ADD_FILL = """
        INSERT INTO account.fills (account, mode, fill_id, order_id, client_order_id, ticker, bought_side,
            yes_price, quantity, fee, taker, filled_at, source)
        VALUES ($1, $2, $3, $4, coalesce($5, (SELECT client_order_id FROM account.orders
            WHERE account = $1 AND mode = $2 AND order_id = $4)), $6, $7, $8::numeric, $9::numeric, $10::numeric, $11, $12, $13)
        ON CONFLICT (account, mode, fill_id) DO NOTHING""";

    static final String ORDERS = """
        SELECT order_id, client_order_id, ticker, bought_side, status, yes_price, initial_count, filled_count,
            remaining_count, created_at, last_update_reason
        FROM account.orders WHERE account = $1 AND mode = $2 AND order_id = ANY ($3)""";

    static final String UNFINISHED_ORDERS = """
        SELECT order_id FROM account.orders
        WHERE account = $1 AND mode = $2 AND status NOT IN ('canceled', 'executed')""";

    static final String PUT_ORDER = """
        INSERT INTO account.orders (account, mode, order_id, client_order_id, ticker, bought_side, status,
            yes_price, initial_count, filled_count, remaining_count, created_at, last_update_reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8::numeric, $9::numeric, $10::numeric, $11::numeric, $12, $13)
        ON CONFLICT (account, mode, order_id) DO UPDATE
        SET client_order_id = excluded.client_order_id, status = excluded.status,
            yes_price = excluded.yes_price, initial_count = excluded.initial_count,
            filled_count = excluded.filled_count, remaining_count = excluded.remaining_count,
            last_update_reason = excluded.last_update_reason, updated_at = clock_timestamp()""";

    static final String TEACH_FILLS = """
        UPDATE account.fills SET client_order_id = orders.client_order_id
        FROM account.orders
        WHERE fills.account = $1 AND fills.mode = $2 AND fills.order_id = ANY ($3)
            AND fills.client_order_id IS NULL AND orders.client_order_id IS NOT NULL
            AND orders.account = fills.account AND orders.mode = fills.mode AND orders.order_id = fills.order_id""";

    static final String POSITIONS = """
        SELECT ticker, position, exposure, realized_pnl, fees_paid, exchange_at
        FROM account.positions WHERE account = $1 AND mode = $2""";

    static final String PUT_POSITION = """
        INSERT INTO account.positions (account, mode, ticker, position, exposure, realized_pnl, fees_paid, exchange_at)
        VALUES ($1, $2, $3, $4::numeric, $5::numeric, $6::numeric, $7::numeric, $8)
        ON CONFLICT (account, mode, ticker) DO UPDATE
        SET position = excluded.position, exposure = excluded.exposure, realized_pnl = excluded.realized_pnl,
            fees_paid = excluded.fees_paid, exchange_at = excluded.exchange_at, updated_at = clock_timestamp()""";

    static final String PUT_BALANCE = """
        INSERT INTO account.balances (account, mode, exchange_index, balance)
        VALUES ($1, $2, $3, $4::numeric)
        ON CONFLICT (account, mode, exchange_index) DO UPDATE
        SET balance = excluded.balance, updated_at = clock_timestamp()""";

    static final String PUT_BALANCE_HISTORY = """
        INSERT INTO account.balance_history (account, mode, exchange_index, balance, at)
        VALUES ($1, $2, $3, $4::numeric, $5)
        ON CONFLICT (account, mode, exchange_index, at) DO UPDATE SET balance = excluded.balance""";

    static final String SETTLEMENTS = """
        SELECT ticker, event_ticker, result, yes_value, yes_count, no_count, revenue, fee, state, settled_at
        FROM account.settlements WHERE account = $1 AND mode = $2 AND ticker = ANY ($3)""";

    static final String PUT_SETTLEMENT = """
        INSERT INTO account.settlements (account, mode, ticker, event_ticker, result, yes_value, yes_count,
            no_count, revenue, fee, state, settled_at)
        VALUES ($1, $2, $3, $4, $5, $6::numeric, $7::numeric, $8::numeric, $9::numeric, $10::numeric, $11, $12)
        ON CONFLICT (account, mode, ticker) DO UPDATE
        SET event_ticker = excluded.event_ticker, result = excluded.result, yes_value = excluded.yes_value,
            yes_count = excluded.yes_count, no_count = excluded.no_count, revenue = excluded.revenue,
            fee = excluded.fee, state = excluded.state, settled_at = excluded.settled_at,
            recorded_at = clock_timestamp()""";

    static final String PUT_STATE = """
        INSERT INTO account.sync_state AS before (account, mode, authenticated, socket_connected, socket_heard_at,
            subscribed_since, user_data_as_of, orders_read_at, reconciled_at, stale, reason)
        VALUES ($1, $2, $3, $4, clock_timestamp() - $5::double precision * interval '1 millisecond',
            $6, $7, $8, $9, $10, $11)
        ON CONFLICT (account, mode) DO UPDATE
        SET authenticated = excluded.authenticated, socket_connected = excluded.socket_connected,
            socket_heard_at = coalesce(excluded.socket_heard_at, before.socket_heard_at),
            subscribed_since = excluded.subscribed_since,
            user_data_as_of = coalesce(excluded.user_data_as_of, before.user_data_as_of),
            orders_read_at = coalesce(excluded.orders_read_at, before.orders_read_at),
            reconciled_at = coalesce(excluded.reconciled_at, before.reconciled_at),
            stale = excluded.stale, reason = excluded.reason, updated_at = clock_timestamp()""";

    private AccountSql() {}
}
