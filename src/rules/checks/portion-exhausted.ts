import { remedy, type RowCheck } from "./check.js";

export const portionExhausted: RowCheck = {
  code: "PORTION_EXHAUSTED",
  mayPass: true,
  rules: ["COV-PORTION"],
  says: {
    en: "The portion of treatments the health team has allocated is used up.",
    da: "Den portion behandlinger, sundhedsteamet har bevilget, er brugt.",
  },
  denies: ({ facts: { portion } }) => !!portion && portion.used >= portion.authorised,
  remedy: () =>
    remedy("Covered when the health team has allocated more.", "Dækket, når sundhedsteamet har bevilget flere.", (facts) => ({
      ...facts,
      portion: facts.portion ? { ...facts.portion, authorised: facts.portion.used + 1 } : null,
    })),
};
