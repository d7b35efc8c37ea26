/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../gateway/feature.js";
import { DecisionReasonWords } from "./coverage/reason.type.js";
import { GuaranteeStepWords } from "./guarantee/guarantee.type.js";
import { ClaimFields } from "./claim-fields.js";
import { ClaimsOfMember, ClaimsOfPolicy } from "./claims-of.js";
import { AllocateTreatments } from "./course/allocate-treatments.js";
import { ApproveClaim } from "./course/approve-claim.js";
import { CloseClaim } from "./course/close-claim.js";
import { CompleteClaim } from "./course/complete-claim.js";
import { DenyClaim } from "./course/deny-claim.js";
import { ManualCheckWords } from "./course/manual-check.type.js";
import { OpenClaim } from "./course/open-claim.js";
import { CheckCoverage } from "./coverage/check-coverage.js";
import { fetchDecisions } from "./coverage/decisions-of.js";
import { FindClaim, fetchClaims } from "./find-claim.js";
import { ClaimsOfViewer, FindClaims } from "./find-claims.js";
import { ChangeWorkingDays } from "./guarantee/change-working-days.js";
import { ListWorkingDays } from "./guarantee/list-working-days.js";
import { RecordException } from "./information/record-exception.js";
import { RecordMedicalDecision } from "./information/record-medical-decision.js";
import { RecordInformation } from "./information/record-information.js";
import { RecordOwnChoiceTreatment } from "./information/record-own-choice-treatment.js";

export const claims: Feature = {
  resolvers: [
    DecisionReasonWords,
    GuaranteeStepWords,
    AllocateTreatments,
    ApproveClaim,
    ChangeWorkingDays,
    CheckCoverage,
    ClaimFields,
    ClaimsOfMember,
    ClaimsOfPolicy,
    ClaimsOfViewer,
    CloseClaim,
    CompleteClaim,
    DenyClaim,
    FindClaim,
    FindClaims,
    ListWorkingDays,
    ManualCheckWords,
    OpenClaim,
    RecordException,
    RecordInformation,
    RecordMedicalDecision,
    RecordOwnChoiceTreatment,
  ],
  nodes: {
    Claim: fetchClaims,
    Decision: fetchDecisions,
  },
};
