import type { LocalDate } from "../../../kernel/calendar.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, type Change } from "../../../platform/postgres/write.js";
import { servicesOf } from "../slots/slot.store.js";
import type { Schedule } from "./schedule.js";
import type { StandingSlot } from "./schedule-difference.js";

const COLUMNS = `id, clinic_id as "clinicId", practitioner_id as "practitionerId", definition,
  expanded_until as "expandedUntil", version, saved_at as "savedAt"`;

const BY_ID = statement("schedule-by-id", `select ${COLUMNS} from schedule where id = $1`);

/** `expandedUntil` is the first day that is not expanded yet; null before the first time. */
export type SavedSchedule = RowOf<"schedule-by-id">;

export function scheduleOf(saved: SavedSchedule): Schedule {
  return { ...saved.definition, id: saved.id, practitionerId: saved.practitionerId };
}

/** The viewer's own; row-level security shows a clinic no other's. */
export async function scheduleById(tx: Tx, id: string): Promise<SavedSchedule | null> {
  const [found] = await tx.query(BY_ID.with(id));
  return found ?? null;
}

const OF_CLINIC = statement(
  "schedules-of-clinic",
  `select ${COLUMNS} from schedule
   where clinic_id = $1 and ($2::uuid is null or practitioner_id = $2) order by id`,
);

export function schedulesOfClinic(tx: Tx, clinicId: string, practitionerId: string | null): Promise<SavedSchedule[]> {
  return tx.query(OF_CLINIC.with(clinicId, practitionerId));
}

const CLINICS = statement(
  "clinics-with-schedules",
  `select distinct clinic_id as id from schedule
   where coalesce(definition->>'validUntil', '9999-12-31')
     > (coalesce($1::timestamptz, clock_now()) at time zone 'Europe/Copenhagen')::date::text
   order by 1`,
);

/** Clinics of all schedules that are in force today (or on the day of `now`) or later: what the nightly run goes through. */
export async function clinicsWithSchedules(tx: Tx, now: Date | null): Promise<string[]> {
  return (await tx.query(CLINICS.with(now))).map((row) => row.id);
}

/** A slot that a schedule brought forth, and which source spoke about it last; its state is that source's word, whatever is closed. */
export type ScheduledSlot = StandingSlot & { readonly source: string };

const SLOTS = statement(
  "slots-of-schedules",
  `select left(s.external_id, 36) as "scheduleId", s.external_id as "externalId", s.practitioner_id as "practitionerId",
     ${servicesOf("s")} as services, s.starts_at as "startsAt", s.ends_at as "endsAt", s.channel, s.audience,
     s.languages, s.funding, s.capacity, s.cancellation_hours as "cancellationHours", s.on_call as "onCall",
     case when s.offered then 'OPEN' else 'WITHDRAWN' end as state, s.booked,
     coalesce(s.held_until > clock_now(), false) as held, s.source
   from slot s where s.clinic_id = $1 and left(s.external_id, 36) = any ($2::text[])
     and substr(s.external_id, 37, 1) = ':' and s.starts_at > $3 and s.starts_at < $4`,
);

/** Every slot of these schedules that has not begun, up to a horizon. */
export async function slotsOfSchedules(
  tx: Tx,
  clinicId: string,
  scheduleIds: readonly string[],
  now: Date,
  until: Date,
): Promise<ReadonlyMap<string, ScheduledSlot[]>> {
  const rows = await tx.query(SLOTS.with(clinicId, scheduleIds, now, until));
  const bySchedule = new Map<string, ScheduledSlot[]>();
  for (const { scheduleId, state, booked, held, source, ...offer } of rows)
    bySchedule.set(scheduleId, [
      ...(bySchedule.get(scheduleId) ?? []),
      { slot: { ...offer, action: "PUT", practitionerRef: null }, state, booked, held, source },
    ]);
  return bySchedule;
}

const EXPANDED = statement(
  "schedules_expanded",
  `update schedule set expanded_until = $2::text
   where id = any ($1::uuid[]) and expanded_until is distinct from $2::text`,
);

/** How far these are expanded now. */
export function expandedUntil(scheduleIds: readonly string[], until: LocalDate): Change {
  return change(EXPANDED.with(scheduleIds, until));
}

const SAVE = statement(
  "schedule_saved",
  `update schedule set definition = $2::jsonb, expanded_until = $3::text, version = $4::int, saved_at = clock_now()
   where id = $1`,
);
const INSERT = statement(
  "schedule_inserted",
  `insert into schedule (id, clinic_id, provider_id, practitioner_id, definition, expanded_until, version)
   values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::jsonb, $6::text, $7::int)`,
);

/** Its row, new or in its next version. */
export function storedSchedule(saved: SavedSchedule, providerId: string, isNew: boolean): Change {
  const { id, clinicId, practitionerId, expandedUntil: until, version, definition } = saved;
  return isNew
    ? change(INSERT.with(id, clinicId, providerId, practitionerId, definition, until, version))
    : change(SAVE.with(id, definition, until, version));
}

const REMOVE = statement("schedule_removed", "delete from schedule where id = $1");

/** Slots keep their keys, which name it; nothing else refers to it. */
export function removedSchedule(scheduleId: string): Change {
  return change(REMOVE.with(scheduleId), 1);
}
