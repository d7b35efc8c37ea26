-- Once per PostgreSQL server, by its administrator, before the first start:
--   psql -v owner_password=... -v login_password=... -f deploy/roles.sql
-- gateway_owner owns the tables and runs migrations (MIGRATE_DATABASE_URL). gateway_login is what the gateway and its workers
-- connect as (DATABASE_URL): it owns nothing, bypasses nothing, and takes on one of three narrow roles per transaction.
CREATE ROLE gateway_owner LOGIN PASSWORD :'owner_password' NOSUPERUSER NOBYPASSRLS CREATEROLE;
CREATE ROLE gateway_login LOGIN PASSWORD :'login_password' NOSUPERUSER NOBYPASSRLS NOINHERIT;
CREATE ROLE gateway_app NOLOGIN NOBYPASSRLS;
CREATE ROLE gateway_identity NOLOGIN NOBYPASSRLS;
CREATE ROLE gateway_directory NOLOGIN NOBYPASSRLS;
GRANT gateway_app, gateway_identity, gateway_directory TO gateway_login;
GRANT gateway_app, gateway_identity, gateway_directory TO gateway_owner;
-- Functions that answer one narrow question across tenants carry their viewer with them; only a holder of this may say so.
GRANT SET ON PARAMETER "app.role" TO gateway_owner;
CREATE DATABASE gateway OWNER gateway_owner;
