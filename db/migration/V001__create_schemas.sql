-- One schema per concern; services own no schema, they get rights table by table (V009).
CREATE SCHEMA live_data;
CREATE SCHEMA markets;
CREATE SCHEMA account;
CREATE SCHEMA trading;
CREATE SCHEMA settings;
CREATE SCHEMA auth;
CREATE SCHEMA history;
CREATE SCHEMA analytics;
CREATE SCHEMA system;

-- Wakes the listeners of a channel; the payload is a hint, nobody acts on it.
CREATE FUNCTION system.notify_channel() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify(TG_ARGV[0], '');
    RETURN NULL;
END
$$;
