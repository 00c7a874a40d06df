#!/bin/sh
# One backup of the database: a directory with database.dump, roles.sql and hashes.txt. Then the oldest are thrown away.
#   PGHOST, PGDATABASE … as libpq takes them
#   BACKUP_DIRECTORY     where backups lie
#   BACKUP_KEEP          how many stay
set -eu

fail() {
    echo "backup: $*" >&2
    exit 1
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
name=$(date -u +%Y%m%dT%H%M%SZ)
part=$BACKUP_DIRECTORY/unfinished

rm -rf "$part"
mkdir "$part"
cd "$part"
psql -X -q -A -t -F '|' -v ON_ERROR_STOP=1 -f "$here/backup.sql" || fail "database could not be read, kept what was there"
[ -e complete ] || fail "pg_dump failed, kept what was there"
cd ..
mv "$part" "$BACKUP_DIRECTORY/$name"
echo "backup: wrote $name, $(tr '\n' ' ' <"$BACKUP_DIRECTORY/$name/hashes.txt")"

ls "$BACKUP_DIRECTORY" | grep -E '^[0-9]{8}T[0-9]{6}Z$' | sort -r | tail -n "+$((BACKUP_KEEP + 1))" | while read -r old; do
    rm -rf "${BACKUP_DIRECTORY:?}/$old"
    echo "backup: threw away $old"
done
