/**
 * The price of one network treatment, frozen at booking: which rate version, what the region pays, what the insurer
 * pays the clinic, what is left for the member. What is settled later is this, to the øre.
 */
import type { JsonOf } from "../../../schema/columns-of.js";
import type { Session } from "../../../schema/states.js";
import { decidePrice } from "../../rules/price/price.js";
import type { PriceDecision, PriceFacts } from "../../rules/price/price.js";
import type { Channel, Cover, PricedService, Product } from "../../rules/codes.js";
import type { LocalDate } from "../../kernel/calendar.js";
import { refusal, type Refusal } from "../../kernel/refusal.js";

export type RateInForce = Pick<JsonOf<"agreed_rate">, "id" | "session" | "channel" | "amount_minor" | "valid_from" | "valid_until">;
export type TariffInForce = Omit<JsonOf<"public_tariff">, "id" | "service_code" | "evidence">;

export type PriceBasis = {
  readonly product: Product;
  readonly under: Cover;
  readonly serviceType: PricedService;
  readonly treatedOn: LocalDate;
  readonly channel: Channel;
  /** 1 is the first treatment of the claim. */
  readonly sessionNumber: number;
  readonly hasPublicAgreement: boolean;
  readonly doctorReferral: boolean;
  readonly covered: boolean;
  /** Paid or reserved against the total of the service, in øre; 0 where it has none. */
  readonly capUsedMinor: bigint;
  /** Amounts that apply instead of what the conditions print. */
  readonly caps: readonly { readonly key: string; readonly from: string; readonly ore: number }[];
  readonly rates: readonly RateInForce[];
  readonly tariffs: readonly TariffInForce[];
};

export type Quote = {
  readonly rateId: string;
  readonly grossMinor: number;
  readonly publicPaysMinor: number;
  readonly insurerPaysMinor: number;
  readonly memberPaysMinor: number;
  /** 0 until somebody reports a subsidy: its amount has no source, and none is invented (PRC-DANMARK). */
  readonly danmarkToInsurerMinor: number;
  readonly reasons: readonly string[];
  readonly facts: PriceFacts;
  readonly decision: PriceDecision;
};

const within = (day: string, from: string, until: string | null): boolean => from <= day && (until === null || day < until);

/** First session or follow-up: the two prices a clinic agrees on. */
export function sessionKind(sessionNumber: number): Session {
  return sessionNumber <= 1 ? "FIRST" : "FOLLOW_UP";
}

/** The approved rate in force on the day; one made for the channel goes before one for any channel. */
export function rateInForce(rates: readonly RateInForce[], session: Session, channel: Channel, day: LocalDate): RateInForce | undefined {
  let forAny: RateInForce | undefined;
  for (const rate of rates) {
    if (rate.session !== session || !within(day, rate.valid_from, rate.valid_until)) continue;
    if (rate.channel === channel) return rate;
    if (rate.channel === "ANY") forAny ??= rate;
  }
  return forAny;
}

/** A quote, or the refusal that there is no agreed rate on that day (PRC-NETWORK-RATE needs one). */
export function quoteTreatment(basis: PriceBasis): Quote | Refusal {
  const session = sessionKind(basis.sessionNumber);
  const rate = rateInForce(basis.rates, session, basis.channel, basis.treatedOn);
  if (!rate) {
    return refusal("RATE_MISSING", "There is no agreed rate for this treatment on that day.", {
      rule: "PRC-NETWORK-RATE",
      clause: "insurance conditions 2025, sections 4.7, 5.7, 5.8",
      remedy: "Choose another day or clinic, or have the network manager agree a rate.",
    });
  }
  const tariff = basis.tariffs.find((t) => t.session === session && within(basis.treatedOn, t.valid_from, t.valid_until));
  const facts: PriceFacts = {
    product: basis.product,
    under: basis.under,
    serviceType: basis.serviceType,
    mode: "NETWORK",
    treatedOn: basis.treatedOn,
    covered: basis.covered,
    sessionNumber: basis.sessionNumber,
    provider: { hasPublicAgreement: basis.hasPublicAgreement },
    doctorReferral: basis.doctorReferral,
    networkRates: [{ from: rate.valid_from, ore: rate.amount_minor }],
    publicReimbursementOre: tariff?.public_share_minor ?? 0,
    ...(basis.caps.length > 0 ? { caps: basis.caps } : {}),
    ...(basis.capUsedMinor > 0n ? { capUsedOre: Number(basis.capUsedMinor) } : {}),
  };
  const decision = decidePrice(facts);
  return {
    rateId: rate.id,
    grossMinor: rate.amount_minor,
    publicPaysMinor: decision.publicPaysOre,
    insurerPaysMinor: decision.insurerPaysClinicOre,
    memberPaysMinor: decision.memberPaysOre,
    danmarkToInsurerMinor: decision.danmarkToInsurerOre,
    reasons: decision.reasons,
    facts,
    decision,
  };
}

export function isQuote(value: Quote | Refusal): value is Quote {
  return "rateId" in value;
}
