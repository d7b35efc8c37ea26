/** Facts with the payments of ours they are about; what fits none goes to the queue. */
import { sum } from "../../../kernel/money.js";
import { messageId, paymentInfoId } from "../documents/self-bills/numbering.js";
import type { BankFact, FactKind, FactTarget } from "./fact.js";
import type { KnownPayment, Misfit } from "./import-plan.js";
import type { MisfitReason } from "./bank-words.js";

export type Meant = { readonly fact: BankFact; readonly kind: FactKind; readonly payments: readonly KnownPayment[] };

/** What stands on a file or batch is about those of its payments that nothing lower names. */
export function paymentsMeant(facts: readonly BankFact[], payments: readonly KnownPayment[], misfits: Misfit[]): Meant[] {
  const byId = new Map(payments.map((p) => [p.endToEndId, p]));
  const told = facts.filter((f) => f.movement === null);
  const named = new Set(told.flatMap((f) => (f.target?.level === "PAYMENT" ? [f.target.endToEndId] : [])));
  const batchesNamed = new Set(told.flatMap((f) => (f.target?.level === "BATCH" ? [f.target.paymentInfoId] : [])));
  const meant: Meant[] = [];
  const misfit = (fact: BankFact, reason: MisfitReason, about: readonly KnownPayment[] = []): void => {
    misfits.push({ fact, reason, payments: about, listed: false });
  };
  for (const fact of facts) {
    const whole = fact.target === null ? [] : ofTarget(fact.target, byId, payments);
    if (fact.trouble !== null) misfit(fact, fact.trouble, whole);
    else if (fact.kind === null || fact.target === null || whole.length === 0) misfit(fact, "REFERENCE_UNKNOWN");
    else if (fact.target.level === "PAYMENT" || fact.target.level === "GROUP") {
      const differs = difference(fact, whole);
      if (differs === null) meant.push({ fact, kind: fact.kind, payments: whole });
      else misfit(fact, differs, whole);
    } else if (fact.movement === null) {
      // a batch that speaks for itself is not spoken for by its file
      if (fact.target.level === "MESSAGE" && whole.some((p) => batchesNamed.has(paymentInfoId(p.batchReference, p.run)))) continue;
      const unnamed = whole.filter((p) => !named.has(p.endToEndId));
      const open = unnamed.filter((p) => p.standing.state !== "REJECTED");
      // all of it was rejected, and now it is accepted: each of them says so
      meant.push({ fact, kind: fact.kind, payments: open.length === 0 && fact.kind === "ACCEPTED" ? unnamed : open });
    } else {
      const concerned = bookedAsOne(fact, fact.kind, whole);
      if (concerned) meant.push({ fact, kind: fact.kind, payments: concerned });
      else misfit(fact, "AMOUNT_DIFFERS", whole);
    }
  }
  return meant;
}

function ofTarget(target: FactTarget, byId: ReadonlyMap<string, KnownPayment>, payments: readonly KnownPayment[]): readonly KnownPayment[] {
  switch (target.level) {
    case "PAYMENT":
      return [byId.get(target.endToEndId)].filter((p) => p !== undefined);
    case "GROUP": {
      const found = target.endToEndIds.map((id) => byId.get(id)).filter((p) => p !== undefined);
      return found.length === target.endToEndIds.length ? found : [];
    }
    case "BATCH":
      return payments.filter((p) => paymentInfoId(p.batchReference, p.run) === target.paymentInfoId);
    case "MESSAGE":
      return payments.filter((p) => messageId(p.batchReference, p.file) === target.messageId);
  }
}

function difference({ kind, amountMinor, count }: BankFact, payments: readonly KnownPayment[]): MisfitReason | null {
  const ordered = sum(payments.map((p) => p.amountMinor));
  if (count !== null && count !== payments.length) return "AMOUNT_DIFFERS";
  if (amountMinor === null || amountMinor === ordered) return null;
  return kind === "RETURNED" && amountMinor < ordered ? "PARTLY_RETURNED" : "AMOUNT_DIFFERS";
}

/** A batch booked as one amount is what is left of it after rejections, and after what was booked one by one; or a person has to look. */
function bookedAsOne(fact: BankFact, kind: FactKind, whole: readonly KnownPayment[]): readonly KnownPayment[] | null {
  const sent = whole.filter((p) => p.standing.state !== "REJECTED");
  const choices = [
    sent,
    sent.filter((p) => p.standing.state !== "RETURNED"),
    sent.filter((p) => (kind === "BOOKED" ? !p.standing.booked : p.standing.state === "PAID")),
  ];
  return choices.find((chosen) => chosen.length > 0 && difference(fact, chosen) === null) ?? null;
}
