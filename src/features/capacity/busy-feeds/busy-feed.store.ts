import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { BusyFeed } from "./busy-feed.js";
import type { UnreadEntries } from "../intake/source.js";
import type { PublishingClinic } from "../publication/publication.store.js";

/** A feed with what of it was not understood. */
export type SavedFeed = BusyFeed & { readonly unread: readonly UnreadEntries[] };

const FEED = statement(
  "busy-feed-of",
  `select as_of as "asOf", stale_after_minutes as "staleAfterMinutes", busy, known_until as "knownUntil", unread,
     clock_now() as now
   from busy_feed where clinic_id = $1 and practitioner_id = $2`,
);

export async function busyFeedOf(tx: Tx, clinicId: string, practitionerId: string): Promise<{ feed: SavedFeed | null; now: Date }> {
  const [row] = await tx.query(FEED.with(clinicId, practitionerId));
  return row ? { feed: row, now: row.now } : { feed: null, now: new Date(0) };
}

const STORE = statement(
  "store-busy-feed",
  `with there as (
     update busy_feed set as_of = $3::timestamptz, stale_after_minutes = $4::int, busy = $5::jsonb,
       known_until = $6::timestamptz, unread = $9::jsonb, saved_at = clock_now()
     where clinic_id = $1::uuid and practitioner_id = $2::uuid returning 1)
   insert into busy_feed
     (id, clinic_id, practitioner_id, as_of, stale_after_minutes, busy, known_until, provider_id, unread)
   select $7::uuid, $1::uuid, $2::uuid, $3::timestamptz, $4::int, $5::jsonb, $6::timestamptz, $8::uuid, $9::jsonb
   where not exists (select from there)`,
);

/** Update, then insert if there was none: the clinic is locked, so nobody comes in between (docs/decisions/0010). */
export async function storedFeed(
  tx: Tx,
  id: string,
  clinic: Pick<PublishingClinic, "id" | "providerId">,
  practitionerId: string,
  feed: SavedFeed,
): Promise<void> {
  const { asOf, staleAfterMinutes, busy, knownUntil, unread } = feed;
  const periods = busy === null ? null : JSON.stringify(busy);
  const row = [clinic.id, practitionerId, asOf, staleAfterMinutes, periods, knownUntil] as const;
  await tx.query(STORE.with(...row, id, clinic.providerId, JSON.stringify(unread)));
}

const SILENT = statement(
  "clinics-with-silent-feeds",
  `select distinct f.clinic_id as id from busy_feed f
   where f.awaits_holds or (f.busy is null or f.as_of is null
       or f.as_of + make_interval(mins => f.stale_after_minutes) <= coalesce($1::timestamptz, clock_now()))
     and exists (select from slot s where s.clinic_id = f.clinic_id and s.practitioner_id = f.practitioner_id
       and s.state = 'OPEN' and s.starts_at > coalesce($1::timestamptz, clock_now()))
   order by 1`,
);

/** Clinics that still offer openings of a practitioner for whom a calendar should vouch and no longer does, or where a hold kept one open. */
export async function clinicsWithSilentFeeds(tx: Tx, now: Date | null): Promise<string[]> {
  return (await tx.query(SILENT.with(now))).map((row) => row.id);
}

const REMOVE = statement("remove-busy-feed", "delete from busy_feed where clinic_id = $1 and practitioner_id = $2 returning id");

/** False where there was none. */
export async function removeFeed(tx: Tx, clinicId: string, practitionerId: string): Promise<boolean> {
  return (await tx.query(REMOVE.with(clinicId, practitionerId))).length > 0;
}
