/**
 * Lines of JSON on stderr. Only fields from a list get through, of an error only what cannot quote a value (drizzle's messages
 * hold the statement with its parameters, PostgreSQL's details hold the key), and as the last net whatever still looks like a
 * civil registration number is struck out of the finished line.
 */
import { types } from "node:util";
import pino from "pino";
import { classify, sqlState } from "./postgres/database-errors.js";

export type LogFields = {
  readonly traceId?: string | null;
  readonly component?: string;
  readonly operation?: string | null;
  readonly operationHash?: string | null;
  readonly role?: string;
  readonly code?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly statements?: number;
  readonly complexity?: number;
  readonly count?: number;
  readonly attempt?: number;
  readonly job?: string;
  readonly topic?: string;
  readonly aggregateId?: string;
  readonly host?: string;
  readonly port?: number;
  readonly pid?: number;
  readonly version?: string;
  readonly faults?: readonly string[];
  readonly note?: string;
  readonly err?: unknown;
};

const ALLOWED: Readonly<Record<keyof LogFields, true>> = {
  traceId: true,
  component: true,
  operation: true,
  operationHash: true,
  role: true,
  code: true,
  status: true,
  durationMs: true,
  statements: true,
  complexity: true,
  count: true,
  attempt: true,
  job: true,
  topic: true,
  aggregateId: true,
  host: true,
  port: true,
  pid: true,
  version: true,
  faults: true,
  note: true,
  err: true,
};

const { isNativeError } = types;

type Say = (message: string, fields?: LogFields) => void;
export type Log = { readonly debug: Say; readonly info: Say; readonly warn: Say; readonly error: Say };

/** `write` replaces stderr, for tests. */
export function createLog(level: string, write?: (line: string) => void): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    hooks: { streamWrite: strikeOut },
  };
  const logger = pino(options, write ? { write } : pino.destination({ fd: 2, sync: true }));
  const at =
    (name: "debug" | "info" | "warn" | "error"): Say =>
    (message, fields = {}) =>
      logger[name](allowed(fields), message);
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

function allowed(fields: LogFields): Record<string, unknown> {
  const kept = Object.entries(fields).filter(([name, value]) => Object.hasOwn(ALLOWED, name) && value !== undefined);
  return Object.fromEntries(kept.map(([name, value]) => [name, name === "err" ? describeError(value) : value]));
}

/** Day, month, year, perhaps a hyphen, four digits; not inside a longer number or a hexadecimal id. */
const CPR = /(?<![\da-f])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![\da-f])/g;

export function strikeOut(line: string): string {
  return line.replace(CPR, "[cpr]");
}

/** Errors whose message we or the runtime wrote, without anybody's data in it. */
const SPEAKING = new Set([
  "BrokenInvariant",
  "UnknownOutcome",
  "Unavailable",
  "CannotDecrypt",
  "ConfigFaults",
  "TypeError",
  "ReferenceError",
  "RangeError",
]);

function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!isNativeError(error)) return { type: typeof error };
  const fault = classify(error);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const state = sqlState(error);
  return {
    type: error.name,
    ...(SPEAKING.has(error.name) || "syscall" in error ? { message: error.message } : {}),
    ...(state === null ? {} : { sqlState: state }),
    ...(fault.kind === "OTHER" ? {} : { fault: fault.kind }),
    ...(fault.constraint === undefined ? {} : { constraint: fault.constraint }),
    at: frames.slice(0, 12).map((line) => line.trim()),
    ...(isNativeError(error.cause) && depth < 3 ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}
