import { enumOf } from "../../gateway/api/enum.js";
import { CHANNELS } from "./channels/index.js";
import {
  BATCH_CHANGE_WORDS,
  BATCH_PAYS_WORDS,
  BATCH_STATE_WORDS,
  CHARGED_PAYMENT_WORDS,
  CORRECTION_REASON_WORDS,
  DISPUTE_END_WORDS,
  DISPUTE_FINDING_WORDS,
  FILE_STATE_WORDS,
  LEFT_OUT_WORDS,
  LINE_KIND_WORDS,
  LINE_STATE_WORDS,
  PAYMENT_STATE_WORDS,
  PAYOUT_ENDING_WORDS,
  PAYOUT_STATE_WORDS,
} from "./settlement-words.js";

export const BatchStateEnum = enumOf("SettlementBatchState", "How a batch stands.", BATCH_STATE_WORDS);
export const BatchPaysEnum = enumOf("SettlementBatchPays", "Whom a batch pays.", BATCH_PAYS_WORDS);
export const PayoutStateEnum = enumOf("ReimbursementPayoutState", "How far a reimbursement is paid out.", PAYOUT_STATE_WORDS);
export const PayoutEndingEnum = enumOf("ReimbursementPayoutEnding", "How a payout that was stopped goes on.", PAYOUT_ENDING_WORDS);
export const BatchChangeEnum = enumOf(
  "SettlementBatchChange",
  "Why a batch was rejected or reopened, or a payment taken out of it.",
  BATCH_CHANGE_WORDS,
);
export const PaymentStateEnum = enumOf("SettlementPaymentState", "What the bank has told about a payment.", PAYMENT_STATE_WORDS);
export const LineStateEnum = enumOf("SettlementLineState", "How what is owed for a treatment stands.", LINE_STATE_WORDS);
export const LineKindEnum = enumOf("SettlementLineKind", "What a line is for.", LINE_KIND_WORDS);
export const CorrectionReasonEnum = enumOf("CorrectionReason", "Why a treatment is paid otherwise than quoted.", CORRECTION_REASON_WORDS);
export const DisputeEndEnum = enumOf("DisputeEnd", "How a member's dispute ends.", DISPUTE_END_WORDS);
export const DisputeFindingEnum = enumOf(
  "DisputeFinding",
  "What a clinic says of a treatment that the member disputes.",
  DISPUTE_FINDING_WORDS,
);
export const ChargedPaymentEnum = enumOf("ChargedPaymentKind", "What was paid for a withdrawn employee.", CHARGED_PAYMENT_WORDS);
export const FileStateEnum = enumOf("PaymentFileState", "How a payment file stands.", FILE_STATE_WORDS);
export const LeftOutReasonEnum = enumOf("LeftOutReason", "Why a provider's lines stay payable when a batch is closed.", LEFT_OUT_WORDS);
export const PaymentChannelEnum = enumOf(
  "PaymentChannel",
  "A way for payments to leave.",
  Object.fromEntries(CHANNELS.map(({ code, description, descriptionDa }) => [code, [description, descriptionDa]] as const)),
);
