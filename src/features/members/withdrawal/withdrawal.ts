/** An employee is taken out of a scheme: until which day they were covered, and how far back that may be said (MEM-BACKDATE-3M). */
import { addMonths, lastDayOfMonth, yearOf, type LocalDate } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { WithdrawalCause } from "../authority/scopes.js";

export type WithdrawalAsked = { readonly cause: WithdrawalCause; readonly on: LocalDate };
export type WithdrawalGround = {
  readonly product: string;
  readonly role: string;
  readonly cover_start: LocalDate;
  readonly cover_end: LocalDate | null;
  readonly withdrawn: boolean;
  readonly today: LocalDate;
};

/** Months back in time, within the year (section 2.1). */
const BACK = 3;

/** Who has left is covered to the end of that month (MEM-END-OF-MONTH); otherwise the company states the day. */
export function lastDayOf({ cause, on }: WithdrawalAsked): LocalDate {
  return cause === "RESIGNED" ? lastDayOfMonth(on) : on;
}

export function withdrawalRefusals(asked: WithdrawalAsked, ground: WithdrawalGround | undefined): Refusal[] {
  if (!ground) return [NO_POLICY];
  const lastDay = lastDayOf(asked);
  const { today } = ground;
  const tooFar = lastDay < addMonths(today, -BACK) || (lastDay < today && yearOf(lastDay) !== yearOf(today));
  return [
    ...(ground.product === "OCCUPATIONAL" && ground.role === "EMPLOYEE" ? [] : [NOT_WITHDRAWABLE]),
    ...(ground.withdrawn ? [WITHDRAWN] : []),
    ...(tooFar ? [TOO_FAR_BACK] : []),
    ...(lastDay < ground.cover_start || (ground.cover_end !== null && lastDay > ground.cover_end) ? [OUTSIDE] : []),
  ];
}

const RULE = { rule: "MEM-BACKDATE-3M", clause: "insurance conditions 2025, section 2.1", path: ["input", "on"] } as const;
const NO_POLICY = refusal("NOT_FOUND", "There is no such policy.", { path: ["input", "policyId"], remedy: "Check the id." });
const NOT_WITHDRAWABLE = refusal("POLICY_NOT_WITHDRAWABLE", "Only an employee is taken out of a company's scheme.", {
  ...RULE,
  path: ["input", "policyId"],
  remedy: "End other covers in the policy system.",
});
const WITHDRAWN = refusal("POLICY_WITHDRAWN", "This employee has been withdrawn already.", {
  ...RULE,
  path: ["input", "policyId"],
  remedy: "Read the policy's last day.",
});
const TOO_FAR_BACK = refusal("WITHDRAWAL_TOO_FAR_BACK", "A withdrawal goes back three months within the year at most.", {
  ...RULE,
  remedy: "Give a later last day.",
});
const OUTSIDE = refusal("DAY_IMPOSSIBLE", "The last day lies outside the cover.", { ...RULE, remedy: "Give a day of the cover." });
