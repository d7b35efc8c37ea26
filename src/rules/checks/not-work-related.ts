import { inClaim, nothingHelps, remedy, type Check } from "./check.js";

/** Covered whatever the cause: the section of the individual cover prevails over the general demand (MEM-WORK-SCOPE). */
const WHATEVER_THE_CAUSE: ReadonlySet<string> = new Set([
  "CRISIS_COUNSELLING",
  "HEALTH_PROGRAMME",
  "ADDICTION_TREATMENT",
  "PSYCHIATRIC_ASSESSMENT",
  "CHRONIC_PSYCH_SUPPORT",
  "MEDICATION_FOLLOW_UP",
]);

export const notWorkRelated: Check = {
  code: "NOT_WORK_RELATED",
  rules: ["MEM-WORK-RELATED", "MEM-WORK-DOUBT", "MEM-WORK-SCOPE", "COV-TRIPARTITE"],
  cites: (at) =>
    at.facts.member.role !== "EMPLOYEE" ? "COV-TRIPARTITE" : at.facts.claim.workRelated === "DOUBT" ? "MEM-WORK-DOUBT" : "MEM-WORK-RELATED",
  says: {
    en: "The disorder is not, or not beyond doubt, related to the employee's working life.",
    da: "Lidelsen er ikke, eller ikke uden tvivl, arbejdsrelateret.",
  },
  denies: (at) =>
    at.product === "OCCUPATIONAL" &&
    (at.facts.member.role === "EMPLOYEE" || at.service === "TRIPARTITE_COUNSELLING") &&
    (at.facts.claim.workRelated ?? "YES") !== "YES" &&
    !WHATEVER_THE_CAUSE.has(at.service),
  remedy: (at) =>
    at.facts.claim.workRelated === "DOUBT"
      ? remedy(
          "Covered when it is documented to the health team that working life caused the disorder.",
          "Dækket, når det over for sundhedsteamet er dokumenteret, at arbejdet er årsag til lidelsen.",
          inClaim({ workRelated: "YES" }),
        )
      : nothingHelps(
          "A cause outside working life is not covered; see your own doctor, or ask the health team for advice by phone.",
          "En årsag uden for arbejdslivet er ikke dækket; kontakt egen læge, eller få sundhedsteamets råd på telefon.",
        ),
};
