-- Adding an underlying is a row here (PRODUCT, section 1).
CREATE TABLE settings.symbols (
    symbol           text PRIMARY KEY CONSTRAINT symbols_form CHECK (symbol ~ '^[A-Z][A-Z0-9]{1,9}$'),
    coinbase_product text    NOT NULL,
    series_ticker    text    NOT NULL,
    index_id         text    NOT NULL,
    enabled          boolean NOT NULL DEFAULT true
);
INSERT INTO settings.symbols (symbol, coinbase_product, series_ticker, index_id)
VALUES ('BTC', 'BTC-USD', 'KXBTCD', 'BRTI'),
       ('ETH', 'ETH-USD', 'KXETHD', 'ETHUSD_RTI');

-- PRODUCT, section 5. Momentum thresholds in hundredths of a percent, probabilities in percent, differentials in cents.
CREATE TABLE settings.auto_entry (
    id                             boolean PRIMARY KEY DEFAULT true CONSTRAINT auto_entry_one_row CHECK (id),
    enabled                        boolean       NOT NULL DEFAULT false,
    min_time_seconds               integer       NOT NULL DEFAULT 120 CONSTRAINT auto_entry_min_time_range
        CHECK (min_time_seconds BETWEEN 0 AND 3600),
    max_time_seconds               integer       NOT NULL DEFAULT 900 CONSTRAINT auto_entry_max_time_range
        CHECK (max_time_seconds BETWEEN 0 AND 3600),
    min_probability_percent        numeric(5, 2) NOT NULL DEFAULT 95 CONSTRAINT auto_entry_min_probability_range
        CHECK (min_probability_percent BETWEEN 50 AND 100),
    min_differential_cents         numeric(6, 2) NOT NULL DEFAULT 0.25 CONSTRAINT auto_entry_min_differential_range
        CHECK (min_differential_cents BETWEEN -99 AND 99),
    allow_re_entry                 boolean       NOT NULL DEFAULT false,
    spike_alert_enabled            boolean       NOT NULL DEFAULT true,
    spike_alert_momentum_threshold integer       NOT NULL DEFAULT 36 CONSTRAINT auto_entry_spike_threshold_range
        CHECK (spike_alert_momentum_threshold BETWEEN 1 AND 1000),
    spike_alert_cooldown_threshold integer       NOT NULL DEFAULT 30 CONSTRAINT auto_entry_spike_cooldown_range
        CHECK (spike_alert_cooldown_threshold BETWEEN 1 AND 1000),
    spike_alert_cooldown_minutes   integer       NOT NULL DEFAULT 15 CONSTRAINT auto_entry_spike_minutes_range
        CHECK (spike_alert_cooldown_minutes BETWEEN 1 AND 240),
    position_size                  integer       NOT NULL DEFAULT 1 CONSTRAINT auto_entry_position_size_range
        CHECK (position_size BETWEEN 1 AND 100000),
    multiplier                     integer       NOT NULL DEFAULT 1 CONSTRAINT auto_entry_multiplier_range
        CHECK (multiplier BETWEEN 1 AND 1000),
    require_ask_size               boolean       NOT NULL DEFAULT true,
    watchlist_min_volume           integer       NOT NULL DEFAULT 1000 CONSTRAINT auto_entry_watchlist_volume_range
        CHECK (watchlist_min_volume >= 0),
    watchlist_max_ask_cents        numeric(5, 2) NOT NULL DEFAULT 98 CONSTRAINT auto_entry_watchlist_ask_range
        CHECK (watchlist_max_ask_cents BETWEEN 1 AND 99.99),
    CONSTRAINT auto_entry_time_order CHECK (min_time_seconds <= max_time_seconds),
    CONSTRAINT auto_entry_spike_order CHECK (spike_alert_cooldown_threshold <= spike_alert_momentum_threshold)
);
INSERT INTO settings.auto_entry DEFAULT VALUES;

