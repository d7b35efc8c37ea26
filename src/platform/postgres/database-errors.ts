/**
 * What a database error means to the product. Constraint names are part of the design (schema/tables and migration 0001),
 * so a violation found at the last moment becomes the same refusal that the pure code gives when it looks first.
 */
type FaultKind = "UNIQUE" | "EXCLUSION" | "CHECK" | "FOREIGN_KEY" | "NOT_NULL" | "RETRY" | "TIMEOUT" | "UNAVAILABLE" | "DENIED" | "OTHER";
export type DatabaseFault = { readonly kind: FaultKind; readonly constraint?: string };

/** The commit was sent and nobody knows what became of it. Never to be told as a failure: ask again with the same key. */
export class UnknownOutcome extends Error {
  override readonly name = "UnknownOutcome";
  readonly retryable = true;
  constructor(cause?: unknown) {
    super("the database did not confirm whether the change was kept", { cause });
  }
}

/** There is no place to do it in time, or it took longer than it may. Nothing was changed. */
export class Overloaded extends Error {
  override readonly name = "Overloaded";
  readonly retryable = true;
  constructor(cause?: unknown) {
    super("the database has more to do than it can in time", { cause });
  }
}

/** One request asked the database more often than a request may. */
export class OverBudget extends Error {
  override readonly name = "OverBudget";
  constructor() {
    super("a request asked more of the database than one may");
  }
}

/** The database could not be reached or went away before anything was committed; nothing was changed. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
  readonly retryable = true;
  constructor(cause?: unknown) {
    super("the database is not available at the moment", { cause });
  }
}

const KIND_BY_STATE: Readonly<Record<string, FaultKind>> = {
  "23505": "UNIQUE",
  "23P01": "EXCLUSION",
  "23514": "CHECK",
  "23503": "FOREIGN_KEY",
  "23001": "FOREIGN_KEY",
  "23502": "NOT_NULL",
  "40001": "RETRY",
  "40P01": "RETRY",
  "55P03": "TIMEOUT", // lock_timeout
  "57014": "TIMEOUT", // statement_timeout
  "42501": "DENIED", // grants and row-level security
  "25P03": "UNAVAILABLE", // idle_in_transaction_session_timeout: the session is gone
  "57P01": "UNAVAILABLE",
  "57P02": "UNAVAILABLE",
  "57P03": "UNAVAILABLE",
  "57P05": "UNAVAILABLE",
};

/** Raised by node-postgres itself, without a code, when a connection ends or never begins. */
const LOST =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client (has encountered|was closed)|Cannot use a pool)/;
const SYSTEM = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ERR_STREAM_DESTROYED",
  "ERR_STREAM_WRITE_AFTER_END",
]);

/** The driver's words for a server that did not answer in time; the connection is as it was. */
const SILENCE = "Query read timeout";

export function isSilence(error: unknown): boolean {
  return error instanceof Error && error.message === SILENCE;
}

export function classify(error: unknown): DatabaseFault {
  for (const link of causes(error)) {
    if (link instanceof UnknownOutcome || link instanceof Unavailable) return { kind: "UNAVAILABLE" };
    const state = text(link, "code");
    const kind = kindOf(state, link);
    if (!kind) continue;
    const constraint = text(link, "constraint");
    return constraint === null ? { kind } : { kind, constraint };
  }
  return { kind: "OTHER" };
}

function kindOf(state: string | null, link: object): FaultKind | null {
  if (state !== null) {
    const known = KIND_BY_STATE[state];
    if (known) return known;
    if (/^(08|53)...$/.test(state) || SYSTEM.has(state)) return "UNAVAILABLE";
    // a migration changed a table under a prepared statement; a new connection prepares it again
    if (state === "0A000" && text(link, "routine") === "RevalidateCachedQuery") return "RETRY";
    return null;
  }
  const message = text(link, "message") ?? "";
  if (message === SILENCE) return "TIMEOUT";
  return LOST.test(message) ? "UNAVAILABLE" : null;
}

/** SQLSTATE of the first database error in the chain; drizzle hides it one level down. */
export function sqlState(error: unknown): string | null {
  for (const link of causes(error)) {
    const state = text(link, "code");
    if (state !== null && /^[0-9A-Z]{5}$/.test(state)) return state;
  }
  return null;
}

function causes(error: unknown): object[] {
  const links: object[] = [];
  let link: unknown = error;
  while (typeof link === "object" && link !== null && links.length < 6) {
    links.push(link);
    link = "cause" in link ? link.cause : null;
  }
  return links;
}

function text(from: object, field: string): string | null {
  const value: unknown = Reflect.get(from, field);
  return typeof value === "string" ? value : null;
}
