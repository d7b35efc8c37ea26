import { isForComplaint } from "../coverage/limits.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { nothingHelps, type RowCheck } from "./check.js";

export const followUpRepeated: RowCheck = {
  code: "FOLLOW_UP_REPEATED",
  rules: ["COV-FOLLOWUP-ONCE"],
  says: {
    en: "One check follows an operation, and it has taken place or is booked; repeated checks are not covered.",
    da: "En operation følges af én kontrol, og den er gennemført eller booket; gentagne kontroller er ikke dækket.",
  },
  denies: (at) => at.service === "FOLLOW_UP_CHECK" && wasChecked(at),
  remedy: () =>
    nothingHelps(
      "Further checks belong to the public system; see your own doctor.",
      "Yderligere kontrol hører til i det offentlige; kontakt egen læge.",
    ),
};

/** After this operation: a check of an earlier one does not count. */
function wasChecked(at: RowCase): boolean {
  const { lastTreatmentOn } = at.facts.claim;
  return (at.facts.usage ?? []).some(
    (entry) =>
      entry.service === "FOLLOW_UP_CHECK" &&
      entry.count > 0 &&
      isForComplaint(entry, at) &&
      (!lastTreatmentOn || entry.lastOn === undefined || entry.lastOn > lastTreatmentOn),
  );
}
