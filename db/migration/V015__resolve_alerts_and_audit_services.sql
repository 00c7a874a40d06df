-- Alerts end when their cause does, and what services do to the kill switch and the halt stands in the audit like an
-- operator's own acts (decision 0030).

ALTER TABLE system.alerts ADD COLUMN resolved_at timestamptz;

-- Marks the caller's own open alerts of a code as resolved, and can do nothing else to them.
CREATE FUNCTION system.resolve_alerts(of_code text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
    resolved bigint;
BEGIN
    UPDATE system.alerts SET resolved_at = clock_timestamp()
    WHERE code = of_code AND raised_by = session_user AND resolved_at IS NULL;
    GET DIAGNOSTICS resolved = ROW_COUNT;
    RETURN resolved;
END
$$;
CREATE INDEX alerts_open_by_code ON system.alerts (code, raised_by) WHERE resolved_at IS NULL;
REVOKE ALL ON FUNCTION system.resolve_alerts(text) FROM PUBLIC;
DO
$$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY ['symbol_price_watchdog', 'kalshi_api_watchdog', 'kalshi_account_sync',
        'unified_production_coordinator', 'auto_entry_supervisor', 'trade_manager', 'trade_executor',
        'active_trade_supervisor', 'main_app', 'cascading_failure_detector', 'system_monitor']
        LOOP
            EXECUTE format('GRANT EXECUTE ON FUNCTION system.resolve_alerts(text) TO recio_%s', service);
        END LOOP;
END
$$;

-- Appends a row to the hash chain of auth.audit, exactly as main-app does (AuditLog): the same lock, the same text hashed.
-- Nobody may call it; the trigger below does, as the owner.
CREATE FUNCTION auth.append_audit(by_actor text, of_action text, with_facts jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET lock_timeout = '300ms' AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('auth.audit', 0));
    INSERT INTO auth.audit (seq, at, actor, action, facts, previous_hash, hash)
    SELECT seq, at, actor, action, facts, previous_hash,
        encode(sha256(convert_to(concat_ws('|', seq, extract(epoch from at), actor, action, facts, previous_hash),
            'UTF8')), 'hex')
    FROM (SELECT coalesce(last.seq, 0) + 1 AS seq, clock_timestamp() AS at, by_actor AS actor, of_action AS action,
              with_facts AS facts, coalesce(last.hash, repeat('0', 64)) AS previous_hash
          FROM (SELECT 1) one
          LEFT JOIN (SELECT seq, hash FROM auth.audit ORDER BY seq DESC LIMIT 1) last ON true) AS row;
END
$$;
REVOKE ALL ON FUNCTION auth.append_audit(text, text, jsonb) FROM PUBLIC;

-- What anybody but main-app, which writes its own rows with the operator's name, does to the kill switch and the halt of
-- entries. The switch comes first: when the chain is locked for too long the act stands and an alert tells that its row is
-- missing.
CREATE FUNCTION trading.audit_risk_state() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
    was_killed boolean := TG_OP = 'UPDATE' AND OLD.kill_switch;
    was_halted boolean := TG_OP = 'UPDATE' AND OLD.entries_halted;
    role_name  text := replace(replace(session_user, 'recio_', ''), '_', '-');
    actor      text := role_name;
    action     text;
    facts      jsonb := jsonb_build_object('account', NEW.account, 'mode', NEW.mode);
BEGIN
    IF session_user = 'recio_main_app' THEN
        RETURN NULL;
    END IF;
    FOR action IN SELECT unnest(ARRAY [
        CASE WHEN NEW.kill_switch AND NOT was_killed THEN 'trip-kill-switch' END,
        CASE WHEN was_killed AND NOT NEW.kill_switch THEN 'clear-kill-switch' END,
        CASE WHEN NEW.entries_halted AND NOT was_halted THEN 'halt-entries' END,
        CASE WHEN was_halted AND NOT NEW.entries_halted THEN 'resume-entries' END])
        LOOP
            CONTINUE WHEN action IS NULL;
            actor := CASE action WHEN 'trip-kill-switch' THEN coalesce(NEW.kill_by, role_name) ELSE role_name END;
            BEGIN
                PERFORM auth.append_audit(actor, action, facts || CASE action
                    WHEN 'trip-kill-switch' THEN jsonb_build_object('reason', NEW.kill_reason, 'flatten', NEW.flatten)
                    WHEN 'clear-kill-switch' THEN jsonb_build_object('reason', OLD.kill_reason)
                    WHEN 'halt-entries' THEN jsonb_build_object('reason', NEW.halt_reason)
                    ELSE jsonb_build_object('reason', OLD.halt_reason) END);
            EXCEPTION WHEN lock_not_available THEN
                INSERT INTO system.alerts (severity, code, message, facts)
                VALUES ('critical', 'AUDIT_ROW_MISSING', 'The audit was locked, so an act has no row in it',
                    facts || jsonb_build_object('actor', actor, 'action', action));
            END;
        END LOOP;
    RETURN NULL;
END
$$;
CREATE TRIGGER risk_state_audit AFTER INSERT OR UPDATE ON trading.risk_state
    FOR EACH ROW EXECUTE FUNCTION trading.audit_risk_state();

-- The lock of the audit is held by main-app for the length of its transactions; a frozen one must not keep it.
ALTER ROLE recio_main_app SET idle_in_transaction_session_timeout = '5s';
