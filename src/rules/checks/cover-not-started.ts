import { coveredFrom, type Check } from "./check.js";

export const coverNotStarted: Check = {
  code: "COVER_NOT_STARTED",
  mayPass: true,
  rules: ["MEM-COVER-PERIOD", "MEM-FLEX-START"],
  says: {
    en: "The treatment takes place before the cover starts.",
    da: "Behandlingen finder sted, før dækningen begynder.",
  },
  denies: (at) => at.on < at.facts.cover.start,
  remedy: (at) => coveredFrom(at.facts.cover.start),
};
