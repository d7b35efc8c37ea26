/**
 * Everything one act changes, in one statement: inserts and conditional updates as data-modifying CTEs. They share a
 * snapshot and stand or fall together, and a booking costs one round trip where it would cost nine.
 */
import type { NewRows } from "../../../schema/columns-of.js";
import { asStatement, type Sent, type Statement } from "./exchange.js";
import type { Tx } from "./transaction.js";

export type { NewRows };

/** An update whose number of changed rows matters: `change` makes one of a declared statement. */
export type Change = {
  readonly name: string;
  readonly statement: Statement;
  readonly values: readonly unknown[];
  /** How many rows it must change; with any other number the whole act is undone, and the fault bears the change's name. */
  readonly must?: number;
};

/** A declared update as a part of one act; its name is plain SQL (`take_unit`) and its text returns nothing. */
export function change(statement: Statement, must?: number): Change {
  const { name, values = [] } = statement;
  if (name === undefined) throw new Error("a change has a name");
  return { name, statement, values, ...(must === undefined ? {} : { must }) };
}

const NAME = /^[a-z][a-z0-9_]*$/;

/** Writes all of it and answers how many rows each change touched. */
export async function write(tx: Tx, rows: NewRows, changes: readonly Change[] = []): Promise<Counts> {
  const statement = statementOf(rows, changes);
  if (!statement) return {};
  const [answer] = await tx.query(statement);
  return answer ?? {};
}

/** The same as the last thing an act does, in one round trip with the commit. */
export async function writeAndCommit(tx: Tx, rows: NewRows, changes: readonly Change[] = []): Promise<void> {
  const statement = statementOf(rows, changes);
  if (statement) await tx.finish(statement);
}

/** How many rows each change touched, by its name. */
type Counts = Readonly<Record<string, number>>;

function statementOf(rows: NewRows, changes: readonly Change[]): Statement<Counts> | null {
  const filled = Object.entries(rows).filter(([, list]) => list.length > 0);
  if (changes.length + filled.length === 0) return null;
  const values = changes.flatMap((change) => change.values);
  for (const [, list] of filled) values.push(asJson(list));
  const text = textOf(
    changes,
    filled.map(([table, list]) => [table, columnsOf(list)]),
  );
  return asStatement({ ...text, values });
}

type Text = Pick<Sent, "text" | "name">;
/** A table, and the columns that are given. */
type Insert = readonly [table: string, columns: string];

function columnsOf([first]: readonly object[]): string {
  return Object.keys(first ?? {}).join(", ");
}

/** One step of the way from the parts of a statement to its text. */
type Step = { readonly next: Map<string | number, Step>; text: Text | null };

const newStep = (): Step => ({ next: new Map(), text: null });
const SHAPES = newStep();
const MOST_SHAPES = 200;
let shapes = 0;

/**
 * Acts come in few shapes, and again and again: a text is put together once, and has a name, because planning one of a dozen
 * parts anew each time costs more than carrying it out. It is found by its parts, which is less than the text itself.
 */
function textOf(changes: readonly Change[], inserts: readonly Insert[]): Text {
  const parts = changes.flatMap(({ name: change, statement, values, must = -1 }) => [change, statement.text, values.length, must]);
  let at: Step | undefined = SHAPES;
  for (const part of [...parts, ...inserts.flat()]) at = at && stepTo(at, part);
  if (at?.text) return at.text;
  const text = written(changes, inserts);
  if (!at || shapes >= MOST_SHAPES) return { text };
  at.text = { text, name: `write-${shapes++}` };
  return at.text;
}

/** Undefined where nobody went before and enough is remembered already. */
function stepTo(at: Step, part: string | number): Step | undefined {
  const known = at.next.get(part);
  if (known || shapes >= MOST_SHAPES) return known;
  const made = newStep();
  at.next.set(part, made);
  return made;
}

function written(changes: readonly Change[], inserts: readonly Insert[]): string {
  let values = 0;
  const updates = changes.map((change) => {
    const cte = `${name(change.name)} as (${shifted(change.statement.text, values)} returning 1)`;
    values += change.values.length;
    return cte;
  });
  const puts = inserts.map(([table, columns]) => insertInto(table, columns, ++values));
  return `with ${[...updates, ...puts].join(",\n")} select ${changes.map(countOf).join(", ") || "1 as done"}`;
}

function countOf({ name: change, must }: Change): string {
  const count = `(select count(*)::int from ${change})`;
  return must === undefined
    ? `${count} as ${change}`
    : `case ${count} when ${must} then ${must} else act_does_not_stand('${change}') end as ${change}`;
}

/** The same statement with its parameters counted from behind `offset`. */
function shifted(text: string, offset: number): string {
  return text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + offset}`);
}

function insertInto(table: string, columns: string, parameter: number): string {
  const into = name(table);
  const named = columns.split(", ").map(name).join(", ");
  const rows = `jsonb_populate_recordset(null::${into}, $${parameter}::jsonb)`;
  return `put_${into} as (insert into ${into} (${named}) select ${named} from ${rows})`;
}

/** JSON knows no big integers; the database reads them from text. They are columns of their own, hardly ever inside of one. */
function asJson(rows: readonly object[]): string {
  try {
    return JSON.stringify(rows.map(withoutBigints));
  } catch {
    return JSON.stringify(rows, (_, value: unknown) => textOfBigint(value));
  }
}

function withoutBigints(row: object): object {
  const values: [string, unknown][] = Object.entries(row);
  if (!values.some(([, value]) => typeof value === "bigint")) return row;
  return Object.fromEntries(values.map(([key, value]) => [key, textOfBigint(value)]));
}

function textOfBigint(value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

/** Table and column names come from our own code; this is the proof. */
function name(text: string): string {
  if (!NAME.test(text)) throw new Error(`not a plain SQL name: ${text.length} characters`);
  return text;
}
