/** Rows that an imported file adds: what the bank told, what it means in the book, and what a person has to look at. */
import { entryRows, type BookActor, type BookRows, type Posting } from "../../ledger/entry.js";
import type { MisfitReason, Resolution } from "../settlement-words.js";
import type { FactKind, FactTarget } from "./fact.js";
import type { PaymentEvent, Misfit } from "./import-plan.js";

/** What a misfit says of itself, without the place it stands at. */
export type MisfitDetails = {
  readonly reason: MisfitReason;
  readonly kind: FactKind | null;
  readonly reference: string | null;
  /** Øre, as text: JSON knows no big integers. */
  readonly amountMinor: string | null;
  readonly bookedOn: string | null;
  readonly bankReference: string;
  /** The bank's reason code, e.g. AC04. */
  readonly bankReason: string | null;
};
/** As the exceptions queue keeps it: with where it first stood, and, once a person has looked, what was found. */
export type ExceptionDetails = MisfitDetails & { readonly place: string; readonly resolution?: Resolution };

/** The book's side of each fact; an acceptance moves no money. */
function sidesOf({ kind, payment }: PaymentEvent): readonly Posting[] {
  const amount = payment.amountMinor;
  const owed: Posting = { account: "CLINIC_PAYABLE", ownerId: payment.providerId, amountMinor: -amount };
  switch (kind) {
    case "ACCEPTED":
      return [];
    case "BOOKED":
      return [
        { account: "BANK_IN_TRANSIT", ownerId: null, amountMinor: amount },
        { account: "BANK", ownerId: null, amountMinor: -amount },
      ];
    case "REJECTED":
      return [{ account: "BANK_IN_TRANSIT", ownerId: null, amountMinor: amount }, owed];
    case "RETURNED":
      return [{ account: "BANK", ownerId: null, amountMinor: amount }, owed];
  }
}

export function eventRows(events: readonly PaymentEvent[], fileId: string, today: string, by: BookActor): BookRows {
  const booked = events.flatMap(({ kind, ...e }) => (kind === "ACCEPTED" ? [] : [{ ...e, kind }]));
  const entries = booked.map((e) =>
    entryRows(
      {
        id: by.newId(),
        kind: `PAYMENT_${e.kind}`,
        status: "POSTED",
        paymentId: e.payment.id,
        // the entry of a sent payment carries the payment's id
        correctsId: e.kind === "BOOKED" ? null : e.payment.id,
        reason: e.reason ?? (e.kind === "BOOKED" ? null : "NO_REASON_GIVEN"),
        effectiveOn: e.bookedOn ?? today,
      },
      sidesOf(e),
      by,
    ),
  );
  return {
    bank_event: events.map((e) => ({
      id: by.newId(),
      payment_id: e.payment.id,
      file_id: fileId,
      kind: e.kind,
      bank_reference: e.bankReference,
      reason: e.reason,
      booked_on: e.bookedOn,
    })),
    ledger_entry: entries.flatMap((e) => e.ledger_entry),
    posting: entries.flatMap((e) => e.posting),
  };
}

/** What a misfit says, without the place it stands at: told again in another file it is the same. */
export function misfitDetails({ fact, reason }: Misfit): MisfitDetails {
  return {
    reason,
    kind: fact.kind,
    reference: fact.target && referenceOf(fact.target),
    amountMinor: fact.amountMinor === null ? null : String(fact.amountMinor),
    bookedOn: fact.bookedOn,
    bankReference: fact.bankReference,
    bankReason: fact.reason,
  };
}

function referenceOf(target: FactTarget): string {
  switch (target.level) {
    case "PAYMENT":
      return target.endToEndId;
    case "BATCH":
      return target.paymentInfoId;
    case "MESSAGE":
      return target.messageId;
  }
}
