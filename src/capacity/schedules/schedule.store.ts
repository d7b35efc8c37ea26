import type { LocalDate } from "../../kernel/calendar.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import type { Change } from "../../platform/postgres/write.js";
import type { Schedule } from "./schedule.js";
import type { StandingSlot } from "./schedule-difference.js";
import type { SlotOffer } from "../slots/slot-line.js";

export type SavedSchedule = {
  readonly id: string;
  readonly clinicId: string;
  readonly practitionerId: string;
  readonly definition: Omit<Schedule, "id" | "practitionerId">;
  /** First day that is not expanded yet; null before the first time. */
  readonly expandedUntil: LocalDate | null;
  readonly version: number;
  readonly savedAt: Date;
};

const COLUMNS = `id, clinic_id as "clinicId", practitioner_id as "practitionerId", definition, expanded_until as "expandedUntil", version, saved_at as "savedAt"`;

export function scheduleOf(saved: SavedSchedule): Schedule {
  return { ...saved.definition, id: saved.id, practitionerId: saved.practitionerId };
}

/** The viewer's own; row-level security shows a clinic no other's. */
export async function scheduleById(tx: Tx, id: string): Promise<SavedSchedule | null> {
  const [found] = await tx.query<SavedSchedule>(`select ${COLUMNS} from schedule where id = $1`, [id], "schedule-by-id");
  return found ?? null;
}

export function schedulesOfClinic(tx: Tx, clinicId: string, practitionerId: string | null): Promise<SavedSchedule[]> {
  return tx.query<SavedSchedule>(
    `select ${COLUMNS} from schedule where clinic_id = $1 and ($2::uuid is null or practitioner_id = $2) order by id`,
    [clinicId, practitionerId],
    "schedules-of-clinic",
  );
}

/** Clinics of all schedules that are in force on or after this day: what the nightly run goes through. */
export async function clinicsWithSchedules(tx: Tx, today: LocalDate): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    "select distinct clinic_id as id from schedule where coalesce(definition->>'validUntil', '9999-12-31') > $1 order by 1",
    [today],
    "clinics-with-schedules",
  );
  return rows.map((row) => row.id);
}

/** A slot that a schedule brought forth, and who spoke about it last: what a hand withdrew no calendar opens again. */
export type ScheduledSlot = StandingSlot & { readonly source: string };

/** Every slot of these schedules that has not begun, up to a horizon. */
export async function slotsOfSchedules(
  tx: Tx,
  clinicId: string,
  scheduleIds: readonly string[],
  now: Date,
  until: Date,
): Promise<ReadonlyMap<string, ScheduledSlot[]>> {
  type Row = Omit<SlotOffer, "action" | "practitionerRef"> & {
    scheduleId: string;
    state: "OPEN" | "WITHDRAWN";
    booked: number;
    held: boolean;
    source: string;
  };
  const rows = await tx.query<Row>(
    `select left(s.external_id, 36) as "scheduleId", s.external_id as "externalId", s.practitioner_id as "practitionerId",
       (select coalesce(array_agg(v.code), '{}') from service v where (s.service_mask & (1::bigint << v.bit)) <> 0) as services,
       s.starts_at as "startsAt", s.ends_at as "endsAt", s.channel, s.audience, s.languages, s.funding, s.capacity,
       s.cancellation_hours as "cancellationHours", s.on_call as "onCall", s.state, s.booked, coalesce(s.held_until > clock_now(), false) as held, s.source
     from slot s where s.clinic_id = $1 and left(s.external_id, 36) = any ($2::text[]) and substr(s.external_id, 37, 1) = ':'
       and s.starts_at > $3 and s.starts_at < $4`,
    [clinicId, scheduleIds, now, until],
    "slots-of-schedules",
  );
  const bySchedule = new Map<string, ScheduledSlot[]>();
  for (const { scheduleId, state, booked, held, source, ...offer } of rows)
    bySchedule.set(scheduleId, [
      ...(bySchedule.get(scheduleId) ?? []),
      { slot: { ...offer, action: "PUT", practitionerRef: null }, state, booked, held, source },
    ]);
  return bySchedule;
}

/** How far this one is expanded now. */
export function expandedUntil(scheduleId: string, until: LocalDate): Change {
  return {
    name: "expanded",
    sql: "update schedule set expanded_until = $2::text where id = $1 and expanded_until is distinct from $2::text",
    values: [scheduleId, until],
  };
}

/** Its row, new or in its next version. */
export function storedSchedule(saved: SavedSchedule, providerId: string, isNew: boolean): Change {
  const { id, clinicId, practitionerId, expandedUntil: until, version } = saved;
  const definition = JSON.stringify(saved.definition);
  if (!isNew)
    return {
      name: "schedule_saved",
      sql: "update schedule set definition = $2::jsonb, expanded_until = $3::text, version = $4::int, saved_at = clock_now() where id = $1",
      values: [id, definition, until, version],
    };
  return {
    name: "schedule_saved",
    sql: `insert into schedule (id, clinic_id, provider_id, practitioner_id, definition, expanded_until, version)
          values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::jsonb, $6::text, $7::int)`,
    values: [id, clinicId, providerId, practitionerId, definition, until, version],
  };
}
