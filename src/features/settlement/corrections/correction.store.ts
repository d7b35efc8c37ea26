import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { paidOfTotal } from "../../claims/case-file/case-file.store.js";
import { totalLeft, type CorrectedLine } from "./correction.js";

export type LineToCorrect = CorrectedLine & {
  readonly bookingId: string;
  readonly clinicId: string;
  readonly treatedOn: string;
  /** The entry that made the treatment payable. */
  readonly entryId: string | null;
  readonly now: Date;
  readonly today: string;
};

const LINE_TO_CORRECT = statement(
  "line-to-correct",
  `select b.under, b.service_code, ${paidOfTotal("b.service_code", "b.claim_id")} as paid_of_total,
     l.kind, l.amount_minor, l.provider_id, l.clinic_id, l.booking_id, l.treated_on, e.id as entry_id,
     clock_now() as now, clock_today() as today,
     coalesce((select sum(x.amount_minor) from settlement_line x where x.corrects_id = l.id), 0)::bigint as corrected,
     coalesce((select sum(p.amount_minor) from posting p
       where p.entry_id = e.id and p.account = 'DANMARK_RECEIVABLE'), 0)::bigint as danmark
   from settlement_line l join booking b on b.id = l.booking_id
     left join ledger_entry e on e.resolves_id = l.booking_id where l.id = $1`,
);

/** A line with what has been corrected and recovered so far; read under the settlement lock. */
export async function lineToCorrect(tx: Tx, id: string): Promise<LineToCorrect | null> {
  const [row] = await tx.query(LINE_TO_CORRECT.with(id));
  if (!row) return null;
  return {
    kind: row.kind,
    amountMinor: row.amount_minor,
    correctedMinor: row.corrected,
    danmarkMinor: row.danmark,
    totalLeft: totalLeft(row.service_code, row.under, row.paid_of_total ?? 0n),
    providerId: row.provider_id,
    clinicId: row.clinic_id,
    bookingId: row.booking_id,
    treatedOn: row.treated_on,
    entryId: row.entry_id,
    now: row.now,
    today: row.today,
  };
}
