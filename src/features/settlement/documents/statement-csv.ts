/** A statement for a spreadsheet: semicolons and a byte order mark as Danish Excel expects them, and no cell that could be a formula. */
import { stringify } from "csv-stringify/sync";
import { kroner } from "../../../kernel/money.js";
import type { Statement } from "./statement.js";

const COLUMNS = [
  "Treated on",
  "Booking",
  "Service",
  "Session",
  "Kind",
  "Gross DKK",
  "Public share DKK",
  "Amount DKK",
  "State",
  "Expected on",
  "Paid on",
  "Self-bill",
  "Bank reference",
  "Because",
];

/** Decimal comma: what a Danish spreadsheet reads as a number. */
const amount = (minor: bigint): string => kroner(minor).replace(".", ",");

export function statementCsv(statement: Statement): string {
  const rows = statement.rows.map((r) => [
    r.treatedOn,
    r.bookingReference,
    r.service,
    String(r.sessionNumber),
    r.kind,
    amount(r.grossMinor),
    amount(r.publicMinor),
    amount(r.amountMinor),
    r.state,
    r.expectedOn ?? "",
    r.paidOn ?? "",
    r.selfBillNumber ?? "",
    r.endToEndId ?? "",
    r.because.join(" "),
  ]);
  return csv(COLUMNS, rows);
}

/** Amounts are the only cells that may begin with a minus; everything else that could start a formula gets an apostrophe. */
export function csv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map((cell) => (isAmount(cell) ? cell : unarmed(cell))));
  return stringify(safe, { header: true, columns: [...columns], delimiter: ";", bom: true, quoted: true, record_delimiter: "windows" });
}

function isAmount(cell: string): boolean {
  return /^-?\d+,\d{2}$/.test(cell);
}

/** Signs that spreadsheets take for the start of a formula, with their full-width and small forms, tabs and line ends. */
function unarmed(cell: string): string {
  return /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212|%]/u.test(cell) ? `'${cell}` : cell;
}
