/**
 * What is marked in the facts of a decision: each of the many yes-or-no facts that can turn it, where it differs from the
 * ordinary case. A fact that is true unless stated is marked where it is false.
 */
import type { CoverageFacts, PriceFacts } from "./facts.js";

type MarksOf<Facts> = Readonly<Record<string, (facts: Facts) => boolean | undefined>>;

const COVERAGE = {
  INFORMATION_MISSING: ({ claim }) => claim.informationComplete === false,
  FILED_WITH_PREVIOUS_INSURER: ({ claim }) => claim.previousInsurerClaim,
  PLANNED_BEFORE_START: ({ claim }) => claim.plannedBeforeStart,
  EMERGENCY: ({ claim }) => claim.emergency,
  OTHER_FORM_ACTIVE: ({ claim }) => claim.otherFormActive,
  SEVERAL_FORMS_ALLOWED: ({ claim }) => claim.severalFormsAllowed,
  PUBLIC_OFFER_IN_TIME: ({ claim }) => claim.publicOfferWithinGuarantee,
  PUBLIC_PACKAGE: ({ claim }) => claim.publicPackage,
  FREE_PHYSIOTHERAPY: ({ claim }) => claim.freePhysioScheme,
  AFTER_COVERED_SURGERY: ({ claim }) => claim.afterCoveredSurgery,
  OWN_PSYCHOLOGIST_STARTED: ({ claim }) => claim.ownChoicePsychologistStarted,
  PREVIOUS_ADDICTION_TREATMENT: ({ claim }) => claim.previousAddictionTreatment,
  RECURRING: ({ claim }) => claim.recurring,
  TREATMENT_GRANTED: ({ claim }) => claim.treatmentGranted,
  JUDGED_NOT_CHRONIC: ({ condition }) => condition.notChronic,
  CONDITION_ACCEPTED: ({ condition }) => condition.accepted,
  COVER_SUSPENDED: ({ cover }) => cover.suspended,
  PUBLIC_AGREEMENT: ({ provider }) => provider.hasPublicAgreement,
  NOT_AUTHORISED: ({ provider }) => provider.authorised === false,
  PROVIDER_RELATED: ({ provider }) => provider.related,
  TREATS_NO_CHILDREN: ({ provider }) => provider.treatsChildren === false,
} as const satisfies MarksOf<CoverageFacts>;

const PRICE = {
  NOT_COVERED: ({ covered }) => covered === false,
  PUBLIC_AGREEMENT: ({ provider }) => provider?.hasPublicAgreement,
  DOCTOR_REFERRAL: ({ doctorReferral }) => doctorReferral,
  SUPPLEMENT_TO_A_TREATMENT: ({ standAlone }) => standAlone === false,
} as const satisfies MarksOf<PriceFacts>;

export type DecisionMark = keyof typeof COVERAGE | keyof typeof PRICE;

const marked =
  <Facts, Mark extends string>(marks: Readonly<Record<Mark, (facts: Facts) => boolean | undefined>>) =>
  (facts: Facts): Mark[] =>
    (Object.keys(marks) as Mark[]).filter((mark) => marks[mark](facts) === true);

export const coverageMarks = marked<CoverageFacts, keyof typeof COVERAGE>(COVERAGE);
export const priceMarks = marked<PriceFacts, keyof typeof PRICE>(PRICE);
