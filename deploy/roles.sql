-- Once per PostgreSQL server, by its administrator, before the first start:
--   psql -v owner_password=... -v login_password=... -v jobs_password=... -v removal_password=... \
--     -v verifier_password=... -f deploy/roles.sql
-- gateway_owner owns the tables and runs migrations (MIGRATE_DATABASE_URL). It makes no roles and no databases.
-- Four logins own nothing, bypass nothing and inherit nothing; what each may become stands beside it, and the database
-- refuses everything else:
--   gateway_login (DATABASE_URL) serves requests,
--   gateway_jobs (JOBS_DATABASE_URL) does the background work, and what the product does in somebody's act,
--   gateway_removal (RETENTION_DATABASE_URL) removes what is old enough, and people who are erased,
--   gateway_verifier (VERIFY_DATABASE_URL) asks whether what must be true is true: it reads, and changes nothing.
-- No login can take all connections of a server: three gateways with POOL_SIZE=10 need 72 of gateway_login, 51 of gateway_jobs
-- and 9 of gateway_removal, on a server with max_connections of 170 or more.
CREATE ROLE gateway_owner LOGIN PASSWORD :'owner_password' NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB CONNECTION LIMIT 8;
CREATE ROLE gateway_login LOGIN PASSWORD :'login_password' NOSUPERUSER NOBYPASSRLS NOINHERIT CONNECTION LIMIT 80;
CREATE ROLE gateway_jobs LOGIN PASSWORD :'jobs_password' NOSUPERUSER NOBYPASSRLS NOINHERIT CONNECTION LIMIT 55;
CREATE ROLE gateway_removal LOGIN PASSWORD :'removal_password' NOSUPERUSER NOBYPASSRLS NOINHERIT CONNECTION LIMIT 12;
CREATE ROLE gateway_verifier LOGIN PASSWORD :'verifier_password' NOSUPERUSER NOBYPASSRLS NOINHERIT CONNECTION LIMIT 4;
CREATE ROLE gateway_app NOLOGIN NOBYPASSRLS;
CREATE ROLE gateway_identity NOLOGIN NOBYPASSRLS;
CREATE ROLE gateway_directory NOLOGIN NOBYPASSRLS;
CREATE ROLE gateway_worker NOLOGIN NOBYPASSRLS;
CREATE ROLE gateway_retention NOLOGIN NOBYPASSRLS;
CREATE ROLE gateway_keys NOLOGIN NOBYPASSRLS;
CREATE ROLE gateway_verify NOLOGIN NOBYPASSRLS;
GRANT gateway_app TO gateway_worker;
GRANT gateway_worker TO gateway_retention;
GRANT gateway_identity, gateway_worker TO gateway_keys;
GRANT gateway_app, gateway_identity, gateway_directory TO gateway_login;
-- when the sessions of other logins began: the access log is sealed only behind the oldest
GRANT gateway_worker, gateway_keys, gateway_directory, pg_read_all_stats TO gateway_jobs;
GRANT gateway_retention, gateway_keys TO gateway_removal;
GRANT gateway_verify TO gateway_verifier;
GRANT gateway_app, gateway_identity, gateway_directory, gateway_worker, gateway_retention, gateway_keys,
  gateway_verify TO gateway_owner;
-- Functions that answer one narrow question across tenants carry their viewer with them; only a holder of this may say so.
GRANT SET ON PARAMETER "app.role" TO gateway_owner;
CREATE DATABASE gateway OWNER gateway_owner;
REVOKE CONNECT, TEMPORARY ON DATABASE gateway FROM PUBLIC;
GRANT CONNECT ON DATABASE gateway TO gateway_login, gateway_jobs, gateway_removal, gateway_verifier;
