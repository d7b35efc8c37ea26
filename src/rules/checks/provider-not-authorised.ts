import { remedy, withProvider, type Check } from "./check.js";

export const providerNotAuthorised: Check = {
  code: "PROVIDER_NOT_AUTHORISED",
  ofTheSlot: true,
  rules: ["PRV-AUTHORISED", "PRV-A-QUALIFICATION", "PRV-MASSAGE-SHOCKWAVE", "PRV-PODIATRY-AGREEMENT", "CLM-CENTRE-APPROVED"],
  cites: (at) => {
    if (at.under === "A") return "PRV-A-QUALIFICATION";
    if (at.service === "MASSAGE" || at.service === "SHOCKWAVE") return "PRV-MASSAGE-SHOCKWAVE";
    return at.service === "PODIATRY" ? "PRV-PODIATRY-AGREEMENT" : "PRV-AUTHORISED";
  },
  says: {
    en: "The provider does not hold the authorisation, registration or approval this treatment requires.",
    da: "Behandleren har ikke den autorisation, registrering eller godkendelse, som behandlingen kræver.",
  },
  denies: (at) => at.facts.provider.authorised === false,
  remedy: () => remedy("Choose an authorised provider.", "Vælg en autoriseret behandler.", withProvider({ authorised: true })),
};
