-- The database is the authorisation between services: each role reads and writes what its job needs, nothing more.
-- The roles themselves are made by the migrator before this runs.

-- What every service does: find out who and when it is, hold its lease, beat, warn.
DO
$$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY ['symbol_price_watchdog', 'kalshi_api_watchdog', 'kalshi_account_sync',
        'unified_production_coordinator', 'auto_entry_supervisor', 'trade_manager', 'trade_executor',
        'active_trade_supervisor', 'main_app', 'cascading_failure_detector', 'system_monitor']
        LOOP
            EXECUTE format('GRANT USAGE ON SCHEMA system, settings TO recio_%s', service);
            EXECUTE format('GRANT SELECT ON system.clock, system.installation, system.leases, system.heartbeats, '
                'system.alerts, system.suspensions TO recio_%s', service);
            EXECUTE format('GRANT INSERT, UPDATE ON system.leases, system.heartbeats TO recio_%s', service);
            EXECUTE format('GRANT DELETE ON system.heartbeats TO recio_%s', service);
            EXECUTE format('GRANT INSERT ON system.alerts TO recio_%s', service);
            EXECUTE format('GRANT SELECT ON settings.symbols, settings.auto_entry, settings.auto_stop, '
                'settings.risk_limits, settings.orders TO recio_%s', service);
        END LOOP;
END
$$;

-- A heartbeat belongs to the role that wrote it.
ALTER TABLE system.heartbeats ENABLE ROW LEVEL SECURITY;
CREATE POLICY heartbeats_read ON system.heartbeats FOR SELECT USING (true);
CREATE POLICY heartbeats_insert ON system.heartbeats FOR INSERT WITH CHECK (written_by = session_user);
CREATE POLICY heartbeats_update ON system.heartbeats FOR UPDATE USING (written_by = session_user);
CREATE POLICY heartbeats_delete ON system.heartbeats FOR DELETE
    USING (written_by = session_user OR session_user = 'recio_system_monitor');

-- Prices
GRANT USAGE ON SCHEMA live_data, history TO recio_symbol_price_watchdog;
GRANT SELECT, INSERT, UPDATE ON live_data.price_log, live_data.latest_price, history.minute_bars TO recio_symbol_price_watchdog;
GRANT EXECUTE ON FUNCTION live_data.ensure_price_partitions(text, date), live_data.drop_price_partitions(text, date)
    TO recio_symbol_price_watchdog;
GRANT INSERT, UPDATE, SELECT ON system.status_reports TO recio_symbol_price_watchdog;

-- Markets
GRANT USAGE ON SCHEMA markets TO recio_kalshi_api_watchdog;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA markets TO recio_kalshi_api_watchdog;
GRANT INSERT, UPDATE, SELECT ON system.status_reports TO recio_kalshi_api_watchdog;

-- Account
GRANT USAGE ON SCHEMA account, markets, trading TO recio_kalshi_account_sync;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA account TO recio_kalshi_account_sync;
GRANT SELECT ON ALL TABLES IN SCHEMA markets TO recio_kalshi_account_sync;
GRANT SELECT ON trading.order_intents, trading.orders, trading.trades TO recio_kalshi_account_sync;

-- Strike table
GRANT USAGE ON SCHEMA live_data, markets, history, analytics, account TO recio_unified_production_coordinator;
GRANT SELECT ON ALL TABLES IN SCHEMA markets, history TO recio_unified_production_coordinator;
GRANT SELECT ON live_data.price_log, live_data.latest_price, account.fills TO recio_unified_production_coordinator;
GRANT SELECT, INSERT, UPDATE ON live_data.strike_table, live_data.watchlist, analytics.move_tables, system.status_reports
    TO recio_unified_production_coordinator;

-- Auto entry: reads tables, inserts requests to open, nothing more.
GRANT USAGE ON SCHEMA live_data, markets, trading, account TO recio_auto_entry_supervisor;
GRANT SELECT ON live_data.strike_table, live_data.watchlist, live_data.latest_price, live_data.price_log TO recio_auto_entry_supervisor;
GRANT SELECT ON ALL TABLES IN SCHEMA markets TO recio_auto_entry_supervisor;
GRANT SELECT ON account.balances, account.fills, account.sync_state TO recio_auto_entry_supervisor;
GRANT SELECT ON trading.trades, trading.trade_events, trading.risk_state, trading.requests, trading.active_trades
    TO recio_auto_entry_supervisor;
GRANT SELECT, INSERT, UPDATE ON trading.decisions, trading.auto_entry_state TO recio_auto_entry_supervisor;
GRANT INSERT ON trading.requests TO recio_auto_entry_supervisor;

-- Trade manager
GRANT USAGE ON SCHEMA live_data, markets, account, trading TO recio_trade_manager;
GRANT SELECT ON ALL TABLES IN SCHEMA live_data, markets, account TO recio_trade_manager;
GRANT SELECT, INSERT, UPDATE ON trading.trades, trading.order_intents, trading.attached_fills,
    trading.risk_state, trading.order_groups TO recio_trade_manager;
