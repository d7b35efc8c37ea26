/** What the codes of a payment's status mean (ISO 20022 external code sets, ExternalPaymentTransactionStatus1Code and ExternalStatusReason1Code). */
import type { FactKind, BankFact } from "../fact.js";

type Meaning = FactKind | "OPEN" | "BLOCKED";

const MEANING: Readonly<Record<string, Meaning>> = {
  ACTC: "ACCEPTED",
  ACCP: "ACCEPTED",
  ACFC: "ACCEPTED",
  ACSP: "ACCEPTED",
  ACSC: "ACCEPTED",
  ACCC: "ACCEPTED",
  ACWC: "ACCEPTED",
  ACWP: "ACCEPTED",
  ACIS: "ACCEPTED",
  RJCT: "REJECTED",
  CANC: "REJECTED",
  // neither sent on nor given back: nobody knows yet
  BLCK: "BLOCKED",
  PART: "OPEN",
  PATC: "OPEN",
  PDNG: "OPEN",
  RCVD: "OPEN",
};

/** Reasons that say: the bank has this already. They refuse the second sending and say nothing about the first one. */
const DUPLICATE = /^(DU0[1-5]|AM05|DUPL)/;

export function isDuplicate(reasons: readonly string[]): boolean {
  return reasons.some((reason) => DUPLICATE.test(reason.toUpperCase()));
}

/** What a status says, or null for one that tells nothing yet. */
export function meaningOf(
  status: string | null,
  reasons: readonly string[],
  duplicate: boolean,
): Pick<BankFact, "kind" | "trouble" | "reason"> | null {
  const [first = null] = reasons;
  const meaning = status === null ? "OPEN" : MEANING[status];
  if (meaning === "OPEN") return null;
  if (meaning === undefined) return { kind: null, trouble: "STATUS_UNKNOWN", reason: status?.slice(0, 35) ?? null };
  if (meaning === "BLOCKED") return { kind: null, trouble: "PAYMENT_BLOCKED", reason: first ?? status };
  if (meaning === "REJECTED" && duplicate) return { kind: null, trouble: "REFUSED_AS_DUPLICATE", reason: first };
  return { kind: meaning, trouble: null, reason: first ?? (status === "CANC" ? "CANC" : null) };
}
