#!/bin/sh
# Restores one backup into an empty database, all or nothing: unless the hashes of the books are those of the backup, the
# database stays empty.
#   PGHOST, PGDATABASE … as libpq takes them
#   BACKUP_DIRECTORY     where backups lie
#   RESTORE_BACKUP       which; the newest when empty
#   RESTORE_PAUSE        seconds between 30 looks for a database that does not answer yet (4)
set -eu

fail() {
    echo "restore: $*" >&2
    exit 1
}

schemas() {
    psql -X -q -A -t -v ON_ERROR_STOP=1 \
        -c "SELECT string_agg(nspname, ', ') FROM pg_namespace WHERE nspname IN ('system', 'account', 'trading')"
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
name=${RESTORE_BACKUP:-$(ls "$BACKUP_DIRECTORY" | grep -E '^[0-9]{8}T[0-9]{6}Z$' | sort | tail -n 1)}
from=$BACKUP_DIRECTORY/$name
[ -n "$name" ] && [ -e "$from/complete" ] || fail "backup must lie in $BACKUP_DIRECTORY, '$name' does not"
looks=30
until found=$(schemas); do
    looks=$((looks - 1))
    [ "$looks" -gt 0 ] || fail "database cannot be reached"
    sleep "${RESTORE_PAUSE:-4}"
done
[ -z "$found" ] || fail "database must be empty, holds the schemas $found"

# Whatever breaks on the way, COMMIT is not reached.
{
    echo 'BEGIN;'
    cat "$from/roles.sql" || exit
    pg_restore --no-owner --file=- "$from/database.dump" || exit
    echo 'CREATE TEMP TABLE expected (book text, rows bigint, hash text);'
    echo "COPY expected FROM STDIN (DELIMITER '|');"
    cat "$from/hashes.txt" || exit
    echo '\.'
    echo 'CREATE TEMP TABLE found AS'
    cat "$here/hashes.sql" "$here/verify.sql" "$here/after-restore.sql" || exit
    echo 'COMMIT;'
} | psql -X -q -v ON_ERROR_STOP=1 -o /dev/null -f - || fail "$name was not restored, the database is as empty as before"
[ -n "$(schemas)" ] || fail "$name was not restored, the database is as empty as before"
echo "restore: restored $name, $(tr '\n' ' ' <"$from/hashes.txt")"
echo "restore: entries are halted until an operator resumes them"
