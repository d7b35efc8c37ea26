import { enumOf } from "../../gateway/api/enum.js";
import {
  AUDIENCE_WORDS,
  AVAILABILITY_WORDS,
  CONTENT_ENCODING_WORDS,
  FEED_STATE_WORDS,
  FOLLOWED_KIND_WORDS,
  FUNDING_WORDS,
  HOLD_STATE_WORDS,
  INTAKE_CODE_WORDS,
  LINE_ACTION_WORDS,
  LINE_OUTCOME_WORDS,
  PUBLISH_MODE_WORDS,
  SLOT_STATE_WORDS,
  SOURCE_STATE_WORDS,
  UNREAD_WORDS,
  UPLOAD_FORMAT_WORDS,
  WITHDRAWAL_OUTCOME_WORDS,
} from "./slot-words.js";

export const AudienceEnum = enumOf("Audience", "Whom an opening is for.", AUDIENCE_WORDS);
export const FundingEnum = enumOf("Funding", "Which patients an opening is kept for.", FUNDING_WORDS);
export const SlotStateEnum = enumOf("SlotState", "How an opening stands.", SLOT_STATE_WORDS);
export const HoldStateEnum = enumOf("HoldState", "How a hold stands.", HOLD_STATE_WORDS);
export const LineActionEnum = enumOf("SlotLineAction", "What a line does with an opening.", LINE_ACTION_WORDS);
export const LineOutcomeEnum = enumOf("SlotLineOutcome", "What became of one line.", LINE_OUTCOME_WORDS);
export const FeedStateEnum = enumOf("BusyFeedState", "Whether a practitioner's own calendar is known.", FEED_STATE_WORDS);
export const UnreadReasonEnum = enumOf("UnreadReason", "Why entries of a calendar were not understood and count as busy.", UNREAD_WORDS);
export const FollowedKindEnum = enumOf("FollowedKind", "What the gateway fetches by itself.", FOLLOWED_KIND_WORDS);
export const SourceStateEnum = enumOf("CapacitySourceState", "How far a source can be relied on.", SOURCE_STATE_WORDS);
export const AvailabilityEnum = enumOf("Availability", "How far a clinic's openings can be relied on.", AVAILABILITY_WORDS);
export const IntakeCodeEnum = enumOf("IntakeCode", "A way in which a clinic's capacity reaches us.", INTAKE_CODE_WORDS);
export const WithdrawalOutcomeEnum = enumOf(
  "WithdrawalOutcome",
  "What becomes of an appointment on a withdrawn opening.",
  WITHDRAWAL_OUTCOME_WORDS,
);
export const PublishModeEnum = enumOf(
  "PublishMode",
  "What happens to the good lines of a call when others are refused.",
  PUBLISH_MODE_WORDS,
);
export const ContentEncodingEnum = enumOf(
  "ContentEncoding",
  "How the content of a file is written into the request.",
  CONTENT_ENCODING_WORDS,
);
export const UploadFormatEnum = enumOf("UploadFormat", "The format of an uploaded file.", UPLOAD_FORMAT_WORDS);
