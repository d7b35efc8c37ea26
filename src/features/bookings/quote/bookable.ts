/**
 * May this claim book an opening of this kind at this time? Facts in, reasons out: the one definition that search, quote, hold,
 * booking, move, plan and watch share. What can change from one moment to the next (who holds a unit, what the member does at
 * that hour, which rate is agreed, who needs the unit more) is said by the booking itself, from facts read under its locks.
 */
import { ageOn, localDateOf } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { coverageFacts, guaranteeFacts, type CaseClaim, type CaseFile, type CaseMember } from "../../claims/case-file/case-file.js";
import { hasEnded } from "../../claims/claim.js";
import { deadlineOf } from "../../claims/guarantee/guarantee-clock.js";
import { decideCoverage, type CoverageDecision } from "../../../rules/coverage/coverage.js";
import { reportedLate } from "../../../rules/coverage/treatment-case.js";
import { SETTINGS } from "../../../rules/data/settings.js";
import { refusalsOf } from "../../../rules/explain.js";
import type { CoverageFacts, GuaranteeFacts } from "../../../rules/facts/facts.js";
import { decideGuarantee, withAppointment, type GuaranteeDecision } from "../../../rules/guarantee/guarantee.js";
import type { OpeningKind } from "../../../rules/opening-kind.js";
import { boundDay } from "./bound-day.js";

/** An opening as the rules look at it. */
export type Opening = OpeningKind & { readonly startsAt: string };

export type Bookable = {
  readonly coverage: { readonly facts: CoverageFacts; readonly decision: CoverageDecision };
  readonly guarantee: { readonly facts: GuaranteeFacts; readonly decision: GuaranteeDecision };
  /** Every reason why not; none means that it may. */
  readonly refusals: readonly Refusal[];
};

/** `newWord`: the member has just named this time, which is a newer word than a date on record. */
export function bookable(file: CaseFile, opening: Opening, newWord = false): Bookable {
  const coverage = coverageOf(file, opening);
  const guarantee = clockOf(file, opening.startsAt);
  const refusals = [
    ...useRefusals(file, opening),
    ...claimRefusals(file),
    ...refusalsOf(coverage.decision, coverage.facts),
    ...promiseRefusals(file, opening, guarantee.decision),
    ...(newWord ? [] : wishedDateRefusals(file, opening)),
  ];
  return { coverage, guarantee, refusals };
}

/** The first appointment is what the guarantee is about (GUA-MET). */
export function isFirst(file: { readonly claim: Pick<CaseClaim, "first_booking_id"> }): boolean {
  return file.claim.first_booking_id === null;
}

/** The coverage decision on the day of the booking for a treatment on the day of the opening. */
export function coverageOf(file: CaseFile, opening: Opening): Bookable["coverage"] {
  const { channel, hasPublicAgreement, authorised } = opening;
  const provider = { mode: "NETWORK", hasPublicAgreement, authorised, related: false, treatsChildren: isForChildren(opening) } as const;
  const on = localDateOf(opening.startsAt);
  const facts = coverageFacts(file, { on, channel, country: "DK" }, provider, file.today, localDateOf);
  return { facts, decision: decideCoverage(facts) };
}

/** A child is treated where the clinic and the practitioner treat children and the opening is not kept for adults. */
export function isForChildren({ treatsChildren, audience }: Pick<OpeningKind, "treatsChildren" | "audience">): boolean {
  return treatsChildren && audience !== "ADULT";
}

/** How an appointment at this time stands against the promise; only a first one is judged. */
export function clockOf(file: CaseFile, startsAt: string): Bookable["guarantee"] {
  const promise = promiseOf.get(file) ?? decided(guaranteeFacts(file, null));
  promiseOf.set(file, promise);
  if (!isFirst(file)) return promise;
  const { facts, decision } = promise;
  return { facts: { ...facts, proposedAppointmentAt: startsAt }, decision: withAppointment(decision, startsAt) };
}

/** A case is looked at for many times of one search. */
const promiseOf = new WeakMap<CaseFile, Bookable["guarantee"]>();
const decided = (facts: GuaranteeFacts): Bookable["guarantee"] => ({ facts, decision: decideGuarantee(facts) });

const ADULT_AGE = 18;
const path = ["input", "slotId"];

type CrisisOfClaim = Pick<CaseClaim, "service_code" | "crisis" | "received_at">;

/** A crisis that was reported too late is treated as any other complaint (COV-CRISIS-48H). */
export function isLateCrisis({ crisis, received_at }: CrisisOfClaim): boolean {
  return crisis !== null && reportedLate(crisis.occurredAt, crisis.reportedAt ?? received_at, SETTINGS);
}

