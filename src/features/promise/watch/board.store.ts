import type { Service } from "../../../rules/codes.js";
import type { PromiseState } from "../../../../schema/states.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

export type BoardFilter = {
  readonly states: readonly PromiseState[] | null;
  readonly service: Service | null;
  readonly region: string | null;
  readonly dueBefore: Date | null;
  /** Only what this person follows. */
  readonly handledBy: string | null;
};

/**
 * A deadline that has passed is a breach here the moment it passes, whether or not the watch has been there to stamp it.
 * A broken promise leaves the board when the member has been seen after all, or the case is closed.
 */
const BOARD = `
with board as (
  select c.id, c.member_id, c.reference, c.service_code as service, z.region_code as region, c.deadline_at,
    c.latest_on, c.target_on, b.starts_at as first_starts_at, c.promise_changed_at as changed_at, c.breached_at,
    c.certificate, c.wishes, coalesce(b.chosen_because, '{}') as chosen_because,
    case when c.promise_state in ('SAFE', 'TIGHT', 'AT_RISK', 'NONE') and c.deadline_at <= clock_now()
        and not coalesce(b.starts_at < c.deadline_at, false) then 'BREACHED'
      else c.promise_state end as state
  from claim c join member m on m.id = c.member_id left join postal_code z on z.postnr = m.postnr
  left join booking b on b.id = c.first_booking_id and b.state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')
  where c.guarantee_outcome = 'RUNNING' and c.deadline_at is not null
    and c.state not in ('COMPLETED', 'DENIED', 'CLOSED')
    and ($1::text is null or c.service_code = $1) and ($2::text is null or z.region_code = $2)
    and ($3::timestamptz is null or c.deadline_at < $3) and ($5::text is null or c.handled_by = $5)),
ranked as (
  select *, case state when 'BREACHED' then 0 when 'AT_RISK' then 1 when 'TIGHT' then 2 when 'SAFE' then 3 else 4 end
    as rank
  from board
  where state <> 'NONE' and not (state = 'BREACHED' and coalesce(first_starts_at <= clock_now(), false)))`;

const OPEN: readonly PromiseState[] = ["BREACHED", "AT_RISK", "TIGHT", "SAFE"];

export type BoardPlace = { readonly rank: number; readonly deadline: string; readonly id: string };

const ROWS = statement(
  "promise-board",
  `${BOARD}
select *, deadline_at::text as deadline_key, clock_today() as today from ranked
where state = any ($4::text[]) and ($6::int is null or (rank, deadline_at, id) > ($6, $7::timestamptz, $8::uuid))
order by rank, deadline_at, id limit $9`,
);
export type BoardRow = RowOf<"promise-board">;

export function boardRows(tx: Tx, filter: BoardFilter, after: BoardPlace | null, limit: number): Promise<BoardRow[]> {
  return tx.query(ROWS.with(...valuesOf(filter), after?.rank ?? null, after?.deadline ?? null, after?.id ?? null, limit));
}

const COUNTS = statement(
  "promise-counts",
  `${BOARD}
select state, count(*)::int as n from ranked where state = any ($4::text[]) group by state`,
);

export async function boardCounts(tx: Tx, filter: BoardFilter): Promise<ReadonlyMap<PromiseState, number>> {
  const rows = await tx.query(COUNTS.with(...valuesOf({ ...filter, states: filter.states ?? [...OPEN, "MET"] })));
  return new Map(rows.map((row) => [row.state, row.n]));
}

const valuesOf = ({ service, region, dueBefore, states, handledBy }: BoardFilter) =>
  [service, region, dueBefore, states ?? OPEN, handledBy] as const;
