/** What has to have happened before the clock starts, and which of it happened last. */
import type { GuaranteeClass } from "../codes.js";
import type { GuaranteeFacts, Instant } from "../facts/facts.js";

export type WaitingReason = "AWAITING_APPROVAL" | "AWAITING_INFORMATION";

/** The instant that starts the clock, or what it still waits for. */
export function clockStart(facts: GuaranteeFacts, of: Exclude<GuaranteeClass, "NONE">): Instant | readonly WaitingReason[] {
  const { receivedAt } = facts.claim;
  const approvedAt = facts.claim.approvedAt ?? null;
  const information = facts.information?.required === true ? facts.information : null;
  const informed = information?.receivedAt ?? null;
  const sufficient = information?.approvedAt ?? null;

  // Flex counts from receipt; approvals play no part (GUA-FLEX-15, GUA-FLEX-INFO).
  if (of === "FLEX_SPECIALIST_15") {
    if (information && informed === null) return ["AWAITING_INFORMATION"];
    return latest(receivedAt, informed);
  }
  // A crisis claim is accepted, and three hours run from that instant (GUA-CRISIS-3H).
  if (of === "CRISIS_3H") return approvedAt ?? ["AWAITING_APPROVAL"];

  // All others: received and approved, and so is the information that was needed (GUA-CLOCK-APPROVED, GUA-CLOCK-INFO); a move from own
  // choice into the network is an approval of its own (CLM-CHANGE-REAPPROVAL).
  const waiting: WaitingReason[] = [];
  if (approvedAt === null) waiting.push("AWAITING_APPROVAL");
  if (information && (informed === null || sufficient === null)) waiting.push("AWAITING_INFORMATION");
  return waiting.length > 0 ? waiting : latest(receivedAt, approvedAt, facts.claim.movedAt ?? null, informed, sufficient);
}

function latest(first: Instant, ...others: readonly (Instant | null)[]): Instant {
  let last = first;
  for (const instant of others) if (instant !== null && Date.parse(instant) > Date.parse(last)) last = instant;
  return last;
}
