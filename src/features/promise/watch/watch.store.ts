/** What the watch reads of claims and writes to them. Set-based: a run over ten thousand claims is a handful of statements. */
import { AUDIT_COLUMNS, auditRow } from "../../../platform/trail/audit.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { lockKey } from "../../../platform/postgres/locks.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { dayOfSlot, inNetwork, qualified } from "../../network/in-force.js";
import { WORKER } from "../../../platform/viewer.js";
import type { PromiseState } from "../../../../schema/states.js";
import type { CertificateNames, CertificateWithTexts } from "../feasibility/told-certificate.js";

const LIMITS = statement(
  "watch-limits",
  `select set_config('statement_timeout', '30s', true),
     set_config('idle_in_transaction_session_timeout', '60s', true) as idle_timeout`,
);
const ALONE = statement("watch-alone", `select pg_try_advisory_xact_lock(${lockKey("promiseWatch")}) as mine`);

/** Takes the lock of the watch until the end of the transaction; false while another run has it. */
export async function isOnlyWatch(tx: Tx): Promise<boolean> {
  await tx.query(LIMITS.with());
  const [lock] = await tx.query(ALONE.with());
  return lock?.mine ?? false;
}

const STAY_AWAKE = statement("watch-stays-awake", "select 1 as awake");

/** Keeps the connection that holds the lock from being ended as idle. */
export async function stayAwake(tx: Tx): Promise<void> {
  await tx.query(STAY_AWAKE.with());
}

/** The predicate of an index of the same words: claims whose promise has ended are not looked at again. */
const WATCHED = statement(
  "watched-claims",
  `
select c.id, c.member_id, c.guarantee_outcome as outcome, c.guarantee_class as class, c.promise_state as state,
  c.deadline_at, c.latest_on, c.first_booking_id, b.starts_at as first_starts_at, b.contacted_at, c.certificate
from claim c left join booking b on b.id = c.first_booking_id and b.state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')
where c.promise_state in ('SAFE', 'TIGHT', 'AT_RISK') or (c.guarantee_outcome = 'RUNNING' and c.promise_state = 'NONE')
order by c.id`,
);
export type WatchedClaim = RowOf<"watched-claims">;

export function watchedClaims(tx: Tx): Promise<WatchedClaim[]> {
  return tx.query(WATCHED.with());
}

const IN_DANGER = statement(
  "promise-alert",
  `select reference, promise_state as state, service_code as service, deadline_at as "deadlineAt",
     member_id as "memberId"
   from claim where id = $1 and promise_state in ('AT_RISK', 'BREACHED')`,
);

/** A claim whose promise is at risk or broken, as this viewer may see it; null where it is neither. */
export async function promiseInDanger(tx: Tx, claimId: string): Promise<RowOf<"promise-alert"> | null> {
  const [found] = await tx.query(IN_DANGER.with(claimId));
  return found ?? null;
}

/** What bookable.ts asks of the first contact in a crisis: by telephone, with somebody on call, not over, in time. */
const CRISIS_UNITS = statement(
  "crisis-units",
  `select c.id, coalesce(sum(s.capacity - s.booked - coalesce(h.held, 0)), 0)::int as units
   from claim c join service v on v.code = c.service_code
   left join (slot s join provider o on o.id = s.provider_id join clinic k on k.id = s.clinic_id
       join practitioner t on t.id = s.practitioner_id)
     on s.state = 'OPEN' and s.booked < s.capacity and s.starts_at <= c.deadline_at and s.ends_at > $2
     and s.on_call and s.channel = 'PHONE' and s.funding = 'PRIVATE'
     and (s.service_mask & (1::bigint << v.bit)) <> 0
     and ${inNetwork("o", "k", dayOfSlot("s"))}
     and ${qualified("t", "c.service_code", dayOfSlot("s"))}
   left join lateral (select count(*)::int as held from hold h where h.slot_id = s.id and h.state = 'PENDING'
     and h.expires_at > $2 and h.claim_id <> c.id) h on true
   where c.id = any ($1::uuid[]) group by c.id`,
);

/** Free units that can still answer before each claim's deadline. */
export async function crisisUnits(tx: Tx, claimIds: readonly string[], now: Date): Promise<ReadonlyMap<string, number>> {
  if (claimIds.length === 0) return new Map();
  const rows = await tx.query(CRISIS_UNITS.with(claimIds, now));
  return new Map(rows.map((row) => [row.id, row.units]));
}

