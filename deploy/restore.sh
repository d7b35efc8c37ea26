#!/bin/sh
# After a loss, before anyone is let in:
#   deploy/restore.sh BACKUP WAL_FOLDER EMPTY_PGDATA [JOURNAL ...]
# BACKUP is what backup.sh printed, WAL_FOLDER what archive-wal.sh filled, each JOURNAL the ERASURE_JOURNAL of one gateway.
# Starts the server on PGPORT (5432), brings it to the last change that was archived (or to RESTORE_TO, an instant), erases again who was
# erased since, and asks whether everything that must be true is true. The gateway's settings (DATABASE_URL and the other logins) name
# the restored server; AUDIT_HEAD is the last `seq:hash` that the log announced. As the user that the server runs as, in the gateway's folder.
set -eu
: "${1:?a backup}" "${2:?the folder of the archived log}" "${3:?an empty folder for the data}" "${DATABASE_URL:?the restored database}"
backup=$1 wal=$2 data=$3
shift 3
gateway=${GATEWAY:-npm run -s gateway --}
if [ -n "$(ls -A "$data" 2>/dev/null)" ]; then
  echo "$data is not empty: a restore goes into an empty folder" >&2
  exit 2
fi
pg_verifybackup --quiet "$backup"
mkdir -p "$data"
cp -a "$backup/." "$data"
chmod 700 "$data"
{
  echo "restore_command = 'cp \"$wal/%f\" \"%p\"'"
  echo "archive_command = ''"
  if [ -n "${RESTORE_TO:-}" ]; then
    echo "recovery_target_time = '$RESTORE_TO'"
    echo "recovery_target_action = 'promote'"
  fi
} >>"$data/postgresql.auto.conf"
touch "$data/recovery.signal"
pg_ctl --pgdata "$data" --wait --timeout 3600 --log "$data/restore.log" -o "-p ${PGPORT:-5432} ${RESTORE_OPTIONS:-}" start >&2
while [ -e "$data/recovery.signal" ]; do sleep 0.2; done
echo "the server has recovered" >&2
# 1 while a person has to look at somebody; the other questions are asked all the same
failed=0
cat /dev/null "$@" | $gateway erasures replay || failed=1
$gateway verify ${AUDIT_HEAD:+--head "$AUDIT_HEAD"} || failed=1
$gateway replay || failed=1
[ "$failed" = 0 ] && echo "restored, and everything is as it must be" >&2
exit "$failed"
