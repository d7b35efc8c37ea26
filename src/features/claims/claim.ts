/** The insurer's case for one complaint: its states and the moves between them. */
import { CLAIM_STATES, type ClaimState } from "../../../schema/states.js";
import { canMove, finalStates, type Moves } from "../../kernel/lifecycle.js";
import { refusal, type Refusal } from "../../kernel/refusal.js";

export const FIRST_CLAIM_STATE: ClaimState = "REPORTED";

export const CLAIM_MOVES = {
  askForInformation: { from: ["REPORTED", "APPROVED"], to: "AWAITING_INFORMATION" },
  approve: { from: ["REPORTED", "AWAITING_INFORMATION", "ESCALATED"], to: "APPROVED" },
  /** Nothing fits inside the guarantee: people take over. */
  escalate: { from: ["REPORTED", "AWAITING_INFORMATION", "APPROVED"], to: "ESCALATED" },
  /** A first treatment took place. */
  startTreatment: { from: ["APPROVED", "ESCALATED"], to: "IN_TREATMENT" },
  complete: { from: ["IN_TREATMENT"], to: "COMPLETED" },
  deny: { from: ["REPORTED", "AWAITING_INFORMATION", "ESCALATED"], to: "DENIED" },
  close: { from: ["REPORTED", "AWAITING_INFORMATION", "APPROVED", "IN_TREATMENT", "ESCALATED"], to: "CLOSED" },
} as const satisfies Moves<ClaimState, string>;
export type ClaimVerb = keyof typeof CLAIM_MOVES;

const MOVES: Moves<ClaimState, ClaimVerb> = CLAIM_MOVES;
const FINAL: ReadonlySet<string> = new Set(finalStates(MOVES, CLAIM_STATES));

function isClaimState(text: string): text is ClaimState {
  return CLAIM_STATES.some((state) => state === text);
}

/** Ended for good: a final state never changes. */
export function hasEnded(claim: { readonly state: string }): boolean {
  return FINAL.has(claim.state);
}

export function mayMove(claim: { readonly state: string }, verb: ClaimVerb): boolean {
  return isClaimState(claim.state) && canMove(MOVES, verb, claim.state);
}

/** Nothing when the claim's state allows the verb; otherwise the refusal that says where it stands. */
export function stateRefusals(claim: { readonly state: string }, verb: ClaimVerb): Refusal[] {
  if (mayMove(claim, verb)) return [];
  return hasEnded(claim) ? [CLAIM_ENDED] : [wrongState(claim.state, verb)];
}

export const CLAIM_ENDED = refusal("CLAIM_NOT_OPEN", "This claim has ended.", {
  path: ["input", "claimId"],
  rule: "CLM-CHANGE-REAPPROVAL",
  clause: "insurance conditions 2025, section 4.2",
  remedy: "Report a new claim.",
});

const WORDS: Readonly<Record<ClaimVerb, string>> = {
  askForInformation: "asked for information",
  approve: "approved",
  escalate: "escalated",
  startTreatment: "treated",
  complete: "completed",
  deny: "denied",
  close: "closed",
};

function wrongState(state: string, verb: ClaimVerb): Refusal {
  return refusal("CLAIM_STATE", `A claim that is ${state} cannot be ${WORDS[verb]}.`, {
    path: ["input", "claimId"],
    remedy: `Possible from ${MOVES[verb].from.join(", ")}.`,
  });
}

export type InformationFacts = {
  readonly state: ClaimState;
  readonly approved_at: string | null;
  readonly information_required: boolean;
  readonly information_received_at: string | null;
  readonly information_approved_at: string | null;
};

/** All information that was needed is here and found sufficient (GUA-CLOCK-INFO). */
export function informationComplete(claim: InformationFacts): boolean {
  return !claim.information_required || (claim.information_received_at !== null && claim.information_approved_at !== null);
}

/** Where approval and information leave a claim whose treatment has not begun. */
export function stateByFacts(claim: InformationFacts): ClaimState {
  if (mayMove(claim, "askForInformation") && !informationComplete(claim)) return "AWAITING_INFORMATION";
  if (mayMove(claim, "approve") && claim.approved_at !== null && informationComplete(claim)) return "APPROVED";
  return claim.state;
}
