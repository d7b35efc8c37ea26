import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";
import { isWorkbook, namesIn, sheetOf, spreadsheetText, type CsvRow } from "../../../kernel/spreadsheet.js";
import { fieldNamed, readRow, type Field } from "./fields.js";
import {
  fileIn,
  NOT_UTF8,
  nothingUsable,
  openingsOf,
  tooManyLines,
  type IntakeContext,
  type IntakeInput,
  type IntakeLine,
  type IntakeResult,
  type IntakeSource,
} from "./source.js";

/** Characters of one row; nobody's opening has more. */
const MOST_CHARACTERS = 20_000;

/**
 * A spreadsheet. Danish Excel separates by semicolon and starts the file with a byte order mark, everybody else by comma.
 * An unknown column is refused, not passed over: it is either a misspelt one, or one about patients that has no business here.
 */
export const csvSource: IntakeSource = {
  code: "CSV",
  words: ["CSV", "CSV", "A spreadsheet."],
  description: "A CSV upload, one opening per line, with a header line.",
  mediaTypes: ["text/csv", "application/csv", "application/vnd.ms-excel"],
  maxBytes: 4_000_000,
  maxLines: 10_000,
  brings: "OPENINGS",
  upload: ["CSV", "CSV", "One opening per line under a header line, separated by comma, semicolon or tab, as Excel writes it."],
  parse(input, context) {
    const text = textOfSheet(input);
    if (typeof text !== "string") return nothingUsable([text]);
    const read = sheetOf(text, csvSource.maxLines);
    if ("openQuoteAtLine" in read)
      return nothingUsable([refusal("INPUT_NOT_CSV", `The quotation mark that opens in line ${read.openQuoteAtLine} is never closed.`)]);
    const { header, rows } = read;
    if (!header) return nothingUsable([refusal("HEADER_MISSING", "The file is empty; its first line names the columns.")]);
    if (rows.length > csvSource.maxLines) return nothingUsable([tooManyLines(csvSource)]);
    const columns = readHeader(namesIn(header));
    if (columns.faults.length > 0) return nothingUsable(columns.faults);
    return answer(rows, columns.fields, context);
  },
};

function textOfSheet(input: IntakeInput): string | Refusal {
  const file = fileIn(input, csvSource);
  if (typeof file !== "string" && !(file instanceof Uint8Array)) return file;
  if (typeof file !== "string" && isWorkbook(file))
    return refusal("INPUT_NOT_CSV", "The file is a workbook and no text.", { remedy: 'Save it as "CSV UTF-8" and send that.' });
  return spreadsheetText(file) ?? NOT_UTF8;
}

function answer(rows: readonly CsvRow[], fields: readonly Field[], context: IntakeContext): IntakeResult {
  const lines = rows.map(({ line, cells, broken }): IntakeLine => {
    const no = (code: RefusalCode, message: string): IntakeLine => ({ line, ok: false, faults: [refusal(code, message)] });
    if (broken) return no("LINE_INVALID", "The quotation marks in the line do not match.");
    if (cells.reduce((sum, cell) => sum + cell.length, 0) > MOST_CHARACTERS)
      return no("LINE_TOO_LONG", `A line may have at most ${MOST_CHARACTERS} characters.`);
    if (cells.slice(fields.length).some((cell) => cell !== ""))
      return no("TOO_MANY_COLUMNS", `The line has ${cells.length} cells, the header names ${fields.length}.`);
    const read = readRow(Object.fromEntries(fields.map((field, i) => [field, cells[i] ?? ""])), context);
    return "action" in read ? { line, ok: true, value: read } : { line, ok: false, faults: read };
  });
  return openingsOf(lines, context);
}

function readHeader(cells: readonly string[]): { fields: readonly Field[]; faults: readonly Refusal[] } {
  const faults: Refusal[] = [];
  const fields: Field[] = [];
  cells.forEach((cell, i) => {
    const field = fieldNamed(cell);
    // The cell's text is not repeated: in a file without a header it is data, maybe a name.
    if (!field)
      faults.push(
        refusal("COLUMN_UNKNOWN", `Column ${i + 1} has a name that is not known.`, {
          remedy: "docs/recipes/adding-an-intake-source.md lists the columns.",
        }),
      );
    else if (fields.includes(field)) faults.push(refusal("COLUMN_TWICE", `Column ${i + 1} repeats ${field}.`));
    else fields.push(field);
  });
  if (faults.length === 0 && !fields.includes("externalId")) faults.push(refusal("HEADER_MISSING", "The column external_id is missing."));
  return { fields, faults };
}
