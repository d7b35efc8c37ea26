import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { timeRulesOf, type TimeRules } from "../closures/closure.store.js";
import type { Standing, Taking, TakenTime } from "./publication.js";
import { lockKeyOf } from "../../platform/postgres/locks.js";

const LOCK_CLINIC = statement(
  "lock-clinic-for-publishing",
  `select k.id, k.provider_id as "providerId", k.allows_overlap as "allowsOverlap", clock_now() as now,
     coalesce((select jsonb_agg(jsonb_build_object('code', c.service_code, 'bit', c.service_bit))
       from clinic_service c where c.clinic_id = k.id and c.active), '[]') as services,
     coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'ref', p.authorisation_id))
       from practitioner_clinic w join practitioner p on p.id = w.practitioner_id where w.clinic_id = k.id),
       '[]') as practitioners
   from clinic k where k.id = $1 for no key update of k`,
);

/** `ref` of a practitioner is the authorisation id of the health authority, by which practice systems know their people. */
export type PublishingClinic = RowOf<"lock-clinic-for-publishing"> & {
  /** What is closed there and what calendars say, as it stands under the lock. */
  readonly rules: TimeRules;
};

/**
 * The clinic, if it is the viewer's own, locked until the end: calls for one clinic come one after the other, so that two
 * of them never insert the same external id. The lock leaves room for the key checks of those who book meanwhile.
 */
export async function lockClinicForPublishing(tx: Tx, clinicId: string): Promise<PublishingClinic | undefined> {
  const [[clinic] = [], [rules] = []] = await tx.all([LOCK_CLINIC.with(clinicId), timeRulesOf(clinicId)]);
  return clinic && rules && { ...clinic, rules };
}

/** A line as it travels: short keys, because ten thousand of them do. */
export type TravellingLine = {
  /** Place in the call, from 0. */
  readonly n: number;
  /** Id of the slot it becomes or is; null while that is not decided. */
  readonly i: string | null;
  readonly x: string;
  readonly p: string | null;
  readonly a: string | null;
  readonly b: string | null;
  /** Service mask in decimal. */
  readonly m: string | null;
  readonly c: string | null;
  readonly u: string | null;
  /** Languages, sorted, joined by commas. */
  readonly l: string | null;
  readonly f: string | null;
  readonly k: number | null;
  readonly h: number | null;
  /** On call. */
  readonly o: boolean;
  /** OPEN, or WITHDRAWN where its time is closed. */
  readonly s: string | null;
};

const LINES = `jsonb_to_recordset($1::jsonb) as l(n int, i uuid, x text, p uuid, a timestamptz, b timestamptz, m bigint,
     c text, u text, l text, f text, k int, h int, o boolean, s text)`;

const STANDING_UNDER = statement(
  "slots-standing-under",
  `select l.n, s.id, s.state, s.offered, s.booked, coalesce(s.held_until > clock_now(), false) as held,
     s.practitioner_id is distinct from l.p or s.starts_at is distinct from l.a
       or s.ends_at is distinct from l.b as moves,
     (s.practitioner_id, s.starts_at, s.ends_at, s.service_mask, s.channel, s.audience, s.funding, s.capacity,
         s.cancellation_hours, s.on_call)
       is not distinct from (l.p, l.a, l.b, l.m, l.c, l.u, l.f, l.k, l.h, l.o)
       and (s.languages = string_to_array(l.l, ',')
         or (s.languages @> string_to_array(l.l, ',') and s.languages <@ string_to_array(l.l, ','))) as same
   from ${LINES} join slot s on s.clinic_id = $2 and s.external_id = l.x`,
  // a line has its number; its languages are a text
  { neverNull: ["n", "same"] },
);

/** What stands under the lines' external ids, compared in the database: of an unchanged feed nothing else travels back. */
export async function standingUnder(tx: Tx, clinicId: string, lines: readonly TravellingLine[]): Promise<Standing[]> {
  return tx.query(STANDING_UNDER.with(JSON.stringify(lines), clinicId));
}

const LOCK_STANDING = statement(
  "slots-lock-standing",
  `select id, booked, coalesce(held_until > clock_now(), false) as held from slot
   where id = any ($1::uuid[]) order by id for no key update`,
);

/** Locks what will be changed or withdrawn, in order of id, and says whether it has been taken since. */
export async function lockStanding(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, RowOf<"slots-lock-standing">>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query(LOCK_STANDING.with(ids));
  return new Map(rows.map((row) => [row.id, row]));
}

