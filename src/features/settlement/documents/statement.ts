/**
 * A clinic's statement: per treatment what is owed and why, when it is expected, and what was paid. Pure, so that the API,
 * the spreadsheet and the document say the same.
 */
import { localDateOf, nextBankDay } from "../../../kernel/calendar.js";
import type { Service } from "../../../rules/codes.js";
import { nextClosing, type ClosingCalendar } from "../batches/closing/closing-calendar.js";
import type { LeftOutReason, LineKind, LineState } from "../settlement-words.js";

export type StatementRow = {
  readonly lineId: string;
  readonly bookingId: string;
  readonly bookingReference: string;
  readonly treatedOn: string;
  readonly service: Service;
  readonly sessionNumber: number;
  readonly kind: LineKind;
  readonly grossMinor: bigint;
  readonly publicMinor: bigint;
  readonly amountMinor: bigint;
  readonly state: LineState;
  readonly reason: string | null;
  /** Codes of the price rules that shaped the amount. */
  readonly because: readonly string[];
  /** Danish day on which the dispute window ends. */
  readonly readyOn: string;
  readonly expectedOn: string | null;
  readonly paidOn: string | null;
  readonly paymentId: string | null;
  readonly endToEndId: string | null;
  readonly selfBillNumber: string | null;
};

export type Statement = {
  readonly clinicId: string;
  readonly clinicName: string;
  readonly clinicAddress: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly providerCvr: string;
  readonly from: string;
  /** First day that is not part of it. */
  readonly until: string;
  readonly today: string;
  readonly waitsFor: LeftOutReason | null;
  readonly rows: readonly StatementRow[];
};

/** When batches are closed, and what keeps a company from being paid meanwhile. */
export type Closings = {
  readonly calendar: ClosingCalendar;
  /** Why none of its lines is gathered now: its account, or because more is taken back than is owed. */
  readonly waitsFor: LeftOutReason | null;
};

/**
 * Bank day on which the money is expected: that of the payment once there is one, otherwise the bank day after the next closing at
 * which the line can be gathered. Null where nobody can know: while it is disputed, while the company cannot be paid, and where
 * it was settled against a correction.
 */
export function expectedOn(
  line: { readonly state: LineState; readonly readyAt: Date; readonly paymentOn: string | null },
  now: Date,
  { calendar, waitsFor }: Closings,
): string | null {
  if (line.state === "DISPUTED" || line.state === "NETTED") return null;
  if (line.paymentOn !== null) return line.paymentOn;
  if (waitsFor !== null) return null;
  const from = line.readyAt > now ? line.readyAt : now;
  return nextBankDay(localDateOf(nextClosing(from, calendar) ?? from));
}

export type Totals = { readonly paidMinor: bigint; readonly expectedMinor: bigint; readonly disputedMinor: bigint };

export function totalsOf(rows: readonly StatementRow[]): Totals {
  const sum = (of: (row: StatementRow) => boolean): bigint => rows.filter(of).reduce((total, row) => total + row.amountMinor, 0n);
  return {
    paidMinor: sum((r) => r.state === "PAID"),
    expectedMinor: sum((r) => r.state !== "PAID" && r.state !== "DISPUTED" && r.state !== "NETTED"),
    disputedMinor: sum((r) => r.state === "DISPUTED"),
  };
}

export type FlowDay = { readonly day: string; readonly paidMinor: bigint; readonly expectedMinor: bigint };

/** Money by bank day, past and to come: the figures of the picture. */
export function cashFlow(rows: readonly StatementRow[]): FlowDay[] {
  const days = new Map<string, { paid: bigint; expected: bigint }>();
  for (const row of rows) {
    const paid = row.state === "PAID";
    const day = paid ? (row.paidOn ?? row.expectedOn) : row.expectedOn;
    if (day === null) continue;
    const at = days.get(day) ?? { paid: 0n, expected: 0n };
    if (paid) at.paid += row.amountMinor;
    else at.expected += row.amountMinor;
    days.set(day, at);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { paid, expected }]) => ({ day, paidMinor: paid, expectedMinor: expected }));
}
