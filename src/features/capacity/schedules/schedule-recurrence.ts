/**
 * Which rules a schedule may have: shapes that clinics' hours are made of, each of which falls on some day. A rule that can
 * never come about is refused when it is saved, not computed again every night.
 */
import { dayNumber, dayWith, type LocalDate } from "../../../kernel/day.js";
import { listOf, MOST_COUNTED, occurrences, readRecurrence, whole, type Frequency, type Recurrence } from "./recurrence.js";

const PARTS: Readonly<Record<Frequency, readonly string[]>> = {
  HOURLY: [],
  DAILY: ["BYDAY"],
  WEEKLY: ["BYDAY"],
  MONTHLY: ["BYDAY", "BYMONTHDAY", "BYSETPOS"],
  YEARLY: ["BYMONTH", "BYMONTHDAY", "BYDAY"],
};
const MOST_INTERVAL: Readonly<Record<Frequency, number>> = { HOURLY: 0, DAILY: 366, WEEKLY: 53, MONTHLY: 12, YEARLY: 10 };
const MOST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY = 86_400_000;

/** The rule, or a sentence saying why a schedule cannot have it. */
export function readScheduleRecurrence(text: string): Recurrence | string {
  const rule = readRecurrence(text);
  if (typeof rule === "string") return rule;
  const { freq, interval, parts } = rule;
  if (freq === "HOURLY") return "FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.";
  for (const name of parts.keys()) if (name !== "WKST" && !PARTS[freq].includes(name)) return `${name} is not supported with FREQ=${freq}.`;
  if (interval > MOST_INTERVAL[freq]) return `INTERVAL must be 1 to ${MOST_INTERVAL[freq]} with FREQ=${freq}.`;
  if (/COUNT=/i.test(text) && rule.count === null) return `COUNT must be 1 to ${MOST_COUNTED}.`;
  return daysFault(rule) ?? rule;
}

function daysFault({ freq, interval, parts }: Recurrence): string | null {
  const days = listOf(parts, "BYDAY");
  const monthDays = listOf(parts, "BYMONTHDAY");
  const months = listOf(parts, "BYMONTH").map(Number);
  const positions = listOf(parts, "BYSETPOS");
  if (!days.every((day) => /^([+-]?[1-5])?[A-Z]{2}$/.test(day))) return "BYDAY may be numbered 1 to 5.";
  if (freq === "DAILY" && days.length > 0 && interval !== 1) return "FREQ=DAILY takes BYDAY or INTERVAL, not both.";
  if (days.length > 0 && monthDays.length > 0) return "BYDAY and BYMONTHDAY exclude each other.";
  if (positions.length > 0 && (days.length === 0 || days.some((day) => day.length > 2) || !positions.every((n) => whole(n, -5, 5))))
    return "BYSETPOS goes with BYDAY without numbers and counts 1 to 5 or -5 to -1.";
  if (freq === "YEARLY" && days.length + monthDays.length > 0 && months.length === 0) return "FREQ=YEARLY with days needs BYMONTH.";
  const most = freq === "MONTHLY" ? 31 : Math.min(31, ...months.map((m) => MOST_DAYS[m - 1] ?? 31));
  if (!monthDays.every((d) => whole(d, -most, most))) return "BYMONTHDAY names a day the month never has.";
  // "The fifth Monday of every twelfth month", begun in a February, never comes: only what every month has may skip years.
  const skipsYears = (freq === "MONTHLY" && interval === 12) || (freq === "YEARLY" && interval !== 1);
  const rare =
    days.some((day) => day.includes("5")) || monthDays.some((d) => Math.abs(Number(d)) > 28) || positions.some((n) => n.includes("5"));
  return skipsYears && rare ? "Such days do not come in every month; with this INTERVAL they may never come." : null;
}

/** Local calendar days on which the rule falls, counted from `first`, not before `from`, before `before` and not after UNTIL. */
export function recurrenceDays(rule: Recurrence, first: LocalDate, from: LocalDate, before: LocalDate): LocalDate[] {
  // UNTIL is read as a day: the hours belong to the opening, not to its rule
  const end = rule.until === null ? Infinity : Math.floor(rule.until.at / DAY) + 1;
  const days = occurrences(rule, dayNumber(first) * DAY, dayNumber(from) * DAY, Math.min(dayNumber(before), end) * DAY);
  return (days ?? []).map((at) => dayWith(at / DAY));
}
