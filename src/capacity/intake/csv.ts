import { parse, type CsvError } from "csv-parse/sync";
import { refusal, type Refusal } from "../../kernel/refusal.js";
import { fieldNamed, readRow, type Field } from "./fields.js";
import { nothingUsable, openings, textOf, tooManyLines, type IntakeLine, type IntakeResult, type IntakeSource } from "./source.js";

type Row = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/**
 * A spreadsheet. Danish Excel separates by semicolon and starts the file with a byte order mark, everybody else by comma.
 * An unknown column is refused, not passed over: it is either a misspelt one, or one about patients that has no business here.
 */
export const csvSource: IntakeSource = {
  code: "CSV",
  description: "A CSV upload, one opening per line, with a header line.",
  mediaTypes: ["text/csv", "application/csv", "application/vnd.ms-excel"],
  maxBytes: 4_000_000,
  maxLines: 10_000,
  brings: "OPENINGS",
  parse(input, context) {
    const text = textOf(input, csvSource);
    if (typeof text !== "string") return nothingUsable([text]);
    const broken: IntakeLine[] = [];
    let rows: readonly Row[];
    try {
      rows = parse(text, {
        delimiter: delimiterOf(text),
        info: true,
        trim: true,
        skip_empty_lines: true,
        relax_column_count: true,
        max_record_size: 20_000,
        to: csvSource.maxLines + 2,
        skip_records_with_error: true,
        on_skip: (error) =>
          void broken.push({ line: Number(error?.lines ?? 0), ok: false, faults: [refusal("LINE_INVALID", csvMessage(error))] }),
      }) as unknown as readonly Row[];
    } catch {
      return nothingUsable([
        refusal("INPUT_NOT_CSV", "The file cannot be read as CSV.", { remedy: "Look for a quotation mark that is never closed." }),
      ]);
    }
    const [header, ...body] = rows;
    if (!header) return nothingUsable([refusal("HEADER_MISSING", "The file is empty; its first line names the columns.")]);
    if (body.length + broken.length > csvSource.maxLines) return nothingUsable([tooManyLines(csvSource)]);
    const columns = readHeader(header.record);
    if (columns.faults.length > 0) return nothingUsable(columns.faults);
    return answer(body, columns.fields, broken, context);
  },
};

function answer(
  body: readonly Row[],
  fields: readonly Field[],
  broken: readonly IntakeLine[],
  context: Parameters<IntakeSource["parse"]>[1],
): IntakeResult {
  const lines = body
    .filter(({ record }) => record.some((cell) => cell !== ""))
    .map(({ record, info }): IntakeLine => {
      const line = info.lines;
      if (record.length > fields.length && record.slice(fields.length).some((cell) => cell !== ""))
        return {
          line,
          ok: false,
          faults: [refusal("TOO_MANY_COLUMNS", `The line has ${record.length} cells, the header names ${fields.length}.`)],
        };
      const read = readRow(Object.fromEntries(fields.map((field, i) => [field, record[i] ?? ""])), context);
      return "action" in read ? { line, ok: true, value: read } : { line, ok: false, faults: read };
    });
  return openings(
    [...lines, ...broken].sort((a, b) => a.line - b.line),
    context,
  );
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

function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? "";
  return first.split(";").length > first.split(",").length ? ";" : ",";
}

/** The library's message quotes the cell, so only its kind is passed on. */
function csvMessage(error: CsvError | undefined): string {
  return error?.code.includes("QUOTE") ? "The quotation marks in the line do not match." : "The line cannot be read.";
}
