/**
 * A file about parts of the network, read into lines: a spreadsheet with a header line, or one JSON object in each line. Pure and total:
 * bytes of any kind give an answer. A fault of one line stands at that line; a fault of the whole file goes to `faults`, and then no line
 * is used. No message repeats the file's text.
 */
import type { NetworkPart } from "../../../../schema/states.js";
import { csvRows } from "../../../kernel/csv-rows.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { dialectOf, spreadsheetText } from "../../../kernel/spreadsheet.js";
import type { NetworkFormat } from "../network-words.js";
import { FIELDS_OF, readPart, type PartLine } from "../register/part-line.js";
import type { Row } from "../register/row-reader.js";

export type NetworkLine =
  | { readonly line: number; readonly ok: true; readonly value: PartLine }
  | { readonly line: number; readonly ok: false; readonly externalId: string | null; readonly faults: readonly Refusal[] };
export type NetworkReading = { readonly lines: readonly NetworkLine[]; readonly faults: readonly Refusal[] };
export type NetworkFile = { readonly part: NetworkPart; readonly format: NetworkFormat; readonly content: string | Uint8Array };

export const MOST_LINES = 25_000;
const MOST_BYTES = 10_000_000;
/** Characters of one line; nobody's has more. */
const MOST_CHARACTERS = 8_000;

export function readNetwork({ part, format, content }: NetworkFile): NetworkReading {
  if (content.length > MOST_BYTES) return nothing("INPUT_TOO_LARGE", `The file may have at most ${MOST_BYTES} bytes.`, "Send it in parts.");
  const text = spreadsheetText(content);
  if (text === null) return nothing("INPUT_NOT_UTF8", "The file is not UTF-8 text.", "Set the encoding to UTF-8.");
  return format === "CSV" ? readCsv(part, text) : readNdjson(part, text);
}

function nothing(code: RefusalCode, message: string, remedy: string): NetworkReading {
  return { lines: [], faults: [refusal(code, message, { remedy })] };
}

const normal = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, "");

/** external_id, External ID and externalId are the same column. */
function fieldNamed(part: NetworkPart, name: string): string | undefined {
  return FIELDS_OF[part].find((field) => normal(field) === normal(name));
}

function readCsv(part: NetworkPart, text: string): NetworkReading {
  const { body, delimiter, firstLine } = dialectOf(text);
  const read = csvRows(body, delimiter, firstLine, MOST_LINES + 1);
  if ("openQuoteAtLine" in read)
    return nothing(
      "INPUT_NOT_CSV",
      `The quotation mark that opens in line ${read.openQuoteAtLine} is never closed.`,
      "Close the quotation mark.",
    );
  const [header, ...rows] = read.rows;
  if (!header) return nothing("HEADER_MISSING", "The file is empty; its first line names the columns.", "Add a header line.");
  if (rows.length > MOST_LINES) return nothing("TOO_MANY_LINES", `At most ${MOST_LINES} lines are taken at a time.`, "Send them in parts.");
  const { fields, faults } = headerOf(part, header.cells);
  if (faults.length > 0) return { lines: [], faults };
  const lines = rows.map(({ line, cells, broken }): NetworkLine => {
    if (broken)
      return refused(
        line,
        null,
        "LINE_INVALID",
        "The quotation marks in the line do not match.",
        "Write a quotation mark inside of quotes twice.",
      );
    if (cells.reduce((sum, cell) => sum + cell.length, 0) > MOST_CHARACTERS)
      return refused(line, null, "LINE_TOO_LONG", `A line may have at most ${MOST_CHARACTERS} characters.`, "Shorten it.");
    if (cells.slice(fields.length).some((cell) => cell !== ""))
      return refused(
        line,
        null,
        "TOO_MANY_COLUMNS",
        `The line has ${cells.length} cells, the header names ${fields.length}.`,
        "Correct the line.",
      );
    return lineOf(part, line, Object.fromEntries(fields.map((field, i) => [field, cells[i] ?? ""])));
  });
  return { lines, faults: [] };
}

/** An unknown column is refused, not passed over: it is a misspelt one, or one that has no business here. */
function headerOf(
  part: NetworkPart,
  written: readonly string[],
): { readonly fields: readonly string[]; readonly faults: readonly Refusal[] } {
  const cells = written.slice(0, written.findLastIndex((cell) => cell !== "") + 1);
  const fields: string[] = [];
  const faults: Refusal[] = [];
  cells.forEach((cell, i) => {
    const field = fieldNamed(part, cell);
    if (!field)
      faults.push(
        refusal("COLUMN_UNKNOWN", `Column ${i + 1} has a name that is not known.`, { remedy: `There are ${FIELDS_OF[part].join(", ")}.` }),
      );
    else if (fields.includes(field))
      faults.push(refusal("COLUMN_TWICE", `Column ${i + 1} repeats ${field}.`, { remedy: "Keep one of them." }));
    else fields.push(field);
  });
  if (faults.length === 0 && !fields.includes("externalId"))
    faults.push(
      refusal("HEADER_MISSING", "The column external_id is missing.", { remedy: "A file names each part by the key of its register." }),
    );
  return { fields, faults };
}

function readNdjson(part: NetworkPart, text: string): NetworkReading {
  const lines: NetworkLine[] = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    if (written.trim() === "") continue;
    if (lines.length === MOST_LINES)
      return nothing("TOO_MANY_LINES", `At most ${MOST_LINES} lines are taken at a time.`, "Send them in parts.");
    lines.push(ndjsonLine(part, index + 1, written));
  }
  return lines.length > 0 ? { lines, faults: [] } : nothing("INPUT_MISSING", "The file has no line.", "Send one JSON object in each line.");
}

function ndjsonLine(part: NetworkPart, line: number, written: string): NetworkLine {
  if (written.length > MOST_CHARACTERS)
    return refused(line, null, "LINE_TOO_LONG", `A line may have at most ${MOST_CHARACTERS} characters.`, "Shorten it.");
  let row: unknown;
  try {
    row = JSON.parse(written);
  } catch {
    return refused(line, null, "LINE_NOT_JSON", "The line is not JSON.", "Write one JSON object in each line.");
  }
  if (typeof row !== "object" || row === null || Array.isArray(row))
    return refused(line, null, "LINE_INVALID", "The line is no object.", "Write one JSON object in each line.");
  const unknown = Object.keys(row).filter((name) => fieldNamed(part, name) === undefined);
  if (unknown.length > 0)
    return refused(
      line,
      null,
      "COLUMN_UNKNOWN",
      `${unknown.length} names in the line are not known.`,
      `There are ${FIELDS_OF[part].join(", ")}.`,
    );
  return lineOf(
    part,
    line,
    Object.fromEntries(Object.entries(row).map(([name, value]) => [fieldNamed(part, name) ?? "", value as unknown])),
  );
}

function lineOf(part: NetworkPart, line: number, row: Row): NetworkLine {
  const read = readPart(part, row);
  const externalId = typeof row["externalId"] === "string" && row["externalId"].length <= 64 ? row["externalId"].trim() : null;
  if (!("part" in read)) return { line, ok: false, externalId, faults: read };
  if (read.externalId === null)
    return refused(line, null, "FIELD_MISSING", "externalId is missing.", "A line names the part by the key of its register.");
  return { line, ok: true, value: read };
}

function refused(line: number, externalId: string | null, code: RefusalCode, message: string, remedy: string): NetworkLine {
  return { line, ok: false, externalId, faults: [refusal(code, message, { remedy })] };
}
