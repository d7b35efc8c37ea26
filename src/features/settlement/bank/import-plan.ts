/**
 * What a bank file changes, worked out before anything is written: facts are folded over the payments as they stand, in an
 * order of their own, so the same facts in any order, any number of times and in any files end in the same place.
 */
import { FACT_KINDS, type BankFact, type FactKind } from "./fact.js";
import { paymentInfoId } from "../documents/numbering.js";
import { effectOf, type PaymentStanding } from "../payments/payment-state.js";
import type { MisfitReason } from "../settlement-words.js";

export type KnownPayment = {
  readonly id: string;
  readonly providerId: string;
  readonly endToEndId: string;
  readonly batchReference: string;
  readonly amountMinor: bigint;
  readonly lines: number;
  readonly standing: PaymentStanding;
};

/** One fact that is news about one payment. */
export type PaymentEvent = {
  readonly payment: KnownPayment;
  readonly kind: FactKind;
  readonly bankReference: string;
  readonly reason: string | null;
  readonly bookedOn: string | null;
};
/** A line that fits nothing of ours; `reason` is a code. */
export type Misfit = { readonly fact: BankFact; readonly reason: MisfitReason };

export type ImportPlan = {
  readonly events: readonly PaymentEvent[];
  /** Where payments end that moved. */
  readonly moved: readonly { readonly payment: KnownPayment; readonly to: PaymentStanding; readonly last: PaymentEvent }[];
  readonly misfits: readonly Misfit[];
  /** Facts that were known already. */
  readonly unchanged: number;
};

type Aimed = { readonly fact: BankFact; readonly kind: FactKind; readonly payment: KnownPayment };

export function planImport(facts: readonly BankFact[], payments: readonly KnownPayment[]): ImportPlan {
  const misfits: Misfit[] = [];
  const aimed = aim(facts, payments, misfits);
  aimed.sort((a, b) => FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind));
  const standings = new Map(payments.map((p) => [p.id, p.standing]));
  const last = new Map<string, PaymentEvent>();
  const events: PaymentEvent[] = [];
  let unchanged = 0;
  for (const { fact, kind, payment } of aimed) {
    const effect = effectOf(kind, standings.get(payment.id) ?? payment.standing);
    if (effect.kind === "NOTHING") unchanged += 1;
    else if (effect.kind === "CONTRADICTS")
      misfits.push({ fact: { ...fact, target: { level: "PAYMENT", endToEndId: payment.endToEndId } }, reason: effect.reason });
    else {
      const event = { payment, kind, bankReference: fact.bankReference, reason: fact.reason, bookedOn: fact.bookedOn };
      standings.set(payment.id, effect.to);
      last.set(payment.id, event);
      events.push(event);
    }
  }
  const moved = payments.flatMap((payment) => {
    const event = last.get(payment.id);
    return event ? [{ payment, to: standings.get(payment.id) ?? payment.standing, last: event }] : [];
  });
  return { events, moved, misfits, unchanged };
}

/** Facts with the payments they are about. What stands on a file or batch is about those of its payments that nothing lower names. */
function aim(facts: readonly BankFact[], payments: readonly KnownPayment[], misfits: Misfit[]): Aimed[] {
  const byId = new Map(payments.map((p) => [p.endToEndId, p]));
  const named = new Set(facts.flatMap((f) => (f.target?.level === "PAYMENT" ? [f.target.endToEndId] : [])));
  const batchesNamed = new Set(facts.flatMap((f) => (f.target?.level === "BATCH" ? [f.target.paymentInfoId] : [])));
  const aimed: Aimed[] = [];
  for (const fact of facts) {
    const { kind, target } = fact;
    if (kind === null || target === null)
      misfits.push({ fact, reason: kind === null && fact.reason?.startsWith("STATUS_") ? "STATUS_UNKNOWN" : "REFERENCE_UNKNOWN" });
    else if (target.level === "PAYMENT") {
      const payment = byId.get(target.endToEndId);
      if (!payment) misfits.push({ fact, reason: "REFERENCE_UNKNOWN" });
      else if (fact.amountMinor !== null && fact.amountMinor !== payment.amountMinor) misfits.push({ fact, reason: "AMOUNT_DIFFERS" });
      else aimed.push({ fact, kind, payment });
    } else {
      const whole = payments.filter((p) =>
        target.level === "BATCH" ? paymentInfoId(p.batchReference) === target.paymentInfoId : p.batchReference === target.messageId,
      );
      aimed.push(...aimAtMany(fact, kind, whole, named, target.level === "MESSAGE" ? batchesNamed : new Set(), misfits));
    }
  }
  return aimed;
}

function aimAtMany(
  fact: BankFact,
  kind: FactKind,
  whole: readonly KnownPayment[],
  named: ReadonlySet<string>,
  batchesNamed: ReadonlySet<string>,
  misfits: Misfit[],
): Aimed[] {
  if (whole.length === 0) {
    misfits.push({ fact, reason: "REFERENCE_UNKNOWN" });
    return [];
  }
  if (whole.some((p) => batchesNamed.has(paymentInfoId(p.batchReference)))) return [];
  const concerned = whole.filter((p) => !named.has(p.endToEndId) && p.standing.state !== "REJECTED");
  // a batch booked as one amount is what is left of it after rejections, or a person has to look
  if (fact.amountMinor !== null && fact.amountMinor !== concerned.reduce((sum, p) => sum + p.amountMinor, 0n)) {
    misfits.push({ fact, reason: "AMOUNT_DIFFERS" });
    return [];
  }
  return concerned.map((payment) => ({ fact, kind, payment }));
}
