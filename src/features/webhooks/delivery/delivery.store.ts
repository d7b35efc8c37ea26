/** The queue of deliveries. Its back-off and leases are on the machine's clock. */
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import { transaction, type Tx } from "../../../platform/postgres/transaction.js";
import type { Database } from "../../../platform/postgres/database.js";
import { RETENTION, WORKER } from "../../../platform/viewer.js";

/** Positions of the feed that are looked at together: whoever was disabled for weeks is caught up with step by step. */
const AT_ONCE = 5_000;

/**
 * Each endpoint's share of what the feed holds since it was last looked at. Two gateways at once take different endpoints; the row's
 * lock hands the second one the position as the first left it.
 */
const QUEUE = statement(
  "queue-deliveries",
  `with h as materialized (select coalesce(max(position), 0) as position from event),
   w as materialized (
     select e.id, e.position, e.topics, e.provider_id, least(h.position, e.position + ${AT_ONCE}) as through
     from webhook_endpoint e, h
     where e.state = 'ACTIVE' and e.position < h.position order by e.id for update of e skip locked),
   queued as (
     insert into webhook_delivery (id, endpoint_id, provider_id, position, event_id, topic, subject_id)
     select gen_random_uuid(), w.id, w.provider_id, v.position, v.id, v.topic, v.subject_id
     from w join event v on v.position > w.position and v.position <= w.through
       and v.topic = any (w.topics) and (w.provider_id is null or v.provider_id = w.provider_id)
     on conflict do nothing returning 1),
   moved as (update webhook_endpoint e set position = w.through from w where e.id = w.id returning 1)
   select (select count(*) from queued)::int as queued, (select count(*) from moved)::int as endpoints`,
);

export async function queueDeliveries(tx: Tx): Promise<number> {
  const [row] = await tx.query(QUEUE.with());
  return row?.queued ?? 0;
}

/**
 * What is due, a share of each endpoint and the shares in turn: one that fails has one try at a time, and one with much to be told
 * takes no place from one with little. What waits behind an earlier event of its subject waits on: later never overtakes earlier.
 */
const CLAIM = statement(
  "claim-deliveries",
  `with due as materialized (
     select x.id
     from webhook_endpoint w
     cross join lateral (
       select count(*)::int as taken from webhook_delivery l
       where l.endpoint_id = w.id and l.state = 'WAITING' and l.leased_until >= now()) u
     cross join lateral (
       select d.id, d.position from webhook_delivery d
       where d.endpoint_id = w.id and d.state = 'WAITING' and d.next_at <= now()
         and (d.leased_until is null or d.leased_until < now())
         and not exists (select from webhook_delivery e where e.endpoint_id = d.endpoint_id
           and e.subject_id = d.subject_id and e.state = 'WAITING' and e.position < d.position)
       order by d.position
       limit greatest(0, case when w.failures > 0 then 1 else $1 end - u.taken)
       for update of d skip locked) x
     where w.state = 'ACTIVE'
     order by u.taken + row_number() over (partition by w.id order by x.position), w.failures > 0, x.position limit $2)
   update webhook_delivery d set attempts = d.attempts + 1, leased_until = now() + make_interval(secs => $3)
   from due, webhook_endpoint w, event v where d.id = due.id and w.id = d.endpoint_id and v.id = d.event_id
   returning d.id, d.endpoint_id, d.attempts, w.url, w.secret, w.provider_id,
     case when w.former_until > clock_now() then w.former_secret end as former_secret,
     v.position, v.id as event_id, v.topic, v.subject_id, v.payload, v.at, v.published_at, v.trace_id`,
);
export type DueDelivery = RowOf<"claim-deliveries">;

export function claimDeliveries(tx: Tx, perEndpoint: number, most: number, leaseSeconds: number): Promise<DueDelivery[]> {
  return tx.query(CLAIM.with(perEndpoint, most, leaseSeconds));
}

