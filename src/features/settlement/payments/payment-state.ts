/**
 * What a fact of the bank's does to a payment. The bank tells things twice, late and out of order, so every fact is judged
 * against where the payment stands, and telling it again does nothing. Contradictions go to a person, never to the book.
 */
import type { FactKind } from "../bank/fact.js";
import type { MisfitReason } from "../bank/bank-words.js";

export const PAYMENT_STATES = ["BATCHED", "SENT", "ACCEPTED", "PAID", "REJECTED", "RETURNED", "NETTED", "WITHDRAWN"] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** `booked`: whether the bank has told of the debit; a return may arrive before it. */
export type PaymentStanding = { readonly state: PaymentState; readonly booked: boolean };

export type FactEffect =
  | { readonly kind: "CHANGES"; readonly to: PaymentStanding }
  | { readonly kind: "NOTHING" }
  | { readonly kind: "CONTRADICTS"; readonly reason: MisfitReason };

/** States of a payment that has left; any other one the bank cannot know of. */
const AT_THE_BANK: readonly PaymentState[] = ["SENT", "ACCEPTED", "PAID", "REJECTED", "RETURNED"];

const NOTHING: FactEffect = { kind: "NOTHING" };
const to = (state: PaymentState, booked: boolean): FactEffect => ({ kind: "CHANGES", to: { state, booked } });
const contradicts = (reason: MisfitReason): FactEffect => ({ kind: "CONTRADICTS", reason });

export function effectOf(fact: FactKind, { state, booked }: PaymentStanding): FactEffect {
  if (!AT_THE_BANK.includes(state)) return contradicts("NOT_SENT");
  const open = state === "SENT" || state === "ACCEPTED";
  switch (fact) {
    case "ACCEPTED":
      if (state === "SENT") return to("ACCEPTED", booked);
      return state === "REJECTED" ? contradicts("ACCEPTED_AFTER_REJECTION") : NOTHING;
    case "BOOKED":
      if (open) return to("PAID", true);
      if (state === "RETURNED" && !booked) return to("RETURNED", true);
      return state === "REJECTED" ? contradicts("BOOKED_AFTER_REJECTION") : NOTHING;
    case "REJECTED":
      // the bank may be about to pay what it now refuses, so the lines are not paid again before a person knows
      if (state === "ACCEPTED") return contradicts("REJECTED_AFTER_ACCEPTANCE");
      if (state === "SENT") return to("REJECTED", booked);
      return state === "REJECTED" ? NOTHING : contradicts("REJECTED_AFTER_BOOKING");
    case "RETURNED":
      if (open || state === "PAID") return to("RETURNED", booked);
      return state === "RETURNED" ? NOTHING : contradicts("RETURNED_AFTER_REJECTION");
  }
}
