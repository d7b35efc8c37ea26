/** How an exception is resolved: what may be said of it, and what that does to its payments and in the book. Pure. */
import { sum } from "../../../../kernel/money.js";
import { refusal, type Refusal } from "../../../../kernel/refusal.js";
import type { Posting } from "../../../ledger/entry.js";
import type { EntryKind } from "../../../ledger/ledger-words.js";
import type { MisfitReason, Resolution } from "../bank-words.js";
import type { FactKind } from "../fact.js";
import { payableTo, type PaidTo } from "../../payments/payee.js";
import type { PaymentState } from "../../payments/payment-state.js";

export type OpenException = {
  readonly id: string;
  readonly reason: MisfitReason;
  /** What the line said, where it said something of a payment. */
  readonly kind: FactKind | null;
  /** Øre in SUSPENSE for it: what moved on the account, a credit positive. */
  readonly amountMinor: bigint;
};
export type ExceptionPayment = {
  readonly id: string;
  readonly payee: PaidTo;
  readonly amountMinor: bigint;
  readonly state: PaymentState;
};

/** One payment's part of the end: where it goes, and its entry in the book. */
export type PaymentEnd = {
  readonly payment: ExceptionPayment;
  readonly to: "ACCEPTED" | "PAID" | "REJECTED" | "RETURNED";
  readonly kind: EntryKind;
  readonly sides: readonly Posting[];
};
export type Resolved = { readonly payments: readonly PaymentEnd[]; readonly sides: readonly Posting[] };

/** Whether a second person has to confirm: money stands in SUSPENSE, or a payment follows. */
export function needsTwo({ amountMinor }: OpenException, resolution: Resolution): boolean {
  return amountMinor !== 0n || resolution === "AS_THE_BANK_SAYS";
}

const side = (account: Posting["account"], amountMinor: bigint, ownerId: string | null = null): Posting => ({
  account,
  ownerId,
  amountMinor,
});
const owed = ({ payee }: ExceptionPayment, amountMinor: bigint): Posting => ({ ...payableTo(payee), amountMinor });
const misfit = (message: string, remedy: string): Refusal =>
  refusal("RESOLUTION_MISFIT", message, { path: ["input", "resolution"], remedy });

const WITHOUT_MONEY: readonly Resolution[] = ["NOT_OURS", "HANDLED_WITH_BANK", "PAID_BY_OTHER_MEANS", "DUPLICATE_OF_BANK"];

/** What the resolution does, or why it cannot be said of this exception. `ownerId` is the provider or member it is of. */
export function resolved(
  exception: OpenException,
  resolution: Resolution,
  payments: readonly ExceptionPayment[],
  ownerId: string | null,
): Resolved | Refusal {
  if (resolution === "AS_THE_BANK_SAYS") return asTheBankSays(exception, payments);
  const { amountMinor } = exception;
  if (amountMinor === 0n)
    return WITHOUT_MONEY.includes(resolution)
      ? { payments: [], sides: [] }
      : misfit("No money moved, so there is nothing to enter in the book.", `Say one of ${WITHOUT_MONEY.join(", ")}.`);
  const account = accountOf(resolution, ownerId);
  if (account === null)
    return misfit(
      "Money moved, and this does not say whose it is.",
      "Say what it was for, or set it off against the movement that cancels it.",
    );
  if (account === "OWNER_MISSING")
    return refusal("RESOLUTION_MISFIT", "Say which clinic's company or which member it is of.", {
      path: ["input", resolution === "OF_A_CLINIC" ? "organisationId" : "memberId"],
      remedy: "Give its id.",
    });
  return { payments: [], sides: [side("SUSPENSE", amountMinor), { ...account, amountMinor: -amountMinor }] };
}

function accountOf(resolution: Resolution, ownerId: string | null): Omit<Posting, "amountMinor"> | "OWNER_MISSING" | null {
  switch (resolution) {
    case "NOT_OURS":
      return { account: "OTHER_BUSINESS", ownerId: null };
    case "BANK_CHARGE":
      return { account: "BANK_CHARGES", ownerId: null };
    case "BANK_INTEREST":
      return { account: "BANK_INTEREST", ownerId: null };
    case "DUPLICATE_OF_BANK":
      return { account: "BANK", ownerId: null };
    case "OF_A_CLINIC":
      return ownerId === null ? "OWNER_MISSING" : { account: "CLINIC_RECEIVABLE", ownerId };
    case "OF_A_MEMBER":
      return ownerId === null ? "OWNER_MISSING" : { account: "MEMBER_RECEIVABLE", ownerId };
    case "SET_OFF":
      return { account: "SUSPENSE", ownerId: null };
    default:
      return null;
  }
}

