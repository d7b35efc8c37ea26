import type { Database } from "../../../platform/postgres/database.js";
import { readDirectory, readDirectoryTexts } from "../../../platform/postgres/directory.js";
import type { Statement } from "../../../platform/postgres/exchange.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { TextRow } from "../../../platform/postgres/text-rows.js";
import type { Channel } from "../../../rules/codes.js";
import type { Designated } from "../../claims/designation/designation.js";
import type { FoundRow, ProviderOrder } from "./provider.js";
import {
  asRecord,
  EACH,
  earliest,
  FOR_ANYBODY,
  forClaim,
  FREE,
  IN_LANGUAGE,
  MANY,
  nearest,
  nextThree,
  ONE,
  OWN,
  ownForClaim,
  type SearchForm,
} from "./search-text.js";

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

const ANY = {
  DISTANCE: statement("providers-DISTANCE-any", nearest(ONE, FOR_ANYBODY, OWN)),
  EARLIEST: statement("providers-EARLIEST-any", earliest(ONE, FOR_ANYBODY, OWN)),
} as const;
const SPOKEN = {
  DISTANCE: statement("providers-DISTANCE-spoken", nearest(ONE, IN_LANGUAGE, OWN)),
  EARLIEST: statement("providers-EARLIEST-spoken", earliest(ONE, IN_LANGUAGE, OWN)),
} as const;
const OF_CLAIM = {
  DISTANCE: statement("providers-DISTANCE-claim", nearest(ONE, forClaim(ONE), ownForClaim(ONE))),
  EARLIEST: statement("providers-EARLIEST-claim", earliest(ONE, forClaim(ONE), ownForClaim(ONE))),
} as const;

function placeAndPage(s: ProviderSearch) {
  const mask = String(1n << BigInt(s.serviceBit));
  const where = [s.x, s.y, s.radiusKm, s.serviceBit, s.from, s.to, s.channel, mask, s.forChild, s.privateOnly] as const;
  return [...where, s.after?.rank ?? null, s.after?.id ?? null, s.limit] as const;
}

/** The statement of this search with its values. */
export function searchStatement(s: ProviderSearch): Statement<FoundColumns> {
  const asked = placeAndPage(s);
  if (s.claim !== null) return OF_CLAIM[s.order].with(...asked, s.language, ...valuesOf(s.claim));
  return s.language === null ? ANY[s.order].with(...asked) : SPOKEN[s.order].with(...asked, s.language);
}

function valuesOf({ spans, mindsChildren, busy, held, gender, first, only }: ClaimSearch) {
  const times = [spans.map(({ from }) => from), spans.map(({ until }) => until), spans.map(({ kinds }) => kinds)] as const;
  return [...times, mindsChildren, busy, held, gender, first, only?.clinic_id ?? null, only?.practitioner_id ?? null] as const;
}

/** The text of a search in another form than the product's, which takes the same values: for the bench, which serves its rows as they are. */
export function searchText(order: ProviderOrder, form: SearchForm, claim = false): string {
  const wanted = claim ? forClaim(ONE) : FOR_ANYBODY;
  return order === "DISTANCE" ? nearest(ONE, wanted, form) : earliest(ONE, wanted, form);
}

export async function findListings(database: Database, search: ProviderSearch): Promise<FoundRow[]> {
  return (await readDirectoryTexts(database, searchStatement(search))).map(foundRow);
}

const OF_CLAIMS = statement(
  "providers-of-claims",
  `select f.*, a.place from ${MANY} cross join lateral (${nearest(EACH, forClaim(EACH), ownForClaim(EACH))}) f
   order by a.place, f.rank, f.id`,
  // each search is told with its place
  { neverNull: ["place"] },
);

/** Searches of many claims by distance, in one statement: what each finds, in their order. */
export async function findForEach(
  database: Database,
  searches: readonly (ProviderSearch & { readonly claim: ClaimSearch })[],
): Promise<FoundRow[][]> {
  const asked = searches.map((s, place) => asRecord(place, [...placeAndPage(s), s.language, ...valuesOf(s.claim)]));
  const found = searches.map((): FoundRow[] => []);
  for (const row of await readDirectory(database, OF_CLAIMS.with(JSON.stringify(asked)))) {
    found[row.place]?.push({ id: row.id, mark: String(row.mark), distanceKm: row.distanceKm, rank: row.rank ?? 0, slots: row.slots });
  }
  return found;
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
