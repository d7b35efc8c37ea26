/** When must the first appointment take place? The steps are made in this order, and the first that ends it ends it. */
import { localDateOf, localText, workday, type LocalDate } from "../../kernel/calendar.js";
import { demandGuaranteeFacts, type GuaranteeFacts, type Instant } from "../facts/facts.js";
import { clockStart, type WaitingReason } from "./clock-start.js";
import type { GuaranteeClass } from "../codes.js";
import { exceptionsAfter, exceptionsBefore, type GuaranteeLapse } from "./guarantee-exceptions.js";
import { matrixRow } from "../data/products.js";
import { SETTINGS, type Settings } from "../data/settings.js";
import { reportedLate } from "../coverage/treatment-case.js";

export type GuaranteeReason =
  | "SERVICE_NOT_IN_PRODUCT"
  | "PSYCHIATRIST_NO_GUARANTEE"
  | "SERVICE_HAS_NO_GUARANTEE"
  | "OWN_CHOICE_NO_GUARANTEE"
  | "CLAIM_DENIED"
  | "CLAIM_CLOSED"
  | "TREATMENT_BEGUN"
  | "CRISIS_REPORTED_LATE"
  | GuaranteeLapse
  | WaitingReason
  | "EXTENDED";

export type GuaranteeStanding = "ON_TARGET" | "WITHIN_LIMIT" | "TOO_LATE";

export const GUARANTEE_OUTCOMES = ["RUNNING", "PENDING", "NONE"] as const;
export type GuaranteeOutcome = (typeof GUARANTEE_OUTCOMES)[number];

export type GuaranteeDecision = {
  /** PENDING: the clock has not started. NONE: nothing is promised. */
  readonly outcome: GuaranteeOutcome;
  readonly guaranteeClass: GuaranteeClass;
  /** Day 0. */
  readonly clockStart: LocalDate | null;
  /** Working days 4 and 5, endeavoured and not promised (GUA-NETWORK-4-5). */
  readonly firstTargetDate: LocalDate | null;
  readonly targetDate: LocalDate | null;
  /** Last day on which the first appointment may start, to the end of that day (GUA-MET, CAL-DAY-ZERO). */
  readonly latestDate: LocalDate | null;
  /** Crisis counselling only: last permitted instant of the telephone contact, included. */
  readonly latestInstant: Instant | null;
  readonly proposedAppointment: GuaranteeStanding | null;
  readonly reasons: readonly GuaranteeReason[];
};

type Promised = Exclude<GuaranteeClass, "NONE">;
type Dates = Pick<GuaranteeDecision, "firstTargetDate" | "targetDate" | "latestInstant"> & { readonly latestDate: LocalDate };

/** Throws a FactsFault naming the field when the facts are not facts. */
export function decideGuarantee(facts: GuaranteeFacts, settings: Settings = SETTINGS): GuaranteeDecision {
  demandGuaranteeFacts(facts);
  if (facts.claim.ended) return none(facts.claim.ended === "DENIED" ? "CLAIM_DENIED" : "CLAIM_CLOSED");
  const row = matrixRow(facts.product, facts.under ?? "BASE", facts.serviceType);
  if (!row) return none("SERVICE_NOT_IN_PRODUCT");
  if (PSYCHIATRY.has(row.service)) return none("PSYCHIATRIST_NO_GUARANTEE");
  if (row.guarantee.class === "NONE") return none("SERVICE_HAS_NO_GUARANTEE");
  if (facts.mode === "OWN_CHOICE") return none("OWN_CHOICE_NO_GUARANTEE");
  if (facts.exceptions?.begunOutside === true) return none("TREATMENT_BEGUN");

  const late = isLateCrisis(facts, settings);
  const of: Promised = late ? "NETWORK_10" : row.guarantee.class;
  const known: readonly GuaranteeReason[] = late ? ["CRISIS_REPORTED_LATE"] : [];

  const before = exceptionsBefore(facts, of);
  if (before.length > 0) return none(...known, ...before);

  const start = clockStart(facts, of);
  if (typeof start !== "string") return { ...NOTHING, outcome: "PENDING", guaranteeClass: of, reasons: [...known, ...start] };

  const dates = datesOf(of, start, facts, settings);
  const after = exceptionsAfter(facts, of, dates.latestDate);
  if (after.length > 0) return none(...known, ...after);

  return {
    outcome: "RUNNING",
    guaranteeClass: of,
    clockStart: localDateOf(start),
    ...dates,
    proposedAppointment: facts.proposedAppointmentAt ? standingOf(facts.proposedAppointmentAt, dates) : null,
    reasons: of !== "CRISIS_3H" && extension(facts) > 0 ? [...known, "EXTENDED"] : known,
  };
}

