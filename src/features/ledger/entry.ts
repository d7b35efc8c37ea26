/**
 * The book's rows for a booking's life. The pending entry carries the booking's own id, so whoever ends the booking can
 * resolve it without reading the book: a clinic records attendance and never sees a ledger row.
 */
import type { NewRow, NewRows } from "../../../schema/columns-of.js";
import type { EntryKind, EntryStatus } from "./ledger-words.js";

/** Accounts of the book, as the table's constraint lists them. Payables are credit (negative), receivables and expense debit (positive). */
export const ACCOUNTS = [
  "CLINIC_PAYABLE",
  "INSURER_EXPENSE",
  "DANMARK_RECEIVABLE",
  "MEMBER_PAYABLE",
  "MEMBER_RECEIVABLE",
  "CLINIC_RECEIVABLE",
  "BANK_IN_TRANSIT",
  "BANK",
  "SUSPENSE",
  "BANK_CHARGES",
  "BANK_INTEREST",
  "OTHER_BUSINESS",
] as const;
export type Account = (typeof ACCOUNTS)[number];

/** Amounts of an act, in øre, as the quote froze them. */
export type EntryAmounts = {
  readonly bookingId: string;
  readonly providerId: string;
  /** What the insurer pays the clinic: agreed rate less public share (PRC-NETWORK-RATE, PRC-PUBLIC-DEDUCT). */
  readonly insurerPaysMinor: bigint | number | string;
  /** What 'danmark' pays the insurer back (PRC-DANMARK); 0 where the member has no such insurance. */
  readonly danmarkMinor?: bigint | number | string;
  /** Danish day of the treatment. */
  readonly treatedOn: string;
};

/** Who acts and when, and where new ids come from: the pure floor makes none itself. */
export type BookActor = { readonly actor: string; readonly recordedAt: string | Date; readonly newId: () => string };

/** Rows by table, keys are column names: what the platform's `write` takes. */
export type BookRows = NewRows;
/** One side of an entry: debit positive, credit negative, in øre. */
export type Posting = { readonly account: Account; readonly ownerId: string | null; readonly amountMinor: bigint };

export type EntryHead = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly status: EntryStatus;
  readonly bookingId?: string | null;
  readonly lineId?: string | null;
  readonly paymentId?: string | null;
  readonly resolvesId?: string | null;
  readonly correctsId?: string | null;
  readonly reason?: string | null;
  readonly effectiveOn: string;
};

/** One entry with its sides as rows for `write`. All entry rows carry the same columns, so lists of different kinds may be joined. */
export function entryRows(
  head: EntryHead,
  sides: readonly Posting[],
  by: BookActor,
): { ledger_entry: NewRow<"ledger_entry">[]; posting: NewRow<"posting">[] } {
  return {
    ledger_entry: [
      {
        id: head.id,
        kind: head.kind,
        status: head.status,
        booking_id: head.bookingId ?? null,
        line_id: head.lineId ?? null,
        payment_id: head.paymentId ?? null,
        resolves_id: head.resolvesId ?? null,
        corrects_id: head.correctsId ?? null,
        reason: head.reason ?? null,
        effective_on: head.effectiveOn,
        actor: by.actor,
        recorded_at: by.recordedAt instanceof Date ? by.recordedAt.toISOString() : by.recordedAt,
      },
    ],
    posting: sides
      .filter((s) => s.amountMinor !== 0n)
      .map((s) => ({
        id: by.newId(),
        entry_id: head.id,
        account: s.account,
        owner_id: s.ownerId,
        amount_minor: s.amountMinor,
        currency: "DKK",
      })),
  };
}

function owedSides(owed: EntryAmounts): Posting[] {
  const pays = BigInt(owed.insurerPaysMinor);
  return [
    { account: "INSURER_EXPENSE", ownerId: null, amountMinor: pays },
    { account: "CLINIC_PAYABLE", ownerId: owed.providerId, amountMinor: -pays },
  ];
}

/** Booked: what will be owed if the member comes. Its id is the booking's id. */
export function pendingForBooking(owed: EntryAmounts, by: BookActor): BookRows {
  return entryRows(
    { id: owed.bookingId, kind: "BOOKING", status: "PENDING", bookingId: owed.bookingId, effectiveOn: owed.treatedOn },
    owedSides(owed),
    by,
  );
}

/** Attended: the clinic is owed, and what 'danmark' pays back lowers the insurer's expense, at most to nothing (PRC-DANMARK). */
export function postedForAttendance(owed: EntryAmounts, by: BookActor): BookRows {
  const pays = BigInt(owed.insurerPaysMinor);
  const asked = BigInt(owed.danmarkMinor ?? 0);
  const danmark = asked > pays ? pays : asked;
  const recovered: Posting[] = [
    { account: "DANMARK_RECEIVABLE", ownerId: null, amountMinor: danmark },
    { account: "INSURER_EXPENSE", ownerId: null, amountMinor: -danmark },
  ];
  const head = {
    id: by.newId(),
    kind: "ATTENDANCE",
    status: "POSTED",
    bookingId: owed.bookingId,
    resolvesId: owed.bookingId,
    effectiveOn: owed.treatedOn,
  } as const;
  return entryRows(head, [...owedSides(owed), ...recovered], by);
}

/** Cancelled, moved or not attended: nothing is owed (ABS-NO-SHOW, ABS-LATE-CANCEL). `reason` is the booking's end state. */
export function voidedForBooking(
  of: { readonly bookingId: string; readonly treatedOn: string; readonly reason: string },
  by: BookActor,
): BookRows {
  const head = {
    id: by.newId(),
    kind: "RELEASE",
    status: "VOIDED",
    bookingId: of.bookingId,
    resolvesId: of.bookingId,
    reason: of.reason,
    effectiveOn: of.treatedOn,
  } as const;
  return entryRows(head, [], by);
}

/**
 * One settlement line per attended treatment (SET-ATTENDED-ONLY), payable once the dispute window has run out.
 * A treatment the region pays in full leaves the insurer nothing to settle: no line.
 */
export function lineForTreatment(owed: EntryAmounts & { readonly clinicId: string }, readyAt: string | Date, by: BookActor): BookRows {
  if (BigInt(owed.insurerPaysMinor) <= 0n) return { settlement_line: [] };
  return {
    settlement_line: [
      {
        id: by.newId(),
        booking_id: owed.bookingId,
        provider_id: owed.providerId,
        clinic_id: owed.clinicId,
        kind: "TREATMENT",
        amount_minor: BigInt(owed.insurerPaysMinor),
        treated_on: owed.treatedOn,
        state: "READY",
        ready_at: readyAt instanceof Date ? readyAt.toISOString() : readyAt,
        attempt: 1,
        created_at: by.recordedAt instanceof Date ? by.recordedAt.toISOString() : by.recordedAt,
      },
    ],
  };
}

/** Hours after attendance in which the member may dispute it before the line can be paid; the default of the setting. */
const DISPUTE_WINDOW_HOURS = 24;

/** The first instant at which a treatment attended at `attendedAt` may be gathered into a batch. */
export function disputeWindowEnds(attendedAt: string | Date, hours: number = DISPUTE_WINDOW_HOURS): Date {
  return new Date(new Date(attendedAt).getTime() + hours * 3_600_000);
}
