/** What a treatment at a found provider costs and who pays it, for the claim the search is for. */
import { localDateOf } from "../kernel/calendar.js";
import type { SearchCase } from "../claims/search-case.store.js";
import { isQuote, quoteTreatment, rateInForce, sessionKind, type Quote, type RateInForce } from "../rates/quote.js";
import type { ListingRow, OpeningRow } from "./provider.js";
import { remembered } from "./remembered.js";

type ListedRate = readonly [id: string, amountMinor: number, channel: string, from: string, until: string | null];

const readRates = {
  FIRST: remembered((text) => parseRates(text, "FIRST")),
  FOLLOW_UP: remembered((text) => parseRates(text, "FOLLOW_UP")),
};

function parseRates(text: string, session: string): RateInForce[] {
  const listed: ListedRate[] = JSON.parse(text);
  return listed.map(([id, amount, channel, from, until]) => ({
    id,
    session,
    channel,
    amount_minor: amount,
    valid_from: from,
    valid_until: until,
  }));
}

export type Priced = { readonly rateMinor: number | null; readonly quote: Quote | null };

/** The agreed rate on the day of the first opening, and how a claim would split it; nothing without an opening. */
export function priceOf(row: ListingRow, claim: SearchCase | null): Priced {
  const [first] = row.slots;
  if (!first || row.rates === null) return { rateMinor: null, quote: null };
  const session = sessionKind(claim === null ? 1 : claim.sessions + 1);
  const rates = readRates[session](row.id, row.rates);
  const [, startsAt, , channel] = first;
  const treatedOn = localDateOf(startsAt);
  const rate = rateInForce(rates, session, channel, treatedOn);
  return { rateMinor: rate?.amount_minor ?? null, quote: claim && rate ? quoteOf(row, claim, rates, { treatedOn, channel }) : null };
}

function quoteOf(
  row: ListingRow,
  claim: SearchCase,
  rates: readonly RateInForce[],
  at: { treatedOn: string; channel: OpeningRow[3] },
): Quote | null {
  const quote = quoteTreatment({
    product: claim.product,
    under: claim.under,
    serviceType: claim.serviceCode,
    ...at,
    sessionNumber: claim.sessions + 1,
    hasPublicAgreement: row.hasPublicAgreement,
    doctorReferral: claim.doctorReferral,
    // whether it is covered is another question (coverage); the price shown is the one that would apply
    covered: true,
    capUsedMinor: claim.paidOfTotal,
    rates,
    tariffs: claim.tariffs,
  });
  return isQuote(quote) ? quote : null;
}
