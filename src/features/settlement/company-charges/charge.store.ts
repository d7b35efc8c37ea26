import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import { actAsProduct } from "../../../platform/act-as-product.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

/**
 * Payments for treatments after the last day of a cover that was ended back in time: to clinics as the book has paid them with
 * their corrections, and to members as they were reimbursed. In the order of the withdrawals, then of the days.
 */
const PAID = statement(
  "paid-after-withdrawal",
  `with paid as (
  select 'BOOKING' as kind, b.id, b.claim_id, b.treated_on, sum(l.amount_minor)::bigint as amount_minor
  from policy_withdrawal w join claim c on c.policy_id = w.policy_id join booking b on b.claim_id = c.id
  join settlement_line l on l.booking_id = b.id and l.state = 'PAID'
  where b.treated_on > w.last_day group by b.id
  union all
  select 'REIMBURSEMENT', r.id, r.claim_id, r.treated_on, r.reimbursed_minor
  from policy_withdrawal w join reimbursement r on r.policy_id = w.policy_id
  where r.treated_on > w.last_day and r.reimbursed_minor > 0)
select p.kind, p.id, p.treated_on, p.amount_minor, w.policy_id, w.member_id, w.cause, w.left_on, w.last_day,
  w.recorded_at, c.service_code as service, c.under,
  (c.received_at at time zone 'Europe/Copenhagen')::date as reported_on,
  (c.approved_at at time zone 'Europe/Copenhagen')::date as approved_on,
  not c.information_required or c.information_received_at is not null as informed
from paid p join claim c on c.id = p.claim_id join policy_withdrawal w on w.policy_id = c.policy_id
where p.amount_minor > 0 and ($1::uuid is null or w.policy_id = $1)
  and ($2::timestamptz is null or w.recorded_at >= $2)
order by w.recorded_at desc, w.id, p.treated_on, p.id limit 2000`,
);
export type PaidRow = RowOf<"paid-after-withdrawal">;

/** Finance sees amounts and days, not cases: the rows are read as the product, and shown without the person. */
export async function paidAfterWithdrawal(tx: Tx, policyId: string | null, since: Date | null): Promise<readonly PaidRow[]> {
  await actAsProduct(tx);
  return tx.query(PAID.with(policyId, since));
}
