/**
 * Gathering the lines of a batch, piece by piece, each piece a transaction of its own: nobody who confirms, disputes, books or corrects
 * meanwhile waits longer than for one of them. Whoever comes to a batch that somebody else is at, or died at, helps to end it.
 */
import { Refused } from "../../../../kernel/refusal.js";
import { outboxRow } from "../../../../platform/trail/outbox.js";
import { newId } from "../../../../platform/random.js";
import type { Database } from "../../../../platform/postgres/database.js";
import { classify } from "../../../../platform/postgres/database-errors.js";
import { statement } from "../../../../platform/postgres/statement.js";
import { transaction, type Tx } from "../../../../platform/postgres/transaction.js";
import { change, write } from "../../../../platform/postgres/write.js";
import type { Viewer } from "../../../../platform/viewer.js";
import { endToEndId } from "../../documents/self-bills/numbering.js";
import { BUSY } from "./busy.js";
import {
  batchBeingGathered,
  dueProviders,
  gatherPayments,
  growBatch,
  inPages,
  lockGathering,
  lockSettlement,
  type DueProvider,
  type GatheredPayments,
} from "./gather.store.js";
import type { BatchRecord } from "../../settlement.store.js";
import { leftOutOf, notPayable, type LeftOut } from "./left-out.js";
import { keepTasks } from "../task.store.js";

/**
 * Who gathers; `nemKonto`: whether companies without an account are paid to their NemKonto; `linesPerPiece`: where fewer than usual
 * are taken at a time.
 */
export type Gatherer = { readonly viewer: Viewer; readonly traceId: string; readonly nemKonto: boolean; readonly linesPerPiece?: number };

const END_GATHERING = statement(
  "end_gathering",
  `update settlement_batch set state = case when payment_count = 0 then 'REJECTED' else 'CLOSED' end,
     closed_at = clock_now()
   where id = $1 and state = 'GATHERING'`,
);

/** Gathers what is due into the batch and closes it; answers who was left out. Harmless where another has done so, or does so now. */
export async function gatherBatch(
  database: Database,
  by: Gatherer,
  batch: { id: string; through_on: string },
): Promise<readonly LeftOut[]> {
  const due = await transaction(database, by.viewer, (tx) =>
    dueProviders(tx, batch.through_on, { nemKonto: by.nemKonto, batchId: batch.id }),
  );
  for (const page of inPages(due.filter(isPayable), ({ lines }) => lines, by.linesPerPiece))
    await again(() => transaction(database, by.viewer, (tx) => gatherPiece(tx, by, batch.id, page), { traceId: by.traceId }));
  return transaction(database, by.viewer, (tx) => endGathering(tx, by, batch.id), { traceId: by.traceId });
}

/** Ends what another began: a batch whose gateway died is closed by the next who wants to close one, and by the job. */
export async function endOpenGathering(database: Database, by: Gatherer): Promise<boolean> {
  const open = await transaction(database, by.viewer, batchBeingGathered);
  if (open) await gatherBatch(database, by, open);
  return open !== null;
}

export const isPayable = (provider: DueProvider): boolean => notPayable(provider) === null;

/** Somebody disputed or corrected what was about to be taken: the piece is tried anew, and nothing of it was written. */
class ChangedMeanwhile extends Error {
  override readonly name = "ChangedMeanwhile";
}

type Into = Pick<BatchRecord, "id" | "reference" | "payment_count" | "through_on" | "execution_on">;

/** A payment for each of these companies, of all that is payable to it now, in one statement. */
export async function gatherInto(tx: Tx, batch: Into, payable: readonly DueProvider[]): Promise<GatheredPayments> {
  const payments = payable.map(({ providerId, name, account, nemKonto, totalMinor }, i) => ({
    id: newId(),
    provider_id: providerId,
    end_to_end_id: endToEndId(batch.reference, batch.payment_count + i + 1),
    payee_name: name,
    // whoever has neither was left out; what sums to nothing needs none
    registration_number: account?.registrationNumber ?? null,
    account_number: account?.accountNumber ?? null,
    iban: account?.iban ?? null,
    nem_konto: account === null && totalMinor > 0n ? nemKonto : null,
  }));
  const gathered = await gatherPayments(tx, batch, payments);
  // a member disputed all that a provider had between looking and taking: its number would be a gap
  if (gathered.payments !== payments.length) throw new ChangedMeanwhile();
  return gathered;
}

/** What a provider has is read anew with the piece: a dispute or a correction since changes what is taken, and who can be paid. */
async function gatherPiece(tx: Tx, { nemKonto: asked }: Gatherer, batchId: string, providers: readonly DueProvider[]): Promise<void> {
  await lockSettlement(tx);
  const batch = await lockGathering(tx, batchId);
  if (!batch) return;
  const providerIds = providers.map((p) => p.providerId);
  const payable = (await dueProviders(tx, batch.through_on, { nemKonto: asked, providerIds, batchId })).filter(isPayable);
  if (payable.length === 0) return;
  await growBatch(tx, batchId, await gatherInto(tx, batch, payable));
}

const TRIES = 5;

/** What changed under the hand is looked at anew; nothing of the piece was written. */
export async function again<T>(piece: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await piece();
    } catch (error) {
      const changed = error instanceof ChangedMeanwhile || classify(error).constraint === "payment_amount_is_not_negative";
      if (!changed) throw error;
      if (tried === TRIES) throw new Refused([BUSY]);
    }
  }
}

async function endGathering(tx: Tx, { nemKonto }: Gatherer, batchId: string): Promise<readonly LeftOut[]> {
  await lockSettlement(tx);
  const batch = await lockGathering(tx, batchId);
  if (!batch) return [];
  const leftOut = leftOutOf(await dueProviders(tx, batch.through_on, { nemKonto, batchId }));
  await keepTasks(tx, leftOut);
  // disputes may have taken all of it away: its number is used, and nothing is to be approved
  const topic = batch.payment_count === 0 ? "settlement.rejected" : "settlement.closed";
  await write(tx, { outbox: [outboxRow(topic, batchId, { batchId })] }, [change(END_GATHERING.with(batchId), 1)]);
  return leftOut;
}
