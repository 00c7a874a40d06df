-- A wish to open or close a trade, answered in place by the trade manager (DESIGN, section 4).
CREATE TABLE trading.requests (
    request_id      uuid PRIMARY KEY,
    account         text        NOT NULL,
    mode            text        NOT NULL,
    idempotency_key text        NOT NULL,
    kind            text        NOT NULL CONSTRAINT requests_kind_known CHECK (kind IN ('open', 'close')),
    requested_by    text        NOT NULL, -- the database role, set by trigger
    on_behalf_of    text,                 -- the user, for requests from the screen
    ticker          text        NOT NULL,
    side            text        NOT NULL CONSTRAINT requests_side_known CHECK (side IN ('YES', 'NO')),
    quantity        numeric(14, 2) CONSTRAINT requests_quantity_positive CHECK (quantity > 0), -- of an entry
    price_cap       numeric(6, 4) CONSTRAINT requests_price_range CHECK (price_cap BETWEEN 0 AND 1), -- the most an entry may pay per contract
    trade_id        uuid,                 -- of a close
    emergency       boolean     NOT NULL DEFAULT false,
    strategy        text        NOT NULL,
    reason          text        NOT NULL,
    decision_id     uuid,
    seen            jsonb       NOT NULL, -- price, ask, probability and momentum the requester saw
    payload_hash    text        NOT NULL, -- a repeated key with another payload is refused
    valid_until     timestamptz,
    business_at     timestamptz NOT NULL,
    requested_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    state           text        NOT NULL DEFAULT 'new' CONSTRAINT requests_state_known CHECK (state IN ('new', 'answered')),
    answer          jsonb,
    answered_at     timestamptz,
    CONSTRAINT requests_key_unique UNIQUE (account, mode, idempotency_key),
    CONSTRAINT requests_open_has_quantity CHECK (kind <> 'open' OR quantity IS NOT NULL),
    CONSTRAINT requests_close_has_trade CHECK (kind <> 'close' OR trade_id IS NOT NULL)
);
CREATE INDEX requests_new ON trading.requests (requested_at) WHERE state = 'new';

CREATE FUNCTION trading.stamp_requester() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    NEW.requested_by := session_user;
    RETURN NEW;
END
$$;
CREATE TRIGGER requests_requester BEFORE INSERT ON trading.requests
    FOR EACH ROW EXECUTE FUNCTION trading.stamp_requester();
CREATE TRIGGER requests_notify AFTER INSERT ON trading.requests
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('requests');
CREATE TRIGGER requests_answers_notify AFTER UPDATE ON trading.requests
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('answers');

