import { remedy, withProvider, type Check } from "./check.js";

export const providerRelated: Check = {
  code: "PROVIDER_RELATED",
  rules: ["PRV-RELATED"],
  says: {
    en: "The provider is the member, a family member or a company of theirs.",
    da: "Behandleren er medlemmet selv, et familiemedlem eller deres virksomhed.",
  },
  denies: (at) => at.facts.provider.related === true,
  remedy: () => remedy("Choose a provider outside the family.", "Vælg en behandler uden for familien.", withProvider({ related: false })),
};
