-- Gives the statements that make the services' roles anew: a dump of the database holds neither them nor their timeouts.
-- Passwords stay behind; the migrator sets them.
SELECT format('DO $role$ BEGIN CREATE ROLE %I LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $role$;', rolname)
FROM pg_roles
WHERE rolname ^@ 'recio_' AND rolname <> current_user
ORDER BY rolname;
SELECT format('ALTER ROLE %I SET %I TO %L;', rolname, split_part(setting, '=', 1),
    substr(setting, strpos(setting, '=') + 1))
FROM pg_db_role_setting
JOIN pg_roles ON pg_roles.oid = setrole
CROSS JOIN unnest(setconfig) setting
WHERE setdatabase = 0 AND rolname ^@ 'recio_' AND rolname <> current_user
ORDER BY rolname, setting;
