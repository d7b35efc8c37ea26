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
    const offset = values.length;
    const sql = change.sql.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + offset}`);
    ctes.push(`${name(change.name)} as (${sql} returning 1)`);
    values.push(...change.values);
  }
  for (const [table, list] of Object.entries(rows)) {
    const [first] = list;
    if (!first) continue;
    const columns = Object.keys(first).map(name).join(", ");
    values.push(JSON.stringify(list, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)));
    ctes.push(
      `put_${name(table)} as (insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $${values.length}::jsonb))`,
    );
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

/** The acts of the product are few shapes; planning one of a dozen parts anew each time costs more than carrying it out. */
const shapes = new Map<string, string>();
const MOST_SHAPES = 200;

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
