import type { Database } from "../platform/database.js";
import { readDirectory } from "../platform/directory.js";
import type { ListingRow, ProviderOrder } from "./provider.js";

export type Session = "FIRST" | "FOLLOW_UP";

/** What a nearby search asks for, after the gateway has checked and bounded it. */
export type ProviderSearch = {
  /** Kilometres on the plane of kernel/place. */
  readonly x: number;
  readonly y: number;
  readonly radiusKm: number;
  readonly serviceBit: number;
  /** Earlier than now means now, by the database's clock. */
  readonly from: Date | null;
  readonly to: Date;
  readonly channel: string | null;
  readonly language: string | null;
  readonly forChild: boolean;
  /** Only private capacity: what a promise with a deadline may use. */
  readonly privateOnly: boolean;
  /** Which of the agreed rates to bring; null brings none. */
  readonly session: Session | null;
  readonly order: ProviderOrder;
  readonly after: { readonly rank: number; readonly id: string } | null;
  readonly limit: number;
};

/** Free now: a slot that is held counts again the moment its last hold has run out, by the database's clock. */
const FREE = `s.clinic_id = l.clinic_id and s.state = 'OPEN' and s.booked < s.capacity and not s.on_call
      and (s.held_until is null or s.held_until <= now() or s.booked + slot_live_holds(s.id) < s.capacity)`;

/** Answered from the index alone, unless a language is asked for: that is in the row. */
const open = (language: boolean): string => `${FREE}
      and s.starts_at >= greatest($5::timestamptz, now(), l.agreed_from) and s.starts_at < least($6::timestamptz, l.agreed_until)
      and ($7::text is null or s.channel = $7) and (s.service_mask & $8::bigint) <> 0
      and s.audience <> case when $9::bool then 'ADULT' else 'CHILD' end
      and (not $10::bool or s.funding = 'PRIVATE')${language ? " and $15::text = any (s.languages)" : ""}`;

const nextThree = (which: string): string => `select json_agg(json_build_array(x.id, x.starts_at, x.ends_at, x.channel, x.practitioner_id,
      x.capacity - x.booked - case when x.held_until > now() then slot_live_holds(x.id) else 0 end)) as slots
    from (select s.id, s.starts_at, s.ends_at, s.channel, s.practitioner_id, s.capacity, s.booked, s.held_until from slot s
      where ${which} order by s.starts_at limit 3) x`;

const row = (
  session: string,
): string => `l.id, l.clinic_id as "clinicId", l.service_bit as "serviceBit", l.card, l.has_public_agreement as "hasPublicAgreement",
  case ${session}::text when 'FIRST' then l.first_rates when 'FOLLOW_UP' then l.follow_up_rates end as rates`;

const within = (language: boolean): string => `l.service_bit = $4 and l.pos <@ circle(point($1, $2), $3)
  and ($7::text is null or $7 = any (l.channels)) and (not $9::bool or l.treats_children)${language ? " and $15::text = any (l.languages)" : ""}`;

/** Walks one index (service, then distance); a clinic without an opening drops out and the walk goes on until the page is full. */
const nearest = (language: boolean): string => `
select ${row("$11")}, l.pos <-> point($1, $2) as "distanceKm", l.pos <-> point($1, $2) as rank, f.slots
from listing l cross join lateral (${nextThree(open(language))}) f
where ${within(language)} and f.slots is not null
  and ($12::float8 is null or (l.pos <-> point($1, $2), l.id) > ($12, $13::uuid))
order by l.pos <-> point($1, $2), l.id limit $14`;

/** Asks each clinic within the radius for its first opening, and those of the page for their next three. */
const earliest = (language: boolean): string => `
select ${row("$11")}, l.pos <-> point($1, $2) as "distanceKm", h.rank, f.slots
from (
  select l.id, date_part('epoch', e.starts_at) as rank
  from listing l cross join lateral (select s.starts_at from slot s where ${open(language)} order by s.starts_at limit 1) e
  where ${within(language)} and ($12::float8 is null or (date_part('epoch', e.starts_at), l.id) > ($12, $13::uuid))
  order by date_part('epoch', e.starts_at), l.id limit $14) h
join listing l on l.id = h.id
cross join lateral (${nextThree(open(language))}) f
order by h.rank, h.id`;

const STATEMENTS = {
  DISTANCE: { any: nearest(false), spoken: nearest(true) },
  EARLIEST: { any: earliest(false), spoken: earliest(true) },
} as const;

export type SearchStatement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

/** The statement of this search with its values; the bench serves the same one without the gateway. */
export function searchStatement(s: ProviderSearch): SearchStatement {
  const { after, language, order } = s;
  const kind = language === null ? "any" : "spoken";
  const mask = String(1n << BigInt(s.serviceBit));
  const where = [s.x, s.y, s.radiusKm, s.serviceBit, s.from, s.to, s.channel, mask, s.forChild, s.privateOnly];
  const page = [s.session, after?.rank ?? null, after?.id ?? null, s.limit];
  return {
    name: `providers-${order}-${kind}`,
    text: STATEMENTS[order][kind],
    values: [...where, ...page, ...(language === null ? [] : [language])],
  };
}

export function findListings(database: Database, search: ProviderSearch): Promise<ListingRow[]> {
  const { text, values, name } = searchStatement(search);
  return readDirectory<ListingRow>(database, text, values, name);
}

/** Days that a search looks ahead at most (design: product.md, conventions). */
export const WINDOW_DAYS = 31;

const ONE = `
select ${row("$2")}, null::float8 as "distanceKm", 0::float8 as rank, coalesce(f.slots, '[]') as slots
from listing l left join lateral (${nextThree(`${FREE}
      and s.starts_at >= greatest(now(), l.agreed_from) and s.starts_at < least(now() + interval '${WINDOW_DAYS} days', l.agreed_until)
      and (s.service_mask & (1::bigint << l.service_bit)) <> 0`)}) f on true
where l.id = $1`;

/** One offer outside of any search: its next openings, and no distance. */
export async function listingById(database: Database, id: string, session: Session | null): Promise<ListingRow | undefined> {
  const [found] = await readDirectory<ListingRow>(database, ONE, [id, session], "provider-by-id");
  return found;
}
