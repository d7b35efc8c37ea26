/** What the database said no to, seen on the wire of every connection of this process, and what its tables hold. */
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

/** Written by design for what is refused, or kept beside the acts: the trail, and the limits of who asks how often. */
const BESIDE = ["audit_event", "audit_seal", "quota_use", "rate_bucket"];

export type Tables = ReadonlyMap<string, string>;

const TABLES =
  "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1";

/** Every table by the rows that were written in it so far, also where their values stayed the same. */
export async function tablesOf({ rows, fresh }: TestApp): Promise<() => Promise<Tables>> {
  const [known] = await rows<{ watched: boolean }>("select to_regclass('watched.written') is not null as watched");
  if (!known?.watched)
    await watchTables((await rows<{ name: string }>(TABLES)).map(({ name }) => name).filter((name) => !BESIDE.includes(name)));
  const written = new Map<string, number>();
  return async () => {
    for (const { name } of await rows<{ name: string }>("delete from watched.written returning name"))
      written.set(name, (written.get(name) ?? 0) + 1);
    return new Map([...written].map(([name, count]) => [name, String(count)]));
  };

  async function watchTables(names: readonly string[]): Promise<void> {
    await fresh.database.pool.query(`
      create schema watched;
      create unlogged table watched.written (name text not null);
      create function watched.note() returns trigger language plpgsql security definer set search_path = pg_catalog as
        $$ begin insert into watched.written values (tg_table_name); return null; end $$;
      grant usage on schema watched to public;
      ${names.map((name) => `create trigger watched after insert or update or delete on ${name} for each row execute function watched.note();`).join("\n")}`);
  }
}

/** Every table by the values of the rows in which one of these ids stands. */
export function rowsAbout({ rows, fresh }: TestApp, about: readonly string[]): () => Promise<Tables> {
  return async () => {
    const tables = (await rows<{ name: string }>(TABLES)).map(({ name }) => name).filter((name) => !BESIDE.includes(name));
    const held = "md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), ''))";
    const text = tables.map((name) => `select '${name}' as name, ${held} as held from ${name} t where t::text ~ '${about.join("|")}'`);
    const { rows: found } = await fresh.database.pool.query<{ name: string; held: string }>(text.join(" union all "));
    return new Map(found.map(({ name, held: of }) => [name, of]));
  };
}

export const differing = (one: Tables, two: Tables): string[] => [...two.keys()].filter((name) => one.get(name) !== two.get(name));