/** The same promise with this time for the first appointment: nothing else of a decision depends on it. */
export function withAppointment(decision: GuaranteeDecision, appointment: Instant): GuaranteeDecision {
  const { outcome, targetDate, latestDate, latestInstant } = decision;
  if (outcome !== "RUNNING" || latestDate === null) return decision;
  return { ...decision, proposedAppointment: standingOf(appointment, { targetDate, latestDate, latestInstant }) };
}

const PSYCHIATRY: ReadonlySet<string> = new Set(["PSYCHIATRIST", "PSYCHIATRIC_ASSESSMENT", "MEDICATION_FOLLOW_UP"]);

const NOTHING = {
  outcome: "NONE",
  guaranteeClass: "NONE",
  clockStart: null,
  firstTargetDate: null,
  targetDate: null,
  latestDate: null,
  latestInstant: null,
  proposedAppointment: null,
} as const;

function none(...reasons: readonly GuaranteeReason[]): GuaranteeDecision {
  return { ...NOTHING, reasons };
}

/** Reported more than 48 hours after the event: ordinary psychological treatment applies (COV-CRISIS-48H). */
function isLateCrisis({ serviceType, crisis, claim }: GuaranteeFacts, settings: Settings): boolean {
  return serviceType === "CRISIS_COUNSELLING" && crisis !== undefined && reportedLate(crisis.occurredAt, claim.receivedAt, settings);
}

function extension(facts: GuaranteeFacts): number {
  return facts.exceptions?.extensionWorkingDays ?? 0;
}

function datesOf(of: Promised, start: Instant, facts: GuaranteeFacts, settings: Settings): Dates {
  if (of === "CRISIS_3H") {
    // Elapsed hours, also across midnight and on the nights the clock changes (GUA-CRISIS-3H).
    const last = new Date(Date.parse(start) + settings.crisisContactHours * 3_600_000);
    return { firstTargetDate: null, targetDate: null, latestDate: localDateOf(last), latestInstant: localText(last) };
  }
  const dayZero = localDateOf(start);
  const closed = facts.calendar?.extraNonWorkingDays ?? settings.extraNonWorkingDays;
  const days = {
    NETWORK_10: settings.networkMaxDays,
    SPECIALIST_10: settings.specialistMaxDays,
    FLEX_SPECIALIST_15: settings.flexSpecialistMaxDays,
  }[of];
  const targets = of === "NETWORK_10";
  return {
    firstTargetDate: targets ? workday(dayZero, settings.networkFirstTargetDays, closed) : null,
    targetDate: targets ? workday(dayZero, settings.networkTargetDays, closed) : null,
    latestDate: workday(dayZero, days + extension(facts), closed),
    latestInstant: null,
  };
}

function standingOf(appointment: Instant, { targetDate, latestDate, latestInstant }: Omit<Dates, "firstTargetDate">): GuaranteeStanding {
  const on = localDateOf(appointment);
  if (targetDate !== null && on <= targetDate) return "ON_TARGET";
  const within = latestInstant === null ? on <= latestDate : Date.parse(appointment) <= Date.parse(latestInstant);
  return within ? "WITHIN_LIMIT" : "TOO_LATE";
}
