import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** Rows of a file in seeds/data, by column name. */
export function readCsv<Column extends string>(name: string): Record<Column, string>[] {
  return parse(readFileSync(new URL(`./data/${name}.csv`, import.meta.url)), { columns: true });
}

/** CSV knows no null; an empty field is one. */
export const orNull = (text: string): string | null => (text === "" ? null : text);
