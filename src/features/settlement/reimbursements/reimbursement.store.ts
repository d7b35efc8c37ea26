import type { Reimbursement } from "../../../../schema/rows.js";
import { reimbursement } from "../../../../schema/tables/settlement.js";
import { eq } from "drizzle-orm";
import type { CaseFile } from "../../claims/case-file/case-file.js";
import { present } from "../../../kernel/invariant.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { tariffService } from "../../rates/tariff-service.js";
import { billKey } from "./bill-key.js";
import type { Bill } from "./reimbursement.js";

export type ReimbursementGround = RowOf<"reimbursement-ground">;

/** This bill has been decided before, whatever its spelling: under this claim, or for a treatment of another claim of the member. */
const DECIDED = `
  exists (select from reimbursement r where r.member_id = $5 and r.treated_on = $2 and r.bill_key = $4
    and (r.claim_id = $1 or r.usage_id is not null))`;
/** The treatments of own choice that were counted on the day of the bill. */
const COUNTED = `
  coalesce((select json_agg(json_build_object(
      'id', u.id, 'billed', exists (select from reimbursement r where r.usage_id = u.id)) order by u.id)
    from treatment_usage u
    where u.claim_id = $1 and u.mode = 'OWN_CHOICE' and u.treated_on = $2 and u.state = 'COUNTED'), '[]'::json)`;
const EARLIER = `
  (select count(*)::int from treatment_usage u
    where u.claim_id = $1 and u.treated_on < $2 and u.state <> 'RELEASED')`;
const TARIFFS = `
  coalesce((select json_agg(json_build_object('session', t.session, 'valid_from', t.valid_from,
      'full_fee_minor', t.full_fee_minor, 'patient_share_minor', t.patient_share_minor,
      'public_share_minor', t.public_share_minor))
    from public_tariff t where t.service_code = ${tariffService("$3::text")}), '[]'::json)`;
const GROUND = statement(
  "reimbursement-ground",
  `select ${DECIDED} as decided, ${COUNTED} as counted, ${EARLIER} as earlier, ${TARIFFS} as tariffs`,
);

/**
 * What the decision stands on beside the case: the treatments counted on this day and which of them have a bill, how many came
 * before that day, and the tariffs.
 */
export async function reimbursementGround(tx: Tx, { claim }: CaseFile, { treatedOn, reference }: Bill): Promise<ReimbursementGround> {
  const [row] = await tx.query(GROUND.with(claim.id, treatedOn, claim.service_code, billKey(reference), claim.member_id));
  return present(row, "a select without a table answers one row");
}

export async function reimbursementById(tx: Tx, id: string): Promise<Reimbursement | null> {
  const [found] = await tx.db.select().from(reimbursement).where(eq(reimbursement.id, id)).limit(1);
  return found ?? null;
}
