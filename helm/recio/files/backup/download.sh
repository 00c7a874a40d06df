#!/bin/sh
# Fetches one backup from a bucket, to restore it.
#   RCLONE_CONFIG_…      where the bucket is and whose, as rclone takes it
#   BACKUP_DIRECTORY     where to
#   BACKUP_TARGET        where from, such as s3:bucket/prefix
#   RESTORE_BACKUP       which; the newest complete one when empty
set -eu

fail() {
    echo "restore: $*" >&2
    exit 1
}

newest() {
    rclone lsf --recursive --fast-list --files-only "$BACKUP_TARGET" | grep -E '^[0-9]{8}T[0-9]{6}Z/complete$' | cut -d / -f 1 | sort | tail -n 1
}

name=${RESTORE_BACKUP:-$(newest)}
[ -n "$name" ] || fail "no complete backup lies in $BACKUP_TARGET"
rclone copy "$BACKUP_TARGET/$name" "$BACKUP_DIRECTORY/$name" || fail "$name was not fetched from $BACKUP_TARGET"
[ -e "$BACKUP_DIRECTORY/$name/complete" ] || fail "no complete backup $name lies in $BACKUP_TARGET"
echo "restore: fetched $name from $BACKUP_TARGET"
