/** A treatment of the member's own choice as the ledger of treatments counts it (BOK-COUNT, COV-PORTION). */
import type { NewRow } from "../../../../schema/columns-of.js";
import type { CaseClaim } from "../case-file/case-file.js";
import { mayMove } from "../claim.js";

/** The year counted is that of the treatment (BOK-YEAR-BY-TREATMENT). */
export function ownChoiceUsage(claim: CaseClaim, id: string, treatedOn: string): NewRow<"treatment_usage"> {
  return {
    id,
    member_id: claim.member_id,
    policy_id: claim.policy_id,
    claim_id: claim.id,
    booking_id: null,
    service_code: claim.service_code,
    under: claim.under,
    mode: "OWN_CHOICE",
    year: Number(treatedOn.slice(0, 4)),
    treated_on: treatedOn,
    state: "COUNTED",
  };
}

/** What of the claim a counted treatment changes: its portion, and that it has begun. */
export function countedColumns(claim: CaseClaim): Partial<CaseClaim> {
  return {
    ...(claim.portion_authorised === null ? {} : { portion_used: claim.portion_used + 1 }),
    ...(mayMove(claim, "startTreatment") ? { state: "IN_TREATMENT" } : {}),
  };
}
