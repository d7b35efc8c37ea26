/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../../gateway/feature.js";
import { CLAIM_INVARIANTS } from "./claim-invariants.js";
import { GuaranteeStepWords } from "./guarantee/guarantee.type.js";
import { ClaimDesignations } from "./designation/designation.type.js";
import { Designate } from "./designation/designate-provider.js";
import { ClaimFields } from "./claim-fields.js";
import { ClaimsOfMember, ClaimsOfPolicy } from "./find/claims-of.js";
import { HandleCoverLoss } from "./cover-loss/handle-cover-loss.js";
import { ListCoverLosses, fetchCoverLosses } from "./cover-loss/list-cover-losses.js";
import { AnswerComplaint } from "./denial/answer-complaint.js";
import { ClaimDenials, fetchComplaints } from "./denial/denial.type.js";
import { RecordComplaint } from "./denial/record-complaint.js";
import { DecideSubmission } from "./submission/decide-submission.js";
import { ClaimSubmissions, fetchSubmissions } from "./submission/submission.type.js";
import { SubmitDocument } from "./submission/submit-document.js";
import { ReadWorklist } from "./worklist/read-worklist.js";
import { AllocateTreatments } from "./course/allocate-treatments.js";
import { ApproveClaim } from "./course/approve-claim.js";
import { CloseClaim } from "./course/close-claim.js";
import { CompleteClaim } from "./course/complete-claim.js";
import { DenyClaim } from "./course/deny-claim.js";
import { MoveToNetwork } from "./course/move-to-network.js";
import { ManualCheckWords } from "./course/manual-check.type.js";
import { OpenClaim } from "./course/open-claim.js";
import { CheckCoverage } from "./coverage/check-coverage.js";
import { DecisionContent } from "./coverage/decision.type.js";
import { fetchDecisions } from "./coverage/decisions-of.js";
import { FindClaim, fetchClaims } from "./find/find-claim.js";
import { ClaimsOfViewer, FindClaims } from "./find/find-claims.js";
import { ProposeWorkingDays } from "./guarantee/propose-working-days.js";
import { ListWorkingDays } from "./guarantee/list-working-days.js";
import { RecordException } from "./information/record-exception.js";
import { RecordMedicalDecision } from "./information/record-medical-decision.js";
import { RecordInformation } from "./information/record-information.js";
import { AnswerStatusReport } from "./status-report/answer-status-report.js";
import { ListStatusReports, fetchStatusReports } from "./status-report/list-status-reports.js";
import { RequestStatusReport } from "./status-report/request-status-report.js";
import { ClaimStatusReports } from "./status-report/status-report.type.js";
import { RecordOwnChoiceTreatment } from "./information/record-own-choice-treatment.js";
import { TakeClaim } from "./course/take-claim.js";

export const claims: Feature = {
  resolvers: [
    DecisionContent,
    GuaranteeStepWords,
    AllocateTreatments,
    AnswerComplaint,
    AnswerStatusReport,
    ApproveClaim,
    ProposeWorkingDays,
    CheckCoverage,
    ClaimDenials,
    ClaimDesignations,
    ClaimFields,
    ClaimStatusReports,
    ClaimSubmissions,
    ClaimsOfMember,
    ClaimsOfPolicy,
    ClaimsOfViewer,
    CloseClaim,
    CompleteClaim,
    DecideSubmission,
    DenyClaim,
    Designate,
    FindClaim,
    FindClaims,
    HandleCoverLoss,
    ListCoverLosses,
    ListStatusReports,
    ListWorkingDays,
    ManualCheckWords,
    MoveToNetwork,
    OpenClaim,
    ReadWorklist,
    RecordComplaint,
    RecordException,
    RecordInformation,
    RecordMedicalDecision,
    RecordOwnChoiceTreatment,
    RequestStatusReport,
    SubmitDocument,
    TakeClaim,
  ],
  nodes: {
    Claim: fetchClaims,
    Complaint: fetchComplaints,
    CoverLoss: fetchCoverLosses,
    Decision: fetchDecisions,
    StatusReport: fetchStatusReports,
    Submission: fetchSubmissions,
  },
  invariants: CLAIM_INVARIANTS,
  announced: [
    "allocateTreatments",
    "answerComplaint",
    "answerStatusReport",
    "approveClaim",
    "closeClaim",
    "completeClaim",
    "decideSubmission",
    "denyClaim",
    "designate",
    "moveToNetwork",
    "openClaim",
    "recordComplaint",
    "recordException",
    "recordInformation",
    "recordMedicalDecision",
    "recordOwnChoiceTreatment",
    "requestStatusReport",
    "submitDocument",
  ],
};
