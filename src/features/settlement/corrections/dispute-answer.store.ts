import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const ANSWERS_OF_LINES = statement(
  "dispute-answers-of-lines",
  `select a.line_id as parent, a.* from dispute_answer a where a.line_id = any ($1::uuid[]) order by a.id`,
);
export type AnswerRecord = RowOf<"dispute-answers-of-lines">;

/** In the order in which they were given. */
export function disputeAnswersOf(tx: Tx, lineIds: readonly string[]): Promise<AnswerRecord[]> {
  return tx.query(ANSWERS_OF_LINES.with(lineIds));
}

const DISPUTED_LINE = statement(
  "dispute-to-answer",
  `select l.booking_id, l.provider_id, l.treated_on, b.claim_id, clock_now() as now,
     exists (select from practitioner_clinic w where w.clinic_id = l.clinic_id and w.practitioner_id = $2)
       or b.practitioner_id = $2 as works_there,
     (select count(*)::int from dispute_answer a where a.line_id = l.id) as answers
   from settlement_line l join booking b on b.id = l.booking_id
   where l.id = $1 and l.state = 'DISPUTED'`,
);

/** A disputed line of the viewer's own company, and whether somebody works at its clinic; null where there is none. */
export async function disputeToAnswer(tx: Tx, lineId: string, practitionerId: string | null): Promise<RowOf<"dispute-to-answer"> | null> {
  return (await tx.query(DISPUTED_LINE.with(lineId, practitionerId)))[0] ?? null;
}
