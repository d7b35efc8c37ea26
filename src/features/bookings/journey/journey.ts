/** The way to an appointment, and what of it is covered (insurance conditions 2025, section 5.6.9). */
import { distanceKm, placeOf } from "../../../kernel/place.js";
import { isDecided, type MedicalDecisions } from "../../claims/information/medical-decision.js";
import type { Channel, Cover, Product, Service } from "../../../rules/codes.js";
import { explainPrice, type Explanation } from "../../../rules/explain.js";
import { kmRateOn } from "../../../rules/data/km-rates.js";
import { decidePrice, type PriceFacts } from "../../../rules/price/price.js";
import { isFarEnough } from "../../../rules/price/transport.js";

export type JourneyFacts = {
  readonly product: Product;
  readonly under: Cover;
  readonly service: Service;
  readonly channel: Channel;
  readonly treated_on: string;
  readonly medical_decisions: MedicalDecisions;
  readonly from_lat: number | null;
  readonly from_lon: number | null;
  readonly to_lat: number;
  readonly to_lon: number;
};

export type Journey = {
  /** Kilometres in a straight line, one way; null where the home is not known, or nobody travels. */
  readonly km: number | null;
  /** Far enough, and to treatment of the kind, that transport can be covered. */
  readonly far: boolean;
  /** By car there and back at the state's lowest rate, in øre; 0 where something stands against it. */
  readonly ore: number;
  readonly ratePerKmOre: number | null;
  readonly recumbent: boolean;
  readonly escort: boolean;
  readonly reasons: readonly Explanation[];
};

export function journeyOf(facts: JourneyFacts): Journey {
  const home = facts.channel === "IN_PERSON" ? placeOf(facts.from_lat, facts.from_lon) : null;
  const decided = facts.medical_decisions;
  const of = {
    ratePerKmOre: kmRateOn(facts.treated_on),
    recumbent: isDecided(decided, "RECUMBENT_TRANSPORT"),
    escort: isDecided(decided, "MEDICAL_ESCORT"),
  };
  if (home === null) return { ...of, km: null, far: false, ore: 0, reasons: [] };
  const exact = distanceKm(home, { lat: facts.to_lat, lon: facts.to_lon });
  const km = Math.round(exact);
  // a rounded way must not open what the exact one does not
  const oneWayKm = isFarEnough(exact, facts.service) ? Math.max(km, MINIMUM + 1) : Math.min(km, MINIMUM);
  const price = byCar(facts, oneWayKm, of.ratePerKmOre ?? 0);
  const decision = decidePrice(price);
  return {
    ...of,
    km,
    far: isFarEnough(exact, facts.service),
    ore: decision.insurerReimbursesMemberOre,
    reasons: explainPrice(decision, price),
  };
}
const MINIMUM = 60;

function byCar(facts: JourneyFacts, oneWayKm: number, kmRateOre: number): PriceFacts {
  return {
    product: facts.product,
    under: facts.under,
    serviceType: "TRANSPORT",
    mode: "OWN_CHOICE",
    treatedOn: facts.treated_on,
    feeOre: 2 * oneWayKm * kmRateOre,
    transport: {
      means: "OWN_CAR",
      oneWayKm,
      kmRateOre,
      forService: facts.service,
      authorised: isDecided(facts.medical_decisions, "TRANSPORT_AUTHORISED"),
    },
  };
}
