import { remedy, withProvider, type RowCheck } from "./check.js";

export const networkOnly: RowCheck = {
  code: "NETWORK_ONLY",
  rules: ["PRV-DESIGNATED", "PRV-NETWORK-TYPES", "PRV-PSYCHOTHERAPIST-NETWORK", "COV-FLEX-PSYCH", "COV-F-PSYCH-6M"],
  cites: (at) => at.row.provider.rule,
  says: {
    en: "This treatment is covered only with a provider of the network or the designated centre.",
    da: "Behandlingen er kun dækket hos en behandler i netværket eller på det anviste behandlingssted.",
  },
  denies: (at) => at.row.provider.mode === "NETWORK" && at.mode === "OWN_CHOICE",
  remedy: () => remedy("Choose a provider of the network.", "Vælg en behandler i netværket.", withProvider({ mode: "NETWORK" })),
};
