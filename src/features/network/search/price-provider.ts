/** What a treatment at a found provider costs and who pays it, for the claim the search is for. */
import type { SearchCase } from "../../claims/case-file/search-case.store.js";
import type { Channel } from "../../../rules/codes.js";
import { isQuote, quoteTreatment, rateInForce, sessionKind, type Quote, type RateInForce } from "../../rates/quote.js";
import type { ListedProvider, ShownOpenings } from "./listed.js";
import { holdsOn } from "./listing-texts.js";
import { dayOf } from "./provider.js";

export type Priced = { readonly rateMinor: number | null; readonly quote: Quote | null };

/** The agreed rate on the day of the first opening, and how a claim would split it; nothing without an opening. */
export function priceOf(listed: ListedProvider, { openings, rated }: ShownOpenings, claim: SearchCase | null): Priced {
  const [first] = openings;
  if (!first) return { rateMinor: null, quote: null };
  const session = sessionKind(claim === null ? 1 : claim.sessions + 1);
  const rates = listed.rates[session];
  const rate = (rated[session] ??= rateInForce(rates, session, first.channel, dayOf(first.startsAt)) ?? null);
  if (!claim || !rate) return { rateMinor: rate?.amount_minor ?? null, quote: null };
  const at = { treatedOn: dayOf(first.startsAt), channel: first.channel };
  return { rateMinor: rate.amount_minor, quote: quoteOf(listed, claim, rates, at) };
}

function quoteOf(
  { publiclyAgreed }: ListedProvider,
  claim: SearchCase,
  rates: readonly RateInForce[],
  at: { treatedOn: string; channel: Channel },
): Quote | null {
  const quote = quoteTreatment({
    product: claim.claim.product,
    under: claim.claim.under,
    serviceType: claim.claim.service_code,
    ...at,
    sessionNumber: claim.sessions + 1,
    hasPublicAgreement: holdsOn(publiclyAgreed, at.treatedOn),
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
