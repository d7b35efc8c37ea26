import type { LeftAloneReason, MisfitReason } from "./bank-words.js";

/** What the bank tells about payments. RETURNED is money that came back after it had been booked. */
export const FACT_KINDS = ["ACCEPTED", "BOOKED", "REJECTED", "RETURNED"] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** What a statement is about: one payment, some payments booked as one amount, a batch of a file, or a whole file. */
export type FactTarget =
  | { readonly level: "PAYMENT"; readonly endToEndId: string }
  | { readonly level: "GROUP"; readonly endToEndIds: readonly string[] }
  | { readonly level: "BATCH"; readonly paymentInfoId: string }
  | { readonly level: "MESSAGE"; readonly messageId: string };

/** Money that moved on the account. */
export type Movement = {
  readonly credit: boolean;
  /** Øre that the account became richer or poorer. */
  readonly amountMinor: bigint;
  /** The bank's references; empty where it gives none. One of a collected entry is shared by its parts. */
  readonly transactionReference: string;
  readonly entryReference: string;
  /** Whether the references name this movement alone. */
  readonly alone: boolean;
  /** What the bank's code of the transaction says of it. */
  readonly nature: "CHARGES" | "INTEREST" | null;
  /** Øre that the bank kept of it, or took on top. */
  readonly chargesMinor: bigint;
  /** Which account of the file it moved on. */
  readonly account: number;
};

export type BankFact = {
  /** Where it stands in the file, for a person who looks it up. */
  readonly place: string;
  /** Null: it says nothing that the payment may follow, and a person has to look. */
  readonly kind: FactKind | null;
  /** Why the reader already knows that a person has to look. */
  readonly trouble: MisfitReason | null;
  /** Null: it names no payment. */
  readonly target: FactTarget | null;
  /** Øre, where the line states an amount: what was ordered, before what the bank kept. */
  readonly amountMinor: bigint | null;
  /** How many payments it says it is. */
  readonly count: number | null;
  readonly bookedOn: string | null;
  readonly bankReference: string;
  /** The bank's reason code, e.g. AC04. */
  readonly reason: string | null;
  /** Null: it is told, and no money moved. */
  readonly movement: Movement | null;
};

/** One account of a file, with its balances where the report states both. */
export type AccountReport = {
  readonly place: string;
  /** IBAN, or another number as the file writes it; empty where it names none. */
  readonly account: string;
  readonly currency: string;
  /** Null: it is the payer's own. */
  readonly leftAlone: LeftAloneReason | null;
  readonly statementReference: string;
  /** A statement (camt.053) and not a notification. */
  readonly isStatement: boolean;
  readonly balances: Balances | null;
  /** Booked entries, and the sum of their amounts in øre, credits less debits; null where it is in another currency. */
  readonly entries: number;
  readonly movedMinor: bigint | null;
};

export type Balances = {
  readonly openingMinor: bigint;
  readonly openingOn: string | null;
  readonly closingMinor: bigint;
  readonly closingOn: string;
};

export type BankReport = {
  /** The message's name, e.g. pain.002.001.03. */
  readonly kind: string;
  readonly messageId: string;
  readonly facts: readonly BankFact[];
  /** Empty for a status report. */
  readonly accounts: readonly AccountReport[];
};

/** A statement about payments that moves no money. */
export function statusFact(
  fact: Pick<BankFact, "place" | "kind" | "trouble" | "target" | "reason"> & { readonly amountMinor?: bigint | null },
): BankFact {
  return { amountMinor: null, count: null, bookedOn: null, bankReference: "", movement: null, ...fact };
}
