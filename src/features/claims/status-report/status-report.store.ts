import type { StatusReport } from "../../../../schema/rows.js";
import { statusReport } from "../../../../schema/tables/case.js";
import { recordOf } from "../../../platform/postgres/record.js";
import { change, type Change } from "../../../platform/postgres/write.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const PROVIDER = statement("report-provider", "select b.provider_id from booking b where b.id = $1 and b.claim_id = $2");

/** The company of the clinic of this appointment of the claim; null where there is no such appointment. */
export async function providerOfAppointment(tx: Tx, bookingId: string, claimId: string): Promise<string | null> {
  const [row] = await tx.query(PROVIDER.with(bookingId, claimId));
  return row?.provider_id ?? null;
}

const BY_ID = statement(
  "status-report-by-id",
  `select to_json(r.*) as report, (r.asked_at at time zone 'Europe/Copenhagen')::date as asked_on,
  clock_today() as today, clock_now() as now from status_report r where r.id = $1`,
);

export async function reportById(tx: Tx, id: string): Promise<RowOf<"status-report-by-id"> | undefined> {
  const [row] = await tx.query(BY_ID.with(id));
  return row;
}

const BY_IDS = statement("status-reports-by-ids", "select to_json(r.*) as report from status_report r where r.id = any ($1::uuid[])");

/** The reports alone, as this viewer may see them. */
export async function statusReportsById(tx: Tx, ids: readonly string[]): Promise<readonly StatusReport[]> {
  return (await tx.query(BY_IDS.with([...ids]))).map(({ report }) => recordOf(statusReport, report));
}

const ANSWER = statement(
  "answer_report",
  `update status_report set progress = $2, treatments_needed = $3, justification = $4, written_on = $5,
     answered_by = $6, answered_at = $7
   where id = $1 and answered_at is null`,
);

export type Answer = {
  readonly progress: string;
  readonly treatmentsNeeded: number | null;
  readonly justification: string;
  readonly writtenOn: string;
};

export function answerReport(id: string, answer: Answer, by: string, at: Date): Change {
  const { progress, treatmentsNeeded, justification, writtenOn } = answer;
  return change(ANSWER.with(id, progress, treatmentsNeeded, justification, writtenOn, by, at));
}

const OF_CLAIMS = statement(
  "status-reports-of-claims",
  `select to_json(r.*) as report from status_report r where r.claim_id = any ($1::uuid[])
order by r.asked_at desc, r.id desc`,
);

/** Of several claims, the latest first. */
export async function reportsOf(tx: Tx, claimIds: readonly string[]): Promise<readonly StatusReport[]> {
  return (await tx.query(OF_CLAIMS.with([...claimIds]))).map(({ report }) => recordOf(statusReport, report));
}

const OF_VIEWER = statement(
  "status-reports",
  `select to_json(r.*) as report from status_report r
where (not $1::boolean or r.answered_at is null) and ($2::uuid is null or r.id < $2)
order by r.id desc limit $3`,
);

/** Those the viewer may see, the latest first; row security narrows them. */
export async function reportsFor(tx: Tx, open: boolean, after: string | null, limit: number): Promise<readonly StatusReport[]> {
  return (await tx.query(OF_VIEWER.with(open, after, limit))).map(({ report }) => recordOf(statusReport, report));
}
