/** A file of messages, as CSV with a header or as one JSON object a line: which messages it holds, line by line. Pure. */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { namesIn, sheetOf, spreadsheetText } from "../../../kernel/spreadsheet.js";
import type { ValueWords } from "../../../kernel/worded.js";
import { messageFieldNamed, readMessage, type MessageField, type MessageRow, type PolicyMessage } from "./policy-message.js";

/** `line` counts from 1, as an editor shows it: the line of the file, or the place in the list. */
export type MessageLine =
  | { readonly line: number; readonly ok: true; readonly value: PolicyMessage }
  | { readonly line: number; readonly ok: false; readonly faults: readonly Refusal[] };
/** `faults`: of the file as a whole; then nothing of it is used. */
export type MessageFile = { readonly lines: readonly MessageLine[]; readonly faults: readonly Refusal[] };

const MOST_LINES = 20_000;
const MOST_BYTES = 10_000_000;
const MOST_CHARACTERS = 20_000;

/** How a file is read, by its format; the media types under which it may be put. */
export const MESSAGE_FORMATS = {
  CSV: ["text/csv", "application/csv", "application/vnd.ms-excel"],
  NDJSON: ["application/x-ndjson", "application/ndjson", "application/jsonl"],
} as const;
export type MessageFormat = keyof typeof MESSAGE_FORMATS;
export const MESSAGE_FORMAT_WORDS: Readonly<Record<MessageFormat, ValueWords>> = {
  CSV: ["CSV", "CSV", "One message per line under a header line, separated by comma, semicolon or tab, as Excel writes it."],
  NDJSON: ["NDJSON", "NDJSON", "One JSON object per line."],
};

type ReadRow = (row: MessageRow) => PolicyMessage | readonly Refusal[];

export function readMessages(
  format: MessageFormat,
  input: string | Uint8Array,
  isCivilNumber: (text: string) => string | null,
): MessageFile {
  const size = typeof input === "string" ? new TextEncoder().encode(input).length : input.length;
  if (size > MOST_BYTES)
    return unusable(refusal("INPUT_TOO_LARGE", `The file may be at most ${MOST_BYTES} bytes.`, { remedy: "Send it in parts." }));
  const read: ReadRow = (row) => readMessage(row, isCivilNumber);
  return format === "CSV" ? sheet(input, read) : objects(input, read);
}

/** Messages that are structured already. */
export function readStructured(rows: readonly MessageRow[], isCivilNumber: (text: string) => string | null): MessageLine[] {
  return rows.map((row, n) => lineOf(n + 1, readMessage(row, isCivilNumber)));
}

function sheet(input: string | Uint8Array, read: ReadRow): MessageFile {
  const text = spreadsheetText(input);
  if (text === null) return unusable(NOT_UTF8);
  const table = sheetOf(text, MOST_LINES);
  if ("openQuoteAtLine" in table)
    return unusable(refusal("INPUT_NOT_CSV", `The quotation mark that opens in line ${table.openQuoteAtLine} is never closed.`));
  const { header, rows } = table;
  if (!header) return unusable(refusal("HEADER_MISSING", "The file is empty; its first line names the columns."));
  if (rows.length > MOST_LINES) return unusable(TOO_MANY);
  const names = namesIn(header).map(messageFieldNamed);
  // the cell's text is not repeated: in a file without a header it is somebody's name
  const faults = names.flatMap((name, n) => {
    if (name === null)
      return [refusal("COLUMN_UNKNOWN", `Column ${n + 1} has a name that is not known.`, { remedy: "docs/members.md lists the columns." })];
    return names.indexOf(name) < n ? [refusal("COLUMN_TWICE", `Column ${n + 1} repeats ${name}.`)] : [];
  });
  if (faults.length > 0) return { lines: [], faults };
  const fields = names as MessageField[];
  return {
    faults: [],
    lines: rows.map(({ line, cells, broken }): MessageLine => {
      if (broken) return { line, ok: false, faults: [refusal("LINE_INVALID", "The quotation marks in the line do not match.")] };
      if (cells.slice(fields.length).some((cell) => cell !== ""))
        return {
          line,
          ok: false,
          faults: [refusal("TOO_MANY_COLUMNS", `The line has ${cells.length} cells, the header names ${fields.length}.`)],
        };
      return lineOf(line, read(Object.fromEntries(fields.map((field, n) => [field, cells[n] ?? ""]))));
    }),
  };
}

function objects(input: string | Uint8Array, read: ReadRow): MessageFile {
  let text: string;
  try {
    text = typeof input === "string" ? input.replace(/^\uFEFF/, "") : new TextDecoder("utf-8", { fatal: true }).decode(input);
  } catch {
    return unusable(NOT_UTF8);
  }
  const lines = text.split(/\r\n|\n|\r/);
  const filled = lines.flatMap((written, n) => (written.trim() === "" ? [] : [{ written, line: n + 1 }]));
  if (filled.length > MOST_LINES) return unusable(TOO_MANY);
  return { faults: [], lines: filled.map(({ written, line }) => objectLine(line, written, read)) };
}

function objectLine(line: number, written: string, read: ReadRow): MessageLine {
  const no = (found: Refusal): MessageLine => ({ line, ok: false, faults: [found] });
  if (written.length > MOST_CHARACTERS) return no(refusal("LINE_TOO_LONG", `A line may have at most ${MOST_CHARACTERS} characters.`));
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return no(refusal("LINE_NOT_JSON", "The line is no JSON."));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return no(refusal("LINE_INVALID", "The line is not an object."));
  const entries = Object.entries(value).map(([name, content]) => [messageFieldNamed(name), content] as const);
  const unknown = entries.findIndex(([name]) => name === null);
  if (unknown >= 0)
    return no(
      refusal("COLUMN_UNKNOWN", `Field ${unknown + 1} of the object has a name that is not known.`, {
        remedy: "docs/members.md lists them.",
      }),
    );
  return lineOf(line, read(Object.fromEntries(entries) as MessageRow));
}

function lineOf(line: number, read: PolicyMessage | readonly Refusal[]): MessageLine {
  return "version" in read ? { line, ok: true, value: read } : { line, ok: false, faults: read };
}

function unusable(fault: Refusal): MessageFile {
  return { lines: [], faults: [fault] };
}

const NOT_UTF8 = refusal("INPUT_NOT_UTF8", "The input is not UTF-8 text.", {
  remedy: 'Save the file as "CSV UTF-8" or set the encoding to UTF-8.',
});
const TOO_MANY = refusal("TOO_MANY_LINES", `At most ${MOST_LINES} lines are taken at a time.`, { remedy: "Send them in parts." });
