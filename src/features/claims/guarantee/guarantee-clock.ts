/** The guarantee of a claim as its row keeps it: computed by the rules again in every act that changes a fact. */
import type { PromiseState } from "../../../../schema/states.js";
import type { JsonOf } from "../../../../schema/columns-of.js";
import { endOfDay } from "../../../kernel/calendar.js";
import type { GuaranteeFacts } from "../../../rules/facts/facts.js";
import { decideGuarantee, type GuaranteeDecision } from "../../../rules/guarantee/guarantee.js";
import type { ClaimFlags } from "../case-file/claim-record.js";
import { guaranteeFacts, type CaseFile } from "../case-file/case-file.js";
import { hasEnded } from "../claim.js";

/** What the clock says; the promise is broken if no first appointment has started before `deadline_at`. */
type ClockColumns = Pick<
  JsonOf<"claim">,
  | "guarantee_outcome"
  | "guarantee_class"
  | "clock_start_on"
  | "first_target_on"
  | "target_on"
  | "latest_on"
  | "deadline_at"
  | "promise_state"
  | "breached_at"
>;

export type GuaranteeOfClaim = {
  readonly columns: ClockColumns;
  readonly facts: GuaranteeFacts;
  readonly decision: GuaranteeDecision;
};

/** A promise that was kept or broken stays so, whatever is recorded afterwards. */
const SETTLED: ReadonlySet<string> = new Set(["MET", "BREACHED"]);

/** What of a case file the clock looks at. */
export type ClockFile = Pick<CaseFile, "claim" | "now"> & Partial<Pick<CaseFile, "extra_non_working_days">>;

export function guaranteeOf(file: ClockFile): GuaranteeOfClaim {
  const claim = brokenByNow(file);
  const facts = guaranteeFacts({ ...file, claim }, null);
  const decision = decideGuarantee(facts);
  const settled = SETTLED.has(claim.promise_state);
  const { breached_at } = claim;
  // a case that ends before its promise fell due takes the promise with it; one that was kept or broken keeps its dates
  if (hasEnded(claim) && !settled) return { columns: { ...NOTHING_PROMISED, breached_at }, facts, decision };
  const deadline = deadlineOf(decision);
  return {
    columns: {
      guarantee_outcome: decision.outcome,
      guarantee_class: decision.guaranteeClass,
      clock_start_on: decision.clockStart,
      first_target_on: decision.firstTargetDate,
      target_on: decision.targetDate,
      latest_on: decision.latestDate,
      deadline_at: deadline?.toISOString() ?? null,
      promise_state: settled ? claim.promise_state : promiseState(file, decision, deadline),
      breached_at,
    },
    facts,
    decision,
  };
}

/** A deadline that passed unnoticed is a breach before anything recorded now can move it; it broke then, however late somebody looked. */
function brokenByNow({ claim, now }: ClockFile): CaseFile["claim"] {
  const due = claim.guarantee_outcome === "RUNNING" && claim.deadline_at !== null && Date.parse(claim.deadline_at) <= Date.parse(now);
  if (!due || claim.first_booking_id !== null || SETTLED.has(claim.promise_state)) return claim;
  return { ...claim, promise_state: "BREACHED", breached_at: claim.deadline_at };
}

/** The claim's flags, with what follows from the public system's date (CLM-PUBLIC-OFFER) brought up to date. */
export function flagsOf({ claim }: Pick<CaseFile, "claim">, decision: GuaranteeDecision): ClaimFlags {
  if (claim.exceptions.publicOfferOn === undefined) return claim.flags;
  return { ...claim.flags, publicOfferWithinGuarantee: decision.reasons.includes("PUBLIC_OFFER_MUST_BE_USED") };
}

const NOTHING_PROMISED: Omit<ClockColumns, "breached_at"> = {
  guarantee_outcome: "NONE",
  guarantee_class: "NONE",
  clock_start_on: null,
  first_target_on: null,
  target_on: null,
  latest_on: null,
  deadline_at: null,
  promise_state: "NONE",
};

/**
 * What the act itself can know. Whether there is a unit for the claim is the watch's to say, within a minute; until it has looked,
 * nothing is known to be free, and a promise without an appointment is no safer than tight.
 */
function promiseState({ claim, now }: Pick<CaseFile, "claim" | "now">, decision: GuaranteeDecision, deadline: Date | null): PromiseState {
  if (decision.outcome !== "RUNNING" || deadline === null) return "NONE";
  if (claim.first_booking_id !== null) return "SAFE";
  if (deadline.getTime() <= Date.parse(now)) return "AT_RISK";
  return claim.promise_state === "NONE" ? "TIGHT" : claim.promise_state;
}

/** End of the last day on which the promise can be kept (CAL-DAY-ZERO), or its last instant for a crisis (GUA-CRISIS-3H). */
export function deadlineOf({ latestInstant, latestDate }: Pick<GuaranteeDecision, "latestInstant" | "latestDate">): Date | null {
  if (latestInstant !== null) return new Date(latestInstant);
  return latestDate === null ? null : endOfDay(latestDate);
}
