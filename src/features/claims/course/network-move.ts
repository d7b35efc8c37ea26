/** A course with a therapist of own choice goes on in the network (PRV-MOVE-TO-NETWORK): what was used stays used. */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { CaseClaim, CaseFile } from "../case-file/case-file.js";
import { CLAIM_ENDED, hasEnded } from "../claim.js";
import { mayPass } from "./approval.js";
import { coverToday } from "./report.js";

export type MoveDecision = { readonly refusals: readonly Refusal[]; readonly columns: Partial<CaseClaim> };

/**
 * The portion stays as it is, so that no treatment is allocated by a move; bills for the days before it are still decided. A promise
 * is about a start: it counts from the move, and where treatment has begun there is none (GUA-NETWORK-10).
 */
export function decideNetworkMove(file: CaseFile): MoveDecision {
  const { claim, sessions, now } = file;
  const columns: Partial<CaseClaim> = {
    mode: "NETWORK",
    moved_at: now,
    ...(sessions > 0 ? { exceptions: { ...claim.exceptions, begunOutside: true } } : {}),
  };
  const { refusals } = coverToday({ ...file, claim: { ...claim, ...columns } });
  return {
    refusals: [
      ...(hasEnded(claim) ? [CLAIM_ENDED] : []),
      ...(claim.mode === "OWN_CHOICE" ? [] : [IN_NETWORK]),
      ...(claim.approved_at === null ? [NOT_APPROVED] : []),
      ...refusals.filter(({ code }) => !mayPass(code)).map((reason) => ({ ...reason, path: ["input", "claimId"] })),
    ],
    columns,
  };
}

const RULE = { rule: "PRV-MOVE-TO-NETWORK", clause: "insurance conditions 2025, sections 5.7, 5.8", path: ["input", "claimId"] } as const;
const IN_NETWORK = refusal("CLAIM_IN_NETWORK", "This claim is treated in the network already.", {
  ...RULE,
  remedy: "Nothing needs to be done.",
});
const NOT_APPROVED = refusal("CLAIM_STATE", "A claim is moved once it is approved.", {
  ...RULE,
  remedy: "Approve it for the network at once.",
});
