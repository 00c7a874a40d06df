-- What each service lately warned of, for the screen: the same on one machine and in a cluster. The whole log stays where the
-- runtime keeps it. Each service keeps its newest 500 lines and deletes the older ones itself.
CREATE TABLE system.log_lines (
    line_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    service    text        NOT NULL,
    instance   text        NOT NULL,
    level      text        NOT NULL CONSTRAINT log_lines_level_known CHECK (level IN ('warning', 'error')),
    logger     text        NOT NULL,
    message    text        NOT NULL CONSTRAINT log_lines_message_short CHECK (length(message) <= 2000),
    logged_at  timestamptz NOT NULL,
    written_by text        NOT NULL DEFAULT session_user
);
CREATE INDEX log_lines_by_service ON system.log_lines (service, line_id DESC);

-- A line belongs to the role that wrote it.
ALTER TABLE system.log_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY log_lines_read ON system.log_lines FOR SELECT USING (true);
CREATE POLICY log_lines_insert ON system.log_lines FOR INSERT WITH CHECK (written_by = session_user);
CREATE POLICY log_lines_delete ON system.log_lines FOR DELETE USING (written_by = session_user);

DO
$$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY ['symbol_price_watchdog', 'kalshi_api_watchdog', 'kalshi_account_sync',
        'unified_production_coordinator', 'auto_entry_supervisor', 'trade_manager', 'trade_executor',
        'active_trade_supervisor', 'main_app', 'cascading_failure_detector', 'system_monitor']
        LOOP
            EXECUTE format('GRANT SELECT, INSERT, DELETE ON system.log_lines TO recio_%s', service);
        END LOOP;
END
$$;
