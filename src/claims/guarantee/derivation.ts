/** How a guarantee came about, step by step: the events its clock waited for, day 0, the targets, the last day. */
import { localDateOf, type LocalDate } from "../../kernel/calendar.js";
import { clauseOf, type RuleId } from "../../rules/catalogue.js";
import type { GuaranteeDecision } from "../../rules/guarantee/guarantee.js";
import type { CaseClaim } from "../case-file/case-file.js";

export type GuaranteeStep = {
  readonly kind: string;
  /** RFC 3339; null for a step that is a day. */
  readonly at: string | null;
  /** Danish day; null for an event that has not happened yet. */
  readonly on: LocalDate | null;
  /** The event that set day 0: of all that had to happen, the last. */
  readonly sets: boolean;
  readonly rule: RuleId;
  readonly clause: string;
  readonly message: string;
};

type Event = { readonly kind: string; readonly at: string | null; readonly rule: RuleId; readonly message: string };

export function deriveGuarantee(claim: CaseClaim, decision: GuaranteeDecision): GuaranteeStep[] {
  if (decision.outcome === "NONE") return [];
  const events = eventsOf(claim, decision);
  const last = decision.clockStart === null ? null : latestOf(events);
  const waited = events.map((event): GuaranteeStep => {
    const { kind, at, rule, message } = event;
    return { kind, at, on: at === null ? null : localDateOf(at), sets: event === last, rule, clause: clauseOf(rule), message };
  });
  return [...waited, ...datesOf(claim, decision)];
}

/** Flex specialists count from receipt, a crisis from acceptance, everything else from the last of report, approval and information. */
function eventsOf(claim: CaseClaim, { guaranteeClass }: GuaranteeDecision): Event[] {
  const flex = guaranteeClass === "FLEX_SPECIALIST_15";
  const received: Event = {
    kind: "CLAIM_RECEIVED",
    at: claim.received_at,
    rule: flex ? "GUA-FLEX-15" : "GUA-CLOCK-APPROVED",
    message: "The claim was received.",
  };
  const approved = (rule: RuleId, message: string): Event => ({ kind: "CLAIM_APPROVED", at: claim.approved_at, rule, message });
  if (guaranteeClass === "CRISIS_3H") return [approved("GUA-CRISIS-3H", "The claim was accepted.")];
  const info = claim.information_required;
  const rule = flex ? "GUA-FLEX-INFO" : "GUA-CLOCK-INFO";
  return [
    received,
    ...(flex ? [] : [approved("GUA-CLOCK-APPROVED", "The claim was approved.")]),
    ...(info
      ? [
          {
            kind: "INFORMATION_RECEIVED",
            at: claim.information_received_at,
            rule,
            message: "The last needed information was received.",
          } satisfies Event,
        ]
      : []),
    ...(info && !flex
      ? [
          {
            kind: "INFORMATION_APPROVED",
            at: claim.information_approved_at,
            rule,
            message: "The information was found sufficient.",
          } satisfies Event,
        ]
      : []),
  ];
}

function latestOf(events: readonly Event[]): Event | null {
  return events.reduce<Event | null>(
    (last, event) => (event.at !== null && (last?.at == null || Date.parse(event.at) > Date.parse(last.at)) ? event : last),
    null,
  );
}

const LATEST_RULE: Readonly<Record<string, RuleId>> = {
  NETWORK_10: "GUA-NETWORK-10",
  SPECIALIST_10: "GUA-SPECIALIST-10",
  FLEX_SPECIALIST_15: "GUA-FLEX-15",
};

function datesOf({ exceptions }: CaseClaim, decision: GuaranteeDecision): GuaranteeStep[] {
  const steps: GuaranteeStep[] = [];
  const add = (kind: string, on: LocalDate | null, rule: RuleId, message: string, at: string | null = null): void => {
    if (on !== null) steps.push({ kind, at, on, sets: false, rule, clause: clauseOf(rule), message });
  };
  const { latestInstant } = decision;
  if (latestInstant !== null)
    add("CONTACT_BY", decision.latestDate, "GUA-CRISIS-3H", "Telephone contact with a psychologist at the latest now.", latestInstant);
  if (latestInstant !== null) return steps;
  add("DAY_ZERO", decision.clockStart, "CAL-DAY-ZERO", "Day 0: working day 1 is the first working day after it.");
  add("FIRST_TARGET", decision.firstTargetDate, "GUA-NETWORK-4-5", "Working day 4, the first target.");
  add("TARGET", decision.targetDate, "GUA-NETWORK-4-5", "Working day 5, the last day on target.");
  const extended = decision.reasons.includes("EXTENDED");
  const rule = extended ? "GUA-EXC-EXTENSION" : (LATEST_RULE[decision.guaranteeClass] ?? "GUA-NETWORK-10");
  const days = decision.guaranteeClass === "FLEX_SPECIALIST_15" ? 15 : 10;
  const added = extended ? ` and ${String(exceptions["extensionWorkingDays"])} more by an extension` : "";
  add("LATEST", decision.latestDate, rule, `The last day: working day ${days}${added}. The first appointment starts before it is over.`);
  return steps;
}
