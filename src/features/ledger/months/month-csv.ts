/** The book of a month for the insurer's own system: a journal of vouchers, and the general ledger. Semicolons, decimal commas. Pure. */
import { kroner } from "../../../kernel/money.js";
import { csv } from "../../settlement/documents/statement-csv.js";
import type { Account } from "../entry.js";
import type { AccountDay, JournalRow, MonthTotal } from "./month.store.js";
import { voucherNumber } from "./month.js";

/** Numbers of accounts in the insurer's chart; an account without one goes by its own name. */
export type AccountNumbers = Readonly<Partial<Record<Account, string>>>;

const amount = (minor: bigint): string => kroner(minor).replace(".", ",");
const debit = (minor: bigint): string => (minor > 0n ? amount(minor) : "");
const credit = (minor: bigint): string => (minor < 0n ? amount(-minor) : "");

const JOURNAL = ["Voucher", "Accounted on", "Concerns", "Recorded at", "Kind", "Reason", "Account", "Name", "Company CVR", "Debit DKK", "Credit DKK", "Booking", "Payment", "Recorded by"]; // prettier-ignore

/** One line per side of an entry; the sides of a voucher sum to nothing. */
export function journalCsv(month: string, rows: readonly JournalRow[], numbers: AccountNumbers): string {
  return csv(
    JOURNAL,
    rows.map((r) => [
      voucherNumber(month, r.place),
      r.accounted_on,
      r.effective_on,
      r.recorded_at.toISOString(),
      r.kind,
      r.reason ?? "",
      numbers[r.account] ?? r.account,
      r.account,
      r.cvr ?? "",
      debit(r.amount_minor),
      credit(r.amount_minor),
      r.booking ?? "",
      r.payment ?? "",
      r.actor,
    ]),
  );
}

const LEDGER = ["Account", "Name", "Accounted on", "Debit DKK", "Credit DKK", "Balance DKK"];

/** Of each account the balance it began with, then a line for each day on which something moved, with the balance after it. */
export function generalLedgerCsv(
  totals: readonly MonthTotal[],
  days: readonly AccountDay[],
  month: string,
  numbers: AccountNumbers,
): string {
  const rows = totals.flatMap(({ account, opening }) => {
    const number = numbers[account] ?? account;
    let balance = opening;
    const moved = days
      .filter((d) => d.account === account)
      .map((d) => {
        balance += d.debit - d.credit;
        return [number, account, d.accounted_on, amount(d.debit), amount(d.credit), amount(balance)];
      });
    return [[number, account, month, "", "", amount(opening)], ...moved];
  });
  return csv(LEDGER, rows);
}
