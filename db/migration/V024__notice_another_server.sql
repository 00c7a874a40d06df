-- After a failover, or on a copy, what was committed last may be missing though the exchange acted on it (decision 0048).

CREATE TABLE system.lineage (
    one               boolean     PRIMARY KEY DEFAULT true CONSTRAINT lineage_one_row CHECK (one),
    system_identifier bigint      NOT NULL, -- of the server whose rows these are
    timeline          bigint      NOT NULL, -- rises when a standby becomes the primary
    since             timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Asked on every new connection before anything else. When the server is another than last time: who held a lease can write
-- no more, entries are halted until an operator has looked, and an alert says so; once, whoever asks first. True when it was
-- noticed by this call.
CREATE FUNCTION system.check_lineage() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
    identifier bigint;
    line       bigint;
    known      system.lineage;
BEGIN
    IF pg_is_in_recovery() THEN
        RETURN false;
    END IF;
    identifier := (SELECT c.system_identifier FROM pg_control_system() c);
    line := ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::bigint;
    IF EXISTS (SELECT FROM system.lineage l WHERE l.system_identifier = identifier AND l.timeline = line) THEN
        RETURN false;
    END IF;
    INSERT INTO system.lineage (system_identifier, timeline) VALUES (identifier, line) ON CONFLICT DO NOTHING;
    IF FOUND THEN
        RETURN false;
    END IF;
    SELECT * INTO known FROM system.lineage FOR UPDATE;
    IF known.system_identifier = identifier AND known.timeline = line THEN
        RETURN false;
    END IF;
    UPDATE system.lineage SET system_identifier = identifier, timeline = line, since = clock_timestamp();
    UPDATE system.leases SET epoch = epoch + 1000, holder = 'lineage', expires_at = clock_timestamp();
    UPDATE trading.risk_state
    SET entries_halted = true,
        halt_reason = 'DATABASE_CHANGED: another server or timeline answers; compare trades, positions and cash, then resume',
        updated_at = clock_timestamp()
    WHERE NOT entries_halted OR NOT starts_with(coalesce(halt_reason, ''), 'RESTORED');
    INSERT INTO system.alerts (severity, code, message, facts)
    VALUES ('critical', 'DATABASE_CHANGED',
        'Another database server or timeline answers than before; entries are halted until an operator resumes them',
        jsonb_build_object(
            'systemIdentifierBefore', known.system_identifier::text, 'systemIdentifier', identifier::text,
            'timelineBefore', known.timeline, 'timeline', line));
    RETURN true;
END
$$;
REVOKE ALL ON FUNCTION system.check_lineage() FROM PUBLIC;
DO
$$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY ['symbol_price_watchdog', 'kalshi_api_watchdog', 'kalshi_account_sync',
        'unified_production_coordinator', 'auto_entry_supervisor', 'trade_manager', 'trade_executor',
        'active_trade_supervisor', 'main_app', 'cascading_failure_detector', 'system_monitor']
        LOOP
            EXECUTE format('GRANT EXECUTE ON FUNCTION system.check_lineage() TO recio_%s', service);
        END LOOP;
END
$$;
