/** How far the closing of a part that was suspended or ended has come, and what is left of it. */
import type { EndingState } from "../../../../schema/states.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

/** Time of clinics, or of one practitioner at them; `to` is not included, null is open. */
export type EndedTime = {
  readonly clinicIds: readonly string[];
  readonly practitionerId: string | null;
  readonly from: Date;
  readonly to: Date | null;
};

const IN_TIME = `s.clinic_id = any ($1::uuid[]) and ($2::uuid is null or s.practitioner_id = $2)
  and s.starts_at > clock_now() and s.starts_at >= $3 and ($4::timestamptz is null or s.starts_at < $4)
  and (s.state = 'OPEN'
    or (s.booked > 0 and exists (select from booking b where b.slot_id = s.id and b.state = 'CONFIRMED')))`;

const SOONEST = statement(
  "soonest-openings-of-ending",
  `select s.id, s.provider_id as "providerId", s.clinic_id as "clinicId", s.booked from slot s where ${IN_TIME}
   order by s.starts_at, s.id limit $5`,
);

/** What is left to close, the soonest first. */
export function soonestOpenings(tx: Tx, { clinicIds, practitionerId, from, to }: EndedTime, most: number) {
  return tx.query(SOONEST.with(clinicIds, practitionerId, from, to, most));
}

const HANGS_ON = statement(
  "what-hangs-on-ending",
  `select (select count(*)::int from slot s where ${IN_TIME}) as openings,
     (select json_build_object('appointments', count(*)::int, 'promises', count(*) filter (where
         c.guarantee_outcome = 'RUNNING' and c.breached_at is null and c.deadline_at > clock_now()
         and c.first_booking_id = b.id)::int)
       from slot s join booking b on b.slot_id = s.id and b.state = 'CONFIRMED' join claim c on c.id = b.claim_id
       where ${IN_TIME}) as booked`,
);

/** Everything that begins in the time: openings, appointments on them, and promises that hang on these. */
export async function hangsOn(tx: Tx, { clinicIds, practitionerId, from, to }: EndedTime) {
  const [row] = await tx.query(HANGS_ON.with(clinicIds, practitionerId, from, to));
  const { appointments = 0, promises = 0 } = row?.booked ?? {};
  return { openings: row?.openings ?? 0, appointments, promises };
}

const UNPAID = statement(
  "unpaid-lines-of-clinics",
  `select count(*)::int as lines, coalesce(sum(amount_minor), 0)::bigint as minor from settlement_line
   where clinic_id = any ($1::uuid[]) and state <> 'PAID'`,
);

/** Treatments of the past that are not paid yet, whatever becomes of the clinics. */
export async function unpaidOf(tx: Tx, clinicIds: readonly string[]): Promise<{ readonly lines: number; readonly minor: number }> {
  const [row] = clinicIds.length === 0 ? [] : await tx.query(UNPAID.with(clinicIds));
  return { lines: row?.lines ?? 0, minor: Number(row?.minor ?? 0n) };
}

const TO_DO = statement("endings-to-do", "select credential_id as id from network_ending where state <> 'DONE' order by credential_id");

export async function endingsToDo(tx: Tx): Promise<string[]> {
  return (await tx.query(TO_DO.with())).map(({ id }) => id);
}

const LOCK = statement(
  "lock-network-ending",
  `select e.state, e.lifted, e.opened_through as "openedThrough", c.source, c.valid_from as "validFrom",
     c.valid_until as "validUntil", c.subject_id as "subjectId", c.practitioner_id as "practitionerId"
   from network_ending e join credential c on c.id = e.credential_id
   where e.credential_id = $1 and e.state <> 'DONE' for no key update of e skip locked`,
);
export type EndingToDo = RowOf<"lock-network-ending">;

/** Locked; none where it is done, or somebody is at it. */
export async function lockEnding(tx: Tx, credentialId: string): Promise<EndingToDo | undefined> {
  const [row] = await tx.query(LOCK.with(credentialId));
  return row;
}

const BEGIN = statement(
  "begin-ending",
  `insert into network_ending (credential_id, state, openings, appointments) values ($1, 'CLOSING', $2, $3)
   returning credential_id`,
);

export async function beginEnding(tx: Tx, id: string, total: { readonly openings: number; readonly appointments: number }): Promise<void> {
  await tx.query(BEGIN.with(id, total.openings, total.appointments));
}

const CLOSED = statement(
  "ending-closed",
  `update network_ending set closed = closed + $2, moved = moved + $3, escalated = escalated + $4,
     state = case when not $5 then state when lifted then 'OPENING' else 'DONE' end, changed_at = clock_now()
   where credential_id = $1 returning state`,
);

export type ClosedPiece = { readonly closed: number; readonly moved: number; readonly escalated: number; readonly last: boolean };

export async function keepClosed(tx: Tx, id: string, { closed, moved, escalated, last }: ClosedPiece): Promise<void> {
  await tx.query(CLOSED.with(id, closed, moved, escalated, last));
}

const LIFT = statement(
  "lift-ending",
  `update network_ending set lifted = true, opened_through = null, changed_at = clock_now(),
     state = case state when 'CLOSING' then state else 'OPENING' end
   where credential_id = $1 returning state`,
);

/** It no longer covers what it did: what it closed beyond its new end is opened once its closing is done. */
export async function liftEnding(tx: Tx, id: string): Promise<EndingState | undefined> {
  return (await tx.query(LIFT.with(id)))[0]?.state;
}

const TO_OPEN = statement(
  "clinics-to-open-again",
  `select distinct k.id, k.provider_id as "providerId" from closure c join clinic k on k.id = c.clinic_id
   where c.credential_id = $1 and ($2::uuid is null or k.id > $2) order by k.id limit $3`,
);

export function clinicsToOpen(tx: Tx, id: string, after: string | null, most: number) {
  return tx.query(TO_OPEN.with(id, after, most));
}

const OPENED = statement(
  "ending-opened",
  `update network_ending set opened = opened + $2, opened_through = coalesce($3, opened_through),
     state = case when $4 then 'DONE' else state end, changed_at = clock_now()
   where credential_id = $1 returning state`,
);

export async function keepOpened(tx: Tx, id: string, opened: number, through: string | null, last: boolean): Promise<void> {
  await tx.query(OPENED.with(id, opened, through, last));
}
