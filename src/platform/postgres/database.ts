/**
 * The pool of connections on the request path (docs/decisions/0001-drivers.md). Every wait has an end: for a connection,
 * for a statement, for a lock, for a session that went quiet inside a transaction, and for a server that stopped answering.
 */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { Clock } from "../clock.js";
import { poolOf } from "./connections/hosts.js";
import { Places } from "./connections/places.js";
import { followReplica, type Replica } from "./connections/replica.js";

/** The role that row-level security is written for; created by migration 0002. */
export const APP_ROLE = "gateway_app";
/** Jobs, and acts that reach beyond what their caller may see; created by migration 0011. */
export const WORKER_ROLE = "gateway_worker";
/** Removes what is old enough; created by migration 0011. */
export const RETENTION_ROLE = "gateway_retention";
/** Reads what `verify` asks about, all of it, and changes nothing; created by migration 0002. */
export const VERIFY_ROLE = "gateway_verify";
/** Sees the public directory with its rates and nobody's personal data; created by migration 0002. */
const DIRECTORY_ROLE = "gateway_directory";
/** Its statements take a millisecond: more at once than the server has processors only makes it switch between them. */
const DIRECTORY_CONNECTIONS = 4;
const RETENTION_CONNECTIONS = 2;
const IDENTITY_CONNECTIONS = 4;
/** Of this process: a session that has it was begun as it was asked for, and is nobody else's (connections/pooler.ts). */
export const SESSION_MARK = randomBytes(8).toString("hex");
const SEARCH_PATH = "public,pg_temp";
const SESSION = `-c search_path=${SEARCH_PATH} -c gateway.session=${SESSION_MARK}`;

/**
 * What a login may become, each with connections of its own: requests wait for no job, and a hole in the path of requests
 * leads to nobody's powers but theirs. IDENTITY is the login of requests once more: who is asking is a reading of a millisecond, and a search goes
 * on while every place of REQUESTS waits for a commit that no standby confirms.
 */
export type Rights = "REQUESTS" | "IDENTITY" | "WORKER" | "RETENTION";
/**
 * The addresses of the logins; one that is left out is the first. `directUrl`, where the others lead through a pooler that gives a server
 * connection for one transaction at a time: the first login's way past it; null or left out, all of them lead to the server.
 */
export type Logins = {
  readonly url: string;
  readonly workerUrl?: string;
  readonly retentionUrl?: string;
  readonly directUrl?: string | null;
};

/**
 * Called once per round trip, with the text of the statements and never their values, and the name of the last that is the work's own; what it
 * answers is called at the end of the trip.
 */
export type StatementListener = (text: string, name: string) => (() => void) | void;

export type DatabaseOptions = {
  readonly max?: number;
  readonly onStatement?: StatementListener;
  /** Role that transactions take on; null keeps the login role (tests of tables without policies). */
  readonly role?: string | null;
  readonly connectMs?: number;
  readonly statementMs?: number;
  readonly lockMs?: number;
  readonly idleInTransactionMs?: number;
  readonly applicationName?: string;
  /** Login that may take on the role of jobs; left out, the first login does it all. */
  readonly workerUrl?: string | undefined;
  /** Login that may take on the role that removes. */
  readonly retentionUrl?: string | undefined;
  /** The first login's way past a pooler. */
  readonly directUrl?: string | null;
  /** Address of a streaming replica that the directory is read from while it keeps up. */
  readonly directoryUrl?: string | null;
  /** Whether a host that takes no writes will do for a reading while none of several does: for what a start has to know. */
  readonly orStandby?: boolean;
};

export type Database = {
  readonly pool: pg.Pool;
  /** Connections by what is done on them; those for requests are `pool`. */
  readonly pools: Readonly<Record<Rights, pg.Pool>>;
  readonly logins: Required<Logins>;
  /** Connections for reading the directory only (platform/directory.ts). */
  readonly directory: pg.Pool;
  /** The same on a replica, for whoever may be told what was so two seconds ago. */
  readonly replica: Replica | null;
  readonly url: string;
  readonly role: string | null;
  /**
   * Behind a pooler: what a transaction says of itself because no session keeps it, by the names of the settings; null where sessions keep it.
   * Statements have no names there either, because the next one may find another server process.
   */
  readonly perTransaction: Readonly<Record<string, string>> | null;
  /** What this process takes for now. */
  readonly clock: Clock;
  /** Who gets a connection of each kind. */
  readonly places: Readonly<Record<Rights | "DIRECTORY", Places>>;
  /** Round trips so far; tests assert how many an operation costs. */
  statements: number;
  readonly onStatement: StatementListener;
  readonly close: () => Promise<void>;
};

