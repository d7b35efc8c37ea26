/**
 * When cover ends, and what still holds afterwards. Three reasons share this arithmetic and at most one of them applies, so
 * it stands in one place: the age limit of children (employees have none, MEM-NO-UPPER-AGE), the end of the cover, and the run-off of claims approved in time.
 */
import { addDays, addMonths, lastDayOfMonth, type LocalDate } from "../../kernel/calendar.js";
import type { Cover, Service } from "../codes.js";
import type { CoverageFacts } from "../facts/facts.js";
import type { Settings } from "../data/settings.js";

export type CoverEnd = {
  /** Last covered day; null while open. */
  readonly day: LocalDate | null;
  /** The age limit ended it, strictly before the policy did. */
  readonly byAge: boolean;
};
export type CoverStanding = "IN_COVER" | "RUN_OFF" | "RUN_OFF_EXPIRED" | "AGE_LIMIT_REACHED" | "COVER_ENDED";

const CHILD_AGE = 24;

/** What of the facts the end of a cover hangs on. */
export type EndFacts = {
  readonly member: Pick<CoverageFacts["member"], "role" | "birthDate">;
  readonly cover: Pick<CoverageFacts["cover"], "end" | "paidThrough" | "groupChildAge">;
};

export function coverEnd(facts: EndFacts, settings: Settings): CoverEnd {
  const policy = facts.cover.end ?? null;
  const age = ageEnd(facts, settings);
  if (age === null) return { day: policy, byAge: false };
  return policy === null || age < policy ? { day: age, byAge: true } : { day: policy, byAge: false };
}

/** A co-insured child: the day before the 24th birthday or the end of the paid period (MEM-CHILD-24). A group child: the end of the month (MEM-GROUP-CHILD-24). */
function ageEnd({ member, cover }: EndFacts, settings: Settings): LocalDate | null {
  if (member.role === "CHILD") {
    const eve = addDays(addMonths(member.birthDate, 12 * CHILD_AGE), -1);
    const paid = cover.paidThrough ?? null;
    return paid !== null && paid > eve ? paid : eve;
  }
  if (member.role === "GROUP_CHILD")
    return lastDayOfMonth(addMonths(member.birthDate, 12 * (cover.groupChildAge ?? settings.groupChildAge)));
  return null;
}

type RunOffFacts = { readonly claim: Pick<CoverageFacts["claim"], "reportedOn" | "approvedOn" | "informationComplete"> };

export function standingOn(
  on: LocalDate,
  end: CoverEnd,
  facts: RunOffFacts,
  service: Service,
  under: Cover,
  settings: Settings,
): CoverStanding {
  if (end.day === null || on <= end.day) return "IN_COVER";
  if (runsOff(end.day, facts, service, under)) return on <= lastRunOffDay(end.day, settings) ? "RUN_OFF" : "RUN_OFF_EXPIRED";
  return end.byAge ? "AGE_LIMIT_REACHED" : "COVER_ENDED";
}

export function lastRunOffDay(end: LocalDate, settings: Settings): LocalDate {
  return addMonths(end, settings.runOffMonths);
}

/** Reported and approved in time with everything received (MEM-RUNOFF-3M), and not tied to the insurance period (MEM-RUNOFF-NOT-H-K). */
function runsOff(end: LocalDate, { claim }: RunOffFacts, service: Service, under: Cover): boolean {
  const tied =
    service === "CHRONIC_SURGERY" ||
    service === "PSYCHIATRIC_ASSESSMENT" ||
    (under === "K" && (service === "FOLLOW_UP_CHECK" || service === "RE_OPERATION"));
  const approved = claim.approvedOn ?? null;
  return !tied && claim.reportedOn <= end && approved !== null && approved <= end && claim.informationComplete !== false;
}
