/** Whose public tariff a service is priced by: rehabilitation and GLA:D are general physiotherapy, speciality 51 (GEN-SPECIALITY-51-53); a foot check is podiatry. */
import type { PricedService, Service } from "../codes.js";

const TARIFF_OF: Readonly<Partial<Record<PricedService, Service>>> = {
  REHABILITATION: "PHYSIOTHERAPY",
  GLAD: "PHYSIOTHERAPY",
  FOOT_CHECK: "PODIATRY",
};

/** Quotes, bookings, searches and bills alike (PRC-PUBLIC-DEDUCT, PRC-PHYSIO-SHARE, PRC-GLAD). */
export function tariffServices(): readonly (readonly [service: string, tariff: string])[] {
  return Object.entries(TARIFF_OF);
}
