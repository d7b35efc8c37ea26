/**
 * A complaint becomes a claim, or every reason why it cannot. What time or later information may heal (waiting periods, a
 * missing referral) does not stop a report; a cover that is not there does.
 */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { Channel } from "../../../rules/codes.js";
import { decideCoverage } from "../../../rules/coverage/coverage.js";
import { explainCoverage, refusalsOf, type Explanation } from "../../../rules/explain.js";
import type { CoverageFacts } from "../../../rules/facts/facts.js";
import { coverageFacts, type CaseFile, type CasePolicy } from "../case-file/case-file.js";
import { stateByFacts } from "../claim.js";
import { restsOnEvent } from "../../../rules/data/forms.js";
import { needsBehind } from "../information/needs.js";
import { draftCase, type Complaint, type MemberFile } from "../case-file/member-file.js";

/** Reasons that no later fact can change: the report itself is refused (CLM-REPORT-IN-PERIOD, MEM-RUNOFF-NO-NEW, MEM-OPTIONAL-COVER). */
const STOPS_A_REPORT: ReadonlySet<string> = new Set(["CLAIM_REPORTED_OUTSIDE_COVER", "SERVICE_NOT_IN_PRODUCT", "OPTIONAL_COVER_MISSING"]);

export type Report = {
  readonly complaint: Complaint;
  readonly id: string;
  readonly reference: string;
};

/** The case as reported; it says itself what its clock waits for (GUA-CLOCK-INFO, REF-MEMBER-UPLOADS). */
export type ReportDecision = { readonly file: CaseFile; readonly refusals: readonly Refusal[] };

export function decideReport(member: MemberFile, policy: CasePolicy, { complaint, id, reference }: Report): ReportDecision {
  const draft = draftCase(member, policy, complaint, id, reference);
  const wrong = inputRefusals(member, complaint);
  if (wrong.length > 0) return { file: draft, refusals: wrong };
  const { codes, refusals } = coverToday(draft);
  const needs = needsBehind(codes);
  const claim = { ...draft.claim, information_required: needs.length > 0, information_needs: needs };
  return {
    file: { ...draft, claim: { ...claim, state: stateByFacts(claim) } },
    refusals: refusals.filter(({ code }) => STOPS_A_REPORT.has(code)).map((reason) => ({ ...reason, path: ["input"] })),
  };
}

/** Is a treatment of this claim today, with a provider against whom nothing speaks, covered? */
export function coverToday(file: CaseFile): { readonly codes: readonly string[]; readonly refusals: readonly Refusal[] } {
  return coverOn(file, file.today, file.claim.wishes.channel ?? "IN_PERSON");
}

/** Why not, in words of both languages, with the rule, where it stands and what would change it. */
export function explainToday(file: CaseFile): readonly Explanation[] {
  const facts = treatmentFacts(file, file.today, file.claim.wishes.channel ?? "IN_PERSON");
  return explainCoverage(decideCoverage(facts), facts);
}

/** The same on a day and through a channel. */
export function coverOn(file: CaseFile, on: string, channel: Channel): ReturnType<typeof coverToday> {
  const facts = treatmentFacts(file, on, channel);
  const decision = decideCoverage(facts);
  return { codes: decision.reasons, refusals: refusalsOf(decision, facts) };
}

/** The facts of a treatment of this claim on a day and through a channel, with a provider against whom nothing speaks. */
export function treatmentFacts(file: CaseFile, on: string, channel: Channel): CoverageFacts {
  const { claim, member, today } = file;
  const provider = { mode: claim.mode, hasPublicAgreement: true, authorised: true, related: false, treatsChildren: true };
  const country = claim.mode === "OWN_CHOICE" ? member.residence : "DK";
  return coverageFacts(file, { on, channel, country }, provider, today);
}

function inputRefusals({ now, today, member }: MemberFile, c: Complaint): Refusal[] {
  const refusals: Refusal[] = [];
  const at = (path: readonly string[], message: string, remedy: string): number =>
    refusals.push(refusal("FACT_IMPOSSIBLE", message, { path, remedy }));
  if (Date.parse(c.received_at) > Date.parse(now))
    at(["input", "receivedAt"], "A claim cannot be received in the future.", "Give the instant it was received, or leave it out.");
  if (c.condition_arose_on > today)
    at(["input", "condition", "aroseOn"], "A condition cannot arise in the future.", "Give the day of the first symptoms.");
  if (c.condition_arose_on < member.birth_date)
    at(["input", "condition", "aroseOn"], "A condition cannot arise before birth.", "Give the day of the first symptoms.");
  if (c.condition_diagnosed_on !== null && c.condition_diagnosed_on > today)
    at(["input", "condition", "diagnosedOn"], "A diagnosis cannot lie in the future.", "Give the day of the diagnosis, or leave it out.");
  if (c.referral_issued_on !== null && c.referral_issued_on > today)
    at(["input", "referral", "issuedOn"], "A referral cannot be issued in the future.", "Give its day of issue.");
  refusals.push(...crisisRefusals(c));
  return refusals;
}

function crisisRefusals({ service_code, crisis, received_at }: Complaint): Refusal[] {
  const path = ["input", "crisis"];
  const rule = { path, rule: "COV-CRISIS-EVENTS", clause: "insurance conditions 2025, section 5.8.1" };
  if (restsOnEvent(service_code) && crisis === null)
    return [
      refusal("CRISIS_EVENT_NEEDED", "Crisis counselling and a debriefing need the event behind them.", {
        ...rule,
        remedy: "Say what happened and when.",
      }),
    ];
  if (!restsOnEvent(service_code) && crisis !== null)
    return [
      refusal("CRISIS_EVENT_NOT_EXPECTED", "Only crisis counselling and a debriefing rest on an event.", {
        ...rule,
        remedy: "Leave the event out, or report crisis counselling.",
      }),
    ];
  if (crisis !== null && Date.parse(String(crisis["occurredAt"])) > Date.parse(received_at))
    return [
      refusal("FACT_IMPOSSIBLE", "A crisis cannot be reported before it happened.", {
        ...rule,
        remedy: "Correct the instant of the event.",
      }),
    ];
  return [];
}
