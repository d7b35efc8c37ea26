/** What a treatment at a found provider costs and who pays it, for the claim the search is for. */
import type { SearchCase } from "../../claims/case-file/search-case.store.js";
import type { Channel, PricedService } from "../../../rules/codes.js";
import { isQuote, quoteTreatment, rateInForce, sessionKind, type Quote, type RateInForce } from "../../rates/quote.js";
import { quoteView, type QuoteType } from "../../rates/rate.type.js";
import type { ListedProvider, ShownOpenings } from "./listed.js";
import { holdsOn } from "./listing-texts.js";
import { dayOf } from "./provider.js";

type Priced = { readonly rateMinor: number | null; readonly price: QuoteType | null };
type Prices = (listed: ListedProvider, shown: ShownOpenings) => Priced;

/** Prices that were worked out before, by all that they follow from: on a page most are those of the page before. */
const known = new Map<string, QuoteType | null>();
const MOST_KNOWN = 5_000;

/** Of the openings of one search: what its claim says of a price is told once. */
export function pricesFor(claim: SearchCase | null): Prices {
  const ofClaim = claim && termsOf(claim);
  return (listed, shown) => priceOf(listed, shown, claim, ofClaim);
}

function termsOf({ claim, sessions, paid_of_total, price_caps, tariffs }: SearchCase): string {
  const { product, under, service_code, referral_type } = claim;
  return JSON.stringify([product, under, service_code, referral_type, sessions, String(paid_of_total), price_caps, tariffs]);
}

/** The agreed rate on the day of the first opening, and how a claim would split it; nothing without an opening. */
function priceOf(listed: ListedProvider, { openings, rated }: ShownOpenings, claim: SearchCase | null, terms: string | null): Priced {
  const [first] = openings;
  if (!first) return { rateMinor: null, price: null };
  const session = sessionKind(claim === null ? 1 : claim.sessions + 1);
  const rates = listed.rates[session];
  const rate = (rated[session] ??= rateInForce(rates, session, first.channel, dayOf(first.startsAt)) ?? null);
  if (!claim || !rate) return { rateMinor: rate?.amount_minor ?? null, price: null };
  const at = { treatedOn: dayOf(first.startsAt), channel: first.channel, agreed: holdsOn(listed.publiclyAgreed, dayOf(first.startsAt)) };
  const key = `${terms} ${at.treatedOn} ${at.channel} ${at.agreed} ${rate.id} ${rate.amount_minor} ${rate.valid_from}`;
  let price = known.get(key);
  if (price === undefined) {
    const quote = quoteOf(claim, rates, at);
    price = quote && quoteView(quote, claim.claim.service_code as PricedService);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, price);
  }
  return { rateMinor: rate.amount_minor, price };
}

function quoteOf(
  claim: SearchCase,
  rates: readonly RateInForce[],
  { agreed, ...at }: { treatedOn: string; channel: Channel; agreed: boolean },
): Quote | null {
  const quote = quoteTreatment({
    product: claim.claim.product,
    under: claim.claim.under,
    serviceType: claim.claim.service_code,
    ...at,
    sessionNumber: claim.sessions + 1,
    hasPublicAgreement: agreed,
    doctorReferral: claim.claim.referral_type === "GP" || claim.claim.referral_type === "SPECIALIST",
    // whether it is covered is another question (coverage); the price shown is the one that would apply
    covered: true,
    capUsedMinor: claim.paid_of_total,
    caps: claim.price_caps,
    rates,
    tariffs: claim.tariffs,
  });
  return isQuote(quote) ? quote : null;
}
