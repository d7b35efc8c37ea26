/**
 * What listings repeat of clinic and rates, kept per listing and good as long as its mark (a hash, made by the database) is the
 * same: every search brings the marks of what it finds, and what they stand for hardly ever changes. A page whose listings are
 * all known needs one statement, any other one more.
 */
import type { Database } from "../../../platform/postgres/database.js";
import { globalId } from "../../../gateway/api/global-id.js";
import type { RateInForce } from "../../rates/quote.js";
import { readCard, type ClinicType } from "../clinic.type.js";
import { ref, type Ref } from "../../../gateway/api/relation.js";
import { listingTexts, type ListingText } from "./find-providers.store.js";
import { openingsIn, periodsIn, ratesIn, type Opening, type Period } from "./listing-texts.js";
import type { FoundRow } from "./provider.js";
import { rememberedByText } from "./remembered.js";

/** A listing as a page shows it, apart from its openings. */
export type ListedProvider = {
  readonly mark: string;
  /** The Provider's id in the API. */
  readonly providerId: string;
  readonly clinic: ClinicType;
  readonly serviceBit: number;
  /** Days with a provider number that are not over. */
  readonly publiclyAgreed: readonly Period[];
  /** Agreed rates of a first treatment and of those that follow. */
  readonly rates: { readonly FIRST: readonly RateInForce[]; readonly FOLLOW_UP: readonly RateInForce[] };
  /** What the last search made of its openings. */
  last: ShownOpenings | null;
};

/** Openings as a page shows them, and the rate in force at the first of them, once somebody asked. */
export type ShownOpenings = {
  readonly slots: string;
  readonly openings: readonly Opening<Ref>[];
  readonly rated: { FIRST?: RateInForce | null; FOLLOW_UP?: RateInForce | null };
};

/** Searches find the same next openings of a listing until somebody takes one: the text is compared and read only when it is another. */
export function shownOf(listed: ListedProvider, { slots }: FoundRow): ShownOpenings {
  if (listed.last?.slots === slots) return listed.last;
  return (listed.last = { slots, openings: openingsIn(slots, ref), rated: {} });
}

const MOST = 20_000;
const kept = new WeakMap<Database, Map<string, ListedProvider>>();

/** In the order of what was found; undefined for a listing that was removed since. */
export async function listedOf(database: Database, found: readonly FoundRow[]): Promise<readonly (ListedProvider | undefined)[]> {
  const known = kept.get(database) ?? new Map<string, ListedProvider>();
  kept.set(database, known);
  const page = found.map(({ id, mark }) => {
    const listed = known.get(id);
    return listed?.mark === mark ? listed : undefined;
  });
  const missing = found.filter((_, at) => page[at] === undefined).map(({ id }) => id);
  if (missing.length === 0) return page;
  const fetched = new Map((await listingTexts(database, missing)).map((text) => [text.id, read(text)]));
  if (known.size + fetched.size > MOST) known.clear();
  for (const [id, listed] of fetched) known.set(id, listed);
  return found.map(({ id }, at) => page[at] ?? fetched.get(id));
}

/** The listings of one clinic show the same clinic. */
const clinicOf = rememberedByText(readCard);

function read(text: ListingText): ListedProvider {
  return {
    mark: text.mark,
    providerId: globalId("Provider", text.id),
    clinic: clinicOf(text.clinicId, text.card),
    serviceBit: text.serviceBit,
    publiclyAgreed: periodsIn(text.publiclyAgreed),
    rates: { FIRST: ratesIn(text.firstRates, "FIRST"), FOLLOW_UP: ratesIn(text.followUpRates, "FOLLOW_UP") },
    last: null,
  };
}
