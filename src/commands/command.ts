/**
 * A command of the operator's is a value: what it is called, what it takes, which database it needs, and what it does. `run`
 * (run.ts) gives it all of that; a command reads no `process.argv` and opens nothing itself.
 */
import type { Config } from "../assembly/config.js";
import type { OpenDatabase } from "../assembly/start/open-database.js";
import type { Database } from "../platform/postgres/database.js";

/** One that is there or not: `--json`. */
export type Flag = { readonly says: string };
/** One by its place: `replay`. `read` throws WrongArgument with what it takes instead. */
export type Argument<T = unknown> = { readonly says: string; readonly read: (text: string) => T };
/** One by its name: `--seed <n>`; `value` is what the help calls the value. */
export type Value<T = unknown> = Argument<T> & { readonly value: string; readonly required?: true; readonly otherwise?: T };
export type Arguments = Readonly<Record<string, Argument>>;
/** By name in camelCase; on the command line in kebab-case. */
export type Options = Readonly<Record<string, Flag | Value>>;

type Read<O> = O extends { readonly read: (text: string) => infer T }
  ? O extends { readonly required: true } | { readonly otherwise: T }
    ? T
    : T | undefined
  : boolean;
type Given<A, O> = { readonly [K in keyof A]: A[K] extends { readonly read: (text: string) => infer T } ? T : never } & {
  readonly [K in keyof O]: Read<O[K]>;
};

export type DatabaseNeed = {
  /**
   * NAMED: the one of DATABASE_URL, or with `--embedded` the one of this folder; never guessed, for whatever destroys or
   * vouches. LIKE_START: the one that `npm start` would use.
   */
  readonly which: "NAMED" | "LIKE_START";
  /** Through the login that sees every row of what it asks about and changes nothing. */
  readonly as?: "VERIFIER";
  readonly connections?: number;
  readonly statementMs?: number;
};

/** What a command works with besides its arguments. */
export type Tools = {
  /** A line of the answer, to standard output. */
  readonly say: (line: string) => void;
  /** A line for whoever watches, to standard error. */
  readonly note: (line: string) => void;
  /** The settings, as they were given. */
  readonly env: Readonly<Record<string, string | undefined>>;
};
export type DatabaseTools = Tools & {
  readonly config: Config;
  readonly opened: OpenDatabase;
  /** Connections of the logins that a gateway uses, or of the verifier's. */
  readonly database: Database;
  /** Which one it is, without its password. */
  readonly where: string;
};

/** 0: done. 1: the answer is no. What could not be asked or done at all is thrown, and ends with 2. */
export type ExitCode = 0 | 1 | 2;
type Outcome = Promise<ExitCode | void> | ExitCode | void;

type Described<A, O> = {
  readonly name: string;
  /** One sentence, without a full stop. */
  readonly summary: string;
  readonly arguments?: A;
  readonly options?: O;
};
type Plain<A, O> = Described<A, O> & {
  readonly database?: never;
  readonly run: (given: Given<A, O>, tools: Tools) => Outcome;
};
type WithDatabase<A, O> = Described<A, O> & {
  readonly database: DatabaseNeed;
  readonly run: (given: Given<A, O>, tools: DatabaseTools) => Outcome;
};
export type Command = Plain<Arguments, Options> | WithDatabase<Arguments, Options>;

type None = Record<never, never>;
/** Keeps the types of the arguments for `run`; the list holds commands of all shapes. */
export function command<const A extends Arguments = None, const O extends Options = None>(value: WithDatabase<A, O>): Command;
export function command<const A extends Arguments = None, const O extends Options = None>(value: Plain<A, O>): Command;
export function command(value: object): Command {
  return value as Command;
}

/** The user gave something else than what is taken; told with the usage. */
export class WrongArgument extends Error {
  override readonly name = "WrongArgument";
}

export const text = (value: string) => value;

export function whole(least: number, most: number): (value: string) => number {
  return (value) => {
    const n = /^\d+$/.test(value) ? Number(value) : NaN;
    if (n >= least && n <= most) return n;
    throw new WrongArgument(`a whole number from ${least} to ${most}`);
  };
}

export function oneOf<T extends string>(...values: readonly T[]): (value: string) => T {
  return (value) => {
    const found = values.find((each) => each === value);
    if (found !== undefined) return found;
    throw new WrongArgument(`one of ${values.join(", ")}`);
  };
}

/** A calendar day that exists. */
export function day(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value) return value;
  throw new WrongArgument("a day, YYYY-MM-DD");
}

export function instant(value: string): Date {
  const at = new Date(value);
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(at.getTime())) return at;
  throw new WrongArgument("an instant with its offset, like 2026-11-24T12:00:00Z");
}
