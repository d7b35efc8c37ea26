#!/bin/sh
# A base backup of the whole server, checked against its own list of digests:
#   BACKUP_URL=postgres://backup@primary/postgres deploy/backup.sh FOLDER
# The login needs REPLICATION. With the log that the server archives meanwhile (deploy/archive-wal.sh) it can be restored to any later instant.
set -eu
: "${1:?the folder of the backups}" "${BACKUP_URL:?the address of the server, with a login that may replicate}"
name="$1/$(date -u +%Y%m%dT%H%M%SZ)"
mkdir -p "$1"
pg_basebackup --dbname "$BACKUP_URL" --pgdata "$name" --wal-method=stream --checkpoint=fast --manifest-checksums=SHA256
pg_verifybackup --quiet "$name"
echo "$name"
