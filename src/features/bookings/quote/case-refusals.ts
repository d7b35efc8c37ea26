/** What stands against any first appointment of this claim, whatever slot it were: said before a search begins. */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { localDateOf } from "../../../kernel/calendar.js";
import { coverageFacts, type CaseFile, type ProviderFacts } from "../../claims/case-file/case-file.js";
import { AWAITS_DESIGNATION, isDesignated } from "../../claims/designation/designation.js";
import { decideCoverage } from "../../../rules/coverage/coverage.js";
import { OF_THE_SLOT } from "../../../rules/checks/index.js";
import { refusalsOf } from "../../../rules/explain.js";

export function caseRefusals(file: CaseFile, role: string, overrideReason: string | null): Refusal[] {
  const today = coverRefusals(file, file.today);
  // a new year brings new treatments and a cover may begin tomorrow: only what also holds on the last possible day is final
  const last = new Set(coverRefusals(file, file.claim.latest_on ?? file.today).map((r) => r.code));
  const refusals = today.filter((r) => last.has(r.code));
  refusals.push(...roleRefusals(file, role));
  if (role === "MEMBER" && file.designated === null && isDesignated(file.claim)) refusals.push(AWAITS_DESIGNATION);
  if (overrideReason && role !== "HEALTH_TEAM") refusals.push(OVERRIDE_NOT_ALLOWED);
  return refusals;
}

/** The first contact in a crisis is the health team's to arrange. */
export function roleRefusals({ claim }: Pick<CaseFile, "claim">, role: string): Refusal[] {
  const crisis = claim.first_booking_id === null && claim.guarantee_outcome === "RUNNING" && claim.guarantee_class === "CRISIS_3H";
  return role === "MEMBER" && crisis ? [CRISIS_BY_HEALTH_TEAM] : [];
}

function coverRefusals(file: CaseFile, on: string): Refusal[] {
  const provider: ProviderFacts = {
    mode: "NETWORK",
    hasPublicAgreement: true,
    authorised: true,
    related: false,
    treatsChildren: true,
  };
  const facts = coverageFacts(file, { on, channel: "IN_PERSON", country: "DK" }, provider, file.today, localDateOf);
  return refusalsOf(decideCoverage(facts), facts).filter((r) => !OF_THE_SLOT.has(r.code));
}

export const CRISIS_BY_HEALTH_TEAM = refusal("CRISIS_BOOKED_BY_HEALTH_TEAM", "The first contact in a crisis is arranged by telephone.", {
  rule: "GUA-CRISIS-3H",
  clause: "insurance conditions 2025, section 5.8.1",
  remedy: "Call the crisis line; it answers day and night.",
});

export const OVERRIDE_NOT_ALLOWED = refusal("OVERRIDE_NOT_ALLOWED", "Only the health team sets a refusal aside.", {
  path: ["input", "overrideReason"],
  remedy: "Leave out overrideReason, or ask the health team.",
});
