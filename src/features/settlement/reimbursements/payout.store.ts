import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { batchById, type BatchRecord } from "../settlement.store.js";
import type { NewBatch } from "../batches/closing/gather.store.js";

/** Most reimbursements of one batch: what one statement does far inside its time. The next batch has the rest. */
export const MOST_IN_A_BATCH = 5_000;

/** Payable now: nothing of which the bank has said something that nobody has resolved, because it may yet be paid. */
const DUE = `o.state = 'READY' and o.decided_on <= $1 and not exists (
       select from bank_exception e where e.payment_ids && o.tried_payment_ids and e.resolved_at is null)`;

const GATHER = statement(
  "payouts-gather",
  `with due as (
     select o.id, o.member_id, o.amount_minor from payout o where ${DUE} and has_civil_number(o.member_id)
      order by o.decided_on, o.id limit $7 for update),
   pay as (
     select gen_random_uuid() as id, member_id, sum(amount_minor)::bigint as minor, count(*)::int as n,
       row_number() over (order by min(id::text)) as place from due group by member_id),
   batch as (
     insert into settlement_batch (id, reference, state, pays, through_on, execution_on, line_count, payment_count,
       total_minor, closed_by)
     select $2, $3, 'CLOSED', 'MEMBERS', $1, $4, sum(n)::int, count(*)::int, sum(minor)::bigint, $5
       from pay having count(*) > 0 returning id),
   paid as (
     insert into settlement_payment
       (id, batch_id, member_id, end_to_end_id, amount_minor, line_count, state, expected_on)
     select p.id, b.id, p.member_id, $6 || lpad(p.place::text, greatest(4, length(p.place::text)), '0'), p.minor, p.n,
       'BATCHED', $4 from pay p cross join batch b)
   update payout o set state = 'BATCHED', payment_id = p.id from due d join pay p on p.member_id = d.member_id
    where o.id = d.id`,
);

/** A batch of what is owed to members by a day, one payment for each, in one statement; null where nobody can be paid. */
export async function gatherPayouts(tx: Tx, { id, reference, through, executionOn, closedBy }: NewBatch): Promise<BatchRecord | null> {
  await tx.query(GATHER.with(through, id, reference, executionOn, closedBy, `${reference}-`, MOST_IN_A_BATCH));
  return batchById(tx, id);
}

const WITHOUT_NUMBER = statement(
  "payouts-without-number",
  `select count(distinct o.member_id)::int as members from payout o
    where o.state = 'READY' and o.decided_on <= $1 and not has_civil_number(o.member_id)`,
);

/** Members who are owed something and have no civil registration number on record. */
export async function membersWithoutNumber(tx: Tx, through: string): Promise<number> {
  return (await tx.query(WITHOUT_NUMBER.with(through)))[0]?.members ?? 0;
}

const OF = statement(
  "payouts-of-reimbursements",
  `select o.reimbursement_id as parent, o.state, y.end_to_end_id, y.expected_on, y.paid_on
   from payout o left join settlement_payment y on y.id = o.payment_id
   where o.reimbursement_id = any ($1::uuid[])`,
);
export type PayoutRow = RowOf<"payouts-of-reimbursements">;

export function payoutsOf(tx: Tx, reimbursementIds: readonly string[]): Promise<PayoutRow[]> {
  return tx.query(OF.with(reimbursementIds));
}

const LOCK = statement(
  "payout-lock",
  "select id, member_id, state, amount_minor, tried_payment_ids from payout where reimbursement_id = $1 for update",
);
export type LockedPayout = RowOf<"payout-lock">;

export async function lockPayout(tx: Tx, reimbursementId: string): Promise<LockedPayout | null> {
  return (await tx.query(LOCK.with(reimbursementId)))[0] ?? null;
}
