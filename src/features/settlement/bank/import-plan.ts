/**
 * What a bank file changes, worked out before anything is written: facts are folded over the payments as they stand, in an
 * order of their own, so the same facts in any order, any number of times and in any files end in the same place. Every
 * movement on the account has its place: payments, a charge, interest, or the queue of what a person has to look at.
 */
import { FACT_KINDS, type BankFact, type FactKind } from "./fact.js";
import { effectOf, type PaymentStanding } from "../payments/payment-state.js";
import { paymentsMeant } from "./payments-meant.js";
import { referenceOf, toldBefore, type KnownMovement, type Moving } from "./told-before.js";
import type { MisfitReason } from "./bank-words.js";
import type { PaidTo } from "../payments/payee.js";

export type KnownPayment = {
  readonly id: string;
  /** The company or the member that is paid. */
  readonly payee: PaidTo;
  readonly endToEndId: string;
  readonly batchReference: string;
  /** Which file of its batch, and which run of the batch's files, it left in; 1 where there is one. */
  readonly file?: number;
  readonly run?: number;
  readonly amountMinor: bigint;
  readonly lines: number;
  readonly standing: PaymentStanding;
};

/** One fact that is news about one payment. */
export type PaymentEvent = {
  readonly payment: KnownPayment;
  readonly kind: FactKind;
  readonly fact: BankFact;
  readonly bankReference: string;
  readonly reason: string | null;
  readonly bookedOn: string | null;
};
/** A line that fits nothing of ours; `reason` is a code. `payments` are ours that it is about. */
export type Misfit = {
  readonly fact: BankFact;
  readonly reason: MisfitReason;
  readonly payments: readonly KnownPayment[];
  /** It is in the queue already. */
  readonly listed: boolean;
};

export type ImportPlan = {
  readonly events: readonly PaymentEvent[];
  /** Where payments end that moved. */
  readonly moved: readonly { readonly payment: KnownPayment; readonly to: PaymentStanding; readonly last: PaymentEvent }[];
  readonly misfits: readonly Misfit[];
  /** Charges and interest that the bank names as such. */
  readonly fees: readonly Moving[];
  /** Movements that nobody told of before. */
  readonly fresh: readonly Moving[];
  /** Movements that were told of before. */
  readonly known: readonly { readonly fact: Moving; readonly as: KnownMovement }[];
  /** Facts that were known already. */
  readonly unchanged: number;
};

type Folding = {
  readonly standings: Map<string, PaymentStanding>;
  readonly last: Map<string, PaymentEvent>;
  readonly events: PaymentEvent[];
  readonly misfits: Misfit[];
  unchanged: number;
};

export function planImport(
  facts: readonly BankFact[],
  payments: readonly KnownPayment[],
  knownMovements: readonly KnownMovement[] = [],
): ImportPlan {
  const told = toldBefore(facts.filter(isMoving), knownMovements);
  const fresh = new Set<BankFact>(told.fresh);
  const news = facts.filter((fact) => fact.movement === null || fresh.has(fact));
  const fold: Folding = {
    standings: new Map(payments.map((p) => [p.id, p.standing])),
    last: new Map(),
    events: [],
    misfits: told.known.flatMap(({ fact, as }) => (as.reason === null ? [] : [{ fact, reason: as.reason, payments: [], listed: true }])),
    unchanged: told.known.filter(({ as }) => as.reason === null).length + told.repeated.length,
  };
  const fees = news.filter(isMoving).filter((fact) => isFee(fact, payments));
  const rest = fees.length === 0 ? news : news.filter((fact) => !fees.some((fee) => fee === fact));
  const aimed = paymentsMeant(rest, payments, fold.misfits);
  aimed.sort((a, b) => FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind));
  for (const { fact, kind, payments: meant } of aimed) {
    if (fact.movement === null) for (const payment of meant) tell(fold, fact, kind, payment);
    else move(fold, fact, kind, meant);
  }
  const moved = payments.flatMap((payment) => {
    const event = fold.last.get(payment.id);
    return event ? [{ payment, to: standingOf(fold, payment), last: event }] : [];
  });
  return {
    events: fold.events,
    moved,
    misfits: fold.misfits,
    fees,
    fresh: told.fresh,
    known: told.known,
    unchanged: fold.unchanged,
  };
}

function isMoving(fact: BankFact): fact is Moving {
  return fact.movement !== null;
}

/** A charge or interest by the bank's own code, and no payment of ours. */
function isFee({ movement, target, trouble }: Moving, payments: readonly KnownPayment[]): boolean {
  if (movement.nature === null || trouble !== null) return false;
  return target === null || (target.level === "PAYMENT" && !payments.some((p) => p.endToEndId === target.endToEndId));
}

function standingOf({ standings }: Folding, payment: KnownPayment): PaymentStanding {
  return standings.get(payment.id) ?? payment.standing;
}

/** What is told and moves no money: each payment takes it as it stands. */
function tell(fold: Folding, fact: BankFact, kind: FactKind, payment: KnownPayment): void {
  const effect = effectOf(kind, standingOf(fold, payment));
  if (effect.kind === "NOTHING") fold.unchanged += 1;
  else if (effect.kind === "CONTRADICTS") fold.misfits.push(contradiction(fact, effect.reason, [payment]));
  else happen(fold, fact, kind, payment, effect.to);
}

/** Money that moved books or returns all the payments it is meant for, or it is a movement that nobody can explain. */
function move(fold: Folding, fact: BankFact, kind: FactKind, payments: readonly KnownPayment[]): void {
  const effects = payments.map((payment) => ({ payment, effect: effectOf(kind, standingOf(fold, payment)) }));
  const wrong = effects.map(({ effect }) => (effect.kind === "CHANGES" ? null : effect)).find((effect) => effect !== null);
  if (wrong) {
    const again = kind === "RETURNED" ? "RETURNED_TWICE" : "BOOKED_TWICE";
    fold.misfits.push(contradiction(fact, wrong.kind === "CONTRADICTS" ? wrong.reason : again, payments));
    return;
  }
  for (const { payment, effect } of effects) if (effect.kind === "CHANGES") happen(fold, fact, kind, payment, effect.to);
}

function happen(fold: Folding, fact: BankFact, kind: FactKind, payment: KnownPayment, to: PaymentStanding): void {
  const event = { payment, kind, fact, bankReference: fact.bankReference, reason: fact.reason, bookedOn: fact.bookedOn };
  fold.standings.set(payment.id, to);
  fold.last.set(payment.id, event);
  fold.events.push(event);
}

/** It is told of the payments by name, whatever the line itself named. */
function contradiction(fact: BankFact, reason: MisfitReason, payments: readonly KnownPayment[]): Misfit {
  const [only] = payments;
  const named = payments.length === 1 && only ? ({ ...fact, target: { level: "PAYMENT", endToEndId: only.endToEndId } } as const) : fact;
  return { fact: named, reason, payments, listed: false };
}

/** Whether a line that nobody can explain may be told of together with others: it names nothing that has the form of ours. */
export function namesNothingOfOurs({ fact, reason, payments }: Misfit): boolean {
  return reason === "REFERENCE_UNKNOWN" && payments.length === 0 && !(fact.target !== null && referenceOf(fact.target).startsWith("STL-"));
}
