/** A member's consent: who may give it, how long it holds, what it is for. Judged on the day of each disclosure (CON-REQUIRED). */
import { addMonths, ageOn, type LocalDate } from "../../kernel/calendar.js";
import { refusal, type Refusal } from "../../kernel/refusal.js";
import { SETTINGS } from "../../rules/data/settings.js";

/** TREATMENT: a clinic learns what its own booking needs. INFORMATION: the insurer obtains records about the claim (section 8.8). */
export const CONSENT_PURPOSES = ["TREATMENT", "INFORMATION"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** From this age a young person consents to treatment alone (Danish Health Act, section 17). */
const AGE_OF_CONSENT = 15;

export type ConsentFacts = {
  readonly givenOn: LocalDate;
  readonly expiresOn: LocalDate;
  readonly withdrawnOn: LocalDate | null;
  readonly replacedBy: string | null;
};

export type ConsentState = "LIVE" | "EXPIRED" | "WITHDRAWN" | "REPLACED";

/** Last valid day: the day number a year on, 28 February for a consent of 29 February (CON-ONE-YEAR, GEN-MONTHS). */
export function lastValidDay(givenOn: LocalDate): LocalDate {
  return addMonths(givenOn, SETTINGS.consentMonths);
}

export function consentState(consent: ConsentFacts, today: LocalDate): ConsentState {
  if (consent.withdrawnOn !== null && consent.withdrawnOn <= today) return "WITHDRAWN";
  if (consent.expiresOn < today) return "EXPIRED";
  return consent.replacedBy === null ? "LIVE" : "REPLACED";
}

export type ConsentGiver = {
  /** MEMBER, or HEALTH_TEAM for a consent given on paper or by telephone. */
  readonly role: string;
  /** The member records the viewer acts for, own first. */
  readonly memberIds: readonly string[];
  readonly assurance: string;
};

export type ConsentSubject = {
  readonly id: string;
  readonly birthDate: LocalDate;
  /** Holders of custody on record. */
  readonly guardianIds: readonly string[];
};

/** The member who gives it: the subject itself from 15, before that a holder of custody. */
export type GivenConsent = { readonly by: string; readonly refusals: readonly Refusal[] };

/** `namedGiver` is whom the health team heard; a member's login says it by itself. */
export function consentGiver(giver: ConsentGiver, subject: ConsentSubject, today: LocalDate, namedGiver: string | null): GivenConsent {
  const child = ageOn(subject.birthDate, today) < AGE_OF_CONSENT;
  const by = (giver.role === "MEMBER" ? giver.memberIds[0] : namedGiver) ?? subject.id;
  const refusals: Refusal[] = [];
  if (child && !subject.guardianIds.includes(by)) refusals.push(NEEDS_GUARDIAN);
  if (!child && by !== subject.id) refusals.push(ONLY_SUBJECT);
  if (giver.role === "MEMBER" && by !== subject.id && giver.assurance !== "HIGH") refusals.push(NEEDS_HIGH);
  return { by, refusals };
}

const NEEDS_GUARDIAN = refusal("CONSENT_NEEDS_GUARDIAN", "For a child under 15 a holder of custody gives consent.", {
  path: ["input", "givenById"],
  rule: "CON-THIRD-PARTY",
  clause: "FAQ, 'Authorization for Third Party'",
  remedy: "Let a parent with custody give it with their own login, or name the parent who gave it.",
});

const ONLY_SUBJECT = refusal("CONSENT_NOT_YOURS", "From 15 a person gives consent alone.", {
  path: ["input", "givenById"],
  rule: "CON-THIRD-PARTY",
  clause: "FAQ, 'Authorization for Third Party'",
  remedy: "Let the person give it with their own login.",
});

const NEEDS_HIGH = refusal("ASSURANCE_TOO_LOW", "Consent on behalf of a child needs a login of level High.", {
  remedy: "Log in again with MitID at level High.",
});
