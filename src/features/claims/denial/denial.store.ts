import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, type Change } from "../../../platform/postgres/write.js";

const OF_CLAIMS = statement(
  "denials-of-claims",
  `select d.*, d.claim_id as parent, to_json(k.*) as complaint from denial d
   left join complaint k on k.denial_id = d.id
   where d.claim_id = any ($1::uuid[]) order by d.id desc`,
);
export type DenialRow = RowOf<"denials-of-claims">;

/** The latest first. */
export function denialsOf(tx: Tx, claimIds: readonly string[]): Promise<DenialRow[]> {
  return tx.query(OF_CLAIMS.with(claimIds));
}

const GROUND = statement(
  "complaint-ground",
  `select d.id as denial_id, d.member_id, d.decided_by, d.complaint_until, to_json(d.decided_at) #>> '{}' as decided_at,
     exists (select from complaint k where k.denial_id = d.id) as complained, to_json(clock_now()) #>> '{}' as now,
     coalesce((select (r.settings -> 'extraNonWorkingDays')::json from rule_setting r
       where r.valid_from <= clock_now() order by r.valid_from desc limit 1), '[]'::json) as extra
   from denial d join claim c on c.id = d.claim_id where d.claim_id = $1 and c.state = 'DENIED'
   order by d.id desc limit 1`,
);

/** The denial a complaint would be about; undefined where the claim is not denied. */
export async function complaintGround(tx: Tx, claimId: string): Promise<RowOf<"complaint-ground"> | undefined> {
  const [ground] = await tx.query(GROUND.with(claimId));
  return ground;
}

const BY_IDS = statement("complaints-by-id", "select k.* from complaint k where k.id = any ($1::uuid[])");
export type ComplaintRow = RowOf<"complaints-by-id">;

export function complaintsById(tx: Tx, ids: readonly string[]): Promise<ComplaintRow[]> {
  return tx.query(BY_IDS.with(ids));
}

const ANSWER = statement(
  "answer_complaint",
  `update complaint set state = $2, answered_by = $3, answered_at = clock_now(), answer = $4
   where id = $1 and state = 'OPEN'`,
);

export function answered(id: string, state: string, by: string, answer: string): Change {
  return change(ANSWER.with(id, state, by, answer), 1);
}
