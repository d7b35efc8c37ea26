/** What the database said no to, seen on the wire of every connection of this process, and what its tables hold. */
import { createHash } from "node:crypto";
import pg from "pg";
import type { TestApp } from "../../support/app.js";

/** What a statement is refused with that was written wrongly or given something it cannot read. */
const STATEMENT_AT_FAULT = /^(0A|22|26|34|38|39|3D|3F|42|54|58|F0|HV|XX)/;

export type Watch = { readonly faults: () => readonly string[]; readonly stop: () => void };

export function watchSqlErrors(): Watch {
  const faults: string[] = [];
  const prototype = pg.Client.prototype as unknown as { _handleErrorMessage: (said: { code?: string; message?: string }) => void };
  const before = prototype._handleErrorMessage;
  prototype._handleErrorMessage = function (said) {
    if (STATEMENT_AT_FAULT.test(said.code ?? "")) faults.push(`${said.code} ${said.message}`);
    return before.call(this, said);
  };
  return { faults: () => faults.splice(0), stop: () => void (prototype._handleErrorMessage = before) };
}

/** Postal codes and tariffs: looked at by nobody who writes. */
const LARGE = 400;

/** Written by design for what is refused, or kept beside the acts: the trail, and the limits of who asks how often. */
const BESIDE = ["audit_event", "audit_seal", "quota_use", "rate_bucket"];

export type Tables = ReadonlyMap<string, string>;

/**
 * Every table by the versions of its rows: whatever is written gives a row a new one, also where the values stay the same.
 * `about` narrows to rows in which one of these ids stands, by their values.
 */
export function tablesOf({ rows, fresh }: TestApp, about: readonly string[] = []): () => Promise<Tables> {
  let statement: string | undefined;
  return async () => {
    statement ??= await makeStatement(rows, about);
    // a name stands for one text: which tables are large is looked at anew by each test
    const asked = { name: `tables ${createHash("sha256").update(statement).digest("hex").slice(0, 16)}`, text: statement };
    return new Map((await fresh.database.pool.query<{ name: string; held: string }>(asked)).rows.map(({ name, held }) => [name, held]));
  };
}

async function makeStatement(rows: TestApp["rows"], about: readonly string[]): Promise<string> {
  const tables = await rows<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1",
  );
  const large = new Set<string>();
  for (const { name } of about.length > 0 ? [] : tables) {
    const [row] = await rows<{ count: number }>(`select count(*)::int as count from (select 1 from ${name} limit ${LARGE}) t`);
    if (row?.count === LARGE) large.add(name);
  }
  const held =
    about.length > 0
      ? "md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), ''))"
      : "count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) || ' ' || coalesce(max(xmin::text::bigint), 0)";
  const where = about.length > 0 ? ` where t::text ~ '${about.join("|")}'` : "";
  return tables
    .filter(({ name }) => !BESIDE.includes(name) && !large.has(name))
    .map(({ name }) => `select '${name}' as name, ${held} as held from ${name} t${where}`)
    .join(" union all ");
}

export const differing = (one: Tables, two: Tables): string[] => [...two.keys()].filter((name) => one.get(name) !== two.get(name));
