/** What the database holds. */
import { attackOn, type Wall } from "./wall.js";

const RIGHTS = "migrations/0002_who-may-see-what.sql";
const DATABASE = attackOn("database");

export const DATABASE_WALLS: readonly Wall[] = [
  {
    name: "the word of the product is a role",
    file: RIGHTS,
    from: "AND NOT pg_has_role(current_user, 'gateway_worker', 'USAGE')",
    to: "AND false",
    attack: [DATABASE, "can do what is written down"],
  },
  {
    name: "nobody makes temporary objects",
    file: RIGHTS,
    from: "format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC'",
    to: "format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC'",
    attack: [DATABASE, "can do what is written down"],
  },
  {
    name: "removal finds no younger row",
    file: RIGHTS,
    from: "CREATE POLICY idempotency_sweep ON idempotency FOR DELETE TO gateway_retention USING (expires_at < clock_now());",
    to: "CREATE POLICY idempotency_sweep ON idempotency FOR DELETE TO gateway_retention USING (true);",
    attack: [DATABASE, "can do what is written down"],
  },
  {
    name: "the login of requests takes on no power",
    file: "deploy/roles.sql",
    from: "GRANT gateway_app, gateway_identity, gateway_directory TO gateway_login;",
    to: "GRANT gateway_app, gateway_identity, gateway_directory, gateway_worker TO gateway_login;",
    attack: [DATABASE, "not within reach of the login of requests|can do what"],
  },
  {
    name: "the owner of the tables makes no roles",
    file: "deploy/roles.sql",
    from: "NOBYPASSRLS NOCREATEROLE NOCREATEDB",
    to: "NOBYPASSRLS CREATEROLE NOCREATEDB",
    attack: [DATABASE, "makes no roles"],
  },
  {
    name: "what is not granted is nobody's",
    file: RIGHTS,
    from: "GRANT SELECT, INSERT, UPDATE ON provider TO gateway_app;",
    to: "GRANT SELECT, INSERT, UPDATE, DELETE ON provider TO gateway_app;",
    attack: [DATABASE, "every table that something may be removed from"],
  },
];
