import { classify } from "../../../platform/postgres/database-errors.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, type Change } from "../../../platform/postgres/write.js";
import { timeRulesOf, type TimeRules } from "../closures/closure.store.js";
import { encodedLines, linesFrom, type LineToSave } from "./line-codec.js";
import type { StandingOpening, RequestedTime, TakenTime } from "./publication.js";
import { lockKeyOf } from "../../../platform/postgres/locks.js";

const LOCK_CLINIC = statement(
  "lock-clinic-for-publishing",
  `select k.id, k.provider_id as "providerId", k.allows_overlap as "allowsOverlap", clock_now() as now,
     coalesce((select jsonb_agg(jsonb_build_object('code', c.service_code, 'bit', c.service_bit))
       from clinic_service c where c.clinic_id = k.id and c.active), '[]') as services,
     coalesce((select jsonb_agg(jsonb_build_object('id', w.practitioner_id, 'ref', r.authorisation_id))
       from practitioner_clinic w cross join lateral (
         select p.authorisation_id from practitioner p where p.id = w.practitioner_id
         union all select p.authorisation_id from practitioner p where p.merged_into = w.practitioner_id) r
       where w.clinic_id = k.id), '[]') as practitioners
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

const LINES = linesFrom("$1");

/** What a line says of its slot, but for the languages, whose order does not matter. */
const saidColumns = (of: string): string => `${of}.practitioner_id, ${of}.starts_at, ${of}.ends_at, ${of}.service_mask,
       ${of}.channel, ${of}.audience, ${of}.funding, ${of}.capacity, ${of}.cancellation_hours, ${of}.on_call`;

const STANDING_UNDER = statement(
  "slots-standing-under",
  `select l.line, s.id, s.state, s.offered, s.booked, coalesce(s.held_until > clock_now(), false) as held,
     s.practitioner_id is distinct from l.practitioner_id or s.starts_at is distinct from l.starts_at
       or s.ends_at is distinct from l.ends_at as moves,
     (${saidColumns("s")}) is not distinct from (${saidColumns("l")})
       and (s.languages = l.languages
         or (s.languages @> l.languages and s.languages <@ l.languages)) as same
   from ${LINES} l join slot s on s.clinic_id = $2 and s.external_id = l.external_id`,
  // a line has its number; its languages are a text
  { neverNull: ["line", "same"] },
);

/** What stands under the lines' external ids, compared in the database: of an unchanged feed nothing else travels back. */
export async function standingUnder(tx: Tx, clinicId: string, lines: readonly LineToSave[]): Promise<StandingOpening[]> {
  return tx.query(STANDING_UNDER.with(await encodedLines(lines), clinicId));
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
  `select t.practitioner_id as "practitionerId", t.id,
     (extract(epoch from t.starts_at) * 1000)::float8 as "from", (extract(epoch from t.ends_at) * 1000)::float8 as "to"
   from unnest($1::uuid[]) as wanted(id) cross join lateral (
     select s.practitioner_id, s.id, s.starts_at, s.ends_at from slot s
     where s.practitioner_id = wanted.id and tstzrange(s.starts_at, s.ends_at, '[)') && tstzrange($2, $3, '[)')
       and (s.state = 'OPEN' or s.booked > 0) and not s.overlap_allowed
     offset 0) t`,
);

/**
 * Time that is taken, per practitioner, between the first and the last of these lines. One walk of the overlap constraint's
 * index for each practitioner, whatever the planner believes about ten thousand lines; who clashes is worked out in memory.
 */
export async function takenTime(tx: Tx, lines: readonly RequestedTime[]): Promise<TakenTime[]> {
  const who = [...new Set(lines.map((line) => line.practitionerId))];
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
  `update slot s set practitioner_id = l.practitioner_id, starts_at = l.starts_at, ends_at = l.ends_at,
     service_mask = l.service_mask, channel = l.channel, audience = l.audience, languages = l.languages,
     funding = l.funding, capacity = l.capacity, cancellation_hours = l.cancellation_hours, on_call = l.on_call,
     overlap_allowed = $2, source = $3, state = l.state, offered = true, version = s.version + 1,
     published_at = clock_now()
   from ${LINES} l where s.id = l.id`,
);

export async function changeSlots(tx: Tx, by: Publisher, lines: readonly LineToSave[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(CHANGE.with(await encodedLines(lines), by.allowsOverlap, by.source));
}

const INSERT = statement(
  "slots-insert",
  `insert into slot (id, clinic_id, provider_id, practitioner_id, external_id, starts_at, ends_at, service_mask,
     channel, audience, languages, funding, capacity, cancellation_hours, on_call, state, overlap_allowed, source)
   select l.id, $2, $3, l.practitioner_id, l.external_id, l.starts_at, l.ends_at, l.service_mask, l.channel,
     l.audience, l.languages, l.funding, l.capacity, l.cancellation_hours, l.on_call, l.state, $4, $5
   from ${LINES} l`,
);

async function insertSlots(tx: Tx, by: Publisher, lines: readonly LineToSave[]): Promise<void> {
  await tx.query(INSERT.with(await encodedLines(lines), by.id, by.providerId, by.allowsOverlap, by.source));
}

/** A point to go back to, for a statement that the overlap constraint may refuse. */
const MARK = statement("mark-before-lines", "savepoint lines");
const UNMARK = statement("unmark-lines", "release savepoint lines");
const GO_BACK = statement("go-back-before-lines", "rollback to savepoint lines");

/**
 * Inserts whatever `work` hands over, or, where another's opening of the same practitioner stands in the way, none of it and answers
 * false.
 */
export async function insertedAll(
  tx: Tx,
  work: (insert: (by: Publisher, lines: readonly LineToSave[]) => Promise<void>) => Promise<void>,
): Promise<boolean> {
  await tx.query(MARK.with());
  try {
    await work((by, lines) => insertSlots(tx, by, lines));
    await tx.query(UNMARK.with());
    return true;
  } catch (error) {
    if (classify(error).kind !== "EXCLUSION") throw error;
    await tx.query(GO_BACK.with());
    await tx.query(UNMARK.with());
    return false;
  }
}

const IDS_UNDER = statement("slot-ids-under", "select external_id, id from slot where clinic_id = $1 and external_id = any ($2::text[])");

/** Ids of the openings under these external ids: the answer to a repeated call is put together again from them. */
export async function slotIdsUnder(tx: Tx, clinicId: string, externalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query(IDS_UNDER.with(clinicId, externalIds));
  return new Map(rows.map(({ external_id, id }) => [external_id, id]));
}

const FRESHNESS = statement("freshness", "update clinic set last_synced_at = greatest(last_synced_at, $2::timestamptz) where id = $1");

/** As of when the clinic's availability is known; null leaves it as it is. */
export function freshness(clinicId: string, asOf: Date | null): readonly Change[] {
  return asOf === null ? [] : [change(FRESHNESS.with(clinicId, asOf))];
}
