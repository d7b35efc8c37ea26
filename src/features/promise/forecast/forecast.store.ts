import type { Service } from "../../../rules/codes.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { addDays } from "../../../kernel/calendar.js";
import type { PromiseHistory } from "./rates.js";
import type { BrokenByDay } from "./season.js";
import type { PromiseRow } from "../plan/open-claim.js";
import { PROMISE_COLUMNS, PROMISE_TABLES } from "../plan/promise.store.js";

/** Days of history a forecast and its test rest on: four horizons of working days and the longest clock before them. */
const DAYS_BACK = 80;

/** What became of the promises of the last weeks, and what was known of each when. No persons. */
const HISTORY = statement(
  "promise-history",
  `
select c.id::text as id, c.clock_start_on - date '1970-01-01' as "startedOn",
  c.latest_on - date '1970-01-01' as "deadlineOn",
  (b.booked_at at time zone 'Europe/Copenhagen')::date - date '1970-01-01' as "bookedOn",
  (f.at at time zone 'Europe/Copenhagen')::date - date '1970-01-01' as "flaggedOn",
  c.breached_at is not null
    or coalesce(c.deadline_at <= clock_now() and not coalesce(b.starts_at < c.deadline_at, false), false) as breached
from claim c join member m on m.id = c.member_id left join postal_code z on z.postnr = m.postnr
left join booking b on b.id = c.first_booking_id
left join lateral (select min(e.at) as at from claim_event e
  where e.claim_id = c.id and e.kind in ('PROMISE_AT_RISK', 'ESCALATED')) f on true
where c.guarantee_outcome = 'RUNNING' and c.guarantee_class <> 'CRISIS_3H' and c.clock_start_on is not null
  and c.latest_on is not null and c.clock_start_on > clock_today() - $1::int
  and ($2::text is null or z.region_code = $2) and ($3::text is null or c.service_code = $3)`,
);

export function promiseHistory(tx: Tx, region: string | null, service: Service | null): Promise<PromiseHistory[]> {
  return tx.query(HISTORY.with(DAYS_BACK, region, service));
}

/** A year ago: the weeks before this day and the longest clock after it. */
const LAST_YEAR = statement(
  "promise-last-year",
  `
select c.latest_on - date '1970-01-01' as on, count(*)::int as promises, count(c.breached_at)::int as broken
from claim c join member m on m.id = c.member_id left join postal_code z on z.postnr = m.postnr
where c.guarantee_class not in ('NONE', 'CRISIS_3H')
  and c.latest_on between clock_today() - 364 - 28 and clock_today() - 364 + 24
  and ($1::text is null or z.region_code = $1) and ($2::text is null or c.service_code = $2)
group by 1`,
);

/** How promises fared in the same weeks of the year before. No persons. */
export function lastYear(tx: Tx, region: string | null, service: Service | null): Promise<BrokenByDay[]> {
  return tx.query(LAST_YEAR.with(region, service));
}

/** Ten working days of reports come again as they came in the last fortnight: same weekdays, same places, same services. */
const FORTNIGHT = 14;

const REPORTED = statement(
  "promise-reported",
  `
select ${PROMISE_COLUMNS}, c.clock_start_on as start_on from claim c ${PROMISE_TABLES}
where c.guarantee_class not in ('NONE', 'CRISIS_3H') and c.latest_on is not null
  and c.clock_start_on > clock_today() - $1::int and c.clock_start_on <= clock_today()
order by c.id`,
);

/** The claims to be expected in the next ten working days, as if they were there. */
export async function expectedRows(tx: Tx): Promise<PromiseRow[]> {
  const rows = await tx.query(REPORTED.with(FORTNIGHT));
  return rows.map(({ start_on, ...row }) => ({
    ...row,
    id: `expected ${row.id}`,
    target_on: row.target_on === null ? null : addDays(row.target_on, FORTNIGHT),
    latest_on: addDays(row.latest_on, FORTNIGHT),
    wished_not_before: addDays(start_on, FORTNIGHT + 1),
    waiting_since_ms: row.waiting_since_ms + FORTNIGHT * 86_400_000,
  }));
}

/** How promises of the last weeks were kept, by the region of the member and the treatment. No persons. */
const SERVICE_LEVELS = statement(
  "promise-service-levels",
  `
select z.region_code as region, c.service_code as service, count(*)::int as promises,
  count(*) filter (where b.treated_on <= c.target_on)::int as "onTarget",
  count(*) filter (where b.treated_on <= c.latest_on)::int as "withinLimit",
  percentile_disc(0.9) within group (order by b.treated_on - c.clock_start_on) as "waitedP90"
from claim c join member m on m.id = c.member_id left join postal_code z on z.postnr = m.postnr
left join booking b on b.id = c.first_booking_id
where c.guarantee_class not in ('NONE', 'CRISIS_3H') and c.clock_start_on > clock_today() - $1::int
  and (c.latest_on < clock_today() or b.treated_on <= clock_today())
  and ($2::text is null or z.region_code = $2) and ($3::text is null or c.service_code = $3)
group by 1, 2 order by 1, 2`,
);
export type ServiceLevelRow = RowOf<"promise-service-levels">;

export function serviceLevels(tx: Tx, region: string | null, service: Service | null): Promise<ServiceLevelRow[]> {
  return tx.query(SERVICE_LEVELS.with(DAYS_BACK, region, service));
}
