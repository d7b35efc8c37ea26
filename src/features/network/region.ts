/** The regions as the API names them, and the codes under which data and database keep them (SOR, seeds/data/regioner.csv). */
import type { WordList } from "../../kernel/worded.js";

export const REGION_CODES = {
  NORDJYLLAND: "1081",
  MIDTJYLLAND: "1082",
  SYDDANMARK: "1083",
  HOVEDSTADEN: "1084",
  SJAELLAND: "1085",
} as const;

export const REGION_WORDS: WordList<keyof typeof REGION_CODES> = {
  NORDJYLLAND: ["North Denmark Region", "Region Nordjylland"],
  MIDTJYLLAND: ["Central Denmark Region", "Region Midtjylland"],
  SYDDANMARK: ["Region of Southern Denmark", "Region Syddanmark"],
  HOVEDSTADEN: ["Capital Region of Denmark", "Region Hovedstaden"],
  SJAELLAND: ["Region Zealand", "Region Sjælland"],
};
