/** Two records of one practitioner, and what goes over from one to the other. The emptied record stays, and says where it went. */
import { present } from "../../../kernel/invariant.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { newId } from "../../../platform/random.js";
import { lockPractitioners } from "../../capacity/publication/publication.store.js";
import { overlappingSchedule } from "../../capacity/schedules/overlapping-schedule.js";
import type { Schedule } from "../../capacity/schedules/schedule.js";
import { scheduleOf } from "../../capacity/schedules/schedule.store.js";
import type { MergeGround, MergeRecord } from "./merge.js";

/** What a proposal of kind MERGE_PRACTITIONERS holds. */
export type MergeContent = { readonly duplicateId: string; readonly keptId: string };

const RECORDS = statement(
  "merge-records",
  `select p.id, concat_ws(' ', p.given_names, p.family_name) as name, p.profession,
     p.authorisation_id as "authorisationId", p.merged_into as "mergedInto",
     coalesce((select json_agg(json_build_object('kind', c.kind, 'number', c.number, 'validFrom', c.valid_from,
         'validUntil', c.valid_until, 'source', c.source) order by c.valid_from)
       from credential c where c.practitioner_id = p.id), '[]') as credentials,
     clock_today() as today
   from practitioner p where p.id = any ($1::uuid[]) order by p.id for no key update of p`,
);
const SCHEDULES = statement(
  "merge-schedules",
  `select id, clinic_id as "clinicId", practitioner_id as "practitionerId", definition,
     expanded_until as "expandedUntil", version, saved_at as "savedAt"
   from schedule where practitioner_id = any ($1::uuid[]) order by id`,
);

/** Openings that go over: those to come, and those that somebody had. */
const GOES = (slot: string): string => `(${slot}.ends_at > clock_now() or ${slot}.booked > 0)`;
const TAKES_TIME = (slot: string): string => `(${slot}.state = 'OPEN' or ${slot}.booked > 0) and not ${slot}.overlap_allowed`;
const CLASHES = statement(
  "merge-clashes",
  `select count(*)::int as count, min(greatest(d.starts_at, k.starts_at)) as first
   from slot d join slot k on k.practitioner_id = $2 and k.starts_at < d.ends_at and k.ends_at > d.starts_at
   where d.practitioner_id = $1 and ${GOES("d")} and ${GOES("k")} and ${TAKES_TIME("d")} and ${TAKES_TIME("k")}`,
);
const CALENDARS = statement(
  "merge-calendars",
  `select k.name from clinic k
   where exists (select from busy_feed a join busy_feed b on b.clinic_id = a.clinic_id and b.practitioner_id = $2
       where a.clinic_id = k.id and a.practitioner_id = $1)
     or exists (select from followed_source a join followed_source b on b.clinic_id = a.clinic_id
         and b.kind = a.kind and b.practitioner_id = $2
       where a.clinic_id = k.id and a.practitioner_id = $1)
   order by k.name`,
);

/** Both are locked, and their time with them: nobody gives either an opening until it is decided. */
export async function mergeGround(tx: Tx, { duplicateId, keptId }: MergeContent): Promise<MergeGround> {
  const ids = [duplicateId, keptId];
  await lockPractitioners(tx, ids);
  const [records, schedules, [clashes], calendars] = await tx.all([
    RECORDS.with(ids),
    SCHEDULES.with(ids),
    CLASHES.with(duplicateId, keptId),
    CALENDARS.with(duplicateId, keptId),
  ]);
  const record = (id: string): MergeRecord | undefined => records.find((each) => each.id === id);
  const schedulesFor = (id: string): Schedule[] => schedules.filter((each) => each.practitionerId === id).map(scheduleOf);
  const today = records[0]?.today ?? "";
  const { count, first } = present(clashes, "a count answers one row");
  return {
    duplicate: record(duplicateId),
    kept: record(keptId),
    clashes: { count, first: first?.toISOString() ?? null },
    schedulesMeet: schedulesFor(duplicateId).some((schedule) => overlappingSchedule(schedule, schedulesFor(keptId), today)),
    calendars: calendars.map(({ name }) => name),
    today,
  };
}

const GOING = statement(
  "merge-going",
  `select (select count(*)::int from booking where practitioner_id = $1) as bookings,
     (select count(*)::int from slot s where s.practitioner_id = $1 and ${GOES("s")}) as openings,
     (select count(*)::int from schedule where practitioner_id = $1) as schedules,
     (select count(*)::int from practitioner_clinic where practitioner_id = $1) as clinics`,
);

/** How much goes over. */
export async function whatGoes(tx: Tx, duplicateId: string) {
  return present((await tx.query(GOING.with(duplicateId)))[0], "counts answer one row");
}

/** Free openings that are over and stand in the way of what was booked at the same time. */
const CLOSE_PAST = statement(
  "merge-close-past",
  `update slot k set state = 'WITHDRAWN', offered = false
   where k.practitioner_id = $2 and k.state = 'OPEN' and k.booked = 0 and k.ends_at <= clock_now()
     and exists (select from slot d where d.practitioner_id = $1 and d.booked > 0
       and d.starts_at < k.ends_at and d.ends_at > k.starts_at)`,
);
const go = (table: string, which = "true"): string =>
  `update ${table} x set practitioner_id = $2 where x.practitioner_id = $1 and ${which}`;
const GO = [
  statement("merge-slots", go("slot", GOES("x"))),
  statement("merge-bookings", go("booking")),
  statement("merge-schedules-go", go("schedule")),
  statement("merge-busy-feeds", go("busy_feed")),
  statement("merge-followed-sources", go("followed_source")),
  statement("merge-calendar-feeds", go("calendar_feed")),
  statement("merge-closures", go("closure")),
  statement("merge-designations", go("designation")),
];
/** A publication's schedules name whom they are of inside their terms. */
const GO_IN_TERMS = statement(
  "merge-terms",
  `update followed_source set schedules = replace(schedules::text, $1::uuid::text, $2::uuid::text)::jsonb
   where schedules::text like '%' || $1::uuid::text || '%'`,
);
const JOIN_CLINICS = statement(
  "merge-clinics",
  `with gone as (delete from practitioner_clinic where practitioner_id = $1 returning clinic_id)
   insert into practitioner_clinic (practitioner_id, clinic_id) select $2, clinic_id from gone
   on conflict do nothing returning clinic_id`,
);
const MARK = statement(
  "merge-mark",
  `with marked as (update practitioner p set version = p.version + 1,
       merged_into = case when p.id = $1 then $2::uuid else p.merged_into end
     where p.id in ($1, $2) returning p.id, p.version)
   insert into network_change (id, part, part_id, provider_id, actor, actor_role, operation, version, changes)
   select case when id = $1 then $3::uuid else $4::uuid end, 'PRACTITIONER', id, null, $5, 'NETWORK_MANAGER',
     'mergePractitioners', version, jsonb_build_array(case when id = $1
       then jsonb_build_object('field', 'merged_into', 'before', null, 'after', $2::uuid)
       else jsonb_build_object('field', 'merged_from', 'before', null, 'after', $1::uuid) end)
   from marked returning part_id`,
);

export async function carryOutMerge(tx: Tx, { duplicateId, keptId }: MergeContent, actor: string): Promise<void> {
  await tx.query(CLOSE_PAST.with(duplicateId, keptId));
  for (const each of GO) await tx.query(each.with(duplicateId, keptId));
  await tx.query(GO_IN_TERMS.with(duplicateId, keptId));
  await tx.query(JOIN_CLINICS.with(duplicateId, keptId));
  await tx.query(MARK.with(duplicateId, keptId, newId(), newId(), actor));
}
