import { remedy, withProvider, type RowCheck } from "./check.js";

export const providerAgreementRequired: RowCheck = {
  code: "PROVIDER_AGREEMENT_REQUIRED",
  ofTheSlot: true,
  rules: ["PRV-PODIATRY-AGREEMENT"],
  says: {
    en: "Podiatry is covered only with a podiatrist who has a provider number.",
    da: "Fodterapi er kun dækket hos en fodterapeut med ydernummer.",
  },
  denies: (at) => (at.service === "PODIATRY" || at.service === "FOOT_CHECK") && at.facts.provider.hasPublicAgreement !== true,
  remedy: () =>
    remedy(
      "Choose a podiatrist with a provider number.",
      "Vælg en fodterapeut med ydernummer.",
      withProvider({ hasPublicAgreement: true }),
    ),
};
