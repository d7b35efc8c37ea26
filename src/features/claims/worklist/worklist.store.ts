import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

/**
 * What waits, of each kind the longest waiting first and at most $2 of it. `of` is the record that the work is about: the claim itself,
 * what was handed in, the complaint, or the lost cover.
 */
const ITEMS = statement(
  "worklist",
  `with c as materialized (
    select c.id, c.state, c.received_at, c.approved_at, c.information_received_at, c.information_required,
      c.information_approved_at, c.promise_state, coalesce(c.promise_changed_at, c.received_at) as promised_at
    from claim c where c.state in ('REPORTED', 'AWAITING_INFORMATION', 'APPROVED', 'IN_TREATMENT', 'ESCALATED')
      and c.service_code = any ($1::text[])),
  work as (
    (select 'REPORT' as kind, c.id, c.id as of_id,
        greatest(c.received_at, c.information_received_at) as since, null::date as due_on
      from c where c.state in ('REPORTED', 'AWAITING_INFORMATION') and c.approved_at is null
        and (not c.information_required or c.information_approved_at is not null)
      order by 4 limit $2)
    union all
    (select 'INFORMATION', c.id, c.id, c.information_received_at, null
      from c where c.information_required and c.information_received_at is not null
        and c.information_approved_at is null and not exists (
          select from submission s where s.claim_id = c.id and s.state = 'WAITING')
      order by c.information_received_at limit $2)
    union all
    (select 'ESCALATED', c.id, c.id, c.promised_at, null from c where c.state = 'ESCALATED'
      order by c.promised_at limit $2)
    union all
    (select 'AT_RISK', c.id, c.id, c.promised_at, null from c
      where c.promise_state = 'AT_RISK' and c.state <> 'ESCALATED' order by c.promised_at limit $2)
    union all
    (select 'SUBMISSION', s.claim_id, s.id, s.submitted_at, null
      from submission s join claim k on k.id = s.claim_id and k.service_code = any ($1::text[])
      where s.state = 'WAITING' order by s.submitted_at limit $2)
    union all
    (select 'COMPLAINT', k.claim_id, k.id, k.received_at, k.due_on
      from complaint k join claim d on d.id = k.claim_id and d.service_code = any ($1::text[])
      where k.state = 'OPEN' order by k.due_on, k.received_at limit $2)
    union all
    (select 'COVER_LOST', l.claim_id, l.id, l.found_at, null
      from cover_loss l join claim k on k.id = l.claim_id and k.service_code = any ($1::text[])
      left join booking b on b.id = l.booking_id
      where l.ended_at is null and (l.booking_id is null or b.state in ('CONFIRMED', 'ATTENDED'))
      order by l.found_at limit $2))
  select w.kind, w.of_id as id, w.id as claim_id, w.since, w.due_on, k.member_id, k.service_code as service,
    clock_today() as today,
    coalesce((select (r.settings -> 'extraNonWorkingDays')::json from rule_setting r
      where r.valid_from <= clock_now() order by r.valid_from desc limit 1), '[]'::json) as extra
  from work w join claim k on k.id = w.id
  where $3::text is null or w.kind = $3`,
);
export type WorkRow = RowOf<"worklist">;

export function worklist(tx: Tx, services: readonly string[], limit: number, kind: string | null): Promise<WorkRow[]> {
  return tx.query(ITEMS.with(services, limit, kind));
}