-- The life of a trade: the fold of its events, kept beside them for reading.
CREATE TABLE trading.trades (
    trade_id        uuid PRIMARY KEY,
    account         text             NOT NULL,
    mode            text             NOT NULL,
    request_id      uuid             NOT NULL REFERENCES trading.requests (request_id),
    decision_id     uuid,
    ticker          text             NOT NULL,
    event_ticker    text             NOT NULL,
    symbol          text             NOT NULL,
    side            text             NOT NULL CONSTRAINT trades_side_known CHECK (side IN ('YES', 'NO')),
    strategy        text             NOT NULL,
    entered_by      text             NOT NULL, -- the requesting role or user
    status          text             NOT NULL CONSTRAINT trades_status_known CHECK (status IN
        ('pending', 'open', 'closing', 'closed', 'expired', 'denied', 'rejected', 'missed')),
    requested       numeric(14, 2) NOT NULL,
    filled          numeric(14, 2) NOT NULL DEFAULT 0,
    closed          numeric(14, 2) NOT NULL DEFAULT 0,
    cost            numeric(18, 6) NOT NULL DEFAULT 0,
    proceeds        numeric(18, 6) NOT NULL DEFAULT 0,
    fees            numeric(18, 6) NOT NULL DEFAULT 0,
    pnl             numeric(18, 6),
    outcome         text CONSTRAINT trades_outcome_known CHECK (outcome IN ('W', 'L', 'D')),
    strike          numeric(18, 6) NOT NULL,
    strike_type     text             NOT NULL,
    closes_at       timestamptz      NOT NULL,
    price_cap       numeric(6, 4) NOT NULL CONSTRAINT trades_price_range CHECK (price_cap BETWEEN 0 AND 1),
    ask_seen        numeric(6, 4),
    probability_seen double precision,
    momentum_seen   double precision,
    spot_seen       numeric(18, 6),
    close_reason    text,
    denial_code     text,
    created_at      timestamptz      NOT NULL, -- business
    opened_at       timestamptz,               -- business, first fill
    ended_at        timestamptz,               -- business
    events          integer          NOT NULL, -- how many events have been folded in
    updated_at      timestamptz      NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX trades_by_time ON trading.trades (created_at DESC);
CREATE INDEX trades_live ON trading.trades (ticker) WHERE status IN ('pending', 'open', 'closing', 'expired');
CREATE TABLE trading.trade_events (
    trade_id    uuid        NOT NULL REFERENCES trading.trades (trade_id),
    seq         integer     NOT NULL,
    type        text        NOT NULL,
    document    jsonb       NOT NULL,
    business_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (trade_id, seq)
);
CREATE TRIGGER trades_notify AFTER INSERT OR UPDATE ON trading.trades
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('trades');

-- What the executor is to send, written with the trade. state: new, sending (claimed), in_doubt, resting, final.
CREATE TABLE trading.order_intents (
    client_order_id text PRIMARY KEY,
    account         text                 NOT NULL,
    mode            text                 NOT NULL,
    trade_id        uuid                 NOT NULL REFERENCES trading.trades (trade_id),
    purpose         text                 NOT NULL CONSTRAINT intents_purpose_known CHECK (purpose IN ('entry', 'close')),
    ticker          text                 NOT NULL,
    book_side       text                 NOT NULL CONSTRAINT intents_book_side_known CHECK (book_side IN ('bid', 'ask')),
    quantity        numeric(14, 2)     NOT NULL CONSTRAINT intents_quantity_positive CHECK (quantity > 0),
    yes_price       numeric(6, 4) NOT NULL CONSTRAINT intents_price_inside CHECK (yes_price > 0 AND yes_price < 1),
    time_in_force   text                 NOT NULL,
    reduce_only     boolean              NOT NULL,
    self_trade_prevention text           NOT NULL,
    order_group     text,
    exchange_index  integer              NOT NULL,
    deadline        timestamptz, -- real time; a close has none
    closes_at       timestamptz          NOT NULL, -- the market's, business
    state           text                 NOT NULL DEFAULT 'new' CONSTRAINT intents_state_known
        CHECK (state IN ('new', 'sending', 'in_doubt', 'resting', 'final')),
    epoch           bigint,
    attempt         integer              NOT NULL DEFAULT 0,
    sent_at         timestamptz,
    intended_at     timestamptz          NOT NULL DEFAULT clock_timestamp(),
    updated_at      timestamptz          NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX intents_unsettled ON trading.order_intents (intended_at) WHERE state <> 'final';
CREATE INDEX intents_by_trade ON trading.order_intents (trade_id);
CREATE TRIGGER order_intents_notify AFTER INSERT ON trading.order_intents
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('order_intents');

-- Appended, never edited; an order's state is their fold.
CREATE TABLE trading.order_events (
    client_order_id text        NOT NULL REFERENCES trading.order_intents (client_order_id),
    seq             integer     NOT NULL,
    type            text        NOT NULL,
    document        jsonb       NOT NULL,
    epoch           bigint      NOT NULL,
    business_at     timestamptz NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (client_order_id, seq)
);
CREATE TABLE trading.orders (
    client_order_id   text PRIMARY KEY REFERENCES trading.order_intents (client_order_id),
    exchange_order_id text,
    status            text             NOT NULL,
    filled            numeric(14, 2) NOT NULL DEFAULT 0,
    remaining         numeric(14, 2) NOT NULL DEFAULT 0,
    reason            text,
    updated_at        timestamptz      NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX orders_by_exchange_id ON trading.orders (exchange_order_id);
CREATE TRIGGER order_events_notify AFTER INSERT ON trading.order_events
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('order_events');

-- Which trade a fill of account.fills belongs to; a fill stands here once, or it has not been booked.
CREATE TABLE trading.attached_fills (
    account         text        NOT NULL,
    mode            text        NOT NULL,
    fill_id         text        NOT NULL,
    trade_id        uuid REFERENCES trading.trades (trade_id), -- null: nobody's, entries are halted
    client_order_id text,
    attached_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, mode, fill_id)
);

-- The row every open request locks: kill switch (operator or loss limit) and halt (reconciliation).
CREATE TABLE trading.risk_state (
    account           text        NOT NULL,
    mode              text        NOT NULL,
    kill_switch       boolean     NOT NULL DEFAULT false,
    kill_reason       text,
    kill_by           text,
    kill_at           timestamptz,
    flatten           boolean     NOT NULL DEFAULT false,
    entries_halted    boolean     NOT NULL DEFAULT false,
    halt_reason       text,
    updated_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, mode)
);
CREATE TRIGGER risk_state_notify AFTER INSERT OR UPDATE ON trading.risk_state
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('risk');

-- Written by the active trade supervisor twice a second; without it for 2 s the executor sends no entry.
CREATE TABLE trading.supervisor_heartbeat (
    account text        NOT NULL,
    mode    text        NOT NULL,
    epoch   bigint      NOT NULL,
    beat_at timestamptz NOT NULL,
    PRIMARY KEY (account, mode)
);

-- Order groups on the exchange, one per event.
CREATE TABLE trading.order_groups (
    account        text        NOT NULL,
    mode           text        NOT NULL,
    event_ticker   text        NOT NULL,
    group_id       text        NOT NULL,
    exchange_index integer     NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, mode, event_ticker)
);

