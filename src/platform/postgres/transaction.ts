/**
 * One unit of work as one viewer. The viewer is set with the BEGIN, which travels with the first statement, and for this
 * transaction only; row-level security reads it. What can be repeated without anyone noticing is repeated; what cannot be known is said to be unknown.
 */
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PoolClient, QueryConfig } from "pg";
import { setTimeout as pause } from "node:timers/promises";
import { invariant } from "../../kernel/invariant.js";
import { spend } from "./connections/budget.js";
import { RETENTION_ROLE, WORKER_ROLE, type Database, type Rights } from "./database.js";
import { classify, Overloaded, sqlState, Unavailable, UnknownOutcome } from "./database-errors.js";
import type { RowsOf, Sent, Statement } from "./exchange.js";
import { Session } from "./connections/session.js";
import { spanned } from "../traces.js";
import type { Viewer } from "../viewer.js";

export type Tx = {
  /** Query builder on this transaction's connection; its own `transaction` is not to be used. */
  readonly db: NodePgDatabase;
  /** Rows of one statement; prepared once per connection when it has a name. */
  readonly query: <R extends object>(statement: Statement<R>) => Promise<R[]>;
  /** Several statements in one round trip, one after the other, each with a snapshot of its own; the rows of each. */
  readonly all: <S extends readonly Statement[]>(statements: readonly [...S]) => Promise<RowsOf<S>>;
  /** The last statement of the work, sent together with the commit: what it must have done it has to check itself. */
  readonly finish: <R extends object>(statement: Statement<R>) => Promise<R[]>;
};

export type TransactionOptions = {
  /** Times the work is run again after a serialization failure, a deadlock or a dead pooled connection: 3. */
  readonly retries?: number;
  readonly readOnly?: boolean;
  /** False for what may be lost with the server: the commit waits for no disk and no standby. */
  readonly durable?: false;
  readonly isolation?: "READ COMMITTED" | "REPEATABLE READ" | "SERIALIZABLE";
  readonly signal?: AbortSignal | undefined;
  readonly traceId?: string | undefined;
  /** On whose connections; left out, those that the viewer needs. An act that goes on as the product says WORKER. */
  readonly rights?: Rights | undefined;
  /** Instead of the database's role; null keeps the login role. */
  readonly role?: string | null;
};

/** Thrown by an attempt that left nothing behind and may be made again. */
class Again extends Error {
  constructor(override readonly cause: unknown) {
    super("again", { cause });
  }
}

/** What a pool holds. */
const DEAD_CONNECTIONS = 10;
/** The pause between two attempts is doubled so often at most. */
const LONGEST_PAUSE = 4;

export async function transaction<T>(
  database: Database,
  viewer: Viewer,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const retries = options.retries ?? 3;
  const opening = openingOf(database, viewer, options);
  for (let attempt = 0; ; attempt += 1) {
    options.signal?.throwIfAborted();
    try {
      return await spanned("transaction", { name: options.rights ?? rightsOf(viewer), attributes: { role: viewer.role } }, () =>
        attemptOnce(database, viewer, opening, work, options),
      );
    } catch (error) {
      if (!(error instanceof Again)) throw error;
      // when a server goes, every idle connection is dead: as many may be handed out one after the other
      const most = error.cause instanceof Unavailable && retries > 0 ? Math.max(retries, DEAD_CONNECTIONS) : retries;
      if (attempt >= most) throw error.cause;
      // spread out, or those who collided collide again
      await pause(Math.random() * 15 * 2 ** Math.min(attempt, LONGEST_PAUSE));
    }
  }
}

async function attemptOnce<T>(
  database: Database,
  viewer: Viewer,
  opening: readonly Sent[],
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  spend("transactions");
  const rights = options.rights ?? rightsOf(viewer);
  const leave = await database.places[rights].enter(callerOf(viewer));
  const client = await database.pools[rights].connect().catch((cause: unknown) => {
    leave();
    throw new Unavailable(cause);
  });
  const connectedAt = performance.now();
  const session = new Session(client, database, opening, options.signal);
  try {
    const result = await work(txOn(session));
    if (!session.ended) await commit(session);
    return result;
  } catch (error) {
    await rollBack(session);
    // what was only read has no outcome that somebody could be left without
    throw meaning(options.readOnly && error instanceof UnknownOutcome ? new Unavailable(error.cause) : error, session, options);
  } finally {
    session.release();
    leave(performance.now() - connectedAt);
  }
}

/** A clinic's systems and staff together, a person alone; null is the product. */
function callerOf({ role, subject, providerId }: Viewer): string | null {
  return role === "WORKER" ? null : (providerId ?? subject);
}

/**
 * Three answers count as "unknown": none at all, one that is not the server's own verdict, and a commit whose wait for the
 * standby was cut short, which PostgreSQL reports as success with a warning. A statement that failed before the commit was
 * reached is no commit: the server does none of what follows it.
 */
async function commit(session: Session, last: readonly Sent[] = []): Promise<unknown[]> {
  const warnings: unknown[] = [];
  const onNotice = (notice: unknown): void => {
    if (["01000", "57P01"].includes(sqlState(notice) ?? "")) warnings.push(notice);
  };
  session.client.on("notice", onNotice);
  try {
    const failure = session.failure;
    const answers = await session.commit(last).catch((error: unknown) => {
      if (!session.ended || isVerdict(error) || (sqlState(error) !== null && !session.broken && !session.reachedCommit)) throw error;
      session.broken ??= error instanceof Error ? error : new Error("commit not confirmed");
      throw new UnknownOutcome(error);
    });
    const command = answers.at(-1)?.command ?? "COMMIT";
    if (command !== "COMMIT") throw failure ?? new Error(`commit was answered with ${command}`);
    if (warnings.length > 0) throw new UnknownOutcome(warnings[0]);
    return answers[0]?.rows ?? [];
  } finally {
    session.client.removeListener("notice", onNotice);
  }
}

