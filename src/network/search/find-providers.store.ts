import type { Database } from "../../platform/postgres/database.js";
import { readDirectory, readDirectoryTexts } from "../../platform/postgres/directory.js";
import type { Statement } from "../../platform/postgres/exchange.js";
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { TextRow } from "../../platform/postgres/text-rows.js";
import type { Channel } from "../../rules/codes.js";
import { openingsText } from "./listing-texts.js";
import type { Designated } from "../../claims/designation/designation.js";
import type { FoundRow, ProviderOrder } from "./provider.js";

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
  readonly channel: Channel | null;
  readonly language: string | null;
  /** Of the practitioner, as the register writes it. */
  readonly gender: string | null;
  /** The only place that is looked at, where one is designated. */
  readonly only: Designated | null;
  readonly forChild: boolean;
  /** Only private capacity: what a promise with a deadline may use. */
  readonly privateOnly: boolean;
  readonly order: ProviderOrder;
  readonly after: { readonly rank: number; readonly id: string } | null;
  readonly limit: number;
};

/** Free now: a slot that is held counts again the moment its last hold has run out, by the database's clock. */
const FREE = `s.clinic_id = l.clinic_id and s.state = 'OPEN' and s.booked < s.capacity and not s.on_call
      and (s.held_until is null or s.held_until <= clock_now() or s.booked + slot_live_holds(s.id) < s.capacity)`;

/** What is asked of an opening beside its time, way of meeting and service. */
type Narrowing = "any" | "spoken" | "narrowed";

const ASKED_OF_OPENING: Readonly<Record<Narrowing, string>> = {
  any: "",
  spoken: " and $14::text = any (s.languages)",
  narrowed: ` and ($14::text is null or $14 = any (s.languages))
      and ($15::text is null or exists (select from practitioner g where g.id = s.practitioner_id and g.gender = $15))
      and ($17::uuid is null or s.practitioner_id = $17)`,
};
const ASKED_OF_CLINIC: Readonly<Record<Narrowing, string>> = {
  any: "",
  spoken: "and $14::text = any (l.languages)",
  narrowed: "and ($14::text is null or $14 = any (l.languages)) and ($16::uuid is null or l.clinic_id = $16)",
};

/** Answered from the index alone, unless a language or a person is asked for: that is in the row. */
const open = (narrowing: Narrowing): string => `${FREE}
      and s.starts_at >= greatest($5::timestamptz, clock_now(), l.agreed_from)
      and s.starts_at < least($6::timestamptz, l.agreed_until)
      and ($7::text is null or s.channel = $7) and (s.service_mask & $8::bigint) <> 0
      and s.audience <> case when $9::bool then 'ADULT' else 'CHILD' end
      and (not $10::bool or s.funding = 'PRIVATE')${ASKED_OF_OPENING[narrowing]}`;

/** Of a listing (`l`) what is shown, and of its next openings (`x`) what they are written as. */
export type SearchForm = { readonly columns: string; readonly slots: string };

const FREE_UNITS = "x.capacity - x.booked - case when x.held_until > clock_now() then slot_live_holds(x.id) else 0 end";

/** What a listing repeats of clinic and rates is named by its mark only: listed.ts knows it, or fetches it by id. */
const OWN: SearchForm = { columns: "l.id, l.mark", slots: openingsText(FREE_UNITS) };

/** The same as rows that anybody can read: everything in each row, openings as JSON. For measuring what the gateway adds to it. */
export const WHOLE: SearchForm = {
  columns: `l.id, l.clinic_id as "clinicId", l.card, l.has_public_agreement as "hasPublicAgreement",
    l.first_rates as rates`,
  slots: `json_agg(json_build_array(x.id, x.starts_at, x.ends_at, x.channel, x.practitioner_id, ${FREE_UNITS}))`,
};
/** Everything in each row, openings as the gateway reads them. */
export const WHOLE_AS_TEXT: SearchForm = { columns: WHOLE.columns, slots: OWN.slots };

const nextThree = (which: string, { slots }: SearchForm = OWN): string => `select ${slots} as slots
    from (
      select s.id, s.starts_at, s.ends_at, s.channel, s.practitioner_id, s.capacity, s.booked, s.held_until from slot s
      where ${which} order by s.starts_at limit 3) x`;

const within = (narrowing: Narrowing): string => `l.service_bit = $4 and l.pos <@ circle(point($1, $2), $3)
  and ($7::text is null or $7 = any (l.channels)) and (not $9::bool or l.treats_children)
  ${ASKED_OF_CLINIC[narrowing]}`;

/** Walks one index (service, then distance); a clinic without an opening drops out and the walk goes on until the page is full. */
const nearest = (narrowing: Narrowing, form: SearchForm): string => `
select ${form.columns}, l.pos <-> point($1, $2) as "distanceKm", l.pos <-> point($1, $2) as rank, f.slots
from listing l cross join lateral (${nextThree(open(narrowing), form)}) f
where ${within(narrowing)} and f.slots is not null
  and ($11::float8 is null or (l.pos <-> point($1, $2), l.id) > ($11, $12::uuid))
order by l.pos <-> point($1, $2), l.id limit $13`;

