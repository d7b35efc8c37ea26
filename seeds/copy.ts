/** Rows into a table through COPY, as they are made: the server takes them at its own pace and nothing piles up here. */
import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Writable } from "node:stream";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";

const CHUNK = 1 << 16;

/** Answers how many rows went in. `onRows` is told now and then how many so far. */
export async function copyRows<Row extends object>(
  sql: postgres.ISql,
  table: PgTable,
  rows: Iterable<Row>,
  onRows: (done: number) => void = () => {},
): Promise<number> {
  const columns = getTableColumns(table);
  const iterator = rows[Symbol.iterator]();
  let next = iterator.next();
  if (next.done) return 0;
  // the first row says which columns are given; the rest keep the table's defaults
  const keys = Object.keys(next.value);
  const names = keys.map((key) => {
    const column = columns[key];
    if (!column) throw new Error(`${getTableName(table)} has no column for ${key}`);
    return `"${column.name}"`;
  });
  const stream: Writable = await sql.unsafe(`copy "${getTableName(table)}" (${names.join(", ")}) from stdin`).writable();
  const done = finished(stream, { readable: false });
  done.catch(() => {});
  let text = "";
  let count = 0;
  for (; !next.done; next = iterator.next()) {
    const row = next.value;
    text += `${keys.map((key) => field(Reflect.get(row, key))).join("\t")}\n`;
    count += 1;
    if (text.length < CHUNK) continue;
    if (!stream.write(text)) await Promise.race([once(stream, "drain"), done]);
    text = "";
    onRows(count);
  }
  stream.end(text);
  await done;
  onRows(count);
  return count;
}

function field(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escape(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  if (Array.isArray(value)) return escape(`{${value.map((item) => `"${String(item).replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
  if (typeof value === "object" && "x" in value && "y" in value) return `(${String(value.x)},${String(value.y)})`;
  throw new TypeError(`no text form for a ${typeof value}`);
}

const escape = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r") : text;
