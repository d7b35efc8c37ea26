/** What a member is told who is denied: each reason with the rule it rests on, where that stands, and what would change it. Pure. */
import { addMonths, localDateOf, workday, type ExtraDay, type LocalDate } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { clauseOf } from "../../../rules/catalogue.js";
import { keptReason, type Explanation, type KeptReason } from "../../../rules/explain.js";
import { DENIAL_RULES } from "../../../rules/decision-words.js";

/** Months after the decision in which a complaint may be sent (CMP-6M). */
const COMPLAINT_MONTHS = 6;
/** Working days in which it is answered (CMP-7WD). */
const ANSWER_DAYS = 7;

/** The chosen reasons. One that the rules find on today's facts says what would change it; another stands on its rule alone. */
export function denialReasons(chosen: readonly string[], found: readonly Explanation[]): KeptReason[] {
  return [...new Set(chosen)].map((code) => {
    const explained = found.find((each) => each.code === code);
    if (explained) return keptReason(explained);
    const rule = DENIAL_RULES[code] ?? "CLM-HEALTH-TEAM-DECIDES";
    return { code, rule, clause: clauseOf(rule), remedy: null };
  });
}

export function complaintUntil(decidedAt: string): LocalDate {
  return addMonths(localDateOf(decidedAt), COMPLAINT_MONTHS);
}

export function answerDueOn(receivedAt: string, extra: readonly ExtraDay[]): LocalDate {
  return workday(localDateOf(receivedAt), ANSWER_DAYS, extra);
}

export type ComplaintGround = {
  readonly complaint_until: LocalDate;
  readonly complained: boolean;
  readonly decided_at: string;
  readonly now: string;
};

export function complaintRefusals(ground: ComplaintGround | undefined, receivedAt: string): Refusal[] {
  if (!ground) return [NOT_DENIED];
  const received = Date.parse(receivedAt);
  return [
    ...(ground.complained ? [COMPLAINED] : []),
    ...(received > Date.parse(ground.now) || received < Date.parse(ground.decided_at) ? [IMPOSSIBLE] : []),
    ...(localDateOf(receivedAt) > ground.complaint_until ? [TOO_LATE] : []),
  ];
}

const CLAUSE = "insurance conditions 2025, section 8.11";
const NOT_DENIED = refusal("CLAIM_NOT_DENIED", "This claim has not been denied.", {
  path: ["input", "claimId"],
  rule: "CMP-DEPARTMENT-FIRST",
  clause: CLAUSE,
  remedy: "Ask the health team about the claim.",
});
const COMPLAINED = refusal("COMPLAINT_RECORDED", "A complaint about this denial is on record already.", {
  path: ["input", "claimId"],
  rule: "CMP-APPEAL",
  clause: CLAUSE,
  remedy: "After the answer, turn to the Insurance Appeals Board (Ankenævnet for Forsikring).",
});
const IMPOSSIBLE = refusal("FACT_IMPOSSIBLE", "A complaint is received after the denial and not in the future.", {
  path: ["input", "receivedAt"],
  remedy: "Give the instant it was received, or leave it out.",
});
const TOO_LATE = refusal("COMPLAINT_TOO_LATE", "A complaint is sent within six months of the decision.", {
  path: ["input", "receivedAt"],
  rule: "CMP-6M",
  clause: CLAUSE,
  remedy: "Turn to the Insurance Appeals Board (Ankenævnet for Forsikring).",
});