/** Asks each clinic within the radius for its first opening, and those of the page for their next three. */
const earliest = (narrowing: Narrowing, form: SearchForm): string => `
select ${form.columns}, l.pos <-> point($1, $2) as "distanceKm", h.rank, f.slots
from (
  select l.id, date_part('epoch', e.starts_at) as rank
  from listing l cross join lateral (
    select s.starts_at from slot s where ${open(narrowing)} order by s.starts_at limit 1) e
  where ${within(narrowing)}
    and ($11::float8 is null or (date_part('epoch', e.starts_at), l.id) > ($11, $12::uuid))
  order by date_part('epoch', e.starts_at), l.id limit $13) h
join listing l on l.id = h.id
cross join lateral (${nextThree(open(narrowing), form)}) f
order by h.rank, h.id`;

const ANY = {
  DISTANCE: statement("providers-DISTANCE-any", nearest("any", OWN)),
  EARLIEST: statement("providers-EARLIEST-any", earliest("any", OWN)),
} as const;
/** With a language. */
const SPOKEN = {
  DISTANCE: statement("providers-DISTANCE-spoken", nearest("spoken", OWN)),
  EARLIEST: statement("providers-EARLIEST-spoken", earliest("spoken", OWN)),
} as const;

/** With a designated place, or a wish for who treats. */
const NARROWED = {
  DISTANCE: statement("providers-DISTANCE-narrowed", nearest("narrowed", OWN)),
  EARLIEST: statement("providers-EARLIEST-narrowed", earliest("narrowed", OWN)),
} as const;

/** The statement of this search with its values. */
export function searchStatement(s: ProviderSearch): Statement<FoundColumns> {
  const mask = String(1n << BigInt(s.serviceBit));
  const where = [s.x, s.y, s.radiusKm, s.serviceBit, s.from, s.to, s.channel, mask, s.forChild, s.privateOnly] as const;
  const page = [s.after?.rank ?? null, s.after?.id ?? null, s.limit] as const;
  if (s.gender !== null || s.only !== null)
    return NARROWED[s.order].with(...where, ...page, s.language, s.gender, s.only?.clinic_id ?? null, s.only?.practitioner_id ?? null);
  return s.language === null ? ANY[s.order].with(...where, ...page) : SPOKEN[s.order].with(...where, ...page, s.language);
}

/** The text of a search in another form than the product's, which takes the same values: for the bench, which serves its rows as they are. */
export function searchText(order: ProviderOrder, form: SearchForm): string {
  return order === "DISTANCE" ? nearest("any", form) : earliest("any", form);
}

export async function findListings(database: Database, search: ProviderSearch): Promise<FoundRow[]> {
  return (await readDirectoryTexts(database, searchStatement(search))).map(foundRow);
}

/** A row of a search, and of one listing, as PostgreSQL has it. */
type FoundColumns = RowOf<"providers-DISTANCE-any" | "providers-EARLIEST-any" | "providers-DISTANCE-narrowed" | "providers-by-id">;
/** Rows travel as texts without names: every statement of a search answers these columns in this order. */
export const FOUND_COLUMNS = ["id", "mark", "distanceKm", "rank", "slots"] as const satisfies readonly (keyof FoundColumns)[];

function foundRow([id, mark, distanceKm, rank, slots]: TextRow): FoundRow {
  return {
    id: id ?? "",
    mark: mark ?? "",
    distanceKm: distanceKm == null ? null : Number(distanceKm),
    rank: Number(rank),
    slots: slots ?? "",
  };
}

/** Days that a search looks ahead at most (design: product.md, conventions). */
export const WINDOW_DAYS = 31;

/** Free for the listing's service, from now until a search would look no further. */
const openSoon = `${FREE}
      and s.starts_at >= greatest(clock_now(), l.agreed_from)
      and s.starts_at < least(clock_now() + interval '${WINDOW_DAYS} days', l.agreed_until)
      and (s.service_mask & (1::bigint << l.service_bit)) <> 0`;

const BY_ID = statement(
  "providers-by-id",
  `
select ${OWN.columns}, null::float8 as "distanceKm", 0::float8 as rank, f.slots
from listing l left join lateral (${nextThree(openSoon)}) f on true
where l.id = any ($1::uuid[])`,
);

/** Offers outside of any search: their next openings, and no distance. */
export async function listingsById(database: Database, ids: readonly string[]): Promise<FoundRow[]> {
  return (await readDirectoryTexts(database, BY_ID.with(ids))).map(foundRow);
}

const TEXTS = statement(
  "listing-texts",
  `select id, mark::text, clinic_id as "clinicId", service_bit as "serviceBit",
     has_public_agreement as "hasPublicAgreement", card, first_rates as "firstRates", follow_up_rates as "followUpRates"
   from listing where id = any ($1::uuid[])`,
);
/** What a listing repeats of clinic and rates: its card and its rates as texts. */
export type ListingText = RowOf<"listing-texts">;

/** What these listings repeat of clinic and rates, as the triggers wrote it. */
export function listingTexts(database: Database, ids: readonly string[]): Promise<ListingText[]> {
  return readDirectory(database, TEXTS.with(ids));
}
