/** Takes in what a bank's transport has put into the inbox. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { FileExchange } from "../../../platform/outside/file-exchange.js";
import type { JobContext } from "../../../platform/job.js";
import type { Database } from "../../../platform/postgres/database.js";
import { transaction } from "../../../platform/postgres/transaction.js";
import { WORKER } from "../../../platform/viewer.js";
import { progressOf } from "../bank/import-progress.js";
import { importReport, sha256Of } from "../bank/import-report.js";
import { readInThread, type BankReading } from "../bank/reading/read-in-thread.js";
import { MOST_IN_A_FOLDER } from "../bank/reading/xml.js";
import { receiptTime } from "./exchange.store.js";
import { moveTo, putWhole, wholeFiles, type WholeFile } from "./folder.js";
import { signed, type Receipt } from "../../../platform/outside/file-receipt.js";
import { xmlText } from "./xml-text.js";

const RECEIPT = ".receipt.json";
/** Who took it in, in the trail. */
const FOLDER = { ...WORKER, subject: "bank-folder" };

type Fetched = { readonly imported: number; readonly known: number; readonly refused: number };
type Outcome = Pick<Receipt, "details"> & { readonly outcome: "IMPORTED" | "KNOWN" | "REFUSED" };

/**
 * The oldest first. What was taken in goes to "done", what was refused to "refused", each with its receipt; a file that a gateway took in
 * before it died is known again and only put away.
 */
export async function fetchBankFiles({ database, exchange }: JobContext): Promise<Fetched> {
  const counts = { imported: 0, known: 0, refused: 0 };
  const inbox = exchange?.inbox;
  if (!exchange || !inbox) return counts;
  const faults: unknown[] = [];
  for (const file of (await wholeFiles(inbox)).filter(({ name }) => !name.endsWith(RECEIPT))) {
    try {
      const outcome = await takeIn(database, inbox, file, exchange);
      if (outcome) counts[COUNTED[outcome]] += 1;
    } catch (error) {
      // one that cannot be taken in now keeps no other waiting, and is tried again
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
  return counts;
}

const COUNTED = { IMPORTED: "imported", KNOWN: "known", REFUSED: "refused" } as const;

/** Null: it may still be on its way, and is looked at again in the next turn. */
async function takeIn(
  database: Database,
  inbox: string,
  { name, writtenMs }: WholeFile,
  exchange: FileExchange,
): Promise<Outcome["outcome"] | null> {
  const bytes = await readFile(path.join(inbox, name));
  const content = xmlText(bytes);
  const hash = sha256Of(content ?? "");
  const progress = progressOf(database, FOLDER, { content: content ?? "", sha256: hash });
  await progress("READING");
  const reading: BankReading =
    content === null ? { refusals: [NO_TEXT] } : await readInThread({ content, payer: exchange.account, mostCharacters: MOST_IN_A_FOLDER });
  if ("refusals" in reading && reading.refusals.some(({ code }) => code === "FILE_NOT_READABLE") && Date.now() - writtenMs < SETTLED_MS)
    return null;
  const [outcome, at] = await transaction(database, FOLDER, async (tx): Promise<[Outcome, Date]> => {
    if ("refusals" in reading) return [refused(reading.refusals), await receiptTime(tx)];
    const done = await importReport(tx, { viewer: FOLDER, traceId: name }, { report: reading.report, sha256: hash, progress });
    return [imported(done), await receiptTime(tx)];
  });
  const entries = "refusals" in reading ? 0 : reading.report.facts.length;
  await progress(outcome.outcome === "REFUSED" ? "REFUSED" : "DONE", entries, entries);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await putAway(inbox, { ...outcome, file: name, sha256, bytes: bytes.length, at: at.toISOString() }, exchange);
  return outcome.outcome;
}

/** A transport that does not rename has written a file by then. */
const SETTLED_MS = 60_000;

const NO_TEXT = refusal("FILE_NOT_READABLE", "The bytes are no text of the encoding that the file declares.", {
  path: ["input", "content"],
  remedy: "Ask the bank for files in UTF-8.",
});

function imported({ plan }: Awaited<ReturnType<typeof importReport>>): Outcome {
  if (!plan) return { outcome: "KNOWN", details: {} };
  const { events, unchanged, misfits, fees } = plan;
  return { outcome: "IMPORTED", details: { changed: events.length, unchanged, fees: fees.length, exceptions: misfits.length } };
}

function refused(refusals: readonly Refusal[]): Outcome {
  return { outcome: "REFUSED", details: refusals.map(({ code, path: at }) => ({ code, path: at.slice(2).join(".") })) };
}

async function putAway(inbox: string, receipt: Receipt, { receiptKey }: FileExchange): Promise<void> {
  const into = receipt.outcome === "REFUSED" ? "refused" : "done";
  await putWhole(
    path.join(inbox, into),
    `${receipt.file}.${receipt.sha256.slice(0, 8)}${RECEIPT}`,
    JSON.stringify(signed(receipt, receiptKey)),
  );
  await moveTo(inbox, receipt.file, into);
}