/** Openings that are kept for others. */
export function useRefusals(
  file: { readonly member: Pick<CaseMember, "birth_date">; readonly claim: CrisisOfClaim },
  opening: Opening,
): Refusal[] {
  const refusals: Refusal[] = [];
  if (opening.audience === "CHILD" && ageOn(file.member.birth_date, localDateOf(opening.startsAt)) >= ADULT_AGE)
    refusals.push(refusal("SLOT_FOR_CHILDREN", "This time is kept for children.", { path, remedy: "Choose a time for adults." }));
  if (opening.onCall && (file.claim.service_code !== "CRISIS_COUNSELLING" || isLateCrisis(file.claim)))
    refusals.push(
      refusal("SLOT_ON_CALL", "This time is kept for acute crises.", { path, rule: "GUA-CRISIS-24-7", remedy: "Choose another time." }),
    );
  return refusals;
}

const PRECONDITIONS = { path: ["input", "claimId"], rule: "BOK-PRECONDITIONS", clause: "insurance conditions 2025, sections 4.1, 4.2" };

/** A claim takes appointments from its approval until it ends (BOK-PRECONDITIONS). */
export function claimRefusals({ claim }: Pick<CaseFile, "claim">): Refusal[] {
  if (hasEnded(claim)) return [refusal("CLAIM_NOT_OPEN", "This claim has ended.", { ...PRECONDITIONS, remedy: "Report a new claim." })];
  // without an approval the coverage rules refuse in their own words (NOT_PRE_APPROVED)
  if (claim.approved_at !== null && ["REPORTED", "AWAITING_INFORMATION"].includes(claim.state)) {
    const remedy = "Send the information that is missing, such as the referral.";
    return [refusal("CLAIM_AWAITS_INFORMATION", "The claim waits for information before it can be booked.", { ...PRECONDITIONS, remedy })];
  }
  return [];
}

type PromiseOfClaim = Pick<GuaranteeDecision, "outcome" | "guaranteeClass" | "proposedAppointment" | "latestDate" | "latestInstant">;

/** A promise with a deadline may only use private capacity, and a first appointment must fall inside it (BOK-WINDOW). */
export function promiseRefusals(
  file: { readonly claim: Pick<CaseClaim, "first_booking_id">; readonly now: string },
  { funding, onCall, channel }: OpeningKind,
  clock: PromiseOfClaim,
): Refusal[] {
  const refusals: Refusal[] = [];
  if (!isFirst(file) || clock.outcome !== "RUNNING") return refusals;
  if (funding !== "PRIVATE") {
    const remedy = "Choose a privately funded time.";
    refusals.push(refusal("FUNDING_NOT_PRIVATE", "This time is kept for patients of the public agreement.", { path, remedy }));
  }
  if (clock.guaranteeClass === "CRISIS_3H" && (!onCall || channel !== "PHONE")) refusals.push(CRISIS_BY_TELEPHONE);
  if (clock.proposedAppointment === "TOO_LATE" && !isOver(clock, file.now)) refusals.push(tooLate(clock));
  return refusals;
}

/** In a crisis the first contact is by telephone, with a psychologist on call (GUA-CRISIS-3H). */
const CRISIS_BY_TELEPHONE = refusal("CRISIS_CONTACT_BY_TELEPHONE", "The first contact in a crisis is a call with a psychologist on call.", {
  rule: "GUA-CRISIS-3H",
  clause: "insurance conditions 2025, section 5.8.1",
  path,
  remedy: "Choose a time of a psychologist on call.",
});

/** Once the promise is broken nothing is gained by refusing what comes after it: the member still has to be seen. */
function isOver(clock: PromiseOfClaim, now: string): boolean {
  const deadline = deadlineOf(clock);
  return deadline !== null && deadline.getTime() < Date.parse(now);
}

function tooLate(clock: PromiseOfClaim): Refusal {
  const until = clock.latestInstant ?? clock.latestDate ?? "the latest date";
  return refusal("GUARANTEE_CANNOT_BE_MET", `The first appointment must start no later than ${until}.`, {
    path,
    rule: "BOK-WINDOW",
    clause: "insurance conditions 2025, sections 4.8, 5.6",
    remedy: "Choose an earlier time, or have the member's wish for a later date recorded.",
  });
}

/** A date on record binds: nobody is seen before the day from which it suits (bound-day.ts). */
export function wishedDateRefusals(
  file: { readonly claim: Pick<CaseClaim, "first_booking_id" | "exceptions"> },
  { startsAt }: Pick<Opening, "startsAt">,
): Refusal[] {
  const from = isFirst(file) ? boundDay(file.claim) : null;
  if (from === null || localDateOf(startsAt) >= from) return [];
  return [
    refusal("BEFORE_WISHED_DATE", `The member has wished for an appointment no earlier than ${from}.`, {
      path,
      rule: "GUA-EXC-LATER",
      clause: "insurance conditions 2025, section 5.6",
      remedy: "Choose a time on or after that day, or have the recorded wish changed.",
    }),
  ];
}
