/** The lists the rules speak in, as enumerations of the API. */
import { enumOf } from "../gateway/api/enum.js";
import {
  CHANNEL_WORDS,
  COMPLAINT_CAUSE_WORDS,
  COVER_WORDS,
  CRISIS_EVENT_WORDS,
  CRISIS_RELATION_WORDS,
  GUARANTEE_CLASS_WORDS,
  MODE_WORDS,
  OPERATION_PLACE_WORDS,
  OPTION_WORDS,
  POLICY_ROLE_WORDS,
  PRODUCT_WORDS,
  REFERRAL_TYPE_WORDS,
  SCHEME_WORDS,
  SECTOR_WORDS,
  SERVICE_WORDS,
  SUBSIDY_PAYEE_WORDS,
  WORK_RELATED_WORDS,
} from "../rules/code-words.js";
import { CONDITION_WORDS } from "../rules/condition-words.js";
import {
  COVERAGE_NOTE_WORDS,
  COVERAGE_REASON_WORDS,
  DECISION_KIND_WORDS,
  DENIAL_WORDS,
  GUARANTEE_OUTCOME_WORDS,
  REASON_WORDS,
  STANDING_WORDS,
} from "../rules/decision-words.js";
import {
  DECISION_MARK_WORDS,
  PRICED_SERVICE_WORDS,
  PROGRAMME_SUBJECT_WORDS,
  TRANSPORT_MEANS_WORDS,
  TREATMENT_EVENT_WORDS,
} from "../rules/fact-words.js";

export const ProductEnum = enumOf("Product", "The two insurances.", PRODUCT_WORDS);
export const CoverEnum = enumOf("Cover", "The cover a claim is handled under: the base cover or an option.", COVER_WORDS);
export const PolicyOptionEnum = enumOf("PolicyOption", "What a policy has beside the base cover (MEM-OPTIONAL-COVER).", OPTION_WORDS);
export const TreatmentModeEnum = enumOf("TreatmentMode", "Who treats: the network, or somebody the member has chosen.", MODE_WORDS);
export const ChannelEnum = enumOf("Channel", "How member and practitioner meet.", CHANNEL_WORDS);
export const ServiceCodeEnum = enumOf("ServiceCode", "A kind of treatment. Values may be added.", SERVICE_WORDS);
export const GuaranteeClassEnum = enumOf("GuaranteeClass", "Which promise of a first appointment applies.", GUARANTEE_CLASS_WORDS);
export const PolicyRoleEnum = enumOf("PolicyRole", "What a person is in a policy.", POLICY_ROLE_WORDS);
export const PolicySchemeEnum = enumOf("PolicyScheme", "How a policy came about.", SCHEME_WORDS);
export const ReferralTypeEnum = enumOf("ReferralType", "What a doctor has written.", REFERRAL_TYPE_WORDS);
export const WorkRelatedEnum = enumOf("WorkRelated", "Whether a complaint is caused by work (MEM-WORK-RELATED).", WORK_RELATED_WORDS);
export const ComplaintCauseEnum = enumOf(
  "ComplaintCause",
  "What caused a disease or injury, of the causes that keep it from cover (section 7 of the conditions).",
  COMPLAINT_CAUSE_WORDS,
);
export const OperationPlaceEnum = enumOf("OperationPlace", "Where an operation was done (COV-REOP).", OPERATION_PLACE_WORDS);
export const CrisisEventEnum = enumOf("CrisisEvent", "What caused a crisis (COV-CRISIS-EVENTS).", CRISIS_EVENT_WORDS);
export const CrisisRelationEnum = enumOf(
  "CrisisRelation",
  "How the person concerned is related to the member (COV-CRISIS-FAMILY).",
  CRISIS_RELATION_WORDS,
);
export const SectorEnum = enumOf("Sector", "Who runs a place of treatment.", SECTOR_WORDS);
export const SubsidyPayeeEnum = enumOf("SubsidyPayee", "Whom 'danmark' pays its subsidy (PRC-DANMARK).", SUBSIDY_PAYEE_WORDS);
export const ConditionCodeEnum = enumOf(
  "ConditionCode",
  "The health team's controlled list of conditions. Values may be added.",
  CONDITION_WORDS,
);

export const DecisionKindEnum = enumOf("DecisionKind", "What a decision of the rules is about.", DECISION_KIND_WORDS);
export const GuaranteeOutcomeEnum = enumOf("GuaranteeOutcome", "Whether a promise of a first appointment runs.", GUARANTEE_OUTCOME_WORDS);
export const StandingEnum = enumOf("PromiseStanding", "How a first appointment stands against the promise.", STANDING_WORDS);
export const CoverageNoteEnum = enumOf("CoverageNote", "What to know about a treatment that is covered.", COVERAGE_NOTE_WORDS);
export const ReasonCodeEnum = enumOf(
  "ReasonCode",
  "A reason of a decision of the rules, about cover, promise or price. Values may be added: show the words of one you do not know.",
  REASON_WORDS,
);
export const DenialReasonEnum = enumOf(
  "DenialReason",
  "Why a claim is denied: a reason against cover, or a medical judgement (CLM-DENIAL-REASONS). Values may be added.",
  { ...COVERAGE_REASON_WORDS, ...DENIAL_WORDS },
);

export const DecisionMarkEnum = enumOf(
  "DecisionMark",
  "A yes-or-no fact of a decision that differs from the ordinary case. Values may be added.",
  DECISION_MARK_WORDS,
);
export const PricedServiceEnum = enumOf(
  "PricedService",
  "What a price is decided for: a kind of treatment, or what the insurer pays for beside it. Values may be added.",
  PRICED_SERVICE_WORDS,
);
export const TreatmentEventEnum = enumOf("TreatmentEvent", "What became of a treatment that is priced.", TREATMENT_EVENT_WORDS);
export const TransportMeansEnum = enumOf("TransportMeans", "How a member gets to a treatment.", TRANSPORT_MEANS_WORDS);
export const ProgrammeSubjectEnum = enumOf(
  "ProgrammeSubject",
  "What a programme was for: a region of the body, or a condition. Values may be added.",
  PROGRAMME_SUBJECT_WORDS,
);
