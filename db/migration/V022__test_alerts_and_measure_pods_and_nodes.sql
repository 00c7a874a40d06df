-- The way of alerts can be tried, and what pods, nodes and standbys use is known (decisions 0045 and 0046).

ALTER TABLE system.requests DROP CONSTRAINT system_requests_kind_known;
ALTER TABLE system.requests ADD CONSTRAINT system_requests_kind_known
    CHECK (kind IN ('restart', 'roll', 'end_duplicate', 'restart_all', 'test_alert'));

-- Of an instance: its node, its control group, the disk of its data. What cannot be measured is absent.
ALTER TABLE system.heartbeats ADD COLUMN resources jsonb NOT NULL DEFAULT '{}';

-- Of the nodes of a cluster, as the failure detector reads them; empty on one machine, and where nobody measures.
CREATE TABLE system.node_figures (
    node    text PRIMARY KEY,
    read_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    figures jsonb       NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON system.node_figures TO recio_cascading_failure_detector;
GRANT SELECT ON system.node_figures TO recio_system_monitor, recio_main_app;

-- How far a standby is behind is told to members of pg_read_all_stats only. An admin who is no superuser may be unable to pass
-- that on; then the server's administrator can, and until then those figures are absent.
DO
$$
BEGIN
    GRANT pg_read_all_stats TO recio_system_monitor;
EXCEPTION
    WHEN insufficient_privilege THEN
        RAISE WARNING 'recio_system_monitor is not in pg_read_all_stats, so it cannot tell how far standbys are behind';
END
$$;
