import type { TreatmentCase } from "../coverage/treatment-case.js";
import { inTreatment, remedy, type Check } from "./check.js";

/** Residents of these countries may be treated at home by these therapists, under the occupational product (CLM-NORDIC-RESIDENT). */
const COUNTRIES: ReadonlySet<string> = new Set(["SE", "NO", "FI", "IS", "DE"]);
const THERAPISTS: ReadonlySet<string> = new Set(["PHYSIOTHERAPY", "CHIROPRACTIC", "PSYCHOLOGIST"]);

export const outsideDenmark: Check = {
  code: "OUTSIDE_DENMARK",
  rules: ["CLM-DENMARK", "CLM-NORDIC-RESIDENT", "CLM-POSTED", "COV-CRISIS-ABROAD"],
  cites: (at) => (at.service === "CRISIS_COUNSELLING" ? "COV-CRISIS-ABROAD" : "CLM-DENMARK"),
  says: {
    en: "The treatment takes place outside Denmark; Greenland and the Faroe Islands are outside.",
    da: "Behandlingen finder sted uden for Danmark; Grønland og Færøerne regnes ikke med.",
  },
  denies: (at) => {
    const country = at.facts.treatment.country ?? "DK";
    return country !== "DK" && !atHome(country, at);
  },
  remedy: () => remedy("Covered when treated in Denmark.", "Dækket ved behandling i Danmark.", inTreatment({ country: "DK" })),
};

function atHome(country: string, at: TreatmentCase): boolean {
  const residence = at.facts.member.residence ?? "DK";
  return at.product === "OCCUPATIONAL" && THERAPISTS.has(at.service) && country === residence && COUNTRIES.has(country);
}
