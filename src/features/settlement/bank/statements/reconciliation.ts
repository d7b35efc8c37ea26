/** What leads from the balance of the book to the one of the bank. Pure. */
import { sum } from "../../../../kernel/money.js";
import type { DifferenceReason } from "../bank-words.js";

/** Øre, each as it makes the bank's balance larger than the book's. */
export type Reconciliation = {
  readonly closingMinor: bigint;
  readonly bookMinor: bigint;
  readonly differenceMinor: bigint;
  readonly explained: readonly { readonly reason: DifferenceReason; readonly amountMinor: bigint }[];
};

export type StatementSums = {
  readonly closing_minor: bigint | null;
  readonly book: bigint;
  readonly gaps: bigint;
  readonly not_in_book: bigint;
  readonly not_in_statement: bigint;
  readonly taken_back: bigint;
};

export function reconcile(sums: StatementSums): Reconciliation {
  const closingMinor = sums.closing_minor ?? 0n;
  const differenceMinor = closingMinor - sums.book;
  const known = [
    { reason: "STATEMENT_MISSING", amountMinor: sums.gaps },
    { reason: "NOT_IN_BOOK", amountMinor: sums.not_in_book },
    { reason: "NOT_IN_STATEMENT", amountMinor: -sums.not_in_statement },
    { reason: "TAKEN_BACK", amountMinor: -sums.taken_back },
  ] as const;
  const rest = differenceMinor - sum(known.map((k) => k.amountMinor));
  const explained = [...known, { reason: "NOT_EXPLAINED", amountMinor: rest } as const].filter((k) => k.amountMinor !== 0n);
  return { closingMinor, bookMinor: sums.book, differenceMinor, explained };
}