/** A try that has ended, with what follows from it. */
export type Tried = {
  readonly id: string;
  readonly endpointId: string;
  readonly topic: string;
  /** Which try it was: what is told of one that somebody else has taken over meanwhile changes nothing, unless it went well. */
  readonly attempts: number;
  readonly verdict: "DELIVERED" | "AGAIN" | "GONE" | "GIVEN_UP";
  /** HTTP status of the answer, or code of why there was none. */
  readonly status: number | null;
  readonly fault: string | null;
  /** Until the next try, of AGAIN. */
  readonly inSeconds: number;
};

/**
 * An endpoint at which anything went well fails no more; one that is gone, or has taken nothing for days, is sent nothing more. Those
 * that change are locked in the order of their ids, as all who change several of them do.
 */
const KEEP = statement(
  "keep-deliveries",
  `with tried as materialized (
     select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::int[], $6::text[], $7::float8[])
       as t (id, endpoint_id, attempts, verdict, status, fault, in_seconds)),
   told as (
     update webhook_delivery d set leased_until = null, last_status = t.status, last_fault = t.fault,
       state = case when t.verdict in ('DELIVERED', 'GIVEN_UP') then t.verdict else d.state end,
       ended_at = case when t.verdict in ('DELIVERED', 'GIVEN_UP') then clock_now() end,
       next_at = now() + make_interval(secs => t.in_seconds)
     from tried t
     where d.id = t.id and (t.verdict = 'DELIVERED' or d.state = 'WAITING' and d.attempts = t.attempts)
     returning d.id, t.verdict),
   became as (
     select endpoint_id as id, count(*) as failed, bool_or(verdict = 'DELIVERED') as well,
       bool_or(verdict = 'GONE') as gone, bool_or(verdict = 'GIVEN_UP') as given_up
     from tried group by endpoint_id),
   changing as materialized (
     select w.id, b.failed, b.well, b.gone, b.given_up and not b.well
       and w.failing_since < clock_now() - make_interval(days => $8) as unreachable
     from webhook_endpoint w join became b on b.id = w.id
     where not b.well or b.gone or w.failures > 0 order by w.id for no key update of w),
   changed as (
     update webhook_endpoint w set failures = case when c.well then 0 else w.failures + c.failed end,
       failing_since = case when not c.well then coalesce(w.failing_since, clock_now()) end,
       state = case when w.state = 'ACTIVE' and (c.gone or c.unreachable) then 'DISABLED' else w.state end,
       reason = case when w.state <> 'ACTIVE' then w.reason when c.gone then 'GONE'
         when c.unreachable then 'UNREACHABLE' else w.reason end
     from changing c where w.id = c.id)
   select id from told where verdict = 'GIVEN_UP'`,
);

/** Ids of those that were given up. */
export async function keepTried(tx: Tx, tried: readonly Tried[], givenUpDays: number): Promise<string[]> {
  const all = <K extends keyof Tried>(key: K): Tried[K][] => tried.map((each) => each[key]);
  const rows = await tx.query(
    KEEP.with(all("id"), all("endpointId"), all("attempts"), all("verdict"), all("status"), all("fault"), all("inSeconds"), givenUpDays),
  );
  return rows.map(({ id }) => id);
}

/** What still waits when its event is no longer kept, at an endpoint that was disabled for weeks, waits for nothing. */
const GIVE_UP = statement(
  "give-up-deliveries",
  `update webhook_delivery d set state = 'GIVEN_UP', ended_at = clock_now(), leased_until = null
   where d.state = 'WAITING' and not exists (select from event v where v.id = d.event_id) returning d.id`,
);
const SWEEP = statement(
  "sweep-deliveries",
  `delete from webhook_delivery
   where state <> 'WAITING' and queued_at < clock_now() - interval '31 days' returning id`,
);

export async function sweepDeliveries(database: Database): Promise<Readonly<Record<"givenUp" | "removed", number>>> {
  const givenUp = await transaction(database, WORKER, async (tx) => (await tx.query(GIVE_UP.with())).length);
  return { givenUp, removed: await transaction(database, RETENTION, async (tx) => (await tx.query(SWEEP.with())).length) };
}
