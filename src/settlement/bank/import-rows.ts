/** Rows that an imported file adds: what the bank told, what it means in the book, and what a person has to look at. */
import { entryRows, type BookActor, type BookRows, type Side } from "../../ledger/entry.js";
import type { Event, Misfit } from "./import-plan.js";

type Row = Readonly<Record<string, unknown>>;

/** The book's side of each fact; an acceptance moves no money. */
function sidesOf({ kind, payment }: Event): readonly Side[] {
  const amount = payment.amountMinor;
  const owed: Side = { account: "CLINIC_PAYABLE", ownerId: payment.providerId, amountMinor: -amount };
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

export function eventRows(events: readonly Event[], fileId: string, today: string, by: BookActor): BookRows {
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
export function misfitDetails({ fact, reason }: Misfit): Row {
  const { target } = fact;
  return {
    reason,
    kind: fact.kind,
    reference:
      target === null
        ? null
        : target.level === "PAYMENT"
          ? target.endToEndId
          : target.level === "BATCH"
            ? target.paymentInfoId
            : target.messageId,
    amountMinor: fact.amountMinor === null ? null : String(fact.amountMinor),
    bookedOn: fact.bookedOn,
    bankReference: fact.bankReference,
    bankReason: fact.reason,
  };
}