GRANT SELECT, INSERT ON trading.trade_events, trading.position_snapshots TO recio_trade_manager;
GRANT SELECT, UPDATE ON trading.requests TO recio_trade_manager;
GRANT SELECT ON trading.orders, trading.order_events, trading.supervisor_heartbeat, trading.active_trades, trading.decisions
    TO recio_trade_manager;

-- Executor
GRANT USAGE ON SCHEMA markets, account, trading TO recio_trade_executor;
GRANT SELECT ON ALL TABLES IN SCHEMA markets, account TO recio_trade_executor;
GRANT SELECT ON trading.trades, trading.risk_state, trading.supervisor_heartbeat TO recio_trade_executor;
GRANT SELECT, UPDATE ON trading.order_intents TO recio_trade_executor;
GRANT SELECT, INSERT ON trading.order_events TO recio_trade_executor;
GRANT SELECT, INSERT, UPDATE ON trading.orders, trading.order_groups TO recio_trade_executor;

-- Active trade supervisor
GRANT USAGE ON SCHEMA live_data, markets, account, trading TO recio_active_trade_supervisor;
GRANT SELECT ON ALL TABLES IN SCHEMA live_data, markets, account TO recio_active_trade_supervisor;
GRANT SELECT ON trading.trades, trading.trade_events, trading.requests, trading.risk_state, trading.order_intents
    TO recio_active_trade_supervisor;
GRANT SELECT, INSERT, UPDATE, DELETE ON trading.active_trades TO recio_active_trade_supervisor;
GRANT SELECT, INSERT, UPDATE ON trading.supervisor_heartbeat TO recio_active_trade_supervisor;
GRANT INSERT ON trading.requests, trading.position_snapshots TO recio_active_trade_supervisor;

-- Screen
GRANT USAGE ON SCHEMA live_data, markets, account, trading, auth, history, analytics TO recio_main_app;
GRANT SELECT ON ALL TABLES IN SCHEMA live_data, markets, account, trading, history, analytics, system TO recio_main_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.users, auth.sessions TO recio_main_app;
GRANT SELECT, INSERT ON auth.audit TO recio_main_app;
GRANT INSERT, UPDATE ON ALL TABLES IN SCHEMA settings TO recio_main_app;
GRANT INSERT ON trading.requests, system.requests TO recio_main_app;
GRANT INSERT, UPDATE ON trading.risk_state TO recio_main_app;
GRANT UPDATE ON system.alerts TO recio_main_app;

-- Failure detector and system monitor see health, never money.
GRANT USAGE ON SCHEMA trading, markets TO recio_cascading_failure_detector, recio_system_monitor;
GRANT SELECT ON ALL TABLES IN SCHEMA system TO recio_cascading_failure_detector, recio_system_monitor;
GRANT SELECT ON markets.exchange_status, markets.api_health TO recio_cascading_failure_detector, recio_system_monitor;
GRANT SELECT ON trading.order_intents TO recio_cascading_failure_detector;
GRANT SELECT, INSERT, UPDATE ON system.incidents, system.remedies TO recio_cascading_failure_detector;
GRANT UPDATE ON system.requests TO recio_cascading_failure_detector;
GRANT INSERT ON system.requests, system.health_status TO recio_system_monitor;
GRANT SELECT ON settings.auto_entry TO recio_system_monitor;
GRANT INSERT, UPDATE, DELETE ON system.suspensions TO recio_system_monitor, recio_auto_entry_supervisor;

-- Who may ask for what: auto entry opens, the supervisor closes, the screen does both (DESIGN, section 4).
ALTER TABLE trading.requests ENABLE ROW LEVEL SECURITY;
CREATE POLICY requests_read ON trading.requests FOR SELECT USING (true);
CREATE POLICY requests_answer ON trading.requests FOR UPDATE TO recio_trade_manager USING (true);
CREATE POLICY requests_open ON trading.requests FOR INSERT TO recio_auto_entry_supervisor WITH CHECK (kind = 'open');
CREATE POLICY requests_close ON trading.requests FOR INSERT TO recio_active_trade_supervisor WITH CHECK (kind = 'close');
CREATE POLICY requests_screen ON trading.requests FOR INSERT TO recio_main_app WITH CHECK (true);

-- A frozen holder must not block a takeover (DESIGN, section 5).
DO
$$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY ['kalshi_account_sync', 'auto_entry_supervisor', 'trade_manager', 'trade_executor',
        'active_trade_supervisor']
        LOOP
            EXECUTE format('ALTER ROLE recio_%s SET idle_in_transaction_session_timeout = ''1s''', service);
            EXECUTE format('ALTER ROLE recio_%s SET transaction_timeout = ''2s''', service);
            EXECUTE format('ALTER ROLE recio_%s SET lock_timeout = ''500ms''', service);
        END LOOP;
END
$$;

-- Prices, books, tables and decisions may lose their last moments with the server; what a person was told, the account,
-- orders and trades may not (DESIGN, section 3).
ALTER ROLE recio_symbol_price_watchdog SET synchronous_commit = off;
ALTER ROLE recio_kalshi_api_watchdog SET synchronous_commit = off;
ALTER ROLE recio_unified_production_coordinator SET synchronous_commit = off;
ALTER ROLE recio_auto_entry_supervisor SET synchronous_commit = off;
