-- The newest migration this schema has had: a service waits until it is the one it was built with (decision 0051).
CREATE FUNCTION system.schema_version() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
SELECT max(version::integer) FROM recio_migrations.flyway_schema_history WHERE success AND version IS NOT NULL
$$;
