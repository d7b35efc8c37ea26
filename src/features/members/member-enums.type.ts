import { enumOf } from "../../gateway/api/enum.js";
import {
  AUTHORITY_SCOPE_WORDS,
  AUTHORITY_STATE_WORDS,
  CERTAINTY_WORDS,
  WITHDRAWAL_CAUSE_WORDS,
  CUSTODY_ANSWER_WORDS,
  ERASURE_GROUND_WORDS,
  ERASURE_STATE_WORDS,
  GENDERS,
  GENDER_WORDS,
  GUARDIAN_ACCESS_WORDS,
  GUARDIAN_CHOICE_WORDS,
  LIMIT_PERIOD_WORDS,
  MESSAGE_OUTCOME_WORDS,
} from "./member-words.js";
import { MESSAGE_FORMAT_WORDS } from "./intake/read-messages.js";

export const GenderEnum = enumOf("Gender", "Gender as the public register has it.", GENDER_WORDS, GENDERS);
export const LimitPeriodEnum = enumOf("LimitPeriod", "Over what treatments are counted against a limit.", LIMIT_PERIOD_WORDS);
export const ErasureGroundEnum = enumOf("ErasureGround", "Ground of an erasure (GDPR article 17(1)).", ERASURE_GROUND_WORDS);
export const ErasureStateEnum = enumOf("ErasureState", "How a request for erasure stands.", ERASURE_STATE_WORDS);
export const GuardianAccessEnum = enumOf("GuardianAccess", "What a holder of custody sees of a young person.", GUARDIAN_ACCESS_WORDS);
export const GuardianChoiceEnum = enumOf(
  "GuardianChoice",
  "What a young person of 15 to 17 can let a guardian see.",
  GUARDIAN_CHOICE_WORDS,
);
export const CustodyAnswerEnum = enumOf("CustodyAnswer", "What the civil register says about custody.", CUSTODY_ANSWER_WORDS);
export const AuthorityScopeEnum = enumOf(
  "AuthorityScope",
  "What an authority opens to a representative. Values may be added.",
  AUTHORITY_SCOPE_WORDS,
);
export const AuthorityStateEnum = enumOf("AuthorityState", "How an authority stands today.", AUTHORITY_STATE_WORDS);
export const WithdrawalCauseEnum = enumOf("WithdrawalCause", "Why an employee is taken out of a scheme.", WITHDRAWAL_CAUSE_WORDS);
export const MessageOutcomeEnum = enumOf("MemberLineOutcome", "What became of a message of the policy system.", MESSAGE_OUTCOME_WORDS);
export const MessageFormatEnum = enumOf("MemberFileFormat", "The format of a file of persons and policies.", MESSAGE_FORMAT_WORDS);
export const CertaintyEnum = enumOf("MatchCertainty", "How surely a person is the one that was asked for.", CERTAINTY_WORDS);
