import type { Statement } from "../../../platform/postgres/exchange.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { whyClosed, type WhyClosed } from "./closure.js";

const COLUMNS = `c.id, c.provider_id as "providerId", c.clinic_id as "clinicId",
  c.practitioner_id as "practitionerId", c.starts_at as "startsAt", c.ends_at as "endsAt",
  c.reason, c.closed_at as "closedAt", c.opened_at as "openedAt"`;

/** Without a clinic it is every clinic of the company, without a practitioner everyone who works there. */
export type SavedClosure = RowOf<"closures-by-id">;

const TIME_RULES = statement(
  "time-rules-of-clinic",
  `select
     coalesce((select json_agg(json_build_object('who', c.practitioner_id, 'start', c.starts_at, 'end', c.ends_at))
       from closure c where c.provider_id = k.provider_id and c.opened_at is null and c.ends_at > clock_now()
       and (c.clinic_id is null or c.clinic_id = k.id)), '[]') as closings,
     coalesce((select json_agg(json_build_object('who', f.practitioner_id, 'asOf', f.as_of,
       'minutes', f.stale_after_minutes, 'busy', f.busy, 'until', f.known_until))
       from busy_feed f where f.clinic_id = k.id), '[]') as feeds
   from clinic k where k.id = $1`,
);

/** What is closed at a clinic and what calendars say, as JSON carries it. */
export type TimeRules = RowOf<"time-rules-of-clinic">;

/**
 * Asked after the clinic is locked, in a statement of its own: one that waited for the lock would not see what was closed
 * meanwhile.
 */
export function timeRulesOf(clinicId: string): Statement<TimeRules> {
  return TIME_RULES.with(clinicId);
}

/** The rules as one question to ask of any time. */
export function whyClosedBy({ closings, feeds }: TimeRules, now: Date): WhyClosed {
  const at = (text: string | null): Date | null => (text === null ? null : new Date(text));
  return whyClosed(
    closings.map(({ who, start, end }) => ({ practitionerId: who, start: new Date(start), end: new Date(end) })),
    new Map(
      feeds.map(({ who, asOf, minutes, busy, until }) => [
        who,
        { asOf: at(asOf), staleAfterMinutes: minutes, busy, knownUntil: at(until) },
      ]),
    ),
    now,
  );
}

const LOCK_THESE = statement("lock-these-clinics", "select id from clinic where id = any ($1::uuid[]) order by id for no key update");

/** The same for clinics by their ids, of whatever company. */
export async function lockTheseClinics(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(LOCK_THESE.with(ids));
}

const LOCK_CLINICS = statement(
  "lock-clinics",
  `select id from clinic where provider_id = $1 and ($2::uuid is null or id = $2) order by id for no key update`,
);

/** Clinics of a company in order of id, locked as a publication locks one: nothing is published there until the closing stands. */
export async function lockClinics(tx: Tx, providerId: string, clinicId: string | null): Promise<string[]> {
  return (await tx.query(LOCK_CLINICS.with(providerId, clinicId))).map((row) => row.id);
}

const CUT = statement(
  "cut-closures-of-credential",
  `update closure c set opened_at = case when c.starts_at >= $2 then clock_now() else c.opened_at end,
     ends_at = case when c.starts_at < $2 then $2 else c.ends_at end
   where c.credential_id = $1 and c.opened_at is null and c.ends_at > $2`,
);

/** What a suspension or end closed from this instant on is closed no longer; other closings of that time stay. */
export async function cutClosuresOf(tx: Tx, credentialId: string, from: Date): Promise<void> {
  await tx.query(CUT.with(credentialId, from));
}

const LOCK = statement(
  "lock-closures",
  `select ${COLUMNS} from closure c
   where c.id = any ($1::uuid[]) order by c.id for update`,
);

/** Those with these ids that the viewer may open, locked. */
export function lockClosures(tx: Tx, ids: readonly string[]): Promise<SavedClosure[]> {
  return tx.query(LOCK.with(ids));
}

const OPEN = statement(
  "open-closures",
  `update closure set opened_at = clock_now()
   where id = any ($1::uuid[]) and opened_at is null`,
);

export async function openClosures(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(OPEN.with(ids));
}

const WORKS_THERE = statement(
  "works-there",
  `select practitioner_id from practitioner_clinic where clinic_id = any ($1::uuid[]) and practitioner_id = $2 limit 1`,
);

export async function worksThere(tx: Tx, clinicIds: readonly string[], practitionerId: string): Promise<boolean> {
  return (await tx.query(WORKS_THERE.with(clinicIds, practitionerId))).length > 0;
}