const LOCK_PRACTITIONERS = statement(
  "lock-practitioners",
  `select pg_advisory_xact_lock(${lockKeyOf("practitioner", "p")})
   from (select p from unnest($1::uuid[]) p order by p) wanted`,
);

/**
 * Whoever gives a practitioner time, at whichever clinic, first takes this lock: what is then found free stays free until it
 * is saved. The exclusion constraint stands behind it for anyone who does not.
 */
export async function lockPractitioners(tx: Tx, practitionerIds: readonly string[]): Promise<void> {
  await tx.query(LOCK_PRACTITIONERS.with([...new Set(practitionerIds)]));
}

const TAKEN_TIME = statement(
  "slots-taken-time",
  `select t.p, t.id, (extract(epoch from t.starts_at) * 1000)::float8 as "from",
     (extract(epoch from t.ends_at) * 1000)::float8 as "to"
   from unnest($1::uuid[]) as w(p) cross join lateral (
     select w.p, s.id, s.starts_at, s.ends_at from slot s
     where s.practitioner_id = w.p and tstzrange(s.starts_at, s.ends_at, '[)') && tstzrange($2, $3, '[)')
       and (s.state = 'OPEN' or s.booked > 0) and not s.overlap_allowed
     offset 0) t`,
);

/**
 * Time that is taken, per practitioner, between the first and the last of these lines. One walk of the overlap constraint's
 * index for each practitioner, whatever the planner believes about ten thousand lines; who clashes is worked out in memory.
 */
export async function takenTime(tx: Tx, lines: readonly Taking[]): Promise<TakenTime[]> {
  const who = [...new Set(lines.map((line) => line.p))];
  const from = new Date(Math.min(...lines.map((line) => line.from)));
  const to = new Date(Math.max(...lines.map((line) => line.to)));
  return tx.query(TAKEN_TIME.with(who, from, to));
}

const CLOSE = statement(
  "slots-close",
  `update slot set state = 'WITHDRAWN', offered = offered and not id = any ($1::uuid[]), source = $3,
     version = version + (id = any ($1::uuid[]))::int
   where id = any ($1::uuid[]) or id = any ($2::uuid[])`,
);

/**
 * Takes openings away, and those that move out of the overlap constraint's sight until `changeSlots` puts them elsewhere: two
 * that change places would otherwise meet half-way.
 */
export async function closeSlots(tx: Tx, withdrawn: readonly string[], moving: readonly string[], source: string): Promise<void> {
  if (withdrawn.length + moving.length === 0) return;
  await tx.query(CLOSE.with(withdrawn, moving, source));
}

export type Publisher = Pick<PublishingClinic, "id" | "providerId" | "allowsOverlap"> & { readonly source: string };

const CHANGE = statement(
  "slots-change",
  `update slot s set practitioner_id = l.p, starts_at = l.a, ends_at = l.b, service_mask = l.m, channel = l.c,
     audience = l.u, languages = string_to_array(l.l, ','), funding = l.f, capacity = l.k, cancellation_hours = l.h,
     on_call = l.o, overlap_allowed = $2, source = $3, state = l.s, offered = true, version = s.version + 1,
     published_at = clock_now()
   from ${LINES} where s.id = l.i`,
);

export async function changeSlots(tx: Tx, by: Publisher, lines: readonly TravellingLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(CHANGE.with(JSON.stringify(lines), by.allowsOverlap, by.source));
}

const INSERT = statement(
  "slots-insert",
  `insert into slot (id, clinic_id, provider_id, practitioner_id, external_id, starts_at, ends_at, service_mask,
     channel, audience, languages, funding, capacity, cancellation_hours, on_call, state, overlap_allowed, source)
   select l.i, $2, $3, l.p, l.x, l.a, l.b, l.m, l.c, l.u, string_to_array(l.l, ','), l.f, l.k, l.h, l.o, l.s, $4, $5
   from ${LINES}`,
);

export async function insertSlots(tx: Tx, by: Publisher, lines: readonly TravellingLine[]): Promise<void> {
  await tx.query(INSERT.with(JSON.stringify(lines), by.id, by.providerId, by.allowsOverlap, by.source));
}

const IDS_UNDER = statement("slot-ids-under", "select external_id, id from slot where clinic_id = $1 and external_id = any ($2::text[])");

/** Ids of the openings under these external ids: the answer to a repeated call is put together again from them. */
export async function slotIdsUnder(tx: Tx, clinicId: string, externalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query(IDS_UNDER.with(clinicId, externalIds));
  return new Map(rows.map(({ external_id, id }) => [external_id, id]));
}
