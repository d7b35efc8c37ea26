/** Which of the references in a line of the bank's is the one that names something of ours. */
import { isEndToEndId, isMessageId, isPaymentInfoId } from "../../documents/self-bills/numbering.js";
import type { FactTarget } from "../fact.js";

/** As the schema has them, in the order in which they are believed; null where the line has none. */
export type References = {
  readonly endToEndId: string | null;
  readonly instructionId: string | null;
  readonly paymentInfoId: string | null;
  readonly messageId: string | null;
};

/** What banks write where the schema demands a reference and nobody gave one. */
const NONE = /^(not ?provided|non ?ref|notapplicable|n\/?a)$/i;

function given(text: string | null): string | null {
  return text === null || NONE.test(text) ? null : text;
}

/** The first that has the form of ours; where none has, the first that is given, of a payment before one of a batch. */
export function targetOf(found: References): FactTarget | null {
  const endToEndId = given(found.endToEndId);
  const instructionId = given(found.instructionId);
  const paymentInfoId = given(found.paymentInfoId);
  const messageId = given(found.messageId);
  for (const id of [endToEndId, instructionId]) if (id !== null && isEndToEndId(id)) return { level: "PAYMENT", endToEndId: id };
  if (paymentInfoId !== null && isPaymentInfoId(paymentInfoId)) return { level: "BATCH", paymentInfoId };
  if (messageId !== null && isMessageId(messageId)) return { level: "MESSAGE", messageId };
  const other = endToEndId ?? instructionId;
  if (other !== null) return { level: "PAYMENT", endToEndId: other };
  if (paymentInfoId !== null) return { level: "BATCH", paymentInfoId };
  return messageId === null ? null : { level: "MESSAGE", messageId };
}
