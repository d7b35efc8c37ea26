import { nothingHelps, type Check } from "./check.js";

export const emergency: Check = {
  code: "EMERGENCY_NOT_COVERED",
  rules: ["CLM-EMERGENCY"],
  says: {
    en: "An emergency is not covered, except by crisis counselling.",
    da: "Akutte tilfælde er ikke dækket, bortset fra akut krisehjælp.",
  },
  denies: (at) => at.facts.claim.emergency === true && at.service !== "CRISIS_COUNSELLING",
  remedy: () => nothingHelps("Contact your own doctor, the emergency medical service or 112.", "Kontakt egen læge, lægevagten eller 112."),
};
