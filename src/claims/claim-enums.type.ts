import { enumOf } from "../gateway/api/enum.js";
import {
  CLAIM_EVENT_WORDS,
  CLAIM_FLAGS,
  CLAIM_FLAG_WORDS,
  CLAIM_STATE_WORDS,
  GUARANTEE_STEP_WORDS,
  SWITCHABLE_DAY_WORDS,
} from "./claim-words.js";

export const ClaimStateEnum = enumOf("ClaimState", "How a claim stands.", CLAIM_STATE_WORDS);
export const ClaimEventKindEnum = enumOf("ClaimEventKind", "What happened to a claim. Values may be added.", CLAIM_EVENT_WORDS);
export const ClaimFlagEnum = enumOf("ClaimFlag", "A rare fact of a case that the rules know.", CLAIM_FLAG_WORDS, CLAIM_FLAGS);
export const GuaranteeStepKindEnum = enumOf("GuaranteeStepKind", "A step by which a guarantee came about.", GUARANTEE_STEP_WORDS);
export const SwitchableDayEnum = enumOf(
  "SwitchableDay",
  "A day that is a working day of guarantees unless a setting takes it out (CAL-EXTRA-DAYS).",
  SWITCHABLE_DAY_WORDS,
);
