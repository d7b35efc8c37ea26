/**
 * Everything one act changes, in one statement: inserts and conditional updates as data-modifying CTEs. They share a
 * snapshot and stand or fall together, and a booking costs one round trip where it would cost nine.
 */
import type { Statement } from "./exchange.js";
import type { Tx } from "./transaction.js";

/** Rows by table name; keys are column names. Every row of a table carries the same keys. */
export type NewRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** An update whose number of changed rows matters. `sql` refers to its own values as $1, $2, ... */
export type Change = {
  readonly name: string;
  readonly sql: string;
  readonly values: readonly unknown[];
  /** How many rows it must change; with any other number the whole act is undone, and the fault bears the change's name. */
  readonly must?: number;
};

const NAME = /^[a-z][a-z0-9_]*$/;

/** Writes all of it and answers how many rows each change touched. */
export async function write(tx: Tx, rows: NewRows, changes: readonly Change[] = []): Promise<Record<string, number>> {
  const statement = statementOf(rows, changes);
  if (!statement) return {};
  const [answer] = await tx.query<Record<string, number>>(statement.text, statement.values, statement.name);
  return answer ?? {};
}

/** The same as the last thing an act does, in one round trip with the commit. */
export async function writeAndCommit(tx: Tx, rows: NewRows, changes: readonly Change[] = []): Promise<void> {
  const statement = statementOf(rows, changes);
  if (statement) await tx.finish(statement);
}

function statementOf(rows: NewRows, changes: readonly Change[]): Statement | null {
  const ctes: string[] = [];
  const values: unknown[] = [];
  for (const change of changes) {
    ctes.push(`${name(change.name)} as (${shifted(change.sql, values.length)} returning 1)`);
    values.push(...change.values);
  }
  for (const [table, list] of Object.entries(rows)) {
    const [first] = list;
    if (!first) continue;
    values.push(asJson(list));
    ctes.push(insertInto(table, Object.keys(first).join(", "), values.length));
  }
  if (ctes.length === 0) return null;
  const text = `with ${ctes.join(",\n")} select ${changes.map(countOf).join(", ") || "1 as done"}`;
  return { text, values, name: nameOf(text) };
}

function countOf({ name: change, must }: Change): string {
  const count = `(select count(*)::int from ${change})`;
  return must === undefined
    ? `${count} as ${change}`
    : `case ${count} when ${must} then ${must} else act_does_not_stand('${change}') end as ${change}`;
}

/** What is made of a text of our own, by that text: acts come in few shapes, and again and again. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? make(text);
    if (known.size < MOST_SHAPES) known.set(text, value);
    return value;
  };
}

const MOST_SHAPES = 200;
const pieces = remembered((sql) => sql.split(/\$(\d+)/));

/** The same statement with its parameters counted from behind `offset`. */
function shifted(sql: string, offset: number): string {
  return pieces(sql)
    .map((piece, i) => (i % 2 === 0 ? piece : `$${Number(piece) + offset}`))
    .join("");
}

const checked = remembered((list) => list.split(", ").map(name).join(", "));

function insertInto(table: string, columns: string, parameter: number): string {
  const into = name(table);
  const named = checked(columns);
  return `put_${into} as (insert into ${into} (${named}) select ${named} from jsonb_populate_recordset(null::${into}, $${parameter}::jsonb))`;
}

type Row = Readonly<Record<string, unknown>>;

/** JSON knows no big integers; the database reads them from text. They are columns of their own, hardly ever inside of one. */
function asJson(rows: readonly Row[]): string {
  try {
    return JSON.stringify(rows.map(withoutBigints));
  } catch {
    return JSON.stringify(rows, (_, value: unknown) => textOfBigint(value));
  }
}

function withoutBigints(row: Row): Row {
  const values = Object.entries(row);
  if (!values.some(([, value]) => typeof value === "bigint")) return row;
  return Object.fromEntries(values.map(([key, value]) => [key, textOfBigint(value)]));
}

function textOfBigint(value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

/** The acts of the product are few shapes; planning one of a dozen parts anew each time costs more than carrying it out. */
const shapes = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = shapes.get(text);
  if (known !== undefined || shapes.size >= MOST_SHAPES) return known;
  const made = `write-${shapes.size}`;
  shapes.set(text, made);
  return made;
}

/** Table and column names come from our own code; this is the proof. */
function name(text: string): string {
  if (!NAME.test(text)) throw new Error(`not a plain SQL name: ${text.length} characters`);
  return text;
}
