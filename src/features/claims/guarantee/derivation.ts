/** How a guarantee came about, step by step: the events its clock waited for, day 0, the targets, the last day. */
import { localDateOf, type LocalDate } from "../../../kernel/calendar.js";
import { clauseOf, type RuleId } from "../../../rules/catalogue.js";
import type { GuaranteeDecision } from "../../../rules/guarantee/guarantee.js";
import type { CaseClaim } from "../case-file/case-file.js";
import { GUARANTEE_STEP_WORDS, type GuaranteeStepKind } from "../claim-words.js";
import type { Words } from "../../../rules/words.js";

export type GuaranteeStep = {
  readonly kind: GuaranteeStepKind;
  /** RFC 3339; null for a step that is a day. */
  readonly at: string | null;
  /** Danish day; null for an event that has not happened yet. */
  readonly on: LocalDate | null;
  /** The event that set day 0: of all that had to happen, the last. */
  readonly sets: boolean;
  readonly rule: RuleId;
  readonly clause: string;
  readonly says: Words;
};

type Event = { readonly kind: GuaranteeStepKind; readonly at: string | null; readonly rule: RuleId; readonly says: Words };

export function deriveGuarantee(claim: CaseClaim, decision: GuaranteeDecision): GuaranteeStep[] {
  if (decision.outcome === "NONE") return [];
  const events = eventsOf(claim, decision);
  const last = decision.clockStart === null ? null : latestOf(events);
  const waited = events.map((event): GuaranteeStep => {
    const { kind, at, rule, says } = event;
    return { kind, at, on: at === null ? null : localDateOf(at), sets: event === last, rule, clause: clauseOf(rule), says };
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
    says: wordsFor("CLAIM_RECEIVED"),
  };
  const approved = (rule: RuleId, says: Words): Event => ({ kind: "CLAIM_APPROVED", at: claim.approved_at, rule, says });
  if (guaranteeClass === "CRISIS_3H") return [approved("GUA-CRISIS-3H", { en: "The claim was accepted.", da: "Skaden er accepteret." })];
  const info = claim.information_required;
  const rule = flex ? "GUA-FLEX-INFO" : "GUA-CLOCK-INFO";
  return [
    received,
    ...(flex ? [] : [approved("GUA-CLOCK-APPROVED", wordsFor("CLAIM_APPROVED"))]),
    ...(info
      ? [
          {
            kind: "INFORMATION_RECEIVED",
            at: claim.information_received_at,
            rule,
            says: wordsFor("INFORMATION_RECEIVED"),
          } satisfies Event,
        ]
      : []),
    ...(info && !flex
      ? [
          {
            kind: "INFORMATION_APPROVED",
            at: claim.information_approved_at,
            rule,
            says: wordsFor("INFORMATION_APPROVED"),
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
  const add = (kind: GuaranteeStepKind, on: LocalDate | null, rule: RuleId, says: Words, at: string | null = null): void => {
    if (on !== null) steps.push({ kind, at, on, sets: false, rule, clause: clauseOf(rule), says });
  };
  const { latestInstant } = decision;
  if (latestInstant !== null) {
    const says = {
      en: "Telephone contact with a psychologist at the latest now.",
      da: "Telefonisk kontakt med en psykolog senest nu.",
    };
    add("CONTACT_BY", decision.latestDate, "GUA-CRISIS-3H", says, latestInstant);
    return steps;
  }
  add("DAY_ZERO", decision.clockStart, "CAL-DAY-ZERO", wordsFor("DAY_ZERO"));
  add("FIRST_TARGET", decision.firstTargetDate, "GUA-NETWORK-4-5", {
    en: "Working day 4, the first target.",
    da: "Arbejdsdag 4, det første mål.",
  });
  add("TARGET", decision.targetDate, "GUA-NETWORK-4-5", {
    en: "Working day 5, the last day on target.",
    da: "Arbejdsdag 5, den sidste dag inden for målet.",
  });
  const extended = decision.reasons.includes("EXTENDED");
  const rule = extended ? "GUA-EXC-EXTENSION" : (LATEST_RULE[decision.guaranteeClass] ?? "GUA-NETWORK-10");
  const days = decision.guaranteeClass === "FLEX_SPECIALIST_15" ? 15 : 10;
  const more = String(exceptions["extensionWorkingDays"]);
  add("LATEST", decision.latestDate, rule, {
    en: `The last day: working day ${days}${extended ? ` and ${more} more by an extension` : ""}. The first appointment starts before it is over.`,
    da: `Den sidste dag: arbejdsdag ${days}${extended ? ` og ${more} mere ved en forlængelse` : ""}. Den første tid begynder, inden den er slut.`,
  });
  return steps;
}

function wordsFor(kind: GuaranteeStepKind): Words {
  const [en, da] = GUARANTEE_STEP_WORDS[kind];
  return { en, da };
}
