#!/bin/sh
# For postgresql.conf: archive_mode = on, archive_timeout = 60,
#   archive_command = '/srv/gateway/deploy/archive-wal.sh "%p" "%f" /var/backups/gateway/wal'
# Whole and on disk, or not there; never over a file that is there already.
set -eu
to="$3/$2"
[ ! -e "$to" ] || cmp -s "$1" "$to"
cp "$1" "$to.part"
sync "$to.part"
mv "$to.part" "$to"
sync "$3"
