import type { Statement } from "../../platform/postgres/exchange.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import type { Change } from "../../platform/postgres/write.js";
import type { BusyFeed } from "../busy-feeds/busy-feed.js";
import { whyClosed, type WhyClosed } from "./closure.js";

export type SavedClosure = {
  readonly id: string;
  /** Null is every clinic of the company. */
  readonly clinicId: string | null;
  /** Null is everyone who works there. */
  readonly practitionerId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reason: string | null;
  readonly closedAt: Date;
  readonly openedAt: Date | null;
};

const COLUMNS = `id, clinic_id as "clinicId", practitioner_id as "practitionerId", starts_at as "startsAt", ends_at as "endsAt",
  reason, closed_at as "closedAt", opened_at as "openedAt"`;

/** What is closed at a clinic and what calendars say, as JSON carries it. */
export type TimeRules = {
  readonly closings: readonly { readonly who: string | null; readonly start: string; readonly end: string }[];
  readonly feeds: readonly {
    readonly who: string;
    readonly asOf: string | null;
    readonly minutes: number;
    readonly busy: BusyFeed["busy"];
    readonly until: string | null;
  }[];
};

/**
 * Asked after the clinic is locked, in a statement of its own: one that waited for the lock would not see what was closed
 * meanwhile.
 */
export function timeRulesOf(clinicId: string): Statement<TimeRules> {
  return {
    text: `select
       coalesce((select jsonb_agg(jsonb_build_object('who', c.practitioner_id, 'start', c.starts_at, 'end', c.ends_at)) from closure c
         where c.provider_id = k.provider_id and c.opened_at is null and c.ends_at > clock_now() and (c.clinic_id is null or c.clinic_id = k.id)),
         '[]') as closings,
       coalesce((select jsonb_agg(jsonb_build_object('who', f.practitioner_id, 'asOf', f.as_of, 'minutes', f.stale_after_minutes,
         'busy', f.busy, 'until', f.known_until)) from busy_feed f where f.clinic_id = k.id), '[]') as feeds
     from clinic k where k.id = $1`,
    values: [clinicId],
    name: "time-rules-of-clinic",
  };
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

/** Clinics of a company in order of id, locked as a publication locks one: nothing is published there until the closing stands. */
export async function lockClinics(tx: Tx, providerId: string, clinicId: string | null): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    "select id from clinic where provider_id = $1 and ($2::uuid is null or id = $2) order by id for no key update",
    [providerId, clinicId],
    "lock-clinics",
  );
  return rows.map((row) => row.id);
}

/** Those still closed, and with `opened` those of before: of one clinic and its company, or of all that the viewer may see. */
export function closuresOf(tx: Tx, clinicId: string, opened: boolean): Promise<SavedClosure[]> {
  return tx.query<SavedClosure>(
    `select ${COLUMNS} from closure c
     where c.provider_id = (select provider_id from clinic where id = $1) and (c.clinic_id is null or c.clinic_id = $1)
       and c.ends_at > clock_now() and ($2 or c.opened_at is null)
     order by c.starts_at, c.id limit 1000`,
    [clinicId, opened],
    "closures-of-clinic",
  );
}

/** Those with these ids that the viewer may open, locked. */
export function lockClosures(tx: Tx, ids: readonly string[]): Promise<(SavedClosure & { readonly providerId: string })[]> {
  return tx.query(
    `select ${COLUMNS}, provider_id as "providerId" from closure where id = any ($1::uuid[]) order by id for update`,
    [ids],
    "lock-closures",
  );
}

export function openedClosures(ids: readonly string[]): Change {
  return {
    name: "open_closures",
    sql: "update closure set opened_at = clock_now() where id = any ($1::uuid[]) and opened_at is null",
    values: [ids],
    must: ids.length,
  };
}

export async function closureById(tx: Tx, id: string): Promise<SavedClosure | null> {
  const [found] = await tx.query<SavedClosure>(`select ${COLUMNS} from closure where id = $1`, [id], "closure-by-id");
  return found ?? null;
}

export async function worksThere(tx: Tx, clinicIds: readonly string[], practitionerId: string): Promise<boolean> {
  const rows = await tx.query(
    "select 1 from practitioner_clinic where clinic_id = any ($1::uuid[]) and practitioner_id = $2 limit 1",
    [clinicIds, practitionerId],
    "works-there",
  );
  return rows.length > 0;
}
