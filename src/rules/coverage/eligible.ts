/** Is the condition one this service is for, and if only time is missing, from when? */
import { addDays, addMonths, type LocalDate } from "../../kernel/calendar.js";
import { durationOf } from "../data/conditions.js";
import { isListedChronic } from "../data/listed-chronic.js";
import type { UsageEntry } from "../facts/facts.js";
import type { RowCase } from "./treatment-case.js";

/** Months of symptoms before option F takes a disorder for long-term (COV-F-CHRONIC), or shockwave is tried (COV-F-SHOCKWAVE-CONDITIONS). */
const LONG_TERM_MONTHS = 6;
const SHOCKWAVE_MONTHS = 3;
const SHOCKWAVE_TENDONS: ReadonlySet<string> = new Set(["TENNIS_ELBOW", "ACHILLES_TENDINITIS", "HEEL_SPUR", "SHOULDER_TENDINOPATHY"]);

export function isEligible(at: RowCase): boolean {
  const from = lastedFrom(at);
  return isOfItsKind(at) && (from === null || at.on >= from);
}

/** First day on which the condition has lasted as long as its section asks for; null where it need not, or comes back. */
export function lastedFrom(at: RowCase): LocalDate | null {
  const duration = durationOf(at.condition.code, at.service);
  if (!duration || (duration.orRecurring && at.facts.claim.recurring === true)) return null;
  return addDays(addMonths(at.facts.condition.aroseOn, duration.months), 1);
}

/** One the row of the service is for, however long it has lasted. */
export function isOfItsKind(at: RowCase): boolean {
  const { eligible } = at.row;
  const { musculoskeletal, code } = at.condition;
  const operated = at.facts.claim.afterCoveredSurgery === true;
  switch (eligible.kind) {
    case "ANY":
      return true;
    case "MSK":
      return musculoskeletal;
    case "MSK_CHRONIC":
      return musculoskeletal && at.chronic;
    case "MSK_LONG_TERM":
    case "SHOCKWAVE": {
      const from = eligibleFrom(at);
      return from !== null && at.on >= from;
    }
    case "AFTER_SURGERY":
      return operated;
    case "REHAB":
      return code === "HERNIATED_DISC" || (musculoskeletal && operated);
    case "GRANTED":
      return at.facts.claim.treatmentGranted === true;
    case "REOPERATION":
      return reoperates(at);
    case "LIST":
      return eligible.codes.includes(code) && remarkHolds(at) && (code !== "CANCER_SEQUELAE" || hasCancerCare(at));
  }
}

/** First day on which a condition of the right kind has lasted long enough; null when it is not of the right kind. */
export function eligibleFrom(at: RowCase): LocalDate | null {
  const { aroseOn, diagnosedOn, chronic = false } = at.facts.condition;
  const longerThan = (months: number): LocalDate => addDays(addMonths(aroseOn, months), 1);
  const always = aroseOn < at.on ? aroseOn : at.on;
  switch (at.row.eligible.kind) {
    case "MSK_LONG_TERM":
      if (!at.condition.musculoskeletal) return null;
      if (chronic) return always;
      // diagnosed is enough for what is chronic by its nature, and before that it has to last (6.5)
      if (isListedChronic(at.condition.code) && diagnosedOn) return earlier(diagnosedOn, longerThan(LONG_TERM_MONTHS));
      return longerThan(LONG_TERM_MONTHS);
    case "SHOCKWAVE":
      // Non-union has no minimum duration.
      if (at.condition.code === "NON_UNION_FRACTURE") return always;
      return SHOCKWAVE_TENDONS.has(at.condition.code) ? longerThan(SHOCKWAVE_MONTHS) : null;
    default:
      return null;
  }
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}

/** The health programme for life after cancer comes with Cancer Care only (COV-HEALTH-PROG-CANCER). */
export function hasCancerCare(at: RowCase): boolean {
  return at.facts.cover.optional?.includes("CANCER_CARE") === true;
}

function remarkHolds(at: RowCase): boolean {
  const { eligible } = at.row;
  if (eligible.kind !== "LIST" || eligible.only === undefined) return true;
  const diagnosedOn = at.facts.condition.diagnosedOn ?? null;
  switch (eligible.only) {
    case "NOT_PRE_EXISTING":
      return !at.preExisting;
    case "NOT_YET_DIAGNOSED":
      return diagnosedOn === null;
    case "AFTER_ASSESSMENT":
      return diagnosedOn !== null && diagnosedOn <= at.on && assessmentOf(at) === "ATTENDED";
    case "GRANTED":
      return at.facts.claim.treatmentGranted === true;
  }
}

/**
 * How far the assessment is that the insurance covered: the one of option H, or an examination of the sleep disorder
 * (COV-H-MEDICATION-6M, COV-CPAP-6M). One that is only booked has found nothing yet.
 */
export function assessmentOf({ service, facts }: RowCase): "ATTENDED" | "BOOKED" | "NONE" {
  const found =
    service === "MEDICATION_FOLLOW_UP"
      ? (facts.programmes ?? [])
          .filter((programme) => programme.service === "PSYCHIATRIC_ASSESSMENT")
          .map(({ attended }) => attended === true)
      : (facts.usage ?? []).filter(assessesSleep).map(({ attended = 0 }) => attended > 0);
  if (found.includes(true)) return "ATTENDED";
  return found.length > 0 ? "BOOKED" : "NONE";
}

function assessesSleep({ service, condition, sameClaim, count }: UsageEntry): boolean {
  return count > 0 && SLEEP_ASSESSMENTS.has(service) && (sameClaim === true || condition === "SLEEP_APNOEA" || condition === "INSOMNIA");
}
const SLEEP_ASSESSMENTS: ReadonlySet<string> = new Set(["SPECIALIST_EXAMINATION", "DIAGNOSTIC_IMAGING"]);

/** After a covered operation at the designated centre; under option K also after one done privately elsewhere. The doctors approve each. */
function reoperates({ facts: { claim }, under, condition }: RowCase): boolean {
  const { primaryOperation = null, treatmentGranted, afterCoveredSurgery } = claim;
  if (treatmentGranted !== true) return false;
  if (under === "K")
    return (
      condition.musculoskeletal &&
      (primaryOperation === "OTHER_PRIVATE" || (primaryOperation === "DESIGNATED" && afterCoveredSurgery === true))
    );
  return primaryOperation === "DESIGNATED" && afterCoveredSurgery === true;
}
