-- One row per symbol and business second (PRODUCT, section 2). Deltas in percent, momentum the unrounded weighted percent,
-- volatilities the standard deviation of one second's log return.
CREATE TABLE live_data.price_log (
    symbol     text                NOT NULL,
    at         timestamptz         NOT NULL,
    price      numeric(18, 6) NOT NULL,
    mean_60s   numeric(18, 6),
    momentum   double precision,
    delta_1m   double precision,
    delta_2m   double precision,
    delta_3m   double precision,
    delta_4m   double precision,
    delta_15m  double precision,
    delta_30m  double precision,
    vol_30s    double precision,
    vol_1m     double precision,
    vol_5m     double precision,
    vol_15m    double precision,
    vol_60m    double precision,
    index_price numeric(18, 6),
    quality    text                NOT NULL CONSTRAINT price_log_quality_known
        CHECK (quality IN ('traded', 'quiet', 'backfilled', 'interpolated')),
    PRIMARY KEY (symbol, at)
) PARTITION BY LIST (symbol);

-- Makes the symbol's table and the day's partition when missing; the watchdog may call it and owns no table.
CREATE FUNCTION live_data.ensure_price_partitions(wanted_symbol text, wanted_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
    symbol_table text := lower(wanted_symbol) || '_price_log';
    day_table    text := lower(wanted_symbol) || '_price_log_' || to_char(wanted_day, 'YYYYMMDD');
BEGIN
    IF wanted_symbol !~ '^[A-Z][A-Z0-9]{1,9}$' THEN
        RAISE EXCEPTION 'symbol must be 2 to 10 capitals or digits, was %', wanted_symbol;
    END IF;
    IF to_regclass('live_data.' || symbol_table) IS NULL THEN
        EXECUTE format('CREATE TABLE live_data.%I PARTITION OF live_data.price_log FOR VALUES IN (%L) PARTITION BY RANGE (at)',
                       symbol_table, wanted_symbol);
    END IF;
    IF to_regclass('live_data.' || day_table) IS NULL THEN
        EXECUTE format('CREATE TABLE live_data.%I PARTITION OF live_data.%I FOR VALUES FROM (%L) TO (%L)',
                       day_table, symbol_table,
                       to_char(wanted_day, 'YYYY-MM-DD') || ' 00:00:00+00',
                       to_char(wanted_day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
    END IF;
END
$$;

-- Drops the symbol's day partitions older than the day: retention.
CREATE FUNCTION live_data.drop_price_partitions(wanted_symbol text, before_day date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
    dropped integer := 0;
    part    record;
BEGIN
    FOR part IN
        SELECT c.relname
        FROM pg_inherits i
                 JOIN pg_class c ON c.oid = i.inhrelid
                 JOIN pg_class p ON p.oid = i.inhparent
                 JOIN pg_namespace n ON n.oid = p.relnamespace
        WHERE n.nspname = 'live_data'
          AND p.relname = lower(wanted_symbol) || '_price_log'
          AND right(c.relname, 8) < to_char(before_day, 'YYYYMMDD')
        LOOP
            EXECUTE format('DROP TABLE live_data.%I', part.relname);
            dropped := dropped + 1;
        END LOOP;
    RETURN dropped;
END
$$;
REVOKE ALL ON FUNCTION live_data.ensure_price_partitions(text, date) FROM PUBLIC;
REVOKE ALL ON FUNCTION live_data.drop_price_partitions(text, date) FROM PUBLIC;
SELECT live_data.ensure_price_partitions(symbol, current_date) FROM settings.symbols;

-- The newest price of each symbol with everything the strike table needs. Business times but for received_at, written_at.
-- feed_state: live, backfilling, silent, missing_trades, cached (loaded at start, for display only).
CREATE TABLE live_data.latest_price (
    symbol              text PRIMARY KEY,
    at                  timestamptz         NOT NULL,
    price               numeric(18, 6) NOT NULL,
    trade_id            bigint,
    mean_60s            numeric(18, 6),
    momentum            double precision,
    delta_1m            double precision,
    delta_2m            double precision,
    delta_3m            double precision,
    delta_4m            double precision,
    delta_15m           double precision,
    delta_30m           double precision,
    vol_30s             double precision,
    vol_1m              double precision,
    vol_5m              double precision,
    vol_15m             double precision,
    vol_60m             double precision,
    change_1h           double precision,
    change_3h           double precision,
    change_1d           double precision,
    quality             text                NOT NULL,
    feed_state          text                NOT NULL CONSTRAINT latest_price_feed_state_known
        CHECK (feed_state IN ('live', 'backfilling', 'silent', 'missing_trades', 'cached')),
    heard_at            timestamptz, -- newest feed timestamp (tick or heartbeat)
    index_price         numeric(18, 6),
    index_at            timestamptz,
    document            jsonb               NOT NULL, -- the domain's PriceSnapshot
    received_at         timestamptz         NOT NULL,
    written_at          timestamptz         NOT NULL DEFAULT clock_timestamp()
);

-- The newest strike table and watchlist of each symbol, as documents of the domain library (PRODUCT, section 4).
CREATE TABLE live_data.strike_table (
    symbol       text PRIMARY KEY,
    event_ticker text,
    version      bigint      NOT NULL,
    computed_at  timestamptz NOT NULL,
    price_at     timestamptz NOT NULL,
    document     jsonb       NOT NULL,
    written_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE live_data.watchlist (
    symbol      text PRIMARY KEY,
    version     bigint      NOT NULL,
    computed_at timestamptz NOT NULL,
    document    jsonb       NOT NULL
);

-- One-minute bars, from which move tables are built, and the tables built.
CREATE TABLE history.minute_bars (
    symbol    text                NOT NULL,
    opened_at timestamptz         NOT NULL,
    open      numeric(18, 6) NOT NULL,
    high      numeric(18, 6) NOT NULL,
    low       numeric(18, 6) NOT NULL,
    close     numeric(18, 6) NOT NULL,
    volume    numeric(24, 8)      NOT NULL,
    PRIMARY KEY (symbol, opened_at)
);
CREATE TABLE analytics.move_tables (
    symbol   text PRIMARY KEY,
    built_at timestamptz NOT NULL,
    minutes  bigint      NOT NULL,
    document jsonb       NOT NULL
);
