/** What the inference asks of the database's catalogue and of `schema/tables`, read once. */
import { is } from "drizzle-orm";
import { getTableConfig, PgTable, type PgColumn } from "drizzle-orm/pg-core";
import { readdirSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { isNode, readTree, type Node, type Value } from "./node-tree.js";

export type Type = { readonly name: string; readonly element: number; readonly relation: number };
export type Routine = { readonly name: string; readonly own: boolean; readonly strict: boolean; readonly outs: readonly number[] };
export type TableColumn = {
  readonly table: string;
  readonly name: string;
  readonly type: number;
  readonly notNull: boolean;
  /** Null where the relation is not one of ours: a view, a table of the system. */
  readonly described: PgColumn | null;
};

export type Catalogue = {
  readonly types: ReadonlyMap<number, Type>;
  readonly routines: ReadonlyMap<number, Routine>;
  /** Our own functions in SQL, analysed as statements are. */
  readonly bodies: ReadonlyMap<number, Node>;
  /** Columns by relation and number. */
  readonly columns: ReadonlyMap<number, ReadonlyMap<number, TableColumn>>;
};

const TABLES = path.resolve(import.meta.dirname, "../../../schema/tables");

export async function describedTables(): Promise<ReadonlyMap<string, ReadonlyMap<string, PgColumn>>> {
  const files = readdirSync(TABLES).filter((file) => file.endsWith(".ts"));
  const modules = await Promise.all(files.map((file) => import(path.join(TABLES, file)) as Promise<Record<string, unknown>>));
  const tables = modules.flatMap((module) => Object.values(module)).filter((each) => is(each, PgTable));
  return new Map(tables.map(getTableConfig).map(({ name, columns }) => [name, new Map(columns.map((column) => [column.name, column]))]));
}

export async function readCatalogue(client: pg.ClientBase): Promise<Catalogue> {
  const tables = await describedTables();
  const types = await client.query<{ oid: number; name: string; element: number; relation: number }>(
    "select oid::int, typname as name, typelem::int as element, typrelid::int as relation from pg_type",
  );
  const routines = await client.query<{ oid: number } & Routine>(
    "select oid::int, proname as name, pronamespace <> 'pg_catalog'::regnamespace as own, proisstrict as strict, " +
      "coalesce((select array_agg(t::int order by o) from unnest(proallargtypes, proargmodes) with ordinality as a(t, m, o) where m in ('o','b','t')), '{}') as outs from pg_proc",
  );
  const columns = await client.query<{ relation: number; table: string; number: number; name: string; type: number; notNull: boolean }>(
    `select attrelid::int as relation, relname as table, attnum::int as number, attname as name, atttypid::int as type,
       attnotnull as "notNull" from pg_attribute join pg_class c on c.oid = attrelid where not attisdropped`,
  );
  const byRelation = new Map<number, Map<number, TableColumn>>();
  for (const { relation, number, ...column } of columns.rows) {
    const known = byRelation.get(relation) ?? new Map<number, TableColumn>();
    known.set(number, { ...column, described: tables.get(column.table)?.get(column.name) ?? null });
    byRelation.set(relation, known);
  }
  return {
    types: new Map(types.rows.map(({ oid, ...type }) => [oid, type])),
    routines: new Map(routines.rows.map(({ oid, ...routine }) => [oid, routine])),
    columns: byRelation,
    bodies: await functionBodies(client),
  };
}

async function functionBodies(client: pg.ClientBase): Promise<ReadonlyMap<number, Node>> {
  const { rows } = await client.query<{ oid: number; name: string; parameters: string; text: string }>(
    `select p.oid::int, proname as name, pg_get_function_arguments(p.oid) as parameters, prosrc as text from pg_proc p join pg_language l on l.oid = prolang
      where pronamespace = 'public'::regnamespace and lanname = 'sql' and prosrc <> '' and prosrc ~* '^\\s*(select|with)'`,
  );
  const bodies = new Map<number, Node>();
  for (const { oid, name, parameters, text } of rows) bodies.set(oid, await analysed(client, parameters, text, name));
  return bodies;
}

/** PostgreSQL keeps the analysis of a statement that is the body of a function. A body may name its function: it keeps its `name`. */
export async function analysed(client: pg.ClientBase, parameters: string, text: string, name = "analysed"): Promise<Node> {
  await client.query("savepoint analysed");
  await client.query(`create function pg_temp.${name}(${parameters}) returns void begin atomic ${text.replace(/;\s*$/, "")}; end`);
  const { rows } = await client.query<{ tree: string }>(
    "select prosqlbody::text as tree from pg_proc where pronamespace = pg_my_temp_schema()",
  );
  await client.query("rollback to savepoint analysed");
  return queryIn(readTree(rows[0]?.tree ?? ""));
}

function queryIn(tree: Value): Node {
  if (isNode(tree)) return tree;
  const [first] = tree as readonly Value[];
  if (first === undefined) throw new Error("PostgreSQL kept no analysis of the statement");
  return queryIn(first);
}
