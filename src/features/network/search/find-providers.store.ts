import type { Database } from "../../../platform/postgres/database.js";
import { readDirectory, readDirectoryTexts } from "../../../platform/postgres/directory.js";
import type { Statement } from "../../../platform/postgres/exchange.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { TextRow } from "../../../platform/postgres/text-rows.js";
import type { Channel } from "../../../rules/codes.js";
import type { Designated } from "../../claims/designation/designation.js";
import { KIND_WEIGHTS } from "../../../rules/opening-kind.js";
import { dayOfSlot, publiclyAgreed, qualified } from "../in-force.js";
import { openingsText } from "./listing-texts.js";
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
  readonly forChild: boolean;
  /** Only private capacity: what a promise with a deadline may use. */
  readonly privateOnly: boolean;
  /** What the openings must be for a claim; null without one. */
  readonly claim: ClaimSearch | null;
  readonly order: ProviderOrder;
  readonly after: { readonly rank: number; readonly id: string } | null;
  readonly limit: number;
};

/** What a claim may book (bookings/quote/needs.ts), and when its member can come. */
export type ClaimSearch = {
  readonly spans: readonly { readonly from: Date; readonly until: Date; readonly kinds: string }[];
  /** Whether it matters who treats children. */
  readonly mindsChildren: boolean;
  /** Times at which the member has another appointment, as PostgreSQL writes a multirange. */
  readonly busy: string;
  /** Openings that this claim holds itself. */
  readonly held: readonly string[];
  /** Of the practitioner. */
  readonly gender: string | null;
  /** A first treatment of the claim, or a later one: which of the two must have an agreed rate. */
  readonly first: boolean;
  /** Where the insurer lets it be treated; null where the member chooses (PRV-DESIGNATED). */
  readonly only: Designated | null;
};

/** Free now: a slot that is held counts again the moment its last hold has run out, by the database's clock. */
const FREE = `s.clinic_id = l.clinic_id and s.state = 'OPEN' and s.booked < s.capacity and not s.on_call
      and (s.held_until is null or s.held_until <= clock_now() or s.booked + slot_live_holds(s.id) < s.capacity)`;

/** Answered from the index alone, unless a language is asked for: that is in the row. */
const open = (language: boolean): string => `${FREE}
      and s.starts_at >= greatest($5::timestamptz, clock_now(), l.agreed_from)
      and s.starts_at < least($6::timestamptz, l.agreed_until) and l.agreed @> s.starts_at
      and ($7::text is null or s.channel = $7) and (s.service_mask & $8::bigint) <> 0
      and s.audience <> case when $9::bool then 'ADULT' else 'CHILD' end
      and (not $10::bool or s.funding = 'PRIVATE')${language ? " and $14::text = any (s.languages)" : ""}`;

const DANISH_DAY = dayOfSlot("s");

/** What its kind adds up to, by the numbers of rules/opening-kind.ts. */
const KIND = ((): string => {
  const { channel, audience, funding, flags } = KIND_WEIGHTS;
  const oneOf = (column: string, of: Readonly<Record<string, number>>): string =>
    `case ${column} ${Object.entries(of)
      .map(([value, weight]) => `when '${value}' then ${weight}`)
      .join(" ")} end`;
  const flag = (condition: string, weight: number): string => `case when ${condition} then ${weight} else 0 end`;
  const treats = "$18::bool and k.treats_children and t.treats_children";
  // one look at the practitioner tells both
  const practitioner = `(select ${flag(treats, flags.treatsChildren)}
          + ${flag(qualified("t", "v.code", DANISH_DAY), flags.authorised)}
        from practitioner t join service v on v.bit = l.service_bit where t.id = s.practitioner_id)`;
  return [
    oneOf("s.channel", channel),
    oneOf("s.audience", audience),
    oneOf("s.funding", funding),
    flag("s.on_call", flags.onCall),
    practitioner,
    flag(publiclyAgreed("k", DANISH_DAY), flags.hasPublicAgreement),
  ].join("\n        + ");
})();

