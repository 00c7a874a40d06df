-- Business time = business_anchor + (real time - system_anchor) * speed. One row, written before any service starts.
CREATE TABLE system.clock (
    id              boolean PRIMARY KEY DEFAULT true CONSTRAINT clock_one_row CHECK (id),
    business_anchor timestamptz NOT NULL,
    system_anchor   timestamptz NOT NULL,
    speed           integer     NOT NULL CONSTRAINT clock_speed_positive CHECK (speed >= 1)
);

-- Who we are: one installation runs one mode and one account.
CREATE TABLE system.installation (
    id           boolean PRIMARY KEY DEFAULT true CONSTRAINT installation_one_row CHECK (id),
    prefix       text        NOT NULL CONSTRAINT installation_prefix_short CHECK (prefix ~ '^[a-z0-9]{4,12}$'),
    mode         text        NOT NULL CONSTRAINT installation_mode_known
        CHECK (mode IN ('simulated', 'paper', 'kalshi-demo', 'live')),
    account      text        NOT NULL,
    installed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- One active instance of each service; the epoch rises at every takeover and fences the former holder.
CREATE TABLE system.leases (
    name       text PRIMARY KEY,
    holder     text        NOT NULL,
    epoch      bigint      NOT NULL CONSTRAINT leases_epoch_positive CHECK (epoch > 0),
    expires_at timestamptz NOT NULL
);

CREATE TABLE system.heartbeats (
    service      text        NOT NULL,
    instance     text        NOT NULL,
    role         text        NOT NULL CONSTRAINT heartbeats_role_known CHECK (role IN ('active', 'standby')),
    epoch        bigint      NOT NULL,
    started_at   timestamptz NOT NULL,
    beat_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    functional   boolean     NOT NULL,
    freshness    jsonb       NOT NULL,
    work_done    bigint      NOT NULL,
    memory_bytes bigint      NOT NULL,
    cpu_millis   bigint      NOT NULL,
    version      text        NOT NULL,
    host         text        NOT NULL,
    port         integer     NOT NULL,
    written_by   text        NOT NULL DEFAULT session_user,
    PRIMARY KEY (service, instance)
);

-- What a person should know. Business time says when it happened in the market, raised_at when it was written.
CREATE TABLE system.alerts (
    alert_id        uuid PRIMARY KEY     DEFAULT gen_random_uuid(),
    raised_by       text        NOT NULL DEFAULT session_user,
    severity        text        NOT NULL CONSTRAINT alerts_severity_known CHECK (severity IN ('info', 'warning', 'critical')),
    code            text        NOT NULL,
    message         text        NOT NULL,
    facts           jsonb       NOT NULL DEFAULT '{}',
    business_at     timestamptz,
    raised_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    acknowledged_at timestamptz,
    acknowledged_by text
);
CREATE INDEX alerts_by_time ON system.alerts (raised_at DESC);
CREATE TRIGGER alerts_notify AFTER INSERT OR UPDATE ON system.alerts
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('alerts');

-- Orders to the failure detector, the only one that carries them out.
CREATE TABLE system.requests (
    request_id   uuid PRIMARY KEY     DEFAULT gen_random_uuid(),
    kind         text        NOT NULL CONSTRAINT system_requests_kind_known
        CHECK (kind IN ('restart', 'roll', 'end_duplicate', 'restart_all')),
    service      text,
    instance     text,
    reason       text        NOT NULL,
    requested_by text        NOT NULL DEFAULT session_user,
    on_behalf_of text,
    state        text        NOT NULL DEFAULT 'new' CONSTRAINT system_requests_state_known
        CHECK (state IN ('new', 'done', 'refused')),
    answer       text,
    requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    answered_at  timestamptz
);
CREATE TRIGGER system_requests_notify AFTER INSERT ON system.requests
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('system_requests');

CREATE TABLE system.incidents (
    incident_id uuid PRIMARY KEY     DEFAULT gen_random_uuid(),
    root_cause  text        NOT NULL,
    level       text        NOT NULL CONSTRAINT incidents_level_known
        CHECK (level IN ('none', 'warning', 'critical', 'catastrophic')),
    symptoms    jsonb       NOT NULL,
    opened_at   timestamptz NOT NULL,
    closed_at   timestamptz
);

-- Every remedy taken, and every one withheld with its reason.
CREATE TABLE system.remedies (
    remedy_id   uuid PRIMARY KEY     DEFAULT gen_random_uuid(),
    incident_id uuid REFERENCES system.incidents (incident_id),
    service     text        NOT NULL,
    instance    text,
    action      text        NOT NULL,
    withheld    boolean     NOT NULL,
    reason      text        NOT NULL,
    outcome     text,
    decided_at  timestamptz NOT NULL,
    ended_at    timestamptz
);
CREATE INDEX remedies_by_time ON system.remedies (decided_at DESC);

CREATE TABLE system.health_status (
    health_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    checked_at timestamptz NOT NULL,
    status     text        NOT NULL CONSTRAINT health_status_known CHECK (status IN ('healthy', 'degraded', 'critical')),
    services   jsonb       NOT NULL,
    resources  jsonb       NOT NULL,
    database   jsonb       NOT NULL,
    network    jsonb       NOT NULL,
    duplicates jsonb       NOT NULL
);
CREATE INDEX health_status_by_time ON system.health_status (checked_at DESC);
CREATE TRIGGER health_status_notify AFTER INSERT ON system.health_status
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('health');

-- The coordinator's status report, the watchdogs' heartbeat lines: the newest per service.
CREATE TABLE system.status_reports (
    service     text PRIMARY KEY,
    reported_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    report      jsonb       NOT NULL
);

-- Automation held back by a machine; the operator's own switches (settings) stay as they are.
CREATE TABLE system.suspensions (
    automation   text        NOT NULL CONSTRAINT suspensions_automation_known CHECK (automation IN ('auto_entry')),
    suspended_by text        NOT NULL DEFAULT session_user,
    reason       text        NOT NULL,
    since        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (automation, suspended_by)
);
CREATE TRIGGER suspensions_notify AFTER INSERT OR UPDATE OR DELETE ON system.suspensions
    FOR EACH STATEMENT EXECUTE FUNCTION system.notify_channel('settings');
