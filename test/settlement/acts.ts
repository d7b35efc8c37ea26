/** The settlement acts as a finance person or a bank sends them. */
import { randomUUID } from "node:crypto";
import type { Answer, Asker } from "../support/app.js";

const BATCH =
  "batch { id reference state lineCount paymentCount total { amountMinor } executionOn } leftOut { reason } errors { code path message retryable } replayed";

export const CLOSE = `mutation ($input: CloseSettlementBatchInput!) { closeSettlementBatch(input: $input) { ${BATCH} } }`;
const APPROVE = `mutation ($input: ApproveSettlementBatchInput!) { approveSettlementBatch(input: $input) { ${BATCH} } }`;
const EXPORT = `mutation ($input: ExportPaymentFileInput!) { exportPaymentFile(input: $input) { files { content sha256 fileName channel } errors { code path message } replayed } }`;
const IMPORT = `mutation ($input: ImportBankFileInput!) { importBankFile(input: $input) {
  file { id kind known lineCount accepted booked rejected returned unchanged exceptions { place reason } accounts { place entryCount leftAlone } } errors { code path message } replayed } }`;
const CORRECT = `mutation ($input: CorrectSettlementInput!) { correctSettlement(input: $input) { line { id kind state amount { amountMinor } } errors { code path message } replayed } }`;

const key = (): string => randomUUID();
export const close = (as: Asker, through = "2099-12-31", idempotencyKey = key()): Promise<Answer> =>
  as(CLOSE, { input: { idempotencyKey, through } });
export const approve = (as: Asker, batchId: string, idempotencyKey = key()): Promise<Answer> =>
  as(APPROVE, { input: { idempotencyKey, batchId } });
/** `file` is the first of the files: nearly every batch has one. */
export const exportFile = async (as: Asker, batchId: string, channel: string | null = null, idempotencyKey = key()): Promise<Answer> => {
  const answer = await as(EXPORT, { input: { idempotencyKey, batchId, channel } });
  const exported = answer.data?.exportPaymentFile;
  return exported ? { ...answer, data: { exportPaymentFile: { ...exported, file: exported.files[0] ?? null } } } : answer;
};
export const importFile = (as: Asker, content: string, idempotencyKey = key()): Promise<Answer> =>
  as(IMPORT, { input: { idempotencyKey, content } });
export const correct = (as: Asker, lineId: string, amountMinor: bigint, reason: string, idempotencyKey = key()): Promise<Answer> =>
  as(CORRECT, { input: { idempotencyKey, lineId, amountMinor: String(amountMinor), reason } });
const EXCEPTION = "exception { id reason resolution resolvedAt proposedBy unexplained { amountMinor } } errors { code path message }";
const RESOLVE = `mutation ($input: ResolveBankExceptionInput!) { resolveBankException(input: $input) { ${EXCEPTION} } }`;
const CONFIRM = `mutation ($input: ConfirmBankExceptionInput!) { confirmBankException(input: $input) { ${EXCEPTION} } }`;
export const resolveException = (as: Asker, input: object): Promise<Answer> => as(RESOLVE, { input: { idempotencyKey: key(), ...input } });
export const confirmException = (as: Asker, id: string): Promise<Answer> => as(CONFIRM, { input: { idempotencyKey: key(), id } });