/** The same for a claim: what its own hold keeps is free for it, and what it may not book is not shown. */
const OPEN_TO_CLAIM = `s.clinic_id = l.clinic_id and s.state = 'OPEN' and s.booked < s.capacity
      and s.starts_at > greatest($5::timestamptz - interval '1 microsecond', clock_now())
      and s.starts_at >= l.agreed_from and s.starts_at < least($6::timestamptz, l.agreed_until)
      and l.agreed @> s.starts_at
      and ($7::text is null or s.channel = $7) and (s.service_mask & $8::bigint) <> 0
      and (not $9::bool or s.audience <> 'ADULT')
      and (not $10::bool or s.funding = 'PRIVATE')
      and (s.held_until is null or s.held_until <= clock_now() or s.id = any ($20::uuid[])
        or s.booked + slot_live_holds(s.id) < s.capacity)
      and ($23::uuid is null or l.clinic_id = $23) and ($24::uuid is null or s.practitioner_id = $24)
      and not $19::tstzmultirange && tstzrange(s.starts_at, s.ends_at)
      and exists (select from unnest($15::timestamptz[], $16::timestamptz[], $17::text[]) n(since, until, kinds)
        where s.starts_at >= n.since and s.starts_at < n.until and substr(n.kinds, 1 + ${KIND}, 1) = '1')
      and ($21::text is null or exists (select from practitioner g
        where g.id = s.practitioner_id and g.gender = $21))
      and ($14::text is null or exists (select from slot z where z.id = s.id and $14 = any (z.languages)))
      and exists (select from json_array_elements(
          case when $22::bool then l.first_rates else l.follow_up_rates end::json) r
        where r ->> 2 in ('ANY', s.channel) and (r ->> 3)::date <= ${DANISH_DAY}
          and coalesce((r ->> 4)::date > ${DANISH_DAY}, true))`;

/** What of its clinic and company a claim looks at. */
const OF_CLINIC = `cross join lateral (select c.treats_children, o.publicly_agreed
    from clinic c join provider o on o.id = c.provider_id where c.id = l.clinic_id) k`;

/** Of a listing (`l`) what is shown, and of its next openings (`x`) what they are written as. */
export type SearchForm = { readonly columns: string; readonly slots: string };

const FREE_UNITS = "x.capacity - x.booked - case when x.held_until > clock_now() then slot_live_holds(x.id) else 0 end";

/** What a listing repeats of clinic and rates is named by its mark only: listed.ts knows it, or fetches it by id. */
const OWN: SearchForm = { columns: "l.id, l.mark", slots: openingsText(FREE_UNITS) };

/** For a claim: a unit that it holds itself is free for it. */
const OWN_FOR_CLAIM: SearchForm = {
  columns: OWN.columns,
  slots: openingsText(`${FREE_UNITS} + case when x.held_until > clock_now() and x.id = any ($20::uuid[]) then 1 else 0 end`),
};

/** The same as rows that anybody can read: everything in each row, openings as JSON. For measuring what the gateway adds to it. */
export const WHOLE_ROWS: SearchForm = {
  columns: `l.id, l.clinic_id as "clinicId", l.card, l.publicly_agreed as "publiclyAgreed",
    l.first_rates as rates`,
  slots: `json_agg(json_build_array(x.id, x.starts_at, x.ends_at, x.channel, x.practitioner_id, ${FREE_UNITS}))`,
};
/** Everything in each row, openings as the gateway reads them. */
export const WHOLE_AS_TEXT: SearchForm = { columns: WHOLE_ROWS.columns, slots: OWN.slots };

const nextThree = (which: string, { slots }: SearchForm = OWN): string => `select ${slots} as slots
    from (
      select s.id, s.starts_at, s.ends_at, s.channel, s.practitioner_id, s.capacity, s.booked, s.held_until from slot s
      where ${which} order by s.starts_at limit 3) x`;

const within = (language: boolean): string => `l.service_bit = $4 and l.pos <@ circle(point($1, $2), $3)
  and ($7::text is null or $7 = any (l.channels)) and (not $9::bool or l.treats_children)
  ${language ? "and $14::text = any (l.languages)" : ""}`;

/** What an opening must be, and where the flags of its clinic come from. */
type Wanted = { readonly open: string; readonly clinic: string; readonly language: boolean };
const FOR_ANYBODY: Wanted = { open: open(false), clinic: "", language: false };
/** With a language. */
const IN_LANGUAGE: Wanted = { open: open(true), clinic: "", language: true };
const FOR_CLAIM: Wanted = { open: OPEN_TO_CLAIM, clinic: OF_CLINIC, language: false };

