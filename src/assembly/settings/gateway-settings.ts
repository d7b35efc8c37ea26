/** The settings of the gateway itself: what they are called, what they may be, what they are otherwise. */
import { HABIT_SETTINGS } from "../../features/promise/plan/habit-settings.js";
import { isHostPattern } from "../../platform/outside/fetch-outside.js";
import { parseKeys } from "../../platform/people/personal-data.js";
import { addressesOf, isAddress, wantedOf } from "../../platform/postgres/connections/hosts.js";
import { anyText, flag, host, kind, list, oneOf, optional, setting, whole } from "../../platform/settings/setting.js";
import { ROLES, type Role } from "../../platform/viewer.js";
import { origin, webAddress } from "./web-address.js";

const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const DEVELOPMENT_ISSUER = "urn:provider-network-gateway:development";

/** Whose tokens must be bound to a key where it counts. */
export const MACHINE_ROLES: readonly Role[] = ["CLINIC_SYSTEM", "INTEGRATION", "BANK_CHANNEL"];
const SEED_MODES = ["network", "reference", "none"] as const;
export type SeedMode = (typeof SEED_MODES)[number];

/** One server, or several of which one takes writes. */
const database = kind("must be a postgres:// address; one that names several hosts says target_session_attrs=read-write", (text) =>
  isAddress(text) && (addressesOf(text).length === 1 || wantedOf(text) === "read-write") ? text : undefined,
);
/** One at whose place in the log can be looked. */
const oneDatabase = kind("must be a postgres:// address of one host", (text) =>
  isAddress(text) && addressesOf(text).length === 1 ? text : undefined,
);
const keys = kind("must be keys of 32 bytes in base64, each with an id of its own before a colon, separated by commas", (text) =>
  parseKeys(text).fault === null ? text : undefined,
);
const roles = kind("is none, or a list of roles separated by commas", (text): readonly Role[] | undefined => {
  const listed = text === "none" ? [] : text.split(",").map((part) => part.trim());
  const found = listed.flatMap((each) => ROLES.filter((role) => role === each));
  return found.length === listed.length ? found : undefined;
});
const hosts = list("is a list of host names like calendar.example or *.calendar.example", (part) =>
  isHostPattern(part.toLowerCase()) ? part.toLowerCase() : undefined,
);
const SECRET = { secret: true } as const;
const OWN_LOGIN = { ...SECRET, otherwiseSays: "`DATABASE_URL`; the embedded database has its own" } as const;
const GENERATED = { ...SECRET, otherwiseSays: "generated in `DATA_DIR` outside production" } as const;

