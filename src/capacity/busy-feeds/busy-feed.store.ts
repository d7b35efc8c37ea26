import type { Tx } from "../../platform/postgres/transaction.js";
import type { BusyFeed } from "./busy-feed.js";
import type { UnreadEntries } from "../intake/source.js";
import type { PublishingClinic } from "../publication/publication.store.js";

/** A feed with what of it was not understood. */
export type SavedFeed = BusyFeed & { readonly unread: readonly UnreadEntries[] };

const COLUMNS = `as_of as "asOf", stale_after_minutes as "staleAfterMinutes", busy, known_until as "knownUntil", unread`;

export async function busyFeedOf(tx: Tx, clinicId: string, practitionerId: string): Promise<{ feed: SavedFeed | null; now: Date }> {
  const [row] = await tx.query<SavedFeed & { now: Date }>(
    `select ${COLUMNS}, clock_now() as now from busy_feed where clinic_id = $1 and practitioner_id = $2`,
    [clinicId, practitionerId],
    "busy-feed-of",
  );
  return row ? { feed: row, now: row.now } : { feed: null, now: new Date(0) };
}

/** Update, then insert if there was none: the clinic is locked, so nobody comes in between (docs/decisions/0010). */
export async function storedFeed(
  tx: Tx,
  id: string,
  clinic: Pick<PublishingClinic, "id" | "providerId">,
  practitionerId: string,
  feed: SavedFeed,
): Promise<void> {
  const busy = feed.busy === null ? null : JSON.stringify(feed.busy);
  const said = [clinic.id, practitionerId, feed.asOf, feed.staleAfterMinutes, busy, feed.knownUntil];
  await tx.query(
    `with there as (
       update busy_feed set as_of = $3::timestamptz, stale_after_minutes = $4::int, busy = $5::jsonb, known_until = $6::timestamptz, unread = $9::jsonb, saved_at = clock_now()
       where clinic_id = $1::uuid and practitioner_id = $2::uuid returning 1)
     insert into busy_feed (id, clinic_id, practitioner_id, as_of, stale_after_minutes, busy, known_until, provider_id, unread)
     select $7::uuid, $1::uuid, $2::uuid, $3::timestamptz, $4::int, $5::jsonb, $6::timestamptz, $8::uuid, $9::jsonb where not exists (select from there)`,
    [...said, id, clinic.providerId, JSON.stringify(feed.unread)],
    "store-busy-feed",
  );
}

/** Clinics that still offer openings of a practitioner for whom a calendar should vouch and no longer does, or where a hold kept one open. */
export async function clinicsWithSilentFeeds(tx: Tx, now: Date | null): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct f.clinic_id as id from busy_feed f
     where f.awaits_holds or (f.busy is null or f.as_of is null or f.as_of + make_interval(mins => f.stale_after_minutes) <= coalesce($1::timestamptz, clock_now()))
       and exists (select from slot s where s.clinic_id = f.clinic_id and s.practitioner_id = f.practitioner_id
         and s.state = 'OPEN' and s.starts_at > coalesce($1::timestamptz, clock_now()))
     order by 1`,
    [now],
    "clinics-with-silent-feeds",
  );
  return rows.map((row) => row.id);
}

/** False where there was none. */
export async function removeFeed(tx: Tx, clinicId: string, practitionerId: string): Promise<boolean> {
  const rows = await tx.query(
    "delete from busy_feed where clinic_id = $1 and practitioner_id = $2 returning id",
    [clinicId, practitionerId],
    "remove-busy-feed",
  );
  return rows.length > 0;
}
