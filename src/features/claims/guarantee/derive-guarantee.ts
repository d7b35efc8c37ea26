/** The guarantee of a claim with its derivation, worked out from the case as it stands. */
import { ref } from "../../../gateway/api/relation.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { explainGuarantee } from "../../../rules/explain.js";
import { decideGuarantee } from "../../../rules/guarantee/guarantee.js";
import { RULE_VERSION } from "../../../rules/data/settings.js";
import { guaranteeFacts, type CaseFile } from "../case-file/case-file.js";
import { readCaseFiles } from "../case-file/case-file.store.js";
import { deriveGuarantee } from "./derivation.js";
import { deadlineOf } from "./guarantee-clock.js";
import type { GuaranteeType } from "./guarantee.type.js";
import { reasonView } from "../../../vocabulary/reason.type.js";

/** A case, and when its first appointment starts. */
export type GuaranteeFile = { readonly parent: string; readonly file: CaseFile; readonly startsAt: string | null };

/** The cases of these claims as this viewer sees them. */
export async function guaranteeFiles(tx: Tx, claimIds: readonly string[]): Promise<GuaranteeFile[]> {
  return (await readCaseFiles(tx, claimIds)).map((file) => ({ parent: file.claim.id, file, startsAt: file.first_starts_at }));
}

export function guaranteeView(file: CaseFile, startsAt: string | null): GuaranteeType {
  const { claim } = file;
  const facts = guaranteeFacts(file, startsAt);
  const decision = decideGuarantee(facts);
  return {
    claim: ref("Claim", claim.id),
    outcome: decision.outcome,
    guaranteeClass: decision.guaranteeClass,
    clockStartOn: decision.clockStart,
    firstTargetOn: decision.firstTargetDate,
    targetOn: decision.targetDate,
    latestOn: decision.latestDate,
    deadlineAt: deadlineOf(decision),
    promiseState: claim.promise_state,
    steps: deriveGuarantee(claim, decision),
    reasons: explainGuarantee(decision, facts).map(reasonView),
    firstAppointment:
      claim.first_booking_id !== null && startsAt !== null
        ? { booking: ref("Booking", claim.first_booking_id), standing: decision.proposedAppointment }
        : null,
    ruleVersion: RULE_VERSION,
  };
}
