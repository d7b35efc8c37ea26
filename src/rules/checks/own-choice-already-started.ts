import { addMonths } from "../../kernel/calendar.js";
import { coveredFrom, remedy, withProvider, type RowCheck } from "./check.js";

const ADULT_AGE = 18;

export const ownChoiceAlreadyStarted: RowCheck = {
  code: "OWN_CHOICE_ALREADY_STARTED",
  rules: ["COV-PSYCH-CHILD-LOCK"],
  says: {
    en: "The child's treatment has begun with a psychologist of own choice, so the network is closed for this claim.",
    da: "Barnets behandling er begyndt hos en selvvalgt psykolog, så netværket er lukket for denne skade.",
  },
  denies: (at) =>
    at.age < ADULT_AGE &&
    at.mode === "NETWORK" &&
    (at.service === "PSYCHOLOGIST" || at.service === "PSYCHOTHERAPIST") &&
    at.facts.claim.ownChoicePsychologistStarted === true,
  remedy: (at) =>
    at.row.provider.mode === "ANY"
      ? remedy("Covered with the psychologist of own choice.", "Dækket hos den selvvalgte psykolog.", withProvider({ mode: "OWN_CHOICE" }))
      : coveredFrom(addMonths(at.facts.member.birthDate, 12 * ADULT_AGE)),
};
