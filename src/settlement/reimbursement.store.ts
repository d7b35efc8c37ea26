import type { Reimbursement } from "../../schema/rows.js";
import { reimbursement } from "../../schema/tables/settlement.js";
import { and, desc, eq, lt } from "drizzle-orm";
import type { CaseFile } from "../claims/case-file.js";
import { present } from "../kernel/invariant.js";
import type { Tx } from "../platform/transaction.js";
import type { TariffRow } from "./reimbursement.js";

/** Services whose tariff is that of another service: both are physiotherapy by the agreement (PRC-GLAD, PRC-PHYSIO-SHARE). */
const TARIFF_OF: Readonly<Record<string, string>> = { GLAD: "PHYSIOTHERAPY", REHABILITATION: "PHYSIOTHERAPY" };

type Ground = { readonly recorded: boolean; readonly earlier: number; readonly cap_used: bigint; readonly tariffs: readonly TariffRow[] };

/**
 * What the decision stands on beside the case: whether this treatment has been counted already, how many came before it, the
 * tariffs, and what was paid against a total. Dental counts per claim, everything else per insurance period (PRC-DENTAL-20000).
 */
export async function reimbursementGround(tx: Tx, { claim }: CaseFile, treatedOn: string): Promise<Ground> {
  const [row] = await tx.query<Ground>(
    `select
       exists (select from treatment_usage u where u.claim_id = $1 and u.mode = 'OWN_CHOICE' and u.treated_on = $3 and u.state = 'COUNTED') as recorded,
       (select count(*)::int from treatment_usage u where u.claim_id = $1 and u.treated_on < $3 and u.state <> 'RELEASED') as earlier,
       coalesce((select sum(r.reimbursed_minor) from reimbursement r where r.service_code = $4 and case when $4 = 'DENTAL' then r.claim_id = $1 else r.policy_id = $2 end), 0)::bigint
         + coalesce((select sum(b.insurer_pays_minor) from booking b join claim c on c.id = b.claim_id where c.policy_id = $2 and b.service_code = $4 and b.state = 'ATTENDED'), 0)::bigint as cap_used,
       coalesce((select jsonb_agg(jsonb_build_object('session', t.session, 'valid_from', t.valid_from, 'full_fee_minor', t.full_fee_minor, 'patient_share_minor', t.patient_share_minor))
         from public_tariff t where t.service_code = $5), '[]'::jsonb) as tariffs`,
    [claim.id, claim.policy_id, treatedOn, claim.service_code, TARIFF_OF[claim.service_code] ?? claim.service_code],
    "reimbursement-ground",
  );
  return present(row, "a select without a table answers one row");
}

export async function reimbursementById(tx: Tx, id: string): Promise<Reimbursement | null> {
  const [found] = await tx.db.select().from(reimbursement).where(eq(reimbursement.id, id)).limit(1);
  return found ?? null;
}

/** The latest first: ids grow with time. */
export async function reimbursementsOf(tx: Tx, claimId: string, after: string | null, limit: number): Promise<Reimbursement[]> {
  return tx.db
    .select()
    .from(reimbursement)
    .where(and(eq(reimbursement.claimId, claimId), after === null ? undefined : lt(reimbursement.id, after)))
    .orderBy(desc(reimbursement.id))
    .limit(limit);
}
