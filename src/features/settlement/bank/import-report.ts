/** Takes in what a file says, whichever way it came: by a request or through a folder. */
import { createHash } from "node:crypto";
import type { NewRow } from "../../../../schema/columns-of.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write, type Change } from "../../../platform/postgres/write.js";
import type { Viewer } from "../../../platform/viewer.js";
import { lockSettlement } from "../batches/closing/gather.store.js";
import type { BankReport } from "./fact.js";
import type { ImportPlan } from "./import-plan.js";
import { bankFileBy, type BankFileRecord } from "./import.store.js";
import type { Progress } from "./import-progress.js";
import { paymentEvent } from "../payments/payee.js";
import { writeImport } from "./write-import.js";

export type ImportedReport =
  | { readonly fileId: string; readonly before: BankFileRecord; readonly plan: null }
  | { readonly fileId: string; readonly before: null; readonly plan: ImportPlan };

const silent: Progress = () => Promise.resolve();

/** By the text of a file it is known again. */
export function sha256Of(content: string): string {
  return createHash("sha256").update(content, "utf8").digest("hex");
}

/** Everything that the file means is written in this one transaction; a file that was taken in before changes nothing. `also` goes with it. */
export async function importReport(
  tx: Tx,
  { viewer, traceId }: { readonly viewer: Viewer; readonly traceId: string },
  { report, sha256, progress = silent }: { readonly report: BankReport; readonly sha256: string; readonly progress?: Progress },
  also: (fileId: string) => readonly Change[] = () => [],
): Promise<ImportedReport> {
  const audited = (objectId: string): NewRow<"audit_event"> =>
    auditRow(viewer, traceId, { operation: "importBankFile", object: "BankFile", objectId, outcome: "ALLOWED" });
  await progress("WAITING", 0, report.facts.length);
  await lockSettlement(tx);
  const before = await bankFileBy(tx, { sha256 });
  if (before) {
    await write(tx, { audit_event: [audited(before.id)] }, also(before.id));
    return { fileId: before.id, before, plan: null };
  }
  const fileId = newId();
  const plan = await writeImport(tx, { fileId, sha256, report, importedBy: viewer.subject, progress });
  const rows = {
    audit_event: [audited(fileId)],
    outbox: plan.moved.map((m) => outboxRow(...paymentEvent(m.payment, m.to.state))),
  };
  await write(tx, rows, also(fileId));
  return { fileId, before: null, plan };
}