const CANNOT_FOLLOW = misfit(
  "No payment can follow what the bank said here.",
  "Settle it with the bank, then set the movements off against each other or enter them where they belong.",
);

/** The payments follow what the bank said after all; the difference to what moved is the bank's charge. */
function asTheBankSays(exception: OpenException, payments: readonly ExceptionPayment[]): Resolved | Refusal {
  const { reason, amountMinor } = exception;
  const open = payments.filter(({ state }) => state === "SENT" || state === "ACCEPTED");
  const all = payments.length > 0 ? payments : null;
  const ordered = sum(payments.map((p) => p.amountMinor));
  switch (reason) {
    case "REJECTED_AFTER_ACCEPTANCE":
    case "PAYMENT_BLOCKED":
    case "REFUSED_AS_DUPLICATE":
      return open.length === 0 || open.length !== payments.length ? CANNOT_FOLLOW : { payments: open.map(rejected), sides: [] };
    case "ACCEPTED_AFTER_REJECTION":
      return all?.every(({ state }) => state === "REJECTED") ? { payments: all.map(accepted), sides: [] } : CANNOT_FOLLOW;
    case "BOOKED_AFTER_REJECTION":
      return all?.every(({ state }) => state === "REJECTED")
        ? { payments: all.map(bookedAfterRejection), sides: leftOver(amountMinor, -ordered) }
        : CANNOT_FOLLOW;
    case "PARTLY_RETURNED":
      return all?.every(({ state }) => state === "PAID" || state === "SENT" || state === "ACCEPTED")
        ? { payments: all.map(returned), sides: leftOver(amountMinor, ordered) }
        : CANNOT_FOLLOW;
    case "AMOUNT_DIFFERS":
      return exception.kind === "BOOKED" && amountMinor !== 0n && open.length > 0 && open.length === payments.length
        ? { payments: open.map(booked), sides: leftOver(amountMinor, -ordered) }
        : CANNOT_FOLLOW;
    default:
      return CANNOT_FOLLOW;
  }
}

/** Where the payments' own entries leave something of the movement in SUSPENSE, the bank kept it or took it on top. */
function leftOver(moved: bigint, explained: bigint): readonly Posting[] {
  const charge = explained - moved;
  return charge === 0n ? [] : [side("SUSPENSE", -charge), side("BANK_CHARGES", charge)];
}

function rejected(payment: ExceptionPayment): PaymentEnd {
  const { amountMinor } = payment;
  return {
    payment,
    to: "REJECTED",
    kind: "PAYMENT_REJECTED",
    sides: [side("BANK_IN_TRANSIT", amountMinor), owed(payment, -amountMinor)],
  };
}

function accepted(payment: ExceptionPayment): PaymentEnd {
  const { amountMinor } = payment;
  return {
    payment,
    to: "ACCEPTED",
    kind: "PAYMENT_ACCEPTED",
    sides: [owed(payment, amountMinor), side("BANK_IN_TRANSIT", -amountMinor)],
  };
}

function bookedAfterRejection(payment: ExceptionPayment): PaymentEnd {
  const { amountMinor } = payment;
  return {
    payment,
    to: "PAID",
    kind: "PAYMENT_BOOKED",
    sides: [owed(payment, amountMinor), side("SUSPENSE", -amountMinor)],
  };
}

function booked(payment: ExceptionPayment): PaymentEnd {
  const { amountMinor } = payment;
  return {
    payment,
    to: "PAID",
    kind: "PAYMENT_BOOKED",
    sides: [side("BANK_IN_TRANSIT", amountMinor), side("SUSPENSE", -amountMinor)],
  };
}

function returned(payment: ExceptionPayment): PaymentEnd {
  const { amountMinor } = payment;
  // one that was not booked yet stays in transit until the bank tells of its debit
  return {
    payment,
    to: "RETURNED",
    kind: "PAYMENT_RETURNED",
    sides: [side("SUSPENSE", amountMinor), owed(payment, -amountMinor)],
  };
}