export const GATEWAY_SETTINGS = {
  // "Production" or "prod" would be a gateway without its protection
  NODE_ENV: optional(
    "`production` changes the defaults named here and forbids what is unsafe",
    kind("must be exactly one of production, development, test, or left out", (text) =>
      ["production", "development", "test"].find((known) => known === text),
    ),
  ),
  PORT: setting("where to listen; `0` takes a free port and prints it", whole(0, 65_535), "4000"),
  HOST: setting("the address to listen on", host, "127.0.0.1"),
  DATABASE_URL: optional(
    "an existing PostgreSQL 15 to 18; several hosts as `postgres://login@one:5432,two:5432/gateway?target_session_attrs=read-write`",
    database,
    { ...SECRET, otherwiseSays: "the embedded PostgreSQL in `DATA_DIR`" },
  ),
  POOLER: setting(
    "`transaction`: the addresses lead through PgBouncer in transaction mode ([a pooler in between](../../deploy/README.md#a-pooler-in-between))",
    oneOf("none", "transaction"),
    "none",
  ),
  DIRECT_DATABASE_URL: optional(
    "the login of `DATABASE_URL`, past the pooler: for listening, and for searches; needed behind a pooler",
    database,
    SECRET,
  ),
  DIRECTORY_DATABASE_URL: optional(
    "a streaming replica that searches and the directory are read from while it is at most two seconds behind the primary",
    oneDatabase,
    SECRET,
  ),
  JOBS_DATABASE_URL: optional(
    "login of the background work and of what the product does in somebody's act; production does not start without",
    database,
    OWN_LOGIN,
  ),
  RETENTION_DATABASE_URL: optional("login that removes what is old enough; production does not start without", database, OWN_LOGIN),
  VERIFY_DATABASE_URL: optional(
    "login through which `verify` and `replay` see every row of what they ask about, and change nothing",
    database,
    OWN_LOGIN,
  ),
  MIGRATE_DATABASE_URL: optional("login that owns the tables, where requests use a lesser one", database, {
    ...SECRET,
    otherwiseSays: "`DATABASE_URL`",
  }),
  MIGRATE: optional(
    "whether a start applies migrations and loads what `SEED` says; `off`: `npm run migrate` has, or the start is refused",
    oneOf("on", "off"),
    { otherwiseSays: "`on` for the embedded database, else `off`" },
  ),
  ERASURE_JOURNAL: optional(
    "file that erasures are written to, outside the database and its backups; without it nobody is erased",
    anyText,
    {
      otherwiseSays: "`erasures.ndjson` in `DATA_DIR`, in production none",
    },
  ),
  DATA_DIR: setting("embedded database, development keys, development issuer", anyText, ".data"),
  JWKS_FILE: optional("public keys of the token issuer, in a file that may be replaced while running; or `JWKS_URL`", anyText, {
    otherwiseSays: "a local issuer outside production",
  }),
  JWKS_URL: optional("the same, fetched", webAddress),
  ISSUER: setting("what tokens must say in `iss`", anyText, DEVELOPMENT_ISSUER),
  AUDIENCE: setting("what tokens must say in `aud`", anyText, "provider-network-gateway"),
  TOKEN_LIFETIME_PERSONS: setting("seconds from `iat` to `exp` that a person's token may have at most", whole(60, 86_400), "3600"),
  TOKEN_LIFETIME_MACHINES: setting("the same of a system's token", whole(60, 86_400), "43200"),
  BOUND_TOKENS: setting(
    "roles whose tokens must be bound to a key of the caller (DPoP); in production these three at least",
    roles,
    "none",
    MACHINE_ROLES.join(","),
  ),
  PUBLIC_URL: optional("origin that callers use, which proofs of possession are about", origin, {
    otherwiseSays: "the host that the caller says",
  }),
  CPR_KEY: optional(
    "`id:base64` of 32 bytes, several separated by commas; the first seals civil registration numbers, all read them",
    keys,
    GENERATED,
  ),
  CPR_INDEX_KEY: optional("the same, for finding them", keys, GENERATED),
  SEED: setting(
    "what a start that migrates loads: the fictional network, reference data alone, or `none`",
    oneOf(...SEED_MODES),
    "network",
    "reference",
  ),
  AUTOMATIC_APPROVAL: setting(
    "whether online reports that meet the criteria are approved without a person (CLM-AUTO-APPROVE)",
    flag,
    "true",
  ),
  RUN_JOBS: setting("whether this process does background work", flag, "true"),
  PROMISE_REFRESH_SECONDS: setting(
    "how often the plan that bookings are checked against is read anew; `0` books without it",
    whole(0, 600),
    "10",
  ),
  ...HABIT_SETTINGS,
  POOL_SIZE: setting("connections to the database that requests have, and as many that jobs have", whole(1, 200), "10"),
  DRAIN_SECONDS: setting(
    "seconds from `SIGTERM` during which `/ready` says that it is going and requests are still answered",
    whole(0, 60),
    "0",
    "3",
  ),
  METRICS_PORT: optional("where `GET /metrics` answers Prometheus ([observing](observing.md)); without it nowhere", whole(0, 65_535)),
  METRICS_HOST: setting("the address of it", host, "127.0.0.1"),
  TRUSTED_DOCUMENTS_ONLY: setting(
    "run only the documents in `schema/operations` and of manifests that stand (`npm run manifest`)",
    flag,
    "false",
    "true",
  ),
  DESK: setting("whether the pages for people are served at `/`; in production with `SIGN_IN_ISSUER` only", flag, "true", "false"),
  INTROSPECTION: setting("whether the schema can be read over the API", flag, "true", "false"),
  COMPILED: setting("compile documents to functions; off runs them through graphql-js with the same answers", flag, "true"),
  SMALL_COUNTS: setting("counts of promises from 1 up to this are not told to who sees figures and no persons", whole(1, 100), "1", "5"),
  CALENDAR_HOSTS: optional(
    "hosts that clinics' calendars and publications are fetched from, separated by commas, `*.name` for all under one; none: nothing is fetched",
    hosts,
  ),
  WEBHOOKS: setting("whether webhooks are registered and sent", oneOf("on", "off"), "on", "off"),
  ORIGINS: optional(
    "web origins that may call from a browser, separated by commas; in production https only",
    list("is a list of origins like https://app.example, separated by commas", (part) =>
      URL.canParse(part) && new URL(part).origin === part ? part : undefined,
    ),
  ),
  RATE_LIMITS: setting("whether callers are held to their share; production does not start without", flag, "true"),
  TRUSTED_PROXIES: setting("balancers in front that write `x-forwarded-for`; `0` takes the address of the connection", whole(0, 5), "0"),
  LOG_LEVEL: setting("how much is told, in lines of JSON on standard error", oneOf(...LOG_LEVELS), "warn", "info"),
  SQL_LOG: setting(
    "print every round trip to the database on standard error: its milliseconds and its statements, never their values",
    flag,
    "false",
  ),
};
