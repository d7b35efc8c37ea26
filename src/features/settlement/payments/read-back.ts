/**
 * A payment file is read again before it leaves, and what it says is compared with what was ordered. A writer that drops,
 * repeats, rounds or redirects a payment is stopped here, whatever the reason.
 */
import type { OrderPayment, PaymentOrder } from "./payment-order.js";

/** What a written file orders, in the words of no format; null for what could not be found. */
export type OrderAsWritten = {
  readonly messageId: string | null;
  readonly executionOn: string | null;
  /** IBAN of the payer. */
  readonly debtorAccount: string | null;
  /** Every number and sum of payments (in øre) that the file states of itself; empty where the form has no place for them. */
  readonly statedCounts: readonly (number | null)[];
  readonly statedSums: readonly (bigint | null)[];
  readonly payments: readonly PaymentAsWritten[];
  /** Why it is no file of its form at all, in words. */
  readonly faults: readonly string[];
};
export type PaymentAsWritten = {
  readonly endToEndId: string | null;
  /** Øre. */
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  /** IBAN, or registration and account number in 14 digits; of a NemKonto "NEMKONTO", a blank and the number that it goes by. */
  readonly account: string | null;
  /** As the receiver's bank will see it: of a longer name at least the first 20 characters. */
  readonly creditorName: string | null;
  /** Whole: it names the settlement and the self-bill. */
  readonly text: string | null;
  /** Further lines, whole; left out by a form that has no place for them. */
  readonly lines?: readonly string[];
};

/** What is wrong with the written file, in words; empty when it says what was ordered. */
export function fileDifferences(order: PaymentOrder, written: OrderAsWritten): string[] {
  const { payments, statedCounts, statedSums } = written;
  const each = (differs: (ordered: OrderPayment, found: PaymentAsWritten | undefined) => boolean): boolean =>
    payments.length !== order.payments.length || order.payments.some((payment, i) => differs(payment, payments[i]));
  const checks: readonly (readonly [differs: boolean, what: string])[] = [
    [written.messageId !== order.messageId, "its id"],
    [written.executionOn !== order.executionOn, "its day"],
    [written.debtorAccount !== order.debtor.iban, "the payer's account"],
    [statedCounts.some((count) => count !== order.count), "a stated count"],
    [statedSums.some((sum) => sum !== order.controlSumMinor), "a stated sum"],
    [each((payment, found) => found?.endToEndId !== payment.endToEndId), "the payments"],
    [each((payment, found) => found?.amountMinor !== payment.amountMinor || found.currency !== payment.currency), "an amount"],
    [each((payment, found) => found?.account !== accountOf(payment)), "a receiver's account"],
    [each((payment, found) => !isNameOf(payment, found?.creditorName ?? "")), "a receiver's name"],
    [each((payment, found) => found?.text !== payment.text), "a text"],
    [each((payment, found) => (found?.lines ?? payment.lines ?? []).join("\n") !== (payment.lines ?? []).join("\n")), "a line"],
  ];
  return [...written.faults, ...checks.filter(([differs]) => differs).map(([, what]) => `${what} is not what was ordered`)];
}

function accountOf({ creditorAccount }: OrderPayment): string {
  if ("nemKonto" in creditorAccount) return `NEMKONTO ${creditorAccount.nemKonto.number}`;
  return "iban" in creditorAccount ? creditorAccount.iban : creditorAccount.bban;
}

/** The shortest place for a name in the forms of Danish banks. */
const SHORTEST_NAME = 20;

/** The name, or its beginning where the form has no room for all of it. */
function isNameOf({ creditorName }: OrderPayment, found: string): boolean {
  return found === creditorName || (creditorName.startsWith(found) && [...found].length >= SHORTEST_NAME);
}

/** Øre of "1218.27", and of nothing else. */
export function oreOf(amount: string | null | undefined): bigint | null {
  const [, kroner, ore] = /^(\d+)\.(\d\d)$/.exec(amount ?? "") ?? [];
  return kroner === undefined || ore === undefined ? null : BigInt(kroner + ore);
}