/** A deferred constraint, a serialization failure or a time limit found at COMMIT: certainly rolled back. */
function isVerdict(error: unknown): boolean {
  const state = sqlState(error) ?? "";
  if (state === "40003") return false;
  return /^(22|23|25|40|42|44|55|P0)/.test(state) || state === "57014";
}

async function rollBack(session: Session): Promise<void> {
  // on a lost connection the server rolls back by itself
  if (session.broken) return;
  await session.rollBack().catch((error: unknown) => {
    session.broken ??= error instanceof Error ? error : new Error("rollback failed");
  });
}

function meaning(error: unknown, session: Session, { readOnly = false }: TransactionOptions): unknown {
  if (error instanceof Again || error instanceof UnknownOutcome || error instanceof Unavailable) return error;
  // the work's own errors, be they refusals or somebody else's timeouts, pass through untouched
  if (session.failure === null) return error;
  const { kind } = classify(error);
  if (kind === "RETRY") return new Again(error);
  const silent = kind === "TIMEOUT" && sqlState(error) === null;
  // a server that was the primary, or is not yet: nothing was written, and somewhere else it can be
  if (sqlState(error) === "25006" && !readOnly) {
    session.broken ??= new Error("the server takes no writes");
    return new Again(new Unavailable(error));
  }
  // the pool may hand out a connection whose server process died a moment ago; nothing was done on it yet
  if (session.broken && session.trips === 1 && !silent) return new Again(new Unavailable(error));
  if (kind === "UNAVAILABLE" || silent) return new Unavailable(error);
  // a limit of time: the caller may ask again, or for less
  return kind === "TIMEOUT" ? new Overloaded(error) : error;
}

function txOn(session: Session): Tx {
  const one = async (statement: Sent) => (await session.run([statement]))[0];
  // The builder needs one method of a client. Going through the session keeps its statements counted, in order and inside the transaction.
  const client = {
    query: (config: QueryConfig, values?: unknown[]) => one(values ? { ...config, values } : config),
  } as unknown as PoolClient;
  let builder: NodePgDatabase | undefined;
  return {
    // made for those who ask: most work names its statements itself
    get db() {
      return (builder ??= drizzle(client));
    },
    query: async <R extends object>(statement: Statement<R>) => ((await one(statement))?.rows ?? []) as R[],
    all: async <S extends readonly Statement[]>(statements: readonly [...S]) =>
      (await session.run(statements)).map(({ rows }) => rows) as RowsOf<S>,
    finish: async <R extends object>(statement: Statement<R>) => (await commit(session, [statement])) as R[],
  };
}

/** `role` as a setting is SET ROLE, and takes a parameter as that does not. */
const VIEWER_SETTINGS = ["app.role", "app.subject", "app.member_ids", "app.provider_id", "app.purpose", "app.trace_id"];
const openings = new Map<string, string>();

/** The text that sets these, by the name of the statement. */
function settingsText(name: string, settings: readonly string[]): string {
  const known = openings.get(name);
  if (known !== undefined) return known;
  const text = `select ${settings.map((each, i) => `set_config('${each}', $${i + 1}, true)`).join(", ")}`;
  openings.set(name, text);
  return text;
}

function rightsOf({ role, purpose }: Viewer): Rights {
  if (role !== "WORKER") return "REQUESTS";
  return purpose === "RETENTION" ? "RETENTION" : "WORKER";
}

const ROLES: Readonly<Record<Rights, string | null>> = { REQUESTS: null, IDENTITY: null, WORKER: WORKER_ROLE, RETENTION: RETENTION_ROLE };

/** To say that one is the product is not enough: the database asks for the role, and the login must have it. */
function roleOf({ role }: Database, viewer: Viewer): string | null {
  return role === null ? null : (ROLES[rightsOf(viewer)] ?? role);
}

function openingOf(database: Database, viewer: Viewer, options: TransactionOptions): Sent[] {
  const role = options.role === undefined ? roleOf(database, viewer) : options.role;
  const begin = [
    "begin",
    options.isolation ? `isolation level ${options.isolation.toLowerCase()}` : "",
    options.readOnly ? "read only" : "",
  ]
    .filter(Boolean)
    .join(" ");
  const values = [
    viewer.role,
    viewer.subject,
    `{${viewer.memberIds.map(plain).join(",")}}`,
    viewer.providerId ?? "",
    viewer.purpose ?? "",
    options.traceId ?? "",
  ];
  // before the role is taken on, as a session has them before
  const more = { ...database.perTransaction, ...(options.durable === false ? { synchronous_commit: "off" } : {}) };
  const as = role === null ? {} : { role };
  const kinds = [database.perTransaction && "in-time", options.durable === false && "not-lasting", role !== null && "and-role"];
  const name = ["as-viewer", ...kinds.filter(Boolean)].join("-");
  const text = settingsText(name, [...VIEWER_SETTINGS, ...Object.keys(more), ...Object.keys(as)]);
  return [
    { name: begin.replaceAll(" ", "-"), text: begin },
    { name, text, values: [...values, ...Object.values(more), ...Object.values(as)] },
  ];
}

/** An id inside an array literal: nothing that could end it and begin another. */
function plain(id: string): string {
  invariant(/^[0-9A-Za-z-]+$/.test(id), "a member id is letters, digits and hyphens");
  return id;
}
