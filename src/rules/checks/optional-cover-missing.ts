import { inCover, nothingHelps, remedy, type Check } from "./check.js";

export const optionalCoverMissing: Check = {
  code: "OPTIONAL_COVER_MISSING",
  rules: ["MEM-OPTIONAL-COVER"],
  says: {
    en: "The claim is handled under an optional cover that is not stated in the policy.",
    da: "Skaden behandles under et tilvalg, der ikke fremgår af policen.",
  },
  denies: ({ row, under, facts }) => row !== null && under !== "BASE" && facts.cover.optional?.includes(under) !== true,
  remedy: ({ under, facts }) =>
    under === "BASE"
      ? nothingHelps("The base cover is always in the policy.", "Basisdækningen er altid en del af policen.")
      : remedy(
          `Covered when the policy includes optional cover ${under}.`,
          `Dækket, når policen omfatter tilvalg ${under}.`,
          inCover({ optional: [...(facts.cover.optional ?? []), under] }),
        ),
};
