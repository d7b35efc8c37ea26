/**
 * Which movements of a file the bank has told of before. Notifications and statements overlap, and files are fetched twice, so the same
 * movement counts once; but two references, or two days, are two movements, however equal the rest is.
 */
import type { BankFact, FactTarget, Movement } from "./fact.js";
import type { MisfitReason } from "./bank-words.js";

export type KnownMovement = {
  readonly id: string;
  /** As `referenceOf` names its target. */
  readonly reference: string;
  /** Øre, a credit positive. */
  readonly amountMinor: bigint;
  readonly bookedOn: string | null;
  readonly transactionReference: string;
  readonly entryReference: string;
  /** Ends of the payments of ours that it booked or returned. */
  readonly endToEndIds: readonly string[];
  /** An account statement holds it. */
  readonly stated: boolean;
  /** Why it is in the exceptions queue; null where it is understood. */
  readonly reason: MisfitReason | null;
};

export type Moving = BankFact & { readonly movement: Movement };
export type ToldBefore = {
  readonly fresh: readonly Moving[];
  readonly known: readonly { readonly fact: Moving; readonly as: KnownMovement }[];
  /** Lines of this file that repeat another of it under the same reference. */
  readonly repeated: readonly Moving[];
};

export function signedOf({ credit, amountMinor }: Movement): bigint {
  return credit ? amountMinor : -amountMinor;
}

export function toldBefore(facts: readonly Moving[], known: readonly KnownMovement[]): ToldBefore {
  const seen = new Set<string>();
  const repeated: Moving[] = [];
  const once = facts.filter((fact) => {
    const key = ownKey(fact);
    if (key === null) return true;
    if (!seen.has(key)) return Boolean(seen.add(key));
    repeated.push(fact);
    return false;
  });
  const candidates = candidatesOf(known);
  const taken = new Set<string>();
  const found = new Map<Moving, KnownMovement>();
  // those that agree in a reference first: what is left over may then be the one without
  for (const agree of [agreeInReference, agreeElsewhere]) {
    for (const fact of once) {
      if (found.has(fact)) continue;
      const as = candidates(fact).find((k) => !(taken.has(k.id) && !isCollective(fact, k)) && sameDay(fact, k) && agree(fact, k));
      if (!as) continue;
      taken.add(as.id);
      found.set(fact, as);
    }
  }
  return {
    fresh: once.filter((fact) => !found.has(fact)),
    known: [...found].map(([fact, as]) => ({ fact, as })),
    repeated,
  };
}

/** What makes a line of a file the repetition of another: its own reference, and everything else. Without one of its own it is none. */
function ownKey({ movement, target, bookedOn }: Moving): string | null {
  const reference = movement.transactionReference || movement.entryReference;
  if (!movement.alone || reference === "") return null;
  return JSON.stringify([reference, String(signedOf(movement)), target === null ? "" : referenceOf(target), bookedOn, movement.account]);
}

/** Known movements that may be the fact's: by amount and reference, or as a part of one that booked several payments. */
function candidatesOf(known: readonly KnownMovement[]): (fact: Moving) => readonly KnownMovement[] {
  const bySame = groupBy(known, (k) => [keyOf(k.reference, k.amountMinor)]);
  const byPayment = groupBy(known, (k) => k.endToEndIds);
  return (fact) => {
    const reference = fact.target === null ? "" : referenceOf(fact.target);
    const same = bySame.get(keyOf(reference, signedOf(fact.movement))) ?? [];
    const ids = fact.target === null ? [] : endsOf(fact.target);
    const parts = ids.flatMap((id) => byPayment.get(id) ?? []).filter((k) => k.amountMinor > 0n === fact.movement.credit);
    return [...same, ...parts.filter((k) => isCollective(fact, k))];
  };
}

/** The known one booked more payments than the fact names: the same told once as a whole and once in parts. */
function isCollective(fact: Moving, known: KnownMovement): boolean {
  return fact.target?.level === "PAYMENT" && known.endToEndIds.length > 1 && known.endToEndIds.includes(fact.target.endToEndId);
}

function sameDay(fact: Moving, known: KnownMovement): boolean {
  return fact.bookedOn === null || known.bookedOn === null || fact.bookedOn === known.bookedOn;
}

/** A reference of the transaction says more than one of the entry; where one side has none of a kind, the other kind decides. */
function agreeInReference({ movement }: Moving, known: KnownMovement): boolean {
  if (movement.transactionReference !== "" && known.transactionReference !== "")
    return movement.transactionReference === known.transactionReference;
  if (movement.entryReference !== "" && known.entryReference !== "") return movement.entryReference === known.entryReference;
  const [here, there] = [movement.transactionReference || movement.entryReference, known.transactionReference || known.entryReference];
  return here !== "" && here === there;
}

/** One of the two has no reference at all. */
function agreeElsewhere({ movement }: Moving, known: KnownMovement): boolean {
  return (
    (movement.transactionReference === "" && movement.entryReference === "") ||
    (known.transactionReference === "" && known.entryReference === "")
  );
}

function keyOf(reference: string, amount: bigint): string {
  return `${String(amount)} ${reference}`;
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}

/** How a target is named to a person. */
export function referenceOf(target: FactTarget): string {
  switch (target.level) {
    case "PAYMENT":
      return target.endToEndId;
    case "GROUP":
      return target.endToEndIds.join(" ");
    case "BATCH":
      return target.paymentInfoId;
    case "MESSAGE":
      return target.messageId;
  }
}

/** Ids of the payments that a target names one by one. */
export function endsOf(target: FactTarget): readonly string[] {
  return target.level === "PAYMENT" ? [target.endToEndId] : target.level === "GROUP" ? target.endToEndIds : [];
}