/** Walks one index (service, then distance); a clinic without an opening drops out and the walk goes on until the page is full. */
const nearest = ({ open: which, clinic, language }: Wanted, form: SearchForm): string => `
select ${form.columns}, l.pos <-> point($1, $2) as "distanceKm", l.pos <-> point($1, $2) as rank, f.slots
from listing l ${clinic} cross join lateral (${nextThree(which, form)}) f
where ${within(language)} and f.slots is not null
  and ($11::float8 is null or (l.pos <-> point($1, $2), l.id) > ($11, $12::uuid))
order by l.pos <-> point($1, $2), l.id limit $13`;

/** Asks each clinic within the radius for its first opening, and those of the page for their next three. */
const earliest = ({ open: which, clinic, language }: Wanted, form: SearchForm): string => `
select ${form.columns}, l.pos <-> point($1, $2) as "distanceKm", h.rank, f.slots
from (
  select l.id, date_part('epoch', e.starts_at) as rank
  from listing l ${clinic} cross join lateral (
    select s.starts_at from slot s where ${which} order by s.starts_at limit 1) e
  where ${within(language)}
    and ($11::float8 is null or (date_part('epoch', e.starts_at), l.id) > ($11, $12::uuid))
  order by date_part('epoch', e.starts_at), l.id limit $13) h
join listing l on l.id = h.id ${clinic}
cross join lateral (${nextThree(which, form)}) f
order by h.rank, h.id`;

const ANY = {
  DISTANCE: statement("providers-DISTANCE-any", nearest(FOR_ANYBODY, OWN)),
  EARLIEST: statement("providers-EARLIEST-any", earliest(FOR_ANYBODY, OWN)),
} as const;
const SPOKEN = {
  DISTANCE: statement("providers-DISTANCE-spoken", nearest(IN_LANGUAGE, OWN)),
  EARLIEST: statement("providers-EARLIEST-spoken", earliest(IN_LANGUAGE, OWN)),
} as const;
const OF_CLAIM = {
  DISTANCE: statement("providers-DISTANCE-claim", nearest(FOR_CLAIM, OWN_FOR_CLAIM)),
  EARLIEST: statement("providers-EARLIEST-claim", earliest(FOR_CLAIM, OWN_FOR_CLAIM)),
} as const;

/** The statement of this search with its values. */
export function searchStatement(s: ProviderSearch): Statement<FoundColumns> {
  const mask = String(1n << BigInt(s.serviceBit));
  const where = [s.x, s.y, s.radiusKm, s.serviceBit, s.from, s.to, s.channel, mask, s.forChild, s.privateOnly] as const;
  const page = [s.after?.rank ?? null, s.after?.id ?? null, s.limit] as const;
  if (s.claim !== null) return OF_CLAIM[s.order].with(...where, ...page, s.language, ...valuesOf(s.claim));
  return s.language === null ? ANY[s.order].with(...where, ...page) : SPOKEN[s.order].with(...where, ...page, s.language);
}

function valuesOf({ spans, mindsChildren, busy, held, gender, first, only }: ClaimSearch) {
  const times = [spans.map(({ from }) => from), spans.map(({ until }) => until), spans.map(({ kinds }) => kinds)] as const;
  return [...times, mindsChildren, busy, held, gender, first, only?.clinic_id ?? null, only?.practitioner_id ?? null] as const;
}

/** The text of a search in another form than the product's, which takes the same values: for the bench, which serves its rows as they are. */
export function searchText(order: ProviderOrder, form: SearchForm, forClaim = false): string {
  const wanted = forClaim ? FOR_CLAIM : FOR_ANYBODY;
  return order === "DISTANCE" ? nearest(wanted, form) : earliest(wanted, form);
}

export async function findListings(database: Database, search: ProviderSearch): Promise<FoundRow[]> {
  return (await readDirectoryTexts(database, searchStatement(search))).map(foundRow);
}

/** A row of a search, and of one listing, as PostgreSQL has it. */
type FoundColumns = RowOf<"providers-DISTANCE-any" | "providers-EARLIEST-any" | "providers-by-id">;
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
      and s.starts_at < least(clock_now() + interval '${WINDOW_DAYS} days', l.agreed_until) and l.agreed @> s.starts_at
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
     publicly_agreed as "publiclyAgreed", card, first_rates as "firstRates", follow_up_rates as "followUpRates"
   from listing where id = any ($1::uuid[])`,
);
/** What a listing repeats of clinic and rates: its card and its rates as texts. */
export type ListingText = RowOf<"listing-texts">;

/** What these listings repeat of clinic and rates, as the triggers wrote it. */
export function listingTexts(database: Database, ids: readonly string[]): Promise<ListingText[]> {
  return readDirectory(database, TEXTS.with(ids));
}
