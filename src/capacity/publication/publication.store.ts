import type { Statement } from "../../platform/postgres/exchange.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { timeRulesOf, type TimeRules } from "../closures/closure.store.js";
import type { Standing, Taking, TakenTime } from "./publication.js";
import { lockKeyOf } from "../../platform/postgres/locks.js";

export type PublishingClinic = {
  readonly id: string;
  readonly providerId: string;
  readonly allowsOverlap: boolean;
  readonly now: Date;
  readonly services: readonly { readonly code: string; readonly bit: number }[];
  /** `ref` is the authorisation id of the health authority, by which practice systems know their people. */
  readonly practitioners: readonly { readonly id: string; readonly ref: string }[];
  /** What is closed there and what calendars say, as it stands under the lock. */
  readonly rules: TimeRules;
};

/**
 * The clinic, if it is the viewer's own, locked until the end: calls for one clinic come one after the other, so that two
 * of them never insert the same external id. The lock leaves room for the key checks of those who book meanwhile.
 */
export async function lockClinicForPublishing(tx: Tx, clinicId: string): Promise<PublishingClinic | undefined> {
  const [[clinic] = [], [rules] = []] = (await tx.all([lockingOf(clinicId), timeRulesOf(clinicId)])) as [PublishingClinic[], TimeRules[]];
  return clinic && rules && { ...clinic, rules };
}

