CREATE TABLE markets.series (
    series_ticker  text PRIMARY KEY,
    title          text        NOT NULL,
    fee_type       text        NOT NULL,
    fee_multiplier numeric(8, 4) NOT NULL,
    updated_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE markets.events (
    event_ticker            text PRIMARY KEY,
    series_ticker           text        NOT NULL,
    symbol                  text        NOT NULL,
    title                   text        NOT NULL,
    opens_at                timestamptz NOT NULL,
    closes_at               timestamptz NOT NULL,
    exchange_index          integer     NOT NULL,
    fee_type_override       text,
    fee_multiplier_override numeric(8, 4),
    updated_at              timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX events_by_close ON markets.events (symbol, closes_at);

-- grid: [{"start":"0.0000","end":"1.0000","step":"0.0100"}]
CREATE TABLE markets.markets (
    ticker           text PRIMARY KEY,
    event_ticker     text        NOT NULL REFERENCES markets.events (event_ticker),
    symbol           text        NOT NULL,
    strike_type      text        NOT NULL,
    floor_strike     numeric(18, 6),
    cap_strike       numeric(18, 6),
    status           text        NOT NULL,
    result           text,
    opens_at         timestamptz NOT NULL,
    closes_at        timestamptz NOT NULL,
    exchange_index   integer     NOT NULL,
    grid             jsonb       NOT NULL,
    volume           numeric(14, 2) NOT NULL DEFAULT 0,
    open_interest    numeric(14, 2) NOT NULL DEFAULT 0,
    expiration_value text,
    settlement_value numeric(6, 4), -- what one yes contract pays
    determined_at    timestamptz,
    settled_at       timestamptz,
    updated_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX markets_by_event ON markets.markets (event_ticker);

-- The book of each market: bids of both sides, best first, [["0.9600","150.00"],…]. revision rises with each commit of
-- the one writer, so a reader may ask for what changed since.
CREATE TABLE markets.books (
    ticker       text PRIMARY KEY,
    event_ticker text        NOT NULL,
    yes_bids     jsonb       NOT NULL,
    no_bids      jsonb       NOT NULL,
    volume       numeric(14, 2) NOT NULL DEFAULT 0,
    revision     bigint      NOT NULL,
    changed_at   timestamptz NOT NULL,
    written_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX books_by_event ON markets.books (event_ticker, revision);

-- Whether the books of an event can be believed: by socket (gap-free, heard within 12 s) or by REST (read within 5 s).
CREATE TABLE markets.book_feeds (
    event_ticker text PRIMARY KEY,
    source       text        NOT NULL CONSTRAINT book_feeds_source_known CHECK (source IN ('websocket', 'rest')),
    valid        boolean     NOT NULL,
    reason       text,
    heard_at     timestamptz NOT NULL
);

CREATE TABLE markets.exchange_status (
    exchange_index  integer PRIMARY KEY,
    exchange_active boolean     NOT NULL,
    trading_active  boolean     NOT NULL,
    resumes_at      timestamptz,
    checked_at      timestamptz NOT NULL
);
CREATE TABLE markets.schedule (
    id         boolean PRIMARY KEY DEFAULT true CONSTRAINT schedule_one_row CHECK (id),
    document   jsonb       NOT NULL,
    fetched_at timestamptz NOT NULL
);
CREATE TABLE markets.api_health (
    id              boolean PRIMARY KEY DEFAULT true CONSTRAINT api_health_one_row CHECK (id),
    reachable       boolean     NOT NULL,
    latency_ms      integer,
    failures_in_row integer     NOT NULL,
    last_error      text,
    last_good_at    timestamptz,
    checked_at      timestamptz NOT NULL
);
CREATE TRIGGER exchange_status_notify AFTER INSERT OR UPDATE ON markets.exchange_status
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('exchange');
