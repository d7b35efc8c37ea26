/** Planning: which messages the events since the last look call for, and to whom. */
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";

const KEY = "notifications-planned";
const BEGIN = statement(
  "begin-notifications",
  `insert into installation (key, value)
   select $1, to_jsonb(coalesce(max(position), 0)::text) from event on conflict do nothing`,
);
const PLACE = statement(
  "lock-notifications",
  `select (value #>> '{}')::bigint as position from installation
   where key = $1 for update`,
);
const MOVE = statement("move-notifications", "update installation set value = to_jsonb($2::text) where key = $1");

/** Up to where events were looked at; a gateway that begins to send begins with what happens from then on. Locked: one at a time. */
export async function lockPlace(tx: Tx): Promise<bigint> {
  const known = await tx.query(PLACE.with(KEY));
  if (known[0]?.position != null) return known[0].position;
  await tx.query(BEGIN.with(KEY));
  const [begun] = await tx.query(PLACE.with(KEY));
  return begun?.position ?? 0n;
}

export async function keepPlace(tx: Tx, position: bigint): Promise<void> {
  await tx.query(MOVE.with(KEY, String(position)));
}

const SINCE = statement(
  "events-for-notifications",
  `select position, id, topic, payload from event
   where position > $1 and topic = any ($2) order by position limit $3`,
);
export type CallingEvent = RowOf<"events-for-notifications">;

export function eventsSince(tx: Tx, position: bigint, topics: readonly string[], most: number): Promise<CallingEvent[]> {
  return tx.query(SINCE.with(position, topics, most));
}

/** A message that an event calls for; `minutes` before the appointment, of a reminder. */
export type Called = {
  readonly notice: string;
  readonly cause: string;
  readonly booking: string | null;
  readonly claim: string | null;
  readonly payment: string | null;
  readonly minutes: number | null;
};

/** To the person, or to each holder of custody of a child under 15. A reminder whose time has passed is none. */
const FOR_MEMBERS = statement(
  "plan-for-members",
  `insert into notification (id, notice, cause, booking_id, claim_id, member_id, about_member_id, due_at)
   select gen_random_uuid(), x.notice, x.cause, b.id, c.id, r.id, m.id,
     coalesce(b.starts_at - make_interval(mins => x.minutes), clock_now())
   from jsonb_to_recordset($1::jsonb) as x(notice text, cause text, booking uuid, claim uuid, minutes int)
   left join booking b on b.id = x.booking
   join claim c on c.id = coalesce(b.claim_id, x.claim)
   join member m on m.id = c.member_id and m.erased_at is null
   cross join lateral (
     select m.id where (m.birth_date + interval '15 years')::date <= clock_today()
     union all
     select g.guardian_id from guardianship g where g.child_id = m.id
       and (m.birth_date + interval '15 years')::date > clock_today()
       and custody_stands(g.checked_on, g.ended_on, clock_today())) r(id)
   where x.minutes is null or b.starts_at - make_interval(mins => x.minutes) > clock_now()
   on conflict do nothing returning id`,
);
const FOR_CLINICS = statement(
  "plan-for-clinics",
  `insert into notification (id, notice, cause, booking_id, payment_id, clinic_id, due_at)
   select gen_random_uuid(), x.notice, x.cause, b.id, y.id, k.id, clock_now()
   from jsonb_to_recordset($1::jsonb) as x(notice text, cause text, booking uuid, payment uuid)
   left join booking b on b.id = x.booking
   left join settlement_payment y on y.id = x.payment
   join clinic k on k.id = coalesce(b.clinic_id, (
     select o.id from clinic o where o.provider_id = y.provider_id and o.email is not null order by o.id limit 1))
   where k.email is not null
   on conflict do nothing returning id`,
);

export async function plan(tx: Tx, members: readonly Called[], clinics: readonly Called[]): Promise<number> {
  const [forMembers, forClinics] = await tx.all([FOR_MEMBERS.with(JSON.stringify(members)), FOR_CLINICS.with(JSON.stringify(clinics))]);
  return forMembers.length + forClinics.length;
}
