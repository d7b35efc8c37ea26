import { IMMEDIATE_FAMILY } from "../codes.js";
import type { CoverageFacts } from "../facts/facts.js";
import { nothingHelps, remedy, type RowCheck } from "./check.js";

type Crisis = NonNullable<CoverageFacts["crisis"]>;
const FAMILY: ReadonlySet<string> = new Set(IMMEDIATE_FAMILY);

/** Serious work accidents and violent or traumatic incidents, which several people can have met together (COV-CRISIS-DEBRIEF). */
const SHARED: ReadonlySet<string> = new Set(["DANGER_INCIDENT", "VIOLENCE", "WITNESSED_DEATH_OR_INCIDENT"]);

export const crisisEventNotCovered: RowCheck = {
  code: "CRISIS_EVENT_NOT_COVERED",
  rules: ["COV-CRISIS-EVENTS", "COV-CRISIS-POLICE", "COV-CRISIS-FAMILY", "COV-CRISIS-EXPECTED", "COV-CRISIS-DEBRIEF"],
  cites: ({ service, facts: { crisis } }) => {
    if (service === "DEBRIEFING") return "COV-CRISIS-DEBRIEF";
    if (crisis?.event === "FIRE_OR_BURGLARY") return "COV-CRISIS-POLICE";
    if (crisis?.event === "EXPECTED_EVENT" || crisis?.event === "DISMISSAL" || crisis?.event === "CONFLICT") return "COV-CRISIS-EXPECTED";
    return "COV-CRISIS-FAMILY";
  },
  says: {
    en: "The event is none of those that give crisis counselling or a debriefing.",
    da: "Hændelsen er ikke en af dem, der giver krisehjælp eller debriefing.",
  },
  // A crisis reported late is no longer crisis counselling here, so its event plays no part.
  denies: ({ service, facts: { crisis } }) =>
    !!crisis && ((service === "CRISIS_COUNSELLING" && !qualifies(crisis)) || (service === "DEBRIEFING" && !SHARED.has(crisis.event))),
  remedy: ({ service, facts: { crisis } }) =>
    service === "CRISIS_COUNSELLING" && crisis?.event === "FIRE_OR_BURGLARY"
      ? remedy("Covered when the event is reported to the police.", "Dækket, når hændelsen er anmeldt til politiet.", (facts) => ({
          ...facts,
          ...(facts.crisis ? { crisis: { ...facts.crisis, policeReported: true } } : {}),
        }))
      : nothingHelps(
          "Ask the health team about ordinary psychological treatment.",
          "Spørg sundhedsteamet om almindelig psykologbehandling.",
        ),
};

function qualifies({ event, policeReported = false, relation = null }: Crisis): boolean {
  switch (event) {
    case "DANGER_INCIDENT":
    case "VIOLENCE":
    case "OWN_LIFE_THREATENING_DIAGNOSIS":
      return true;
    case "FIRE_OR_BURGLARY":
      return policeReported;
    case "DEATH_IN_FAMILY":
    case "FAMILY_LIFE_THREATENING_DIAGNOSIS":
      return relation !== null && FAMILY.has(relation);
    case "WITNESSED_DEATH_OR_INCIDENT":
      // Wider than the definition: parents, siblings, grandparents and colleagues count, friends do not.
      return relation !== null && relation !== "FRIEND";
    case "EXPECTED_EVENT":
    case "DISMISSAL":
    case "CONFLICT":
      return false;
  }
}
