/** The order of evaluation. Every check of a stage is made; the second stage decides whether the third is reached. */
import type { Check, RowCheck } from "./check.js";
import { ageOutOfRange } from "./age-out-of-range.js";
import { channelAgeLimit } from "./channel-age-limit.js";
import { channelNotAllowed } from "./channel-not-allowed.js";
import { chronicSixMonthsExpired } from "./chronic-six-months-expired.js";
import { claimReportedOutsideCover } from "./claim-reported-outside-cover.js";
import { conditionNotAssessed } from "./condition-not-assessed.js";
import { conditionNotEligible } from "./condition-not-eligible.js";
import { consentExpired, consentMissing, consentWithdrawn } from "./consent.js";
import { courseSixMonthsExpired, courseTwelveMonthsExpired } from "./course-expired.js";
import { ageLimitReached, coverEnded, runOffExpired } from "./cover-ended.js";
import { coverNotStarted } from "./cover-not-started.js";
import { coverSuspended } from "./cover-suspended.js";
import { crisisEventNotCovered } from "./crisis-event-not-covered.js";
import { diagnosisDateMissing } from "./diagnosis-date-missing.js";
import { diagnosisSixMonthsExpired } from "./diagnosis-six-months-expired.js";
import { emergency } from "./emergency.js";
import { excludedCause } from "./excluded-cause.js";
import { excludedCondition } from "./excluded-condition.js";
import { followUpExpired } from "./follow-up-expired.js";
import { followUpRepeated } from "./follow-up-repeated.js";
import { freePhysioScheme } from "./free-physio-scheme.js";
import { limitCalendarYear, limitInsurancePeriod, limitPerClaim, sublimitCalendarYear } from "./limits.js";
import { networkOnly } from "./network-only.js";
import { notPreApproved } from "./not-pre-approved.js";
import { notWorkRelated } from "./not-work-related.js";
import { oneFormAtATime } from "./one-form-at-a-time.js";
import { optionalCoverMissing } from "./optional-cover-missing.js";
import { outsideDenmark } from "./outside-denmark.js";
import { ownChoiceAlreadyStarted } from "./own-choice-already-started.js";
import { plannedBeforeStart } from "./planned-before-start.js";
import { portionExhausted } from "./portion-exhausted.js";
import { preExistingChronic } from "./pre-existing-chronic.js";
import { previousInsurerThreeMonths } from "./previous-insurer-three-months.js";
import { programmeAlreadyUsed } from "./programme-already-used.js";
import { providerAgreementRequired } from "./provider-agreement-required.js";
import { providerNotAuthorised } from "./provider-not-authorised.js";
import { providerNotForChildren } from "./provider-not-for-children.js";
import { providerRelated } from "./provider-related.js";
import { publicOfferMustBeUsed } from "./public-offer-must-be-used.js";
import { referralMissing, referralWrongType } from "./referral.js";
import { serviceNotInProduct } from "./service-not-in-product.js";
import { waitingPeriod } from "./waiting-period.js";

/** Stage A: the member and the claim. */
export const MEMBER_AND_CLAIM: readonly Check[] = [
  coverNotStarted,
  ageLimitReached,
  coverEnded,
  runOffExpired,
  claimReportedOutsideCover,
  coverSuspended,
  waitingPeriod,
  previousInsurerThreeMonths,
  plannedBeforeStart,
  notWorkRelated,
  notPreApproved,
  consentMissing,
  consentWithdrawn,
  consentExpired,
  emergency,
  excludedCause,
  conditionNotAssessed,
  oneFormAtATime,
  outsideDenmark,
  providerRelated,
  providerNotAuthorised,
];

/** Stage B: is the service in the cover? At most one stands, and then the row is not asked. */
export const SERVICE_IN_COVER: readonly Check[] = [serviceNotInProduct, optionalCoverMissing];

/** Stage C: the row of the service matrix. */
export const MATRIX_ROW: readonly RowCheck[] = [
  networkOnly,
  providerAgreementRequired,
  providerNotForChildren,
  channelNotAllowed,
  channelAgeLimit,
  ageOutOfRange,
  referralMissing,
  referralWrongType,
  excludedCondition,
  freePhysioScheme,
  conditionNotEligible,
  preExistingChronic,
  chronicSixMonthsExpired,
  diagnosisDateMissing,
  diagnosisSixMonthsExpired,
  limitCalendarYear,
  sublimitCalendarYear,
  limitPerClaim,
  limitInsurancePeriod,
  portionExhausted,
  programmeAlreadyUsed,
  courseSixMonthsExpired,
  courseTwelveMonthsExpired,
  ownChoiceAlreadyStarted,
  followUpExpired,
  followUpRepeated,
  publicOfferMustBeUsed,
  crisisEventNotCovered,
];

const CHECKS: readonly RowCheck[] = [...MEMBER_AND_CLAIM, ...SERVICE_IN_COVER, ...MATRIX_ROW];
/** Codes of the reasons that can still be lifted before the treatment. */
export const MAY_PASS: ReadonlySet<string> = new Set(CHECKS.filter((check) => check.mayPass).map(({ code }) => code));
/** Codes of the reasons that another slot may not have. */
export const OF_THE_SLOT: ReadonlySet<string> = new Set(CHECKS.filter((check) => check.ofTheSlot).map(({ code }) => code));
