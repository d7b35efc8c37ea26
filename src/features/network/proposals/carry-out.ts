/** What an approved proposal does, by its kind. Each goes on as the product, in the transaction that records the approval. */
import type { NewRow } from "../../../../schema/columns-of.js";
import type { ProposalKind } from "../../../../schema/states.js";
import type { Context } from "../../../gateway/api/context.js";
import { Refused } from "../../../kernel/refusal.js";
import { classify } from "../../../platform/postgres/database-errors.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { carryOutTariffs } from "../../rates/tariffs/carry-out-tariffs.js";
import { carryOutWorkingDays } from "../../claims/guarantee/carry-out-working-days.js";
import { carryOutCaps } from "../../rates/caps/carry-out-caps.js";
import type { CredentialsContent } from "../credentials/credential.js";
import { subjectColumns } from "../credentials/credential.store.js";
import { overlapRefusal } from "../credentials/propose-credential.js";
import { carryOutMove, type MoveContent } from "../moves/move.store.js";
import { moveRefusals } from "../moves/move-clinics.js";
import { moving } from "../moves/merge.js";
import { mergeable } from "../moves/merge-practitioners.js";
import { carryOutMerge, type MergeContent } from "../moves/merge.store.js";
import type { ProposalToDecide } from "./proposal.store.js";

type CarryOut = (ctx: Context, tx: Tx, proposal: ProposalToDecide) => Promise<void>;

export const CARRY_OUT: Readonly<Record<ProposalKind, CarryOut>> = {
  CREDENTIALS: recordCredentials,
  MOVE_CLINICS: moveClinics,
  MERGE_PRACTITIONERS: mergePractitioners,
  TARIFFS: carryOutTariffs,
  PRICE_CAPS: carryOutCaps,
  WORKING_DAYS: carryOutWorkingDays,
};

/** Rows per statement. */
const CHUNK = 1_000;

async function recordCredentials(ctx: Context, tx: Tx, { content, proposedBy }: ProposalToDecide): Promise<void> {
  const rows = (content as CredentialsContent).credentials.map(
    ({ kind, number, validFrom, validUntil, source, part, subjectId }): NewRow<"credential"> => ({
      id: newId(),
      kind,
      ...subjectColumns(part, subjectId),
      number,
      valid_from: validFrom,
      valid_until: validUntil,
      source,
      recorded_by: proposedBy,
      approved_by: ctx.viewer.subject,
    }),
  );
  await saveCredentials(tx, rows);
}

async function saveCredentials(tx: Tx, rows: readonly NewRow<"credential">[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) {
    try {
      await write(tx, { credential: rows.slice(at, at + CHUNK) });
    } catch (error) {
      if (classify(error).constraint === "credentials_of_a_kind_never_overlap") throw new Refused([overlapRefusal(null, ["input", "id"])]);
      throw error;
    }
  }
}

async function moveClinics(ctx: Context, tx: Tx, { content, source }: ProposalToDecide): Promise<void> {
  const move = content as MoveContent;
  const { refusals, clinics } = await moveRefusals(tx, move);
  if (refusals.length > 0) throw new Refused(refusals.map((each) => ({ ...each, path: ["input", "id"] })));
  await carryOutMove(tx, move, [...new Set(clinics.map(({ providerId }) => providerId))], { actor: ctx.viewer.subject, source });
}

async function mergePractitioners(ctx: Context, tx: Tx, { content, source, proposedBy }: ProposalToDecide): Promise<void> {
  const merge = content as MergeContent;
  const { duplicate, kept } = await atProposal(mergeable(tx, merge));
  await carryOutMerge(tx, merge, ctx.viewer.subject);
  const rows = moving(duplicate, kept).map((held): NewRow<"credential"> => ({
    id: newId(),
    kind: held.kind,
    ...subjectColumns("PRACTITIONER", kept.id),
    number: held.number,
    valid_from: held.validFrom,
    valid_until: held.validUntil,
    source: `${held.source}; merged: ${source}`,
    recorded_by: proposedBy,
    approved_by: ctx.viewer.subject,
  }));
  await saveCredentials(tx, rows);
}

/** What was refused when it was carried out is said of the proposal. */
async function atProposal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(error.refusals.map((each) => ({ ...each, path: ["input", "id"] })));
  }
}
