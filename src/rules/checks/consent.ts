/** Consent is judged on the day of the decision, because that is when something is disclosed to a clinic (CON-REQUIRED). */
import { addMonths } from "../../kernel/calendar.js";
import type { TreatmentCase } from "../coverage/treatment-case.js";
import { remedy, type Check, type Remedy } from "./check.js";

const giveAgain = (at: TreatmentCase): Remedy =>
  remedy(`A consent given on ${at.decidedOn}.`, `Et samtykke givet den ${at.decidedOn}.`, (facts) => ({
    ...facts,
    consent: { givenOn: at.decidedOn, withdrawnOn: null },
  }));

export const consentMissing: Check = {
  code: "CONSENT_MISSING",
  mayPass: true,
  rules: ["CON-REQUIRED"],
  says: {
    en: "The member has not consented to information about the claim being passed on.",
    da: "Medlemmet har ikke givet samtykke til, at oplysninger om skaden videregives.",
  },
  denies: ({ facts, decidedOn }) => !facts.consent || facts.consent.givenOn > decidedOn,
  remedy: giveAgain,
};

export const consentWithdrawn: Check = {
  code: "CONSENT_WITHDRAWN",
  mayPass: true,
  rules: ["CON-WITHDRAW"],
  says: { en: "The member has withdrawn the consent.", da: "Medlemmet har trukket samtykket tilbage." },
  denies: ({ facts, decidedOn }) => {
    const withdrawn = facts.consent?.withdrawnOn ?? null;
    return withdrawn !== null && withdrawn <= decidedOn;
  },
  remedy: giveAgain,
};

export const consentExpired: Check = {
  code: "CONSENT_EXPIRED",
  mayPass: true,
  rules: ["CON-ONE-YEAR"],
  says: { en: "The consent is more than a year old.", da: "Samtykket er mere end et år gammelt." },
  denies: ({ facts, decidedOn, settings }) => !!facts.consent && decidedOn > addMonths(facts.consent.givenOn, settings.consentMonths),
  remedy: giveAgain,
};
