/** What the bank tells about payments. RETURNED is money that came back after it had been booked. */
export const FACT_KINDS = ["ACCEPTED", "BOOKED", "REJECTED", "RETURNED"] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** What a statement is about: one payment, a batch of a file, or a whole file. */
export type FactTarget =
  | { readonly level: "PAYMENT"; readonly endToEndId: string }
  | { readonly level: "BATCH"; readonly paymentInfoId: string }
  | { readonly level: "MESSAGE"; readonly messageId: string };

export type BankFact = {
  /** Where it stands in the file, for a person who looks it up. */
  readonly place: string;
  /** Null: the reader cannot say what this line means, and a person has to look. */
  readonly kind: FactKind | null;
  /** Null: it names no payment. */
  readonly target: FactTarget | null;
  /** Øre, where the line states an amount. */
  readonly amountMinor: bigint | null;
  readonly bookedOn: string | null;
  readonly bankReference: string;
  /** The bank's reason code, e.g. AC04. */
  readonly reason: string | null;
};

export type BankReport = {
  /** The message's name, e.g. pain.002.001.03. */
  readonly kind: string;
  readonly messageId: string;
  readonly facts: readonly BankFact[];
};
