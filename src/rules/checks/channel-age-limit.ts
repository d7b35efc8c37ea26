import { addMonths } from "../../kernel/calendar.js";
import { coveredFrom, inTreatment, remedy, type RowCheck } from "./check.js";

const DIGITAL_AGE = 15;

export const channelAgeLimit: RowCheck = {
  code: "CHANNEL_AGE_LIMIT",
  mayPass: true,
  ofTheSlot: true,
  rules: ["CHN-AGE-15"],
  says: {
    en: "Treatment online or by telephone is covered from the age of 15.",
    da: "Behandling online eller pr. telefon er dækket fra det fyldte 15. år.",
  },
  denies: (at) => at.channel !== "IN_PERSON" && at.age < DIGITAL_AGE && at.service !== "CRISIS_COUNSELLING",
  remedy: (at) =>
    at.row.channels.includes("IN_PERSON")
      ? remedy("Covered in person.", "Dækket ved personligt fremmøde.", inTreatment({ channel: "IN_PERSON" }))
      : coveredFrom(addMonths(at.facts.member.birthDate, 12 * DIGITAL_AGE)),
};