// A Date travels as UTC, whatever the zone of the machine.
pg.defaults.parseInputDatesAsUTC = true;

const BIGINT = 20;
const BIGINT_LIST = 1016;
const DATE = 1082;
const TIMESTAMP = 1114;
const TEXT_LIST: number = 1009;
/** Lists of date, timestamp: as text, like their elements. */
const LISTS_AS_TEXT = [1182, 1115];

type Parse = (value: string) => unknown;
const parsers = new Map<number, Parse>([
  [BIGINT, BigInt],
  [BIGINT_LIST, (v) => textList(v).map((n) => (n === null ? null : BigInt(n)))],
  // a calendar day has no time zone; a Date would give it one
  [DATE, (v) => v],
  [TIMESTAMP, (v) => v],
  ...LISTS_AS_TEXT.map((oid): [number, Parse] => [oid, textList]),
]);

function textList(value: string): (string | null)[] {
  return pg.types.getTypeParser(TEXT_LIST, "text")(value);
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers.get(oid)) || pg.types.getTypeParser(oid, format === "binary" ? "binary" : "text"),
};

export function connectDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { statementMs = 3_000, lockMs = 1_500, idleInTransactionMs = 5_000, directUrl = null } = options;
  const limits = {
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
  };
  const common = {
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectMs ?? 1_500,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: options.applicationName ?? "provider-network-gateway",
    // the server's own limit comes first; this one is for a server that no longer answers at all
    query_timeout: statementMs + 1_000,
    types,
  };
  // a login may give itself other defaults; what a session is opened with comes before them
  const direct = { ...common, ...limits, options: SESSION };
  const settings = directUrl === null ? direct : common;
  const { workerUrl = url, retentionUrl = url, orStandby = false } = options;
  const pool = poolOf(url, settings, orStandby);
  const identity = poolOf(url, { ...settings, max: Math.min(settings.max, IDENTITY_CONNECTIONS) }, true);
  // opened when somebody asks: a gateway without jobs holds none
  const worker = poolOf(workerUrl, settings, orStandby);
  const retention = poolOf(retentionUrl, { ...settings, max: Math.min(settings.max, RETENTION_CONNECTIONS) }, orStandby);
  // the search has few shapes and many values: planning each anew costs more than it wins
  const reading = {
    ...direct,
    max: Math.min(direct.max, DIRECTORY_CONNECTIONS),
    options: `${SESSION} -c role=${DIRECTORY_ROLE} -c default_transaction_read_only=on -c plan_cache_mode=force_generic_plan`,
  };
  // everyone may know what it holds, and while no server takes writes what a standby knows is the newest there is
  const directory = poolOf(directUrl ?? url, reading, true);
  const copy = options.directoryUrl ? poolOf(options.directoryUrl, reading) : null;
  // A connection may break at any time, idle or in use. Whoever uses it meets the error at its next statement;
  // without a listener the same event would end the process.
  const met = (): void => {};
  for (const each of [pool, identity, worker, retention, directory, ...(copy ? [copy] : [])]) {
    each.on("error", met);
    each.on("connect", (client) => client.on("error", met));
  }

  const replica = copy && followReplica(pool, copy);
  let closing: Promise<void> | undefined;
  return {
    pool,
    pools: { REQUESTS: pool, IDENTITY: identity, WORKER: worker, RETENTION: retention },
    logins: { url, workerUrl, retentionUrl, directUrl },
    directory,
    replica,
    url,
    role: options.role === undefined ? APP_ROLE : options.role,
    perTransaction: directUrl === null ? null : { ...textsOf(limits), search_path: SEARCH_PATH },
    clock: new Clock(),
    places: {
      REQUESTS: new Places(pool, settings.max),
      IDENTITY: new Places(identity, Math.min(settings.max, IDENTITY_CONNECTIONS)),
      WORKER: new Places(worker, settings.max),
      RETENTION: new Places(retention, RETENTION_CONNECTIONS),
      DIRECTORY: new Places(directory, Math.min(settings.max, DIRECTORY_CONNECTIONS)),
    },
    statements: 0,
    onStatement: options.onStatement ?? (() => {}),
    close: () => (closing ??= closeAll([pool, identity, worker, retention, directory], replica)),
  };
}

function textsOf(settings: Readonly<Record<string, number>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
}

async function closeAll(pools: readonly pg.Pool[], replica: Replica | null): Promise<void> {
  // it asks the primary where it stands
  await replica?.close();
  await Promise.all(pools.map((pool) => pool.end()));
}
