/** Months of the book: which may be closed or reopened, and what a closed one looks like for the insurer's own system. Pure. */
import { addDays } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { MonthAct } from "../ledger-words.js";

/** First day of the month of a day. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** First day of the next month. */
export function nextMonth(month: string): string {
  return monthOf(addDays(monthOf(month), 31));
}

export type Asked = { readonly month: string; readonly act: MonthAct; readonly hasReason: boolean };
export type Book = {
  /** First day that is not in a closed month; null where no month was ever closed. */
  readonly opensOn: string | null;
  readonly today: string;
  /** Somebody has asked for a month already, and nobody has decided on it. */
  readonly waits: boolean;
};

/** Everything that keeps a month from being closed or reopened. Months close in their order: none lies open between closed ones. */
export function monthRefusals({ month, act, hasReason }: Asked, { opensOn, today, waits }: Book): Refusal[] {
  const found: Refusal[] = [];
  const path = ["input", "month"];
  if (waits)
    found.push(refusal("MONTH_ACT_WAITS", "A month already waits for a second person.", { path, remedy: "Decide on that one first." }));
  const expected = act === "CLOSE" ? opensOn : opensOn && monthOf(addDays(opensOn, -1));
  if (expected === null ? act === "REOPEN" : expected !== month)
    found.push(
      refusal("MONTH_OUT_OF_ORDER", "Months are closed in their order, and the last one closed is the first one reopened.", {
        path,
        remedy: expected === null ? "No month has been closed." : `The month in turn is ${expected.slice(0, 7)}.`,
      }),
    );
  if (act === "CLOSE" && nextMonth(month) > today)
    found.push(refusal("MONTH_NOT_OVER", "This month is not over yet.", { path, remedy: "Close it on a day of a later month." }));
  if ((act === "REOPEN") !== hasReason)
    found.push(
      refusal("REASON_MISSING", "A month is reopened for a reason, and closed without one.", {
        path: ["input", "reason"],
        remedy: "Give a reason where a month is reopened, and only there.",
      }),
    );
  return found;
}

/** Consecutive within its month: what stands in the book keeps its number, because later entries come after it. */
export function voucherNumber(month: string, place: number): string {
  return `${month.slice(0, 7)}-${String(place).padStart(6, "0")}`;
}

/** Upper ends of the ages of open lines, in days since the treatment; the last class has none. */
export const AGE_ENDS = [30, 60, 90] as const;
