-- One schema per concern; services own no schema, they get rights table by table (V010).
CREATE SCHEMA live_data;
CREATE SCHEMA markets;
CREATE SCHEMA account;
CREATE SCHEMA trading;
CREATE SCHEMA settings;
CREATE SCHEMA auth;
CREATE SCHEMA history;
CREATE SCHEMA analytics;
CREATE SCHEMA system;

-- Money and its parts, exact (PRODUCT: money never in floating point).
CREATE DOMAIN system.price_dollars AS numeric(6, 4) CHECK (VALUE BETWEEN 0 AND 1);
CREATE DOMAIN system.contracts AS numeric(14, 2);
CREATE DOMAIN system.money_dollars AS numeric(18, 6);
CREATE DOMAIN system.spot_dollars AS numeric(18, 6) CHECK (VALUE > 0);

-- Wakes the listeners of a channel; the payload is a hint, nobody acts on it.
CREATE FUNCTION system.notify_channel() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify(TG_ARGV[0], '');
    RETURN NULL;
END
$$;