-- The journal of automatic decisions: what was looked at, what was decided, why.
CREATE TABLE trading.decisions (
    decision_id uuid PRIMARY KEY,
    symbol      text        NOT NULL,
    event_ticker text,
    outcome     text        NOT NULL CONSTRAINT decisions_outcome_known CHECK (outcome IN ('entry', 'refused')),
    ticker      text,
    side        text,
    reasons     text[]      NOT NULL, -- codes
    document    jsonb       NOT NULL, -- inputs and reasons with their facts
    repeated    integer     NOT NULL DEFAULT 1,
    business_at timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX decisions_by_time ON trading.decisions (symbol, business_at DESC);

-- Where auto entry stands, per symbol; survives a restart.
CREATE TABLE trading.auto_entry_state (
    symbol      text PRIMARY KEY,
    state       text        NOT NULL CONSTRAINT auto_entry_state_known
        CHECK (state IN ('DISABLED', 'PAUSED', 'ACTIVE', 'INACTIVE', 'SUSPENDED')),
    reason      text,
    spike_hot_at timestamptz,
    resumes_at  timestamptz,
    document    jsonb       NOT NULL,
    updated_at  timestamptz NOT NULL
);

-- Each live trade as the supervisor sees it at the newest price.
CREATE TABLE trading.active_trades (
    trade_id       uuid PRIMARY KEY REFERENCES trading.trades (trade_id),
    ticker         text        NOT NULL,
    spot           numeric(18, 6),
    buffer         numeric(18, 6),
    probability    double precision,
    exit_price     numeric(6, 4),
    unrealized_pnl numeric(18, 6),
    stop_state     jsonb       NOT NULL,
    advice         text,
    computed_at    timestamptz NOT NULL
);

-- Where the manager and the supervisor left things at a graceful stop.
CREATE TABLE trading.position_snapshots (
    snapshot_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    service     text        NOT NULL,
    taken_at    timestamptz NOT NULL,
    document    jsonb       NOT NULL
);