const NAMES = statement(
  "promise-names",
  `select (select jsonb_object_agg(code, name_en) from service) as services,
     (select jsonb_object_agg(postnr, town) from postal_code) as towns`,
);

/** Names for certificates: services, and the town of each postal code. */
export async function readNames(tx: Tx): Promise<CertificateNames> {
  const [row] = await tx.query(NAMES.with());
  return { services: new Map(Object.entries(row?.services ?? {})), towns: new Map(Object.entries(row?.towns ?? {})) };
}

export type PromiseChange = {
  readonly claim: WatchedClaim;
  readonly state: PromiseState;
  readonly certificate: CertificateWithTexts | null;
};

/**
 * Each claim is changed only if it still stands as it was read; its event, audit row and outbox row come with the change and
 * only with it; that a promise is safe which nobody was told to be otherwise is no event. Run twice, the second run finds nothing left to do. Locks claim rows in order of id.
 */
const APPLY = statement(
  "watch-apply",
  `
with input as materialized (
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, was text, state text, outcome text, booking uuid,
    certificate jsonb, breached_at timestamptz, data jsonb, event_id uuid, audit jsonb, message jsonb)),
locked as materialized (select c.id from claim c join input i on i.id = c.id order by c.id for no key update of c),
changed as (
  update claim c set promise_state = i.state, certificate = i.certificate,
    breached_at = coalesce(c.breached_at, i.breached_at),
    promise_changed_at = case when i.was = i.state then c.promise_changed_at else $2 end
  from input i join locked l on l.id = i.id
  where c.id = i.id and c.promise_state = i.was and c.guarantee_outcome = i.outcome
    and c.first_booking_id is not distinct from i.booking
  returning c.id, c.member_id, i.was <> i.state as moved),
moved as (
  select c.id as claim_id, c.member_id as of_member, i.* from changed c join input i using (id) where c.moved),
told as materialized (
  select m.* from moved m where m.state <> 'SAFE'
    or exists (select from claim_event e where e.claim_id = m.claim_id and e.kind like 'PROMISE\\_%')),
put_event as (
  insert into claim_event (id, claim_id, member_id, kind, at, actor, actor_role, data)
  select event_id, claim_id, of_member, 'PROMISE_' || state, $2, 'worker', 'WORKER', data from told),
put_audit as (
  insert into audit_event (${AUDIT_COLUMNS})
  select ${AUDIT_COLUMNS} from (
    select a.* from told cross join lateral jsonb_populate_record(null::audit_event, told.audit) a) lines),
put_outbox as (
  insert into outbox (id, topic, aggregate_id, payload)
  select o.id, o.topic, o.aggregate_id, o.payload
  from told cross join lateral jsonb_populate_record(null::outbox, told.message) o)
select count(*) filter (where moved)::int as moved, count(*)::int as changed from changed`,
  // its plan depends on how many claims it is given
  { prepared: false },
);

export async function applyChanges(
  tx: Tx,
  changes: readonly PromiseChange[],
  now: Date,
  traceId: string,
): Promise<{ moved: number; changed: number }> {
  const input = changes.map(({ claim, state, certificate }) => ({
    id: claim.id,
    was: claim.state,
    state,
    outcome: claim.outcome,
    booking: claim.first_booking_id,
    certificate,
    // the true end of the promise, however late somebody looked; when that was is in the event
    breached_at: state === "BREACHED" ? claim.deadline_at : null,
    data: {
      from: claim.state,
      to: state,
      deadlineAt: claim.deadline_at,
      recordedAt: now,
      ...(certificate ? { certificate: certificate.text } : {}),
    },
    event_id: newId(),
    audit: auditRow(WORKER, traceId, {
      operation: "watchPromises",
      memberId: claim.member_id,
      object: "Claim",
      objectId: claim.id,
      fields: ["promiseState"],
      outcome: "ALLOWED",
      rule: "GUA-MET",
    }),
    message: outboxRow(state === "AT_RISK" || state === "BREACHED" ? "promise.at-risk" : "promise.changed", claim.id, {
      claimId: claim.id,
      state,
    }),
  }));
  const [row] = await tx.query(APPLY.with(JSON.stringify(input), now));
  return row ?? { moved: 0, changed: 0 };
}
