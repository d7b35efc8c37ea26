import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

/** Where an address is sealed to. */
export const addressPlace = (rowId: string) => ({ table: "followed_source", column: "url", rowId });

const UPDATE = statement(
  "change-followed-source",
  `update followed_source set url = $4, host = $5, stale_after_minutes = $6, schedules = $7::jsonb, etag = null,
     last_modified = null, since = null, state = 'WAITING', fault = null, failures = 0, checked_at = null,
     read_at = null, next_at = clock_now(), saved_at = clock_now()
   where id = $1 and clinic_id = $2 and kind = $3 returning id`,
);
const INSERT = statement(
  "insert-followed-source",
  `insert into followed_source (id, clinic_id, provider_id, kind, practitioner_id, url, host, stale_after_minutes,
     schedules)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb)`,
);
const STANDING = statement(
  "followed-source-standing",
  `select id from followed_source where clinic_id = $1 and kind = $2 and practitioner_id is not distinct from $3::uuid`,
);

export type NewFollowed = {
  readonly clinicId: string;
  readonly providerId: string;
  readonly kind: "ICALENDAR" | "SMART";
  readonly practitionerId: string | null;
  readonly sealed: (rowId: string) => Buffer;
  readonly host: string;
  readonly staleAfterMinutes: number;
  readonly schedules: Readonly<Record<string, unknown>>;
};

/** One per practitioner and one publication per clinic: following another address takes the place of the one before. */
export async function saveFollowed(tx: Tx, newId: string, of: NewFollowed): Promise<string> {
  const [standing] = await tx.query(STANDING.with(of.clinicId, of.kind, of.practitionerId));
  const id = standing?.id ?? newId;
  const { clinicId, kind, host, staleAfterMinutes } = of;
  const schedules = JSON.stringify(of.schedules);
  const sealed = of.sealed(id);
  if (standing) await tx.query(UPDATE.with(id, clinicId, kind, sealed, host, staleAfterMinutes, schedules));
  else await tx.query(INSERT.with(id, clinicId, of.providerId, kind, of.practitionerId, sealed, host, staleAfterMinutes, schedules));
  return id;
}

const REMOVE = statement(
  "remove-followed-source",
  `delete from followed_source
   where id = $1 and clinic_id = $2 returning id`,
);

export async function removeFollowed(tx: Tx, id: string, clinicId: string): Promise<boolean> {
  return (await tx.query(REMOVE.with(id, clinicId))).length > 0;
}

/** What is due, taken for ten minutes: a gateway that dies with it leaves it to the next. */
const CLAIM = statement(
  "claim-followed-sources",
  `update followed_source f set next_at = clock_now() + interval '10 minutes'
   from (select id from followed_source where next_at <= coalesce($1::timestamptz, clock_now())
     order by next_at limit $2 for update skip locked) due
   where f.id = due.id
   returning f.id, f.clinic_id as "clinicId", f.kind, f.practitioner_id as "practitionerId", f.url,
     f.stale_after_minutes as "staleAfterMinutes", f.schedules, f.etag, f.last_modified as "lastModified", f.since,
     f.failures, f.saved_at::text as "savedAt", f.read_at as "readAt",
     (f.read_at at time zone 'Europe/Copenhagen')::date = clock_today() as "readToday"`,
);
export type DueSource = RowOf<"claim-followed-sources">;

export function claimDue(tx: Tx, now: Date | null, most: number): Promise<DueSource[]> {
  return tx.query(CLAIM.with(now, most));
}

/** `saved_at` says that it still is the address that was asked: another one may have been named meanwhile. */
const READ = statement(
  "followed-source-read",
  `update followed_source set state = 'READ', fault = null, failures = 0, checked_at = clock_now(), read_at = $3,
     etag = $4, last_modified = $5, since = $6, next_at = clock_now() + make_interval(secs => $7)
   where id = $1 and saved_at = $2::text::timestamptz`,
);
const FAILED = statement(
  "followed-source-failed",
  `update followed_source set state = 'FAILED', fault = $3, failures = failures + 1, checked_at = clock_now(),
     etag = null, last_modified = null,
     next_at = clock_now() + make_interval(secs => $4)
   where id = $1 and saved_at = $2::text::timestamptz`,
);
const STILL = statement(
  "followed-source-still",
  `select id from followed_source
   where id = $1 and saved_at = $2::text::timestamptz for update`,
);

/** False where the clinic has named another address or none since. */
export async function stillFollowed(tx: Tx, { id, savedAt }: DueSource): Promise<boolean> {
  return (await tx.query(STILL.with(id, savedAt))).length > 0;
}

export type ReadState = {
  /** When the whole of it was carried; unchanged ones were read before. */
  readonly readAt: Date | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly since: string | null;
  readonly nextSeconds: number;
};

export async function keepRead(tx: Tx, { id, savedAt }: DueSource, read: ReadState): Promise<void> {
  await tx.query(READ.with(id, savedAt, read.readAt, read.etag, read.lastModified, read.since, read.nextSeconds));
}

export async function keepFailed(tx: Tx, { id, savedAt }: DueSource, fault: string, nextSeconds: number): Promise<void> {
  await tx.query(FAILED.with(id, savedAt, fault, nextSeconds));
}

const REFRESHED = statement(
  "busy-feed-refreshed",
  `update busy_feed set as_of = clock_now() where clinic_id = $1 and practitioner_id = $2 and busy is not null`,
);

/** The calendar says that it has not changed: what is known of it is known as of now. */
export async function refreshFeed(tx: Tx, clinicId: string, practitionerId: string): Promise<void> {
  await tx.query(REFRESHED.with(clinicId, practitionerId));
}

const SEAL = statement(
  "seal-followed-source",
  `update followed_source set url = $3
   where id = $1 and saved_at = $2::text::timestamptz`,
);

export async function sealAnew(tx: Tx, { id, savedAt }: DueSource, sealed: Buffer): Promise<void> {
  await tx.query(SEAL.with(id, savedAt, sealed));
}

const UNMENTIONED = statement(
  "smart-slots-unmentioned",
  `select external_id as "externalId" from slot
   where clinic_id = $1 and source = 'SMART' and offered and starts_at > clock_now()
     and not external_id = any ($2::text[])`,
);

/** Openings of a publication that its whole no longer mentions. */
export async function unmentioned(tx: Tx, clinicId: string, mentioned: readonly string[]): Promise<string[]> {
  return (await tx.query(UNMENTIONED.with(clinicId, mentioned))).map((row) => row.externalId);
}

const SWEEP = statement(
  "sweep-intake-reports",
  `delete from intake_report
   where read_at < clock_now() - interval '30 days'`,
);

export async function sweepReports(tx: Tx): Promise<void> {
  await tx.query(SWEEP.with());
}
