import { id } from "../../event-type.js";

/** What every event of a rate says. */
export const RATE = {
  rateId: id("AgreedRate"),
  clinicId: id("Clinic"),
  providerId: id("Organisation"),
} as const;
