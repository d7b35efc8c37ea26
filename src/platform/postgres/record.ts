/** From a record of `schema/rows.ts` to the row of its table and back, by the names the table itself gives its columns. */
import { getTableColumns, type InferInsertModel, type InferSelectModel, type Table } from "drizzle-orm";
import type { JsonOf, NewRow, TableName } from "../../../schema/columns-of.js";

type NameOf<T extends Table> = T["_"]["name"] & TableName;
type Column = { readonly key: string; readonly name: string; readonly type: string };

const known = new WeakMap<Table, readonly Column[]>();

function columnsIn(table: Table): readonly Column[] {
  const columns =
    known.get(table) ?? Object.entries(getTableColumns(table)).map(([key, { name, dataType }]) => ({ key, name, type: dataType }));
  known.set(table, columns);
  return columns;
}

/** The row that a record is written as. */
export function rowOf<T extends Table>(table: T, record: InferInsertModel<T>): NewRow<NameOf<T>> {
  const columns = columnsIn(table).filter(({ key }) => key in record);
  return Object.fromEntries(columns.map(({ key, name }) => [name, Reflect.get(record, key) as unknown])) as NewRow<NameOf<T>>;
}

/** The record of a row that came as JSON. */
export function recordOf<T extends Table>(table: T, row: JsonOf<NameOf<T>>): InferSelectModel<T> {
  const fields = columnsIn(table).map(({ key, name, type }) => {
    const value: unknown = Reflect.get(row, name);
    if (type === "date" && typeof value === "string") return [key, new Date(value)];
    return [key, type === "bigint" && typeof value === "number" ? BigInt(value) : value];
  });
  return Object.fromEntries(fields) as InferSelectModel<T>;
}
