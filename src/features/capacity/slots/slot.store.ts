import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { SlotSeen } from "./slot.js";

/** The codes of the services that a slot's mask names, in the order of their bits. */
export const servicesOf = (slot: string): string =>
  `array(select v.code from service v where (${slot}.service_mask & (1::bigint << v.bit)) <> 0 order by v.bit)`;

/** A clinic's own key is its own: staff of another see none. */
const EXTERNAL_ID = `case when app_role() in ('CLINIC_STAFF', 'CLINIC_SYSTEM')
    and s.provider_id is distinct from app_provider() then null else s.external_id end`;

const SEEN = `s.id, s.clinic_id as "clinicId", s.practitioner_id as "practitionerId", s.starts_at as "startsAt",
  s.ends_at as "endsAt", s.channel, s.audience, s.languages, s.funding, s.capacity,
  s.cancellation_hours as "cancellationHours", s.state, s.on_call as "onCall", ${EXTERNAL_ID} as "externalId",
  greatest(0, s.capacity - s.booked
    - case when s.held_until > clock_now() then slot_live_holds(s.id) else 0 end) as "freeUnits",
  ${servicesOf("s")} as services`;

const BY_ID = statement("slot-by-id", `select ${SEEN} from slot s where s.id = $1`);

export async function slotById(tx: Tx, id: string): Promise<SlotSeen | undefined> {
  const [slot] = await tx.query(BY_ID.with(id));
  return slot;
}

const ALTERNATIVES = statement(
  "slot-alternatives",
  `select ${SEEN} from claim c join service v on v.code = c.service_code, slot lost
   join clinic k on k.id = lost.clinic_id
   cross join lateral (
     select cs.clinic_id, cs.pos <-> k.pos as km from clinic_service cs
     where cs.service_code = (select service_code from claim where id = $2) and cs.active
     order by cs.pos <-> k.pos limit 8) near
   cross join lateral (
     select s.* from slot s where s.clinic_id = near.clinic_id and s.state = 'OPEN' and s.booked < s.capacity
       and s.starts_at > clock_now() and (c.deadline_at is null or s.starts_at < c.deadline_at) and s.id <> lost.id
       and (s.service_mask & (1::bigint << v.bit)) <> 0 and s.funding = 'PRIVATE'
       and (s.held_until is null or s.held_until <= clock_now())
     order by s.starts_at limit $3) s
   where lost.id = $1 and c.id = $2
   order by (near.km > 0), abs(extract(epoch from s.starts_at - lost.starts_at)) limit $3`,
);

/** Free openings near one in time at the same clinic, then at clinics nearby: what a caller who lost a race is offered. */
export function alternativesTo(tx: Tx, slotId: string, claimId: string, limit: number): Promise<SlotSeen[]> {
  return tx.query(ALTERNATIVES.with(slotId, claimId, limit));
}
