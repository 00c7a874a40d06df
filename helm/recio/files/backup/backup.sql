-- Hashes, roles and dump of one moment, into the current directory: the dump reads in the snapshot of this transaction.
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \gset
\setenv SNAPSHOT :snapshot
\o hashes.txt
\ir hashes.sql
\o roles.sql
\ir roles.sql
\o
\! pg_dump --snapshot="$SNAPSHOT" --format=custom --file=database.dump && touch complete
COMMIT;
