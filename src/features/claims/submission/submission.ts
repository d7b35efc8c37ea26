/** What a member hands in, and what it changes in the case. Pure. */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { SUBMISSION_KINDS, SUBMISSION_STATES } from "../../../../schema/states.js";
import type { WordList } from "../../../kernel/worded.js";
import type { CaseClaim, CaseFile } from "../case-file/case-file.js";
import { CLAIM_ENDED, hasEnded } from "../claim.js";

export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export const SUBMISSION_KIND_WORDS: WordList<SubmissionKind> = {
  REFERRAL: ["A referral", "En henvisning"],
  BILL: ["A bill", "En regning", "Of a treatment of the member's own choice."],
};
export const SUBMISSION_STATE_WORDS: WordList<SubmissionState> = {
  WAITING: ["Waiting", "Afventer", "The health team has not looked at it yet."],
  ACCEPTED: ["Accepted", "Godkendt"],
  REJECTED: ["Not enough", "Ikke tilstrækkelig", "The note says why."],
};

export type Submitted = {
  readonly kind: SubmissionKind;
  readonly issuedOn: string | null;
  readonly treatedOn: string | null;
};

export function submissionRefusals(file: CaseFile, { kind, issuedOn, treatedOn }: Submitted): Refusal[] {
  const { claim, today } = file;
  const at = (field: string): readonly string[] => ["input", kind === "REFERRAL" ? "referral" : "bill", field];
  const day = kind === "REFERRAL" ? issuedOn : treatedOn;
  return [
    // a bill may come in for what was treated before the claim was completed
    ...(hasEnded(claim) && !(kind === "BILL" && claim.state === "COMPLETED") ? [CLAIM_ENDED] : []),
    ...(day !== null && day > today
      ? [
          refusal("FACT_IMPOSSIBLE", "That day has not come yet.", {
            path: at(kind === "REFERRAL" ? "issuedOn" : "treatedOn"),
            remedy: "Correct the day.",
          }),
        ]
      : []),
    ...(kind === "BILL" && claim.mode === "NETWORK"
      ? [
          refusal("BILL_IN_NETWORK", "In the network the clinic is paid directly.", {
            path: ["input", "bill"],
            rule: "CLM-PAYMENT-GUARANTEE",
            clause: "FAQ, 'How long does it take to receive a response to my case?'",
            remedy: "Show the clinic your payment guarantee; ask the health team if you have paid yourself.",
          }),
        ]
      : []),
  ];
}

/** A referral that the clock waits for has come in; whether it is enough is for the team to say (GUA-CLOCK-INFO). */
export function receivedColumns(claim: CaseClaim, kind: SubmissionKind, now: string): Partial<CaseClaim> {
  const waits = kind === "REFERRAL" && claim.information_needs.length === 1 && claim.information_needs[0] === "REFERRAL";
  return waits && claim.information_received_at === null ? { information_received_at: now } : {};
}
