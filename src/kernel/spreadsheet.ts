/** A spreadsheet's text as people save it: which bytes are which letters, what separates, and where the rows begin. */
import { csvRows, type CsvRow } from "./csv-rows.js";

export type { CsvRow } from "./csv-rows.js";

/**
 * UTF-8; UTF-16 where a mark or every other byte says so; the Windows code page where all that is not ASCII then becomes a
 * letter. Null for anything else: a guess turns Danish letters into other people's.
 */
export function spreadsheetText(file: string | Uint8Array): string | null {
  if (typeof file === "string") return file.replace(/^\uFEFF/, "");
  const [first, second, third, fourth] = file;
  if ((first === 0xff && second === 0xfe) || (second === 0 && fourth === 0 && first !== 0)) return new TextDecoder("utf-16le").decode(file);
  if ((first === 0xfe && second === 0xff) || (first === 0 && third === 0 && second !== 0)) return new TextDecoder("utf-16be").decode(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    const windows = new TextDecoder("windows-1252").decode(file);
    return /[^\p{ASCII}\p{Script=Latin}\u00A0]/u.test(windows) ? null : windows;
  }
}

/** A workbook as it is saved by default: a ZIP file, or the compound file of older versions. */
export function isWorkbook(file: Uint8Array): boolean {
  const [a, b, c, d] = file;
  return (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0);
}

export type Sheet = { readonly header: CsvRow | null; readonly rows: readonly CsvRow[] } | { readonly openQuoteAtLine: number };

/** Header and rows; of rows `most` and one more at most, so that too many cost no more than enough. */
export function sheetOf(text: string, most: number): Sheet {
  const { body, delimiter, firstLine } = dialectOf(text);
  const read = csvRows(body, delimiter, firstLine, most + 1);
  if ("openQuoteAtLine" in read) return read;
  const [header = null, ...rows] = read.rows;
  return { header, rows };
}

/** A sheet that was once wider keeps empty columns to the right. */
export function namesIn({ cells }: CsvRow): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

/** external_id, External ID and externalId are the same column. */
export function columnKey(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

export type Dialect = { readonly body: string; readonly delimiter: string; readonly firstLine: number };

/** "sep=;" in a line of its own, perhaps with empty cells behind it, tells Excel, and us, what separates; else what the header holds most of. */
export function dialectOf(text: string): Dialect {
  const [told, separator] = /^"?sep=([;,\t|])"?\1*[ \t]*(?:\r\n|\n|\r|$)/i.exec(text) ?? [];
  if (told !== undefined && separator !== undefined) return { body: text.slice(told.length), delimiter: separator, firstLine: 2 };
  const header = /[^\r\n]+/.exec(text)?.[0] ?? "";
  const count = (delimiter: string): number => header.split(delimiter).length;
  const delimiter = [";", "\t", ","].reduce((best, next) => (count(next) > count(best) ? next : best));
  return { body: text, delimiter, firstLine: 1 };
}
