-- Whose database this is, and when: the two rows every service starts from. Run once, as the administrator, after the
-- first migration; repeating it changes nothing.
--   psql … -v mode=simulated -v account=simulated -f k8s/installation.sql
\set ON_ERROR_STOP on

-- The prefix begins the id of every order of this installation.
INSERT INTO system.installation (prefix, mode, account)
VALUES (substr(md5(gen_random_uuid()::text), 1, 6), :'mode', :'account')
ON CONFLICT DO NOTHING;

-- Business time is real time; only one machine's simulated mode runs faster.
INSERT INTO system.clock (business_anchor, system_anchor, speed)
VALUES (clock_timestamp(), clock_timestamp(), 1)
ON CONFLICT DO NOTHING;

SELECT prefix, mode, account FROM system.installation;
