/**
 * Cells of a spreadsheet's text (RFC 4180), with the line of the file on which each row begins as an editor shows it, and the
 * line on which a quotation mark opens that nobody closes. Line ends of any kind, mixed ones too, also inside quotes.
 */
export type CsvRow = {
  readonly line: number;
  readonly cells: readonly string[];
  /** Quotation marks that do not fit; the row is not to be used. */
  readonly broken: boolean;
};
export type CsvRows = { readonly rows: readonly CsvRow[] } | { readonly openQuoteAtLine: number };

/** Rows with something in them; `most` rows and one more at most, so that too many cost no more than enough. */
export function csvRows(text: string, delimiter: string, firstLine: number, most: number): CsvRows {
  const rows: CsvRow[] = [];
  let at = 0;
  let line = firstLine;
  while (at < text.length && rows.length <= most) {
    const row = { line, cells: [] as string[], broken: false };
    for (let more = true; more;) {
      const cell = cellAt(text, at, delimiter);
      if (cell === null) return { openQuoteAtLine: line };
      line += cell.breaks;
      row.cells.push(cell.text);
      row.broken ||= cell.broken;
      at = cell.end;
      more = text.charAt(at) === delimiter;
      if (more) at += 1;
    }
    at = behindBreak(text, at);
    line += 1;
    if (row.broken || row.cells.some((cell) => cell !== "")) rows.push(row);
  }
  return { rows };
}

type Cell = { readonly text: string; readonly end: number; readonly breaks: number; readonly broken: boolean };

/** The cell that begins there, up to its delimiter or the end of its line; null when its quotation mark is never closed. */
function cellAt(text: string, start: number, delimiter: string): Cell | null {
  let at = start;
  while (text.charAt(at) === " ") at += 1;
  if (text.charAt(at) !== '"') {
    const end = endOfCell(text, start, delimiter);
    const written = text.slice(start, end);
    return { text: written.trim(), end, breaks: 0, broken: written.includes('"') };
  }
  const parts: string[] = [];
  for (let from = at + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    parts.push(text.slice(from, quote));
    from = quote + 1;
    if (text.charAt(from) !== '"') {
      const end = endOfCell(text, from, delimiter);
      const inside = parts.join('"');
      return { text: inside, end, breaks: breaksIn(text.slice(at, quote)), broken: text.slice(from, end).trim() !== "" };
    }
    from += 1;
  }
}

function endOfCell(text: string, start: number, delimiter: string): number {
  let end = start;
  while (end < text.length && text.charAt(end) !== delimiter && text.charAt(end) !== "\n" && text.charAt(end) !== "\r") end += 1;
  return end;
}

function breaksIn(text: string): number {
  return (text.match(/\r\n|\n|\r/g) ?? []).length;
}

function behindBreak(text: string, at: number): number {
  return text.charAt(at) === "\r" && text.charAt(at + 1) === "\n" ? at + 2 : at + 1;
}