function lockingOf(clinicId: string): Statement {
  return {
    text: `select k.id, k.provider_id as "providerId", k.allows_overlap as "allowsOverlap", now() as now,
       coalesce((select jsonb_agg(jsonb_build_object('code', c.service_code, 'bit', c.service_bit)) from clinic_service c where c.clinic_id = k.id and c.active), '[]') as services,
       coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'ref', p.authorisation_id)) from practitioner_clinic w join practitioner p on p.id = w.practitioner_id where w.clinic_id = k.id), '[]') as practitioners
     from clinic k where k.id = $1 for no key update of k`,
    values: [clinicId],
    name: "lock-clinic-for-publishing",
  };
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

const LINES =
  "as l(n int, i uuid, x text, p uuid, a timestamptz, b timestamptz, m bigint, c text, u text, l text, f text, k int, h int, o boolean, s text)";

/** What stands under the lines' external ids, compared in the database: of an unchanged feed nothing else travels back. */
export async function standingUnder(tx: Tx, clinicId: string, lines: readonly TravellingLine[]): Promise<Standing[]> {
  return tx.query<Standing>(
    `select l.n, s.id, s.state, s.offered, s.booked, coalesce(s.held_until > now(), false) as held,
       s.practitioner_id is distinct from l.p or s.starts_at is distinct from l.a or s.ends_at is distinct from l.b as moves,
       (s.practitioner_id, s.starts_at, s.ends_at, s.service_mask, s.channel, s.audience, s.funding, s.capacity, s.cancellation_hours, s.on_call)
         is not distinct from (l.p, l.a, l.b, l.m, l.c, l.u, l.f, l.k, l.h, l.o)
         and (s.languages = string_to_array(l.l, ',') or (s.languages @> string_to_array(l.l, ',') and s.languages <@ string_to_array(l.l, ','))) as same
     from jsonb_to_recordset($2::jsonb) ${LINES} join slot s on s.clinic_id = $1 and s.external_id = l.x`,
    [clinicId, JSON.stringify(lines)],
    "slots-standing-under",
  );
}

/** Locks what will be changed or withdrawn, in order of id, and says whether it has been taken since. */
export async function lockStanding(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, { booked: number; held: boolean }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; booked: number; held: boolean }>(
    `select id, booked, coalesce(held_until > now(), false) as held from slot where id = any ($1::uuid[]) order by id for no key update`,
    [ids],
    "slots-lock-standing",
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Whoever gives a practitioner time, at whichever clinic, first takes this lock: what is then found free stays free until it
 * is saved. The exclusion constraint stands behind it for anyone who does not.
 */
export async function lockPractitioners(tx: Tx, practitionerIds: readonly string[]): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(${lockKeyOf("practitioner", "p")}) from (select p from unnest($1::uuid[]) p order by p) wanted`,
    [[...new Set(practitionerIds)]],
    "lock-practitioners",
  );
}

/**
 * Time that is taken, per practitioner, between the first and the last of these lines. One walk of the overlap constraint's
 * index for each practitioner, whatever the planner believes about ten thousand lines; who clashes is worked out in memory.
 */
export async function takenTime(tx: Tx, lines: readonly Taking[]): Promise<TakenTime[]> {
  const who = [...new Set(lines.map((line) => line.p))];
  const from = new Date(Math.min(...lines.map((line) => line.from)));
  const to = new Date(Math.max(...lines.map((line) => line.to)));
  return tx.query<TakenTime>(
    `select t.p, t.id, (extract(epoch from t.starts_at) * 1000)::float8 as "from", (extract(epoch from t.ends_at) * 1000)::float8 as "to"
     from unnest($1::uuid[]) as w(p) cross join lateral (
       select w.p, s.id, s.starts_at, s.ends_at from slot s
       where s.practitioner_id = w.p and tstzrange(s.starts_at, s.ends_at, '[)') && tstzrange($2, $3, '[)') and s.state = 'OPEN' and not s.overlap_allowed
       offset 0) t`,
    [who, from, to],
    "slots-taken-time",
  );
}

/**
 * Takes openings away, and those that move out of the overlap constraint's sight until `changeSlots` puts them elsewhere: two
 * that change places would otherwise meet half-way.
 */
export async function closeSlots(tx: Tx, withdrawn: readonly string[], moving: readonly string[], source: string): Promise<void> {
  if (withdrawn.length + moving.length === 0) return;
  await tx.query(
    `update slot set state = 'WITHDRAWN', offered = offered and not id = any ($1::uuid[]), source = $3,
       version = version + (id = any ($1::uuid[]))::int
     where id = any ($1::uuid[]) or id = any ($2::uuid[])`,
    [withdrawn, moving, source],
    "slots-close",
  );
}

export type Publisher = Pick<PublishingClinic, "id" | "providerId" | "allowsOverlap"> & { readonly source: string };

export async function changeSlots(tx: Tx, by: Publisher, lines: readonly TravellingLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `update slot s set practitioner_id = l.p, starts_at = l.a, ends_at = l.b, service_mask = l.m, channel = l.c, audience = l.u,
       languages = string_to_array(l.l, ','), funding = l.f, capacity = l.k, cancellation_hours = l.h, on_call = l.o, overlap_allowed = $2, source = $3,
       state = l.s, offered = true, version = s.version + 1, published_at = now()
     from jsonb_to_recordset($1::jsonb) ${LINES} where s.id = l.i`,
    [JSON.stringify(lines), by.allowsOverlap, by.source],
    "slots-change",
  );
}

export async function insertSlots(tx: Tx, by: Publisher, lines: readonly TravellingLine[]): Promise<void> {
  await tx.query(
    `insert into slot (id, clinic_id, provider_id, practitioner_id, external_id, starts_at, ends_at, service_mask, channel, audience,
       languages, funding, capacity, cancellation_hours, on_call, state, overlap_allowed, source)
     select l.i, $2, $3, l.p, l.x, l.a, l.b, l.m, l.c, l.u, string_to_array(l.l, ','), l.f, l.k, l.h, l.o, l.s, $4, $5
     from jsonb_to_recordset($1::jsonb) ${LINES}`,
    [JSON.stringify(lines), by.id, by.providerId, by.allowsOverlap, by.source],
    "slots-insert",
  );
}

/** Ids of the openings under these external ids: the answer to a repeated call is put together again from them. */
export async function slotIdsUnder(tx: Tx, clinicId: string, externalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ x: string; id: string }>(
    "select external_id as x, id from slot where clinic_id = $1 and external_id = any ($2::text[])",
    [clinicId, externalIds],
    "slot-ids-under",
  );
  return new Map(rows.map(({ x, id }) => [x, id]));
}
