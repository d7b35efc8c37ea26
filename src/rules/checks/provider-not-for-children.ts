import { remedy, withProvider, type RowCheck } from "./check.js";

const ADULT_AGE = 18;

export const providerNotForChildren: RowCheck = {
  code: "PROVIDER_NOT_FOR_CHILDREN",
  ofTheSlot: true,
  rules: ["PRV-CHILDREN"],
  says: {
    en: "The network provider does not treat children.",
    da: "Netværksbehandleren behandler ikke børn.",
  },
  denies: (at) => at.age < ADULT_AGE && at.mode === "NETWORK" && at.facts.provider.treatsChildren === false,
  remedy: () =>
    remedy("Choose a provider who treats children.", "Vælg en behandler, der behandler børn.", withProvider({ treatsChildren: true })),
};