-- PRODUCT, section 6.
CREATE TABLE settings.auto_stop (
    id                       boolean PRIMARY KEY DEFAULT true CONSTRAINT auto_stop_one_row CHECK (id),
    enabled                  boolean       NOT NULL DEFAULT false,
    stop_probability_percent numeric(5, 2) NOT NULL DEFAULT 40 CONSTRAINT auto_stop_probability_range
        CHECK (stop_probability_percent BETWEEN 1 AND 99),
    min_ttc_seconds          integer       NOT NULL DEFAULT 60 CONSTRAINT auto_stop_min_ttc_range
        CHECK (min_ttc_seconds BETWEEN 0 AND 3600),
    verification_enabled     boolean       NOT NULL DEFAULT false,
    verification_seconds     integer       NOT NULL DEFAULT 15 CONSTRAINT auto_stop_verification_range
        CHECK (verification_seconds BETWEEN 1 AND 600),
    momentum_spike_enabled   boolean       NOT NULL DEFAULT true,
    momentum_spike_threshold integer       NOT NULL DEFAULT 36 CONSTRAINT auto_stop_momentum_range
        CHECK (momentum_spike_threshold BETWEEN 1 AND 1000),
    take_profit_enabled      boolean       NOT NULL DEFAULT false,
    take_profit_cents        numeric(5, 2) NOT NULL DEFAULT 3 CONSTRAINT auto_stop_take_profit_range
        CHECK (take_profit_cents BETWEEN 0.01 AND 99),
    trailing_stop_enabled    boolean       NOT NULL DEFAULT false,
    trailing_stop_cents      numeric(5, 2) NOT NULL DEFAULT 10 CONSTRAINT auto_stop_trailing_range
        CHECK (trailing_stop_cents BETWEEN 0.01 AND 99),
    emergency_enabled        boolean       NOT NULL DEFAULT true,
    emergency_policy         text          NOT NULL DEFAULT 'close' CONSTRAINT auto_stop_emergency_policy_known
        CHECK (emergency_policy IN ('close', 'hold')),
    emergency_after_seconds  integer       NOT NULL DEFAULT 60 CONSTRAINT auto_stop_emergency_after_range
        CHECK (emergency_after_seconds BETWEEN 10 AND 600)
);
INSERT INTO settings.auto_stop DEFAULT VALUES;

-- PRODUCT, section 8: limits of record.
CREATE TABLE settings.risk_limits (
    id                       boolean PRIMARY KEY DEFAULT true CONSTRAINT risk_limits_one_row CHECK (id),
    max_contracts_per_order  numeric(14, 2)     NOT NULL DEFAULT 100 CONSTRAINT risk_per_order_positive CHECK (max_contracts_per_order > 0),
    max_contracts_per_market numeric(14, 2)     NOT NULL DEFAULT 200 CONSTRAINT risk_per_market_positive CHECK (max_contracts_per_market > 0),
    max_contracts_per_event  numeric(14, 2)     NOT NULL DEFAULT 500 CONSTRAINT risk_per_event_positive CHECK (max_contracts_per_event > 0),
    max_exposure_dollars     numeric(18, 6) NOT NULL DEFAULT 1000 CONSTRAINT risk_exposure_positive CHECK (max_exposure_dollars > 0),
    max_open_trades          integer              NOT NULL DEFAULT 20 CONSTRAINT risk_open_trades_positive CHECK (max_open_trades > 0),
    max_orders_per_minute    integer              NOT NULL DEFAULT 10 CONSTRAINT risk_orders_per_minute_positive CHECK (max_orders_per_minute > 0),
    balance_reserve_dollars  numeric(18, 6) NOT NULL DEFAULT 10 CONSTRAINT risk_reserve_not_negative CHECK (balance_reserve_dollars >= 0),
    max_daily_loss_dollars   numeric(18, 6) NOT NULL DEFAULT 200 CONSTRAINT risk_daily_loss_positive CHECK (max_daily_loss_dollars > 0),
    max_weekly_loss_dollars  numeric(18, 6) NOT NULL DEFAULT 500 CONSTRAINT risk_weekly_loss_positive CHECK (max_weekly_loss_dollars > 0)
);
INSERT INTO settings.risk_limits DEFAULT VALUES;

-- How orders are priced.
CREATE TABLE settings.orders (
    id                     boolean PRIMARY KEY DEFAULT true CONSTRAINT orders_settings_one_row CHECK (id),
    entry_slippage_cents   numeric(5, 2) NOT NULL DEFAULT 1 CONSTRAINT orders_entry_slippage_range
        CHECK (entry_slippage_cents BETWEEN 0 AND 50),
    close_slippage_cents   numeric(5, 2) NOT NULL DEFAULT 1 CONSTRAINT orders_close_slippage_range
        CHECK (close_slippage_cents BETWEEN 0 AND 50),
    transfer_to_shard      boolean       NOT NULL DEFAULT false
);
INSERT INTO settings.orders DEFAULT VALUES;

CREATE TRIGGER symbols_notify AFTER INSERT OR UPDATE OR DELETE ON settings.symbols
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('settings');
CREATE TRIGGER auto_entry_notify AFTER UPDATE ON settings.auto_entry
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('settings');
CREATE TRIGGER auto_stop_notify AFTER UPDATE ON settings.auto_stop
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('settings');
CREATE TRIGGER risk_limits_notify AFTER UPDATE ON settings.risk_limits
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('settings');
CREATE TRIGGER orders_notify AFTER UPDATE ON settings.orders
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('settings');
