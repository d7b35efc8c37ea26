/**
 * One unit of work as one viewer. The viewer is set with the BEGIN, in one round trip, and for this transaction only; row-level
 * security reads it. What can be repeated without anyone noticing is repeated; what cannot be known is said to be unknown.
 */
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { escapeIdentifier, escapeLiteral, type PoolClient, type QueryConfig, type QueryResultRow } from "pg";
import { setTimeout as pause } from "node:timers/promises";
import { invariant } from "../kernel/invariant.js";
import type { Database } from "./database.js";
import { classify, sqlState, Unavailable, UnknownOutcome } from "./database-errors.js";
import { Session } from "./session.js";
import type { Viewer } from "./viewer.js";

export type Tx = {
  /** Query builder on this transaction's connection; its own `transaction` is not to be used. */
  readonly db: NodePgDatabase;
  /** Rows of one statement; prepared once per connection when it has a name. */
  readonly query: <R extends QueryResultRow = QueryResultRow>(text: string, values?: readonly unknown[], name?: string) => Promise<R[]>;
};

export type TransactionOptions = {
  /** Times the work is run again after a serialization failure, a deadlock or a dead pooled connection: 3. */
  readonly retries?: number;
  readonly readOnly?: boolean;
  readonly isolation?: "READ COMMITTED" | "REPEATABLE READ" | "SERIALIZABLE";
  readonly signal?: AbortSignal | undefined;
  readonly traceId?: string | undefined;
  /** Instead of the database's role; null keeps the login role. */
  readonly role?: string | null;
};

/** Thrown by an attempt that left nothing behind and may be made again. */
class Again extends Error {
  constructor(override readonly cause: unknown) {
    super("again", { cause });
  }
}

export async function transaction<T>(
  database: Database,
  viewer: Viewer,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const retries = options.retries ?? 3;
  const opening = openingText(database, viewer, options);
  for (let attempt = 0; ; attempt += 1) {
    options.signal?.throwIfAborted();
    try {
      return await attemptOnce(database, opening, work, options);
    } catch (error) {
      if (!(error instanceof Again)) throw error;
      if (attempt >= retries) throw error.cause;
      // spread out, or those who collided collide again
      await pause(Math.random() * 15 * 2 ** attempt);
    }
  }
}

async function attemptOnce<T>(database: Database, opening: string, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
  const client = await database.pool.connect().catch((cause: unknown) => {
    throw new Unavailable(cause);
  });
  const session = new Session(client, database, options.signal);
  try {
    await open(session, opening);
    const result = await work(txOn(session));
    options.signal?.throwIfAborted();
    await commit(session).catch((error: unknown) => {
      // what was only read has no outcome that somebody could be left without
      throw options.readOnly && error instanceof UnknownOutcome ? new Unavailable(error.cause) : error;
    });
    return result;
  } catch (error) {
    await rollBack(session);
    throw meaning(error, session);
  } finally {
    session.release();
  }
}

async function open(session: Session, opening: string): Promise<void> {
  try {
    await session.control(opening, false);
  } catch (error) {
    // the pool may hand out a connection whose server process died a moment ago; nothing was done on it yet
    throw session.broken ? new Again(new Unavailable(error)) : error;
  }
}

/**
 * Three answers count as "unknown": none at all, one that is not the server's own verdict, and a commit whose wait for the
 * standby was cut short, which PostgreSQL reports as success with a warning.
 */
async function commit(session: Session): Promise<void> {
  const warnings: unknown[] = [];
  const onNotice = (notice: unknown): void => {
    if (["01000", "57P01"].includes(sqlState(notice) ?? "")) warnings.push(notice);
  };
  session.client.on("notice", onNotice);
  try {
    const failure = session.failure;
    const { command } = await session.control("commit", true).catch((error: unknown) => {
      if (isVerdict(error)) throw error;
      session.broken ??= error instanceof Error ? error : new Error("commit not confirmed");
      throw new UnknownOutcome(error);
    });
    if (command !== "COMMIT") throw failure ?? new Error(`commit was answered with ${command}`);
    if (warnings.length > 0) throw new UnknownOutcome(warnings[0]);
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
  // on a lost connection the server rolls back by itself; after a commit there is nothing left to roll back
  if (session.broken || session.ended) return;
  await session.control("rollback", true).catch((error: unknown) => {
    session.broken ??= error instanceof Error ? error : new Error("rollback failed");
  });
}

function meaning(error: unknown, session: Session): unknown {
  if (error instanceof Again || error instanceof UnknownOutcome || error instanceof Unavailable) return error;
  // the work's own errors, be they refusals or somebody else's timeouts, pass through untouched
  if (session.failure === null) return error;
  const { kind } = classify(error);
  if (kind === "RETRY") return new Again(error);
  const silent = kind === "TIMEOUT" && sqlState(error) === null;
  return kind === "UNAVAILABLE" || silent ? new Unavailable(error) : error;
}

function txOn(session: Session): Tx {
  // The builder needs one method of a client. Going through the session keeps its statements counted, in order and inside the transaction.
  const client = {
    query: (config: QueryConfig, values?: unknown[]) => session.run(values ? { ...config, values } : config),
  } as unknown as PoolClient;
  return {
    db: drizzle(client),
    query: async <R extends QueryResultRow>(text: string, values: readonly unknown[] = [], name?: string) => {
      const config: QueryConfig = { text, values: [...values], ...(name === undefined ? {} : { name }) };
      return (await session.run<R>(config)).rows;
    },
  };
}

function openingText(database: Database, viewer: Viewer, options: TransactionOptions): string {
  const role = options.role === undefined ? database.role : options.role;
  const settings: readonly (readonly [string, string])[] = [
    ["app.role", viewer.role],
    ["app.subject", viewer.subject],
    ["app.member_ids", `{${viewer.memberIds.map(plain).join(",")}}`],
    ["app.provider_id", viewer.providerId ?? ""],
    ["app.purpose", viewer.purpose ?? ""],
    ["app.trace_id", options.traceId ?? ""],
  ];
  const begin = [
    "begin",
    options.isolation ? `isolation level ${options.isolation.toLowerCase()}` : "",
    options.readOnly ? "read only" : "",
  ];
  const configs = settings.map(([name, value]) => `set_config(${escapeLiteral(name)},${escapeLiteral(value)},true)`);
  return `${begin.filter(Boolean).join(" ")};${role === null ? "" : `set local role ${escapeIdentifier(role)};`}select ${configs.join(",")}`;
}

/** An id inside an array literal: nothing that could end it and begin another. */
function plain(id: string): string {
  invariant(/^[0-9A-Za-z-]+$/.test(id), "a member id is letters, digits and hyphens");
  return id;
}
