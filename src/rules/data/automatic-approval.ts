/**
 * By which criteria a report is approved without a person looking at it first (CLM-AUTO-APPROVE): new and uncomplicated pain of
 * muscles and joints, reported online, for physiotherapy in the network, in a clinic or online. Each criterion that fails is the
 * reason for a look, and is told.
 */
import type { Cover, Service } from "../codes.js";
import type { Words } from "../words.js";
import type { ConditionCode } from "./conditions.js";

export const AUTOMATIC: {
  readonly services: readonly Service[];
  readonly covers: readonly Cover[];
  /** Pain without a diagnosis behind it. */
  readonly conditions: readonly ConditionCode[];
  /** New is what is not yet long-term: the months after which section 5.7 calls pain long-term. */
  readonly newMonths: number;
} = {
  services: ["PHYSIOTHERAPY"],
  covers: ["BASE", "B"],
  conditions: ["BACK_PAIN", "NECK_PAIN", "SHOULDER_PAIN", "KNEE_INJURY", "TENNIS_ELBOW", "TENSION_HEADACHE"],
  newMonths: 3,
};

export const MANUAL_CHECKS = {
  SWITCHED_OFF: { en: "Automatic approval is switched off.", da: "Automatisk godkendelse er slået fra." },
  NOT_REPORTED_ONLINE: { en: "The claim was not reported online.", da: "Skaden er ikke anmeldt online." },
  SERVICE_NOT_AUTOMATIC: {
    en: "Only physiotherapy is approved automatically.",
    da: "Kun fysioterapi godkendes automatisk.",
  },
  OWN_CHOICE_NOT_AUTOMATIC: {
    en: "A therapist of own choice is approved by the health team.",
    da: "En selvvalgt behandler godkendes af sundhedsteamet.",
  },
  COVER_NOT_AUTOMATIC: {
    en: "The cover the claim is handled under is chosen by the health team.",
    da: "Dækningen, skaden behandles under, vælges af sundhedsteamet.",
  },
  NOT_UNCOMPLICATED: {
    en: "The complaint is not one of those counted as uncomplicated.",
    da: "Lidelsen hører ikke til dem, der regnes for ukomplicerede.",
  },
  NOT_NEW: { en: "The complaint is not new, or has been treated before.", da: "Lidelsen er ikke nyopstået eller er behandlet før." },
  CAUSE_NOT_CLEARED: {
    en: "Nobody has said that the cause is none of those the insurance does not cover.",
    da: "Det er ikke oplyst, at årsagen ikke er en af dem, forsikringen ikke dækker.",
  },
  FACTS_ON_RECORD: {
    en: "Something is on record that a person has to look at.",
    da: "Der er noteret forhold, som en medarbejder skal se på.",
  },
} as const satisfies Readonly<Record<string, Words>>;
export type ManualCheck = keyof typeof MANUAL_CHECKS;
