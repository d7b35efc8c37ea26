/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../../gateway/feature.js";
import { GiveConsent } from "./give-consent.js";
import { WithdrawConsent } from "./withdraw-consent.js";

export const consent: Feature = {
  resolvers: [GiveConsent, WithdrawConsent],
  announced: ["giveConsent", "withdrawConsent"],
};
