/** The queue of deliveries. Its back-off and leases are on the machine's clock. */
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import { transaction, type Tx } from "../../platform/postgres/transaction.js";
import type { Database } from "../../platform/postgres/database.js";
import { RETENTION } from "../../platform/viewer.js";

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
 * What is due, a share of each endpoint: one that fails has one try at a time, so that it takes no place from others. What waits
 * behind an earlier event of its subject waits on: later never overtakes earlier.
 */
const CLAIM = statement(
  "claim-deliveries",
  `with due as materialized (
     select x.id from webhook_endpoint w cross join lateral (
       select d.id from webhook_delivery d
       where d.endpoint_id = w.id and d.state = 'WAITING' and d.next_at <= now()
         and (d.leased_until is null or d.leased_until < now())
         and not exists (select from webhook_delivery e where e.endpoint_id = d.endpoint_id
           and e.subject_id = d.subject_id and e.state = 'WAITING' and e.position < d.position)
       order by d.next_at, d.position
       limit greatest(0, case when w.failures > 0 then 1 else $1 end - (
         select count(*) from webhook_delivery l
         where l.endpoint_id = w.id and l.state = 'WAITING' and l.leased_until >= now()))
       for update of d skip locked) x
     where w.state = 'ACTIVE' limit $2)
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

const DELIVERED = statement(
  "deliveries-delivered",
  `with done as (
     update webhook_delivery set state = 'DELIVERED', ended_at = clock_now(), leased_until = null, last_status = $3,
       last_fault = null
     where id = $1)
   update webhook_endpoint set failures = 0, failing_since = null where id = $2 and failures > 0`,
);
const FAILED = statement(
  "delivery-failed",
  `with failed as (
     update webhook_delivery set leased_until = null, last_status = $3, last_fault = $4,
       next_at = now() + make_interval(secs => $5), state = case when $6 then 'GIVEN_UP' else state end,
       ended_at = case when $6 then clock_now() end
     where id = $1 and state = 'WAITING')
   update webhook_endpoint set failures = failures + 1, failing_since = coalesce(failing_since, clock_now())
   where id = $2`,
);
const DISABLE = statement(
  "disable-webhook-endpoint",
  `update webhook_endpoint set state = 'DISABLED', reason = $2
   where id = $1 and state = 'ACTIVE' and ($3::int is null or failing_since < clock_now() - make_interval(days => $3))`,
);

export type Tried = {
  readonly id: string;
  readonly endpointId: string;
  readonly status: number | null;
  readonly fault: string | null;
};

export async function keepDelivered(tx: Tx, { id, endpointId, status }: Tried): Promise<void> {
  await tx.query(DELIVERED.with(id, endpointId, status));
}

export async function keepFailed(tx: Tx, { id, endpointId, status, fault }: Tried, nextSeconds: number, givenUp: boolean): Promise<void> {
  await tx.query(FAILED.with(id, endpointId, status, fault, nextSeconds, givenUp));
}

/** `failingDays`: only if it has failed for longer than that. */
export async function disableEndpoint(tx: Tx, endpointId: string, reason: string, failingDays: number | null): Promise<void> {
  await tx.query(DISABLE.with(endpointId, reason, failingDays));
}

const SWEEP = statement(
  "sweep-deliveries",
  `delete from webhook_delivery
   where state <> 'WAITING' and queued_at < clock_now() - interval '31 days' returning id`,
);

export async function sweepDeliveries(database: Database): Promise<number> {
  return transaction(database, RETENTION, async (tx) => (await tx.query(SWEEP.with())).length);
}
