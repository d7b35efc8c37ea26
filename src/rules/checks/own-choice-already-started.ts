import { addMonths } from "../../kernel/calendar.js";
import { isForComplaint } from "../coverage/limits.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { coveredFrom, remedy, withProvider, type RowCheck } from "./check.js";

const ADULT_AGE = 18;

/** Treatment in the network by psychologists and psychotherapists, the programme for children included (5.8). */
const LOCKED: ReadonlySet<string> = new Set(["PSYCHOLOGIST", "PSYCHOTHERAPIST", "CHILD_MENTAL_PROGRAMME"]);

export const ownChoiceAlreadyStarted: RowCheck = {
  code: "OWN_CHOICE_ALREADY_STARTED",
  rules: ["COV-PSYCH-CHILD-LOCK"],
  says: {
    en: "The child's treatment has begun with a psychologist of own choice, so the network is closed for this complaint.",
    da: "Barnets behandling er begyndt hos en selvvalgt psykolog, så netværket er lukket for denne lidelse.",
  },
  denies: (at) =>
    at.age < ADULT_AGE &&
    at.mode === "NETWORK" &&
    LOCKED.has(at.service) &&
    (at.facts.claim.ownChoicePsychologistStarted === true || hasBegun(at)),
  remedy: (at) =>
    at.row.provider.mode === "ANY"
      ? remedy("Covered with the psychologist of own choice.", "Dækket hos den selvvalgte psykolog.", withProvider({ mode: "OWN_CHOICE" }))
      : coveredFrom(addMonths(at.facts.member.birthDate, 12 * ADULT_AGE)),
};

/** A treatment by a psychologist of own choice is on record for this complaint, in this claim or another. */
function hasBegun(at: RowCase): boolean {
  const taken = at.facts.usage ?? [];
  return taken.some(
    (entry) => entry.service === "PSYCHOLOGIST" && entry.mode === "OWN_CHOICE" && entry.count > 0 && isForComplaint(entry, at),
  );
}
