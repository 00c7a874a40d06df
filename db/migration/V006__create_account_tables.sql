-- What the exchange says of our account. Rows carry account and mode; a row of another mode is never read.
CREATE TABLE account.balances (
    account        text                 NOT NULL,
    mode           text                 NOT NULL,
    exchange_index integer              NOT NULL,
    balance        numeric(18, 6) NOT NULL,
    updated_at     timestamptz          NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, mode, exchange_index)
);
CREATE TABLE account.balance_history (
    account        text                 NOT NULL,
    mode           text                 NOT NULL,
    exchange_index integer              NOT NULL,
    at             timestamptz          NOT NULL,
    balance        numeric(18, 6) NOT NULL,
    PRIMARY KEY (account, mode, exchange_index, at)
);

-- position: signed contracts, negative = no.
CREATE TABLE account.positions (
    account      text                 NOT NULL,
    mode         text                 NOT NULL,
    ticker       text                 NOT NULL,
    position     numeric(14, 2)     NOT NULL,
    exposure     numeric(18, 6) NOT NULL,
    realized_pnl numeric(18, 6) NOT NULL,
    fees_paid    numeric(18, 6) NOT NULL,
    exchange_at  timestamptz          NOT NULL,
    updated_at   timestamptz          NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, mode, ticker)
);

CREATE TABLE account.orders (
    account         text                 NOT NULL,
    mode            text                 NOT NULL,
    order_id        text                 NOT NULL,
    client_order_id text,
    ticker          text                 NOT NULL,
    bought_side     text                 NOT NULL CONSTRAINT account_orders_side_known CHECK (bought_side IN ('YES', 'NO')),
    status          text                 NOT NULL,
    yes_price       numeric(6, 4) NOT NULL CONSTRAINT account_orders_price_range CHECK (yes_price BETWEEN 0 AND 1),
    initial_count   numeric(14, 2)     NOT NULL,
    filled_count    numeric(14, 2)     NOT NULL,
    remaining_count numeric(14, 2)     NOT NULL,
    created_at      timestamptz          NOT NULL,
    last_update_reason text,
    updated_at      timestamptz          NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, mode, order_id)
);
CREATE INDEX account_orders_by_client_id ON account.orders (client_order_id);

CREATE TABLE account.fills (
    account         text                 NOT NULL,
    mode            text                 NOT NULL,
    fill_id         text                 NOT NULL,
    order_id        text                 NOT NULL,
    client_order_id text,
    ticker          text                 NOT NULL,
    bought_side     text                 NOT NULL CONSTRAINT fills_side_known CHECK (bought_side IN ('YES', 'NO')),
    yes_price       numeric(6, 4) NOT NULL CONSTRAINT fills_price_range CHECK (yes_price BETWEEN 0 AND 1),
    quantity        numeric(14, 2)     NOT NULL CONSTRAINT fills_quantity_positive CHECK (quantity > 0),
    fee             numeric(18, 6) NOT NULL,
    taker           boolean              NOT NULL,
    filled_at       timestamptz          NOT NULL,
    source          text                 NOT NULL CONSTRAINT fills_source_known CHECK (source IN ('websocket', 'rest')),
    recorded_at     timestamptz          NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, mode, fill_id)
);
CREATE INDEX fills_by_order ON account.fills (order_id);
CREATE INDEX fills_by_client_order ON account.fills (client_order_id);

-- yes_value: what one yes contract paid. state: provisional (determined), final (settled), amended (a changed final).
CREATE TABLE account.settlements (
    account     text                 NOT NULL,
    mode        text                 NOT NULL,
    ticker      text                 NOT NULL,
    event_ticker text                NOT NULL,
    result      text                 NOT NULL CONSTRAINT settlements_result_known CHECK (result IN ('yes', 'no', 'scalar')),
    yes_value   numeric(6, 4) NOT NULL CONSTRAINT settlements_value_range CHECK (yes_value BETWEEN 0 AND 1),
    yes_count   numeric(14, 2)     NOT NULL,
    no_count    numeric(14, 2)     NOT NULL,
    revenue     numeric(18, 6) NOT NULL,
    fee         numeric(18, 6) NOT NULL,
    state       text                 NOT NULL CONSTRAINT settlements_state_known
        CHECK (state IN ('provisional', 'final', 'amended')),
    settled_at  timestamptz          NOT NULL,
    recorded_at timestamptz          NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, mode, ticker)
);

CREATE TABLE account.sync_state (
    account            text        NOT NULL,
    mode               text        NOT NULL,
    authenticated      boolean     NOT NULL,
    socket_connected   boolean     NOT NULL,
    socket_heard_at    timestamptz,
    subscribed_since   timestamptz, -- private channels without a break since then
    user_data_as_of    timestamptz, -- Kalshi's user_data_timestamp
    orders_read_at     timestamptz, -- start of the last full scan of orders
    reconciled_at      timestamptz, -- end of the last whole reconciliation
    stale              boolean     NOT NULL,
    reason             text,
    updated_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, mode)
);

CREATE TRIGGER fills_notify AFTER INSERT ON account.fills
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('fills');
CREATE TRIGGER settlements_notify AFTER INSERT OR UPDATE ON account.settlements
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('settlements');
CREATE TRIGGER positions_notify AFTER INSERT OR UPDATE OR DELETE ON account.positions
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('account');
CREATE TRIGGER balances_notify AFTER INSERT OR UPDATE ON account.balances
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('account');
CREATE TRIGGER account_orders_notify AFTER INSERT OR UPDATE ON account.orders
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('account_orders');
