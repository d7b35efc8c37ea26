/** Transport to a specialist: far enough, agreed beforehand, and by car, public transport or lying down (TRN-*). */
import type { PricedService } from "../codes.js";
import { FactsFault } from "../facts/facts-fault.js";
import type { PriceFacts } from "../facts/facts.js";
import { SETTINGS, type Settings } from "../data/settings.js";

export type TransportReason =
  "TRANSPORT_NOT_AUTHORISED" | "TAXI_NOT_COVERED" | "TRANSPORT_NOT_FOR_SERVICE" | "DISTANCE_TOO_SHORT" | "CAPPED_TRANSPORT";

type Transport = NonNullable<PriceFacts["transport"]>;

/** Specialised medical care only (TRN-SPECIALIST-ONLY, TRN-EXCLUDED). */
const TRANSPORT_SERVICES: ReadonlySet<PricedService> = new Set<PricedService>([
  "SPECIALIST_EXAMINATION",
  "SPECIALIST_TREATMENT",
  "DIAGNOSTIC_IMAGING",
  "FOLLOW_UP_CHECK",
  "CHRONIC_SURGERY",
  "BLOCKADE",
  "RE_OPERATION",
  "SECOND_OPINION",
  "CPAP_TREATMENT",
]);

/** Whether the way to a treatment of this kind is long enough for transport to be covered (TRN-60KM, TRN-SPECIALIST-ONLY). */
export function isFarEnough(oneWayKm: number, service: string, settings: Settings = SETTINGS): boolean {
  const services: ReadonlySet<string> = TRANSPORT_SERVICES;
  return services.has(service) && oneWayKm > settings.transportMinimumKm;
}

/** The amount covered of what is left to pay, in øre; the reasons it is less are added to `reasons`. */
export function transportAmount(
  { transport }: PriceFacts,
  remaining: number,
  settings: Settings,
  reasons: Pick<TransportReason[], "push">,
): number {
  if (!transport) throw new FactsFault("transport", "is required for TRANSPORT");
  const obstacles = obstaclesTo(transport, settings);
  reasons.push(...obstacles);
  if (obstacles.length > 0) return 0;
  const limit = limitOf(transport);
  if (limit === null || remaining <= limit) return remaining;
  reasons.push("CAPPED_TRANSPORT");
  return limit;
}

function obstaclesTo(transport: Transport, settings: Settings): readonly TransportReason[] {
  const { means, authorised = true, prescribedBySpecialist = false } = transport;
  const reasons: TransportReason[] = [];
  if (!authorised || (means === "RECUMBENT" && !prescribedBySpecialist)) reasons.push("TRANSPORT_NOT_AUTHORISED");
  if (means === "TAXI") reasons.push("TAXI_NOT_COVERED");
  if (!TRANSPORT_SERVICES.has(transport.forService)) reasons.push("TRANSPORT_NOT_FOR_SERVICE");
  // Exactly 60 km is not enough; lying down has no minimum distance (TRN-60KM, TRN-RECUMBENT).
  if (means !== "RECUMBENT" && transport.oneWayKm <= settings.transportMinimumKm) reasons.push("DISTANCE_TOO_SHORT");
  return reasons;
}

/** The state's lowest rate there and back, or the cheapest public fare (TRN-RATE). */
function limitOf({ means, oneWayKm, kmRateOre = 0, cheapestReturnFareOre = 0 }: Transport): number | null {
  switch (means) {
    case "OWN_CAR":
      return 2 * oneWayKm * kmRateOre;
    case "PUBLIC_TRANSPORT":
      return cheapestReturnFareOre;
    case "RECUMBENT":
    case "TAXI":
      return null;
  }
}
