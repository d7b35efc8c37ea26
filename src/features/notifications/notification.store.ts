/** The messages that are due, with all that decides on them, and what became of them. */
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import { transaction, type Tx } from "../../platform/postgres/transaction.js";
import type { Database } from "../../platform/postgres/database.js";
import { RETENTION } from "../../platform/viewer.js";

const CLAIM = statement(
  "claim-notifications",
  `update notification n set due_at = clock_now() + interval '5 minutes', attempts = n.attempts + 1
   from (select id from notification where state = 'WAITING' and due_at <= clock_now()
     order by due_at limit $1 for update skip locked) due
   where n.id = due.id returning n.id`,
);

/** An appointment as a letter may tell of it, under a scalar subquery so that what there is of it is never null. */
const appointment = (id: string): string => `(select json_build_object(
    'uuid', b.id, 'reference', b.reference, 'startsAt', b.starts_at, 'endsAt', b.ends_at, 'channel', b.channel,
    'state', b.state, 'version', b.version, 'modifiedAt', coalesce(greatest(b.booked_at, b.ended_at), b.booked_at),
    'address', k.address, 'postnr', k.postnr, 'town', k.town)
   from booking b join clinic k on k.id = b.clinic_id where b.id = ${id})`;

/** `replaces`: another appointment was moved to this one, whose own message says so. */
const DUE = statement(
  "notifications-due",
  `select n.id, n.notice, n.cause, n.attempts, n.member_id, n.about_member_id, n.clinic_id, n.booking_id, n.claim_id,
     clock_now() as now, r.email, r.phone, k.email as clinic_email, c.reference as case_reference,
     y.end_to_end_id as payment_reference,
     r.erased_at is null and s.erased_at is null and (n.member_id is null or case
       when (s.birth_date + interval '15 years')::date <= clock_today() then r.id = s.id
       else exists (select from guardianship g where g.guardian_id = r.id and g.child_id = s.id
         and custody_stands(g.checked_on, g.ended_on, clock_today())) end) as entitled,
     coalesce(s.protected_address, false) as hides_place,
     coalesce(h.email, true) as wants_email, coalesce(h.sms, true) as wants_sms, coalesce(h.language, 'DA') as language,
     b.id is not null and consent_stands_at(b.id, clock_now()) as consent_stands,
     exists (select from booking o where o.moved_to = b.id) as replaces,
     ${appointment("n.booking_id")} as appointment,
     ${appointment("b.moved_to")} as moved_to
   from notification n
   left join member r on r.id = n.member_id left join member s on s.id = n.about_member_id
   left join notification_choice h on h.member_id = n.member_id
   left join clinic k on k.id = n.clinic_id
   left join claim c on c.id = n.claim_id
   left join settlement_payment y on y.id = n.payment_id
   left join booking b on b.id = n.booking_id
   where n.id = any ($1::uuid[]) order by n.id`,
  // worked out of who there is: of a message to a clinic nobody is missing
  { neverNull: ["entitled"] },
);
export type DueNotification = RowOf<"notifications-due">;

/** Taken for five minutes: a gateway that dies with them leaves them to the next. */
export async function claimDue(tx: Tx, most: number): Promise<DueNotification[]> {
  const taken = await tx.query(CLAIM.with(most));
  return taken.length === 0 ? [] : tx.query(DUE.with(taken.map(({ id }) => id)));
}

const SENT = statement(
  "notification-sent",
  `update notification set state = 'SENT', ended_at = clock_now(), reason = null, channel = $2, language = $3,
     template = $4, facts = $5::jsonb
   where id = $1 and state = 'WAITING'`,
);
const ENDED = statement(
  "notification-ended",
  `update notification set state = case when $3 then 'FAILED' else 'SKIPPED' end, reason = $2, ended_at = clock_now()
   where id = $1 and state = 'WAITING'`,
);
const LATER = statement(
  "notification-later",
  `update notification set due_at = $2, reason = $3, attempts = attempts - case when $4 then 1 else 0 end
   where id = $1`,
);

export async function keepSent(
  tx: Tx,
  id: string,
  sent: { readonly channel: string; readonly language: string; readonly template: number; readonly facts: object },
): Promise<void> {
  await tx.query(SENT.with(id, sent.channel, sent.language, sent.template, JSON.stringify(sent.facts)));
}

/** SKIPPED, or FAILED where it was tried. */
export async function keepEnded(tx: Tx, id: string, reason: string, failed: boolean): Promise<void> {
  await tx.query(ENDED.with(id, reason, failed));
}

/** `untried`: it was not its time. */
export async function keepLater(tx: Tx, id: string, at: Date, reason: string, untried: boolean): Promise<void> {
  await tx.query(LATER.with(id, at, reason, untried));
}

const LATEST = statement(
  "notifications-latest",
  `select n.id, n.notice, n.cause, n.state, n.reason, n.channel, n.language, n.template, n.facts, n.due_at, n.ended_at,
     coalesce(r.email, k.email, '') as receiver
   from notification n left join member r on r.id = n.member_id left join clinic k on k.id = n.clinic_id
   order by n.ended_at desc nulls last, n.due_at limit $1`,
);
export type KeptNotification = RowOf<"notifications-latest">;

export function latestNotifications(tx: Tx, most: number): Promise<KeptNotification[]> {
  return tx.query(LATEST.with(most));
}

const SWEEP = statement(
  "sweep-notifications",
  `delete from notification
   where created_at < clock_now() - interval '1 year' returning id`,
);

export async function sweepNotifications(database: Database): Promise<number> {
  return transaction(database, RETENTION, async (tx) => (await tx.query(SWEEP.with())).length);
}

const CHOICE = statement(
  "notification-choice",
  `select coalesce(h.email, true) as email, coalesce(h.sms, true) as sms, coalesce(h.language, 'DA') as language
   from (select $1::uuid as id) m left join notification_choice h on h.member_id = m.id`,
);
export type NotificationChoiceRow = RowOf<"notification-choice">;

export async function choiceOf(tx: Tx, memberId: string): Promise<NotificationChoiceRow | null> {
  const [row] = await tx.query(CHOICE.with(memberId));
  return row ?? null;
}

const CHOOSE = statement(
  "choose-notifications",
  `update notification_choice set email = $2, sms = $3, language = $4, chosen_at = clock_now()
   where member_id = $1 returning member_id`,
);
const CHOOSE_FIRST = statement(
  "choose-notifications-first",
  "insert into notification_choice (member_id, email, sms, language) values ($1, $2, $3, $4) on conflict do nothing",
);

export async function choose(tx: Tx, memberId: string, { email, sms, language }: NotificationChoiceRow): Promise<void> {
  await tx.query(CHOOSE_FIRST.with(memberId, email, sms, language));
  await tx.query(CHOOSE.with(memberId, email, sms, language));
}
