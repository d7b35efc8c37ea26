/** What the JSON columns of a claim hold, by the names the rules give their facts. Only what was said is stored. */
import type { Channel, CrisisEvent, CrisisRelation } from "../../../rules/codes.js";
import type { CoverageFacts, GuaranteeFacts } from "../../../rules/facts/facts.js";

/** Exceptions of the guarantee. */
export const EXCEPTION_FACTS = [
  "emergency",
  "notMedicallyAppropriate",
  "medicallyPostponed",
  "highlySpecialised",
  "declinedOffers",
  "wishedNotBefore",
  "publicOfferOn",
  "extensionWorkingDays",
  "providerCancellations",
  "begunOutside",
] as const satisfies readonly (keyof ClaimExceptions)[];
export type ClaimExceptions = NonNullable<GuaranteeFacts["exceptions"]>;

/** A claim's rare facts. */
export const FLAG_FACTS = [
  "previousInsurerClaim",
  "plannedBeforeStart",
  "emergency",
  "otherFormActive",
  "publicOfferWithinGuarantee",
  "publicPackage",
  "freePhysioScheme",
  "afterCoveredSurgery",
  "lastTreatmentOn",
  "ownChoicePsychologistStarted",
  "previousAddictionTreatment",
  "recurring",
] as const satisfies readonly (keyof CoverageFacts["claim"])[];
export type ClaimFlag = (typeof FLAG_FACTS)[number];
export type ClaimFlags = Pick<CoverageFacts["claim"], ClaimFlag>;

/** The event behind crisis counselling; it was reported with the claim unless it says when. Instants are RFC 3339. */
export type Crisis = {
  readonly event: CrisisEvent;
  readonly occurredAt: string;
  readonly reportedAt?: string;
  readonly policeReported?: boolean;
  readonly relation?: CrisisRelation | null;
};

/** Part of the day, by the Danish clock. */
export type TimeOfDay = "MORNING" | "AFTERNOON" | "EVENING";

/** What the member asked for. */
export type ClaimWishes = {
  /** BCP 47. */
  readonly language?: string;
  /** Of the practitioner, as the register of practitioners has it. */
  readonly gender?: string;
  readonly channel?: Channel;
  readonly timeOfDay?: TimeOfDay;
  /** Where to search from instead of home. */
  readonly postnr?: string;
};
