/**
 * One effect per key. The key's row is the first thing an act writes and commits with its effect, so a retry finds
 * either nothing (the first try never happened) or the stored outcome. Keys belong to their caller: somebody else's key
 * is an unknown key. Outcomes hold ids only; the answer is read again for the viewer who asks.
 */
import { createHash } from "node:crypto";
import type { QueryResultRow } from "pg";
import type { Tx } from "./transaction.js";
import type { Change } from "./write.js";

export type Keyed = {
  readonly operation: string;
  readonly key: string;
  /** The whole input; its order of fields does not matter. */
  readonly input: unknown;
  /** Hours the outcome is kept: 72, or 720 where money moves. */
  readonly keepHours: number;
};

export type KeyState<R> =
  | { readonly kind: "FRESH"; readonly loaded: R | undefined }
  | { readonly kind: "REPLAY"; readonly outcome: unknown }
  | { readonly kind: "REUSED" };

/** What an act locks and reads in the same round trip as its key. */
export type Load = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

const KEY_VALUES = 5;
const KEY = `
with mine as (
  insert into idempotency (principal, operation, key, fingerprint, expires_at)
  values ($1, $2, $3, $4, now() + make_interval(hours => $5)) on conflict do nothing returning 1)`;
const ALONE = `${KEY} select (select count(*)::int from mine) as fresh`;

/**
 * `sql` is one select of at most one row, with $1, $2, ... for its own values. A lock belongs behind `exists (select from
 * mine)`, the key just claimed, so that a repeated request waits for nobody. It sees the database as it was before any lock
 * it waits for: what it reads guides, and is read again to decide.
 */
export function loadWithKey(name: string, sql: string): (values: readonly unknown[]) => Load {
  const shifted = sql.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + KEY_VALUES}`);
  const text = `${KEY}, loaded as materialized (select true as found, l.* from (${shifted}) l)
select (select count(*)::int from mine) as fresh, loaded.* from (select 1) one left join loaded on true`;
  return (values) => ({ name: `key-and-${name}`, text, values });
}

export async function claimKey<R extends QueryResultRow>(tx: Tx, principal: string, keyed: Keyed, load?: Load): Promise<KeyState<R>> {
  const print = fingerprint(keyed.input);
  const values = [principal, keyed.operation, keyed.key, print, keyed.keepHours, ...(load?.values ?? [])];
  const { text, name } = load ?? { text: ALONE, name: "idempotency-claim" };
  const [row] = await tx.query<R & { fresh: number; found?: true }>(text, values, name);
  if (row?.fresh === 1) return { kind: "FRESH", loaded: row.found ? row : undefined };
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
