#!/bin/sh
# Makes what compose.yml hands out, once: passwords, addresses, keys of civil registration numbers, and certificates of an authority of this machine's own.
# What is there already is kept. The keys (cpr-key, cpr-index-key) belong into a safe: without them the numbers in the database are lost.
set -eu
umask 022
cd "$(dirname "$0")"
mkdir -p secrets
chmod 711 secrets
cd secrets
random() { openssl rand -hex 24; }
keep() { [ -s "$1" ] || printf '%s' "$2" > "$1"; }

for each in administrator owner login jobs removal verifier grafana; do keep "$each-password" "$(random)"; done
keep cpr-key "k1:$(openssl rand -base64 32)"
keep cpr-index-key "i1:$(openssl rand -base64 32)"
if [ ! -s ca.crt ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -keyout ca.key -out ca.crt -subj '/CN=provider network gateway' 2>/dev/null
fi
if [ ! -s server.crt ]; then
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.csr -subj '/CN=database' 2>/dev/null
  printf 'subjectAltName=DNS:database,DNS:pooler\n' > names
  openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 825 -extfile names -out server.crt 2>/dev/null
  rm server.csr names
fi
ways='sslmode=verify-full&sslrootcert=/run/secrets/ca'
address() { printf 'postgres://gateway_%s:%s@%s/gateway?%s' "$1" "$(cat "$1-password")" "$2" "$ways"; }
address login pooler:6432 > database-url
address jobs pooler:6432 > jobs-database-url
address removal pooler:6432 > retention-database-url
address login database:5432 > direct-database-url
address owner database:5432 > migrate-database-url
for each in login jobs removal; do printf '"gateway_%s" "%s"\n' "$each" "$(cat "$each-password")"; done > pooler-users
chmod 600 ca.key
echo "secrets are in $(pwd)"
