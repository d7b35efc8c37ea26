/**
 * How a promise stands. MET: the first appointment has begun in time (GUA-MET). SAFE: it is booked, or there is a unit for it
 * and others besides. TIGHT: there is a unit, but few others, or the last days have come. AT_RISK: no unit is left for it.
 * BREACHED: the last day is over. A function of facts, so that a run delayed by hours says what a punctual one would have.
 */
import type { ColumnsOf } from "../../../../schema/columns-of.js";
import type { PromiseState } from "../../../../schema/states.js";
import { addDays, isWorkingDay } from "../../../kernel/calendar.js";
import type { WordList } from "../../../kernel/worded.js";

export type PromiseFacts = {
  readonly outcome: ColumnsOf<"claim">["guarantee_outcome"];
  /** CRISIS_3H is counted in hours: on-call units stand for it, not the plan. */
  readonly crisis: boolean;
  readonly deadlineAt: Date | null;
  readonly latestOn: string | null;
  /** Start of the first appointment, when one is confirmed or took place. */
  readonly firstStartsAt: Date | null;
  /** When the clinic spoke with the member by telephone, as it said: what a crisis is promised (GUA-CRISIS-3H). */
  readonly contactedAt: Date | null;
};

/** What the plan says of a claim without appointment. */
export type PlanFacts = {
  readonly placed: boolean;
  /** Units this member could use beside the planned one, counted up to ENOUGH_ALTERNATIVES. */
  readonly alternatives: number;
  /** Nothing can be booked before the member has spoken: free units are no comfort. */
  readonly waitsForMember?: boolean;
};

/** As many free times as a search shows for a clinic: with fewer left in the whole neighbourhood, a choice is no longer one. */
export const ENOUGH_ALTERNATIVES = 3;
/** Working days left with which a promise counts as tight whatever is free: today's calls can still reach the member. */
export const TIGHT_MARGIN_WORKING_DAYS = 1;

/** Working days after today up to the last day; 0 when the last day is today or was. */
export function marginWorkingDays(today: string, latestOn: string): number {
  let days = 0;
  for (let day = addDays(today, 1); day <= latestOn; day = addDays(day, 1)) if (isWorkingDay(day)) days += 1;
  return days;
}

export function promiseState(facts: PromiseFacts, plan: PlanFacts, now: Date, today: string): PromiseState {
  const { deadlineAt, firstStartsAt } = facts;
  if (facts.outcome !== "RUNNING" || deadlineAt === null) return "NONE";
  if (facts.crisis && firstStartsAt !== null) return stateOfContact(deadlineAt, facts.contactedAt, now);
  const inTime = firstStartsAt !== null && firstStartsAt < deadlineAt;
  if (inTime) return firstStartsAt <= now ? "MET" : "SAFE";
  if (now >= deadlineAt) return "BREACHED";
  if (firstStartsAt !== null || !plan.placed) return "AT_RISK";
  const margin = facts.latestOn === null ? 0 : marginWorkingDays(today, facts.latestOn);
  const tight =
    facts.crisis || plan.waitsForMember === true || plan.alternatives < ENOUGH_ALTERNATIVES || margin <= TIGHT_MARGIN_WORKING_DAYS;
  return tight ? "TIGHT" : "SAFE";
}

/** A call that was made in time is put on record a little later: so long the promise counts as at risk, not as broken. */
const RECORDING_MINUTES = 15;

/** Somebody on call is booked: the promise is met by the contact, not by the start of the appointment (GUA-CRISIS-3H). */
function stateOfContact(deadlineAt: Date, contactedAt: Date | null, now: Date): PromiseState {
  if (contactedAt !== null) return contactedAt <= deadlineAt ? "MET" : "BREACHED";
  if (now < deadlineAt) return "TIGHT";
  return now.getTime() < deadlineAt.getTime() + RECORDING_MINUTES * 60_000 ? "AT_RISK" : "BREACHED";
}

/** What the health team does next, in a sentence. */
export const NEXT_ACTIONS = {
  NONE: ["Nothing to do.", "Intet at gøre."],
  OFFER_APPOINTMENT: [
    "Offer the member a first appointment; there is choice.",
    "Tilbyd medlemmet en første tid; der er noget at vælge imellem.",
  ],
  CALL_MEMBER: [
    "Call the member and book: few times or days are left.",
    "Ring til medlemmet og bestil: der er få tider eller dage tilbage.",
  ],
  ASK_FOR_CONTACT: [
    "Ring the psychologist on call: no contact with the member is on record yet.",
    "Ring til den vagthavende psykolog: der er endnu ikke registreret kontakt med medlemmet.",
  ],
  FIND_CAPACITY: [
    "No time is left inside the guarantee: ask clinics for more, or another channel.",
    "Der er ingen tid inden for garantien: bed klinikker om flere, eller find en anden måde at mødes på.",
  ],
  MOVE_FORWARD: [
    "The booked appointment comes too late: find an earlier one, or record the member's wish.",
    "Den bestilte tid ligger for sent: find en tidligere, eller registrér medlemmets ønske.",
  ],
  BOOK_AT_ONCE: [
    "The promise is broken: book the earliest time there is and explain.",
    "Løftet er brudt: bestil den tidligste tid, der er, og forklar.",
  ],
} as const satisfies WordList<string>;
export type NextAction = keyof typeof NEXT_ACTIONS;

export function nextAction(state: PromiseState, booked: boolean): NextAction {
  if (state === "BREACHED") return booked ? "NONE" : "BOOK_AT_ONCE";
  if (state === "AT_RISK") return booked ? "MOVE_FORWARD" : "FIND_CAPACITY";
  if (state === "TIGHT") return "CALL_MEMBER";
  return state === "SAFE" && !booked ? "OFFER_APPOINTMENT" : "NONE";
}
