import { enumOf } from "../../gateway/api/enum.js";
import {
  CLAIM_EVENT_WORDS,
  CLAIM_FLAG_WORDS,
  CLAIM_STATE_WORDS,
  INFORMATION_NEED_WORDS,
  MEDICAL_DECISION_WORDS,
  PROGRESS_WORDS,
  REPORT_CHANNEL_WORDS,
  GUARANTEE_STEP_WORDS,
  SWITCHABLE_DAY_WORDS,
  WISH_WORDS,
} from "./claim-words.js";
import { FLAG_FACTS } from "./case-file/claim-record.js";

export const ClaimStateEnum = enumOf("ClaimState", "How a claim stands.", CLAIM_STATE_WORDS);
export const ClaimEventKindEnum = enumOf("ClaimEventKind", "What happened to a claim. Values may be added.", CLAIM_EVENT_WORDS);
export const GuaranteeStepKindEnum = enumOf("GuaranteeStepKind", "A step by which a guarantee came about.", GUARANTEE_STEP_WORDS);
export const SwitchableDayEnum = enumOf(
  "SwitchableDay",
  "A day that is a working day of guarantees unless a setting takes it out (CAL-EXTRA-DAYS).",
  SWITCHABLE_DAY_WORDS,
);

/** A constant of the API for each name of the rules: freePhysioScheme is FREE_PHYSIO_SCHEME. */
const flags = FLAG_FACTS.map((name) => [name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(), name] as const);
export const ClaimFlagEnum = enumOf<string>(
  "ClaimFlag",
  "A rare fact of a case that the rules know.",
  Object.fromEntries(flags.map(([value, name]) => [value, CLAIM_FLAG_WORDS[name]])),
  Object.fromEntries(flags),
);

export const ProgressEnum = enumOf("Progress", "How a treatment goes, in the therapist's eyes.", PROGRESS_WORDS);
export const ReportChannelEnum = enumOf("ReportChannel", "How a claim was reported (CLM-REPORT-CHANNELS).", REPORT_CHANNEL_WORDS);
export const InformationNeedEnum = enumOf(
  "InformationNeed",
  "What the clock of a claim waits for (GUA-CLOCK-INFO).",
  INFORMATION_NEED_WORDS,
);
export const MedicalDecisionKindEnum = enumOf(
  "MedicalDecisionKind",
  "What the insurer's doctors and nurses can decide against what the rules derive.",
  MEDICAL_DECISION_WORDS,
);

export const WishEnum = enumOf("Wish", "A wish about who treats, and how.", WISH_WORDS, {
  LANGUAGE: "language",
  GENDER: "gender",
  CHANNEL: "channel",
});
