#!/bin/sh
# Run by the image of PostgreSQL when its folder is made: the logins of deploy/roles.sql, with their passwords from the secrets.
set -eu
for each in owner login jobs removal verifier; do
  set -- "$@" -v "${each}_password=$(cat /run/secrets/$each-password)"
done
exec psql -v ON_ERROR_STOP=1 --username postgres "$@" -f /deploy/roles.sql
