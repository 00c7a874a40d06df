#!/bin/sh
# Carries the newest backup to a bucket, compares what lies there, marks it complete, and only then throws away the oldest there.
#   RCLONE_CONFIG_…      where the bucket is and whose, as rclone takes it
#   BACKUP_DIRECTORY     where backups lie
#   BACKUP_TARGET        where to, such as s3:bucket/prefix
#   BACKUP_KEEP          how many stay there
set -eu

fail() {
    echo "backup: $*" >&2
    exit 1
}

name=$(ls "$BACKUP_DIRECTORY" | grep -E '^[0-9]{8}T[0-9]{6}Z$' | sort | tail -n 1)
[ -n "$name" ] || fail "no backup lies in $BACKUP_DIRECTORY"
from=$BACKUP_DIRECTORY/$name
to=$BACKUP_TARGET/$name

rclone copy --exclude complete "$from" "$to" || fail "$name was not carried to $BACKUP_TARGET"
rclone check --download --exclude complete "$from" "$to" || fail "$name is not the same in $BACKUP_TARGET"
rclone copy --include complete "$from" "$to" || fail "$name was not carried to $BACKUP_TARGET whole"
echo "backup: carried $name to $BACKUP_TARGET"

rclone lsf --recursive --fast-list --files-only "$BACKUP_TARGET" | cut -d / -f 1 | grep -E '^[0-9]{8}T[0-9]{6}Z$' | sort -ru \
    | tail -n "+$((BACKUP_KEEP + 1))" | while read -r old; do
    rclone purge "$BACKUP_TARGET/$old"
    echo "backup: threw away $old in $BACKUP_TARGET"
done
