-- An alert is written by whoever notices; from here it is carried to people, and is not lost while a provider is down.

-- What the system monitor has decided on an alert: once each.
CREATE TABLE system.alert_routes (
    alert_id     uuid PRIMARY KEY REFERENCES system.alerts (alert_id) ON DELETE CASCADE,
    duplicate_of uuid,
    routed_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The outbox: one row per alert, channel and step of escalation (0 is the first telling). A message tells of all alerts that
-- wait for its channel, and its id goes with it, so that a provider can tell a repetition.
CREATE TABLE system.alert_deliveries (
    delivery_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id        uuid        NOT NULL REFERENCES system.alerts (alert_id) ON DELETE CASCADE,
    channel         text        NOT NULL,
    step            smallint    NOT NULL DEFAULT 0,
    state           text        NOT NULL DEFAULT 'due' CONSTRAINT alert_deliveries_state_known
        CHECK (state IN ('due', 'sent', 'withdrawn', 'given_up')),
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    message_id      uuid,
    last_error      text,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at        timestamptz,
    CONSTRAINT alert_deliveries_once UNIQUE (alert_id, channel, step)
);
CREATE INDEX alert_deliveries_due ON system.alert_deliveries (channel, next_attempt_at) WHERE state = 'due';
CREATE INDEX alert_deliveries_sent ON system.alert_deliveries (channel, ended_at) WHERE state = 'sent';

-- What was raised before there was anybody to tell stays untold.
INSERT INTO system.alert_routes (alert_id) SELECT alert_id FROM system.alerts;

GRANT SELECT, INSERT ON system.alert_routes TO recio_system_monitor;
GRANT SELECT, INSERT, UPDATE ON system.alert_deliveries TO recio_system_monitor;
GRANT SELECT ON system.alert_routes, system.alert_deliveries TO recio_main_app;
