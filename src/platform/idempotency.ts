/**
 * One effect per key. The key's row is the first thing an act writes and commits with its effect, so a retry finds
 * either nothing (the first try never happened) or the stored outcome. Keys belong to their caller: somebody else's key
 * is an unknown key. Outcomes hold ids only; the answer is read again for the viewer who asks.
 */
import { createHash } from "node:crypto";
import type { QueryResultRow } from "pg";
import type { Statement } from "./postgres/exchange.js";
import type { Tx } from "./postgres/transaction.js";
import type { Change } from "./postgres/write.js";

export type Keyed = {
  readonly operation: string;
  readonly key: string;
  /** The whole input; its order of fields does not matter. */
  readonly input: unknown;
  /** Hours the outcome is kept: 72, or 720 where money moves. */
  readonly keepHours: number;
  /** Where it is known beforehand it is stored with the key, and `outcomeOf` is not needed: they last together or not at all. */
  readonly outcome?: unknown;
};

export type KeyState<R> =
  | { readonly kind: "FRESH"; readonly loaded: R | undefined }
  | { readonly kind: "REPLAY"; readonly outcome: unknown }
  | { readonly kind: "REUSED" };

/** What an act locks and reads in the same round trip as its key, and what its work makes of the rows of each statement. */
export type Load<R> = { readonly statements: readonly Statement[]; readonly read: (rows: readonly QueryResultRow[][]) => R };

/** For the statements of a load: with a repeated key they find nothing, lock nothing and wait for nobody. */
export const KEY_IS_FRESH = "current_setting('app.key_is_fresh', true) = 'true'";

const CLAIM = `
with mine as (
  insert into idempotency (principal, operation, key, fingerprint, expires_at, outcome)
  values ($1, $2, $3, $4, clock_now() + make_interval(hours => $5), $6::jsonb) on conflict do nothing returning 1)
select set_config('app.key_is_fresh', (exists (select from mine))::text, true) = 'true' as fresh`;

export async function claimKey<R>(tx: Tx, principal: string, keyed: Keyed, load?: Load<R>): Promise<KeyState<R>> {
  const print = fingerprint(keyed.input);
  const outcome = keyed.outcome === undefined ? null : JSON.stringify(keyed.outcome);
  const values = [principal, keyed.operation, keyed.key, print, keyed.keepHours, outcome];
  const claim = { name: "idempotency-claim", text: CLAIM, values };
  const [claimed, ...rows] = await tx.all([claim, ...(load?.statements ?? [])]);
  if (claimed?.[0]?.["fresh"] === true) return { kind: "FRESH", loaded: load?.read(rows) };
  const [stored] = await tx.query<{ fingerprint: string; outcome: unknown }>(
    "select fingerprint, outcome from idempotency where principal = $1 and operation = $2 and key = $3",
    [principal, keyed.operation, keyed.key],
    "idempotency-read",
  );
  if (!stored || stored.fingerprint !== print) return { kind: "REUSED" };
  return { kind: "REPLAY", outcome: stored.outcome };
}

/** The change that stores the outcome; goes into the same statement as the effect. */
export function outcomeOf(principal: string, keyed: Keyed, outcome: unknown): Change {
  return {
    name: "keep_outcome",
    sql: "update idempotency set outcome = $4::jsonb where principal = $1 and operation = $2 and key = $3::uuid",
    values: [principal, keyed.operation, keyed.key, JSON.stringify(outcome)],
    must: 1,
  };
}

export function fingerprint(input: unknown): string {
  return createHash("sha256").update(canonical(input)).digest("base64url");
}

function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const fields = Object.entries(value).filter(([k, v]) => v !== undefined && v !== null && k !== "idempotencyKey");
    return `{${fields
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(",")}}`;
  }
  return typeof value === "bigint" ? String(value) : JSON.stringify(value ?? null);
}
