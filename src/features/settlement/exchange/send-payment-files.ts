/** Puts payment files into the outbox that a bank's transport empties. */
import { transaction } from "../../../platform/postgres/transaction.js";
import { invariant } from "../../../kernel/invariant.js";
import type { JobContext } from "../../../platform/job.js";
import { WORKER } from "../../../platform/viewer.js";
import { markDelivered, receiptTime, undeliveredFile } from "./exchange.store.js";
import { sha256Of } from "../bank/import-report.js";
import { filledFile } from "./fill-file.js";
import { putWhole } from "./folder.js";
import { signed } from "../../../platform/outside/file-receipt.js";

/** Files in one turn; the next turn has the rest. */
const MOST = 100;

/**
 * Whole files under their own names, each once. A gateway that dies between the folder and the database writes the same bytes under the same
 * name again, which the bank refuses as the duplicate that it is, and no payment is rejected for it.
 */
export async function sendPaymentFiles({ database, exchange, personalData }: JobContext): Promise<{ sent: number }> {
  const outbox = exchange?.outbox;
  let sent = 0;
  if (!exchange || !outbox) return { sent };
  while (sent < MOST) {
    const [file, at] = await transaction(database, WORKER, async (tx) => [await undeliveredFile(tx), await receiptTime(tx)] as const);
    if (!file) return { sent };
    invariant(sha256Of(file.content) === file.sha256, "a payment file is what was exported");
    const content = file.civil_numbers ? await transaction(database, WORKER, (tx) => filledFile(tx, personalData, file)) : file.content;
    const bytes = Buffer.from(content, "utf8");
    const sha256 = sha256Of(content);
    const receipt = { file: file.file_name, sha256, bytes: bytes.length, outcome: "SENT" as const, at: at.toISOString(), details: {} };
    // the receipt first: whoever finds the file finds what to check it by
    await putWhole(outbox, `${file.file_name}.receipt.json`, JSON.stringify(signed(receipt, exchange.receiptKey)));
    await putWhole(outbox, file.file_name, bytes);
    await transaction(database, WORKER, (tx) => markDelivered(tx, file.id, sha256));
    sent += 1;
  }
  return { sent };
}
