/**
 * One effect per key. The key's row is the first thing an act writes and commits with its effect, so a retry finds
 * either nothing (the first try never happened) or the stored outcome. Keys belong to their caller: somebody else's key
 * is an unknown key. Outcomes hold ids only; the answer is read again for the viewer who asks.
 */
import { createHash } from "node:crypto";
import { invariant } from "../kernel/invariant.js";
import { inPieces } from "./breathe.js";
import type { RowsOf, Statement } from "./postgres/exchange.js";
import {
  NamedStatement,
  statement,
  type ParametersOf,
  type RowOf,
  type StatementName,
  type StatementOptions,
} from "./postgres/statement.js";
import type { Tx } from "./postgres/transaction.js";
import { change, type Change } from "./postgres/write.js";

export type IdempotencyKey = {
  readonly operation: string;
  readonly key: string;
  /** The whole input; its order of fields does not matter. */
  readonly input: unknown;
  /** What `fingerprintOf` says of the input, where it holds thousands of lines. */
  readonly fingerprint?: string;
  /** Hours the outcome is kept: 72, or 720 where money moves. */
  readonly keepHours: number;
  /** Where it is known beforehand it is stored with the key, and `outcomeOf` is not needed: they last together or not at all. */
  readonly outcome?: unknown;
};

export type KeyState<R> =
  | { readonly kind: "FRESH"; readonly loaded: R | undefined }
  | { readonly kind: "REPLAY"; readonly outcome: unknown }
  | { readonly kind: "REUSED" };

/** With a repeated key a statement that holds this finds nothing, locks nothing and waits for nobody. */
const KEY_IS_FRESH = "current_setting('app.key_is_fresh', true) = 'true'";
declare const KEYED: unique symbol;
type OfKey = { readonly [KEYED]: true };

/** A statement that does its work for a fresh key only: the one kind that travels with the key of an act. */
class KeyedStatement<N extends StatementName> extends NamedStatement<N> {
  declare readonly [KEYED]: true;

  override with(...values: ParametersOf<N>): Statement<RowOf<N>> & OfKey {
    return super.with(...values) as Statement<RowOf<N>> & OfKey;
  }
}

/** `compose` has to put the condition it is given into the text; a text without it is refused when its file is loaded. */
export function keyedStatement<N extends StatementName>(name: N, compose: (keyIsFresh: string) => string, options?: StatementOptions) {
  const text = compose(KEY_IS_FRESH);
  invariant(text.includes(KEY_IS_FRESH), `${name} holds the condition of its key`);
  return new KeyedStatement(name, text, options);
}

/** What an act locks and reads in the same round trip as its key, and what its work makes of the rows of each statement. */
export type KeyedLoad<R> = {
  readonly statements: readonly (Statement & OfKey)[];
  readonly read: (rows: readonly (readonly object[])[]) => R;
};

/** `read` is given the rows of each statement, in their order. */
export function loadWithKey<const S extends readonly (Statement & OfKey)[], R>(statements: S, read: (rows: RowsOf<S>) => R): KeyedLoad<R> {
  return { statements, read: (rows) => read(rows as RowsOf<S>) };
}

const CLAIM_KEY = statement(
  "idempotency-claim",
  `with mine as (
     insert into idempotency (principal, operation, key, fingerprint, expires_at, outcome)
     values ($1, $2, $3, $4, clock_now() + make_interval(hours => $5), $6::jsonb) on conflict do nothing returning 1)
   select set_config('app.key_is_fresh', (exists (select from mine))::text, true) = 'true' as fresh`,
);
const STORED_OUTCOME = statement(
  "idempotency-read",
  "select fingerprint, outcome from idempotency where principal = $1 and operation = $2 and key = $3",
);
const KEEP_OUTCOME = statement(
  "keep_outcome",
  "update idempotency set outcome = $4::jsonb where principal = $1 and operation = $2 and key = $3::uuid",
);

export async function claimKey<R>(tx: Tx, principal: string, keyed: IdempotencyKey, load?: KeyedLoad<R>): Promise<KeyState<R>> {
  const print = keyed.fingerprint ?? fingerprint(keyed.input);
  const outcome = keyed.outcome === undefined ? null : JSON.stringify(keyed.outcome);
  const claim = CLAIM_KEY.with(principal, keyed.operation, keyed.key, print, keyed.keepHours, outcome);
  const [claimed, ...rows] = await tx.all([claim, ...(load?.statements ?? [])]);
  if (claimed[0]?.fresh) return { kind: "FRESH", loaded: load?.read(rows) };
  const [stored] = await tx.query(STORED_OUTCOME.with(principal, keyed.operation, keyed.key));
  if (!stored || stored.fingerprint !== print) return { kind: "REUSED" };
  return { kind: "REPLAY", outcome: stored.outcome };
}

/** The change that stores the outcome; goes into the same statement as the effect. */
export function outcomeOf(principal: string, keyed: IdempotencyKey, outcome: unknown): Change {
  return change(KEEP_OUTCOME.with(principal, keyed.operation, keyed.key, JSON.stringify(outcome)), 1);
}

function fingerprint(input: unknown): string {
  return createHash("sha256").update(canonical(input)).digest("base64url");
}

/** The same of an input with long lists among its fields, with room for others in between. */
export async function fingerprintOf(input: object): Promise<string> {
  const hash = createHash("sha256");
  let before = "{";
  for (const [name, value] of fieldsOf(input)) {
    hash.update(`${before}${JSON.stringify(name)}:`);
    before = ",";
    if (!Array.isArray(value)) hash.update(canonical(value));
    else {
      hash.update("[");
      await inPieces(value as unknown[], (portion, from) => {
        hash.update(`${from > 0 ? "," : ""}${portion.map(canonical).join(",")}`);
        return [];
      });
      hash.update("]");
    }
  }
  return hash.update(before === "{" ? "{}" : "}").digest("base64url");
}

/** A file: quoting it would hold the thread several times as long as hashing it. */
const LONG_TEXT = 10_000;

const digestOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

function canonical(value: unknown): string {
  if (typeof value === "string" && value.length > LONG_TEXT) return `sha256:${digestOf(value)}`;
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    return `{${fieldsOf(value)
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(",")}}`;
  }
  return typeof value === "bigint" ? String(value) : JSON.stringify(value ?? null);
}

function fieldsOf(value: object): [name: string, value: unknown][] {
  return Object.entries(value)
    .filter(([k, v]) => v !== undefined && v !== null && k !== "idempotencyKey")
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
