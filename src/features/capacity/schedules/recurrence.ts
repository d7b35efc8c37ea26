import { DateTime, RRule, RRuleSet } from "rrule-rust";

/**
 * Recurrence after RFC 5545 section 3.3.10, in wall-clock time: a moment is the number of milliseconds since 1970 that a clock
 * without a zone would count. Zones are added by whoever knows them. rrule-rust agrees with python-dateutil on every rule of
 * test/fixtures/recurrence.json and, unlike ical.js, comes back from rules that never fall on any day; what it has no measure
 * for (a rule of every second, a start of 1990) is kept from it here.
 */
export type Recurrence = {
  readonly freq: Frequency;
  readonly interval: number;
  /** Null is endless. */
  readonly count: number | null;
  readonly until: Until | null;
  /** The BY parts and WKST, as written. */
  readonly parts: ReadonlyMap<string, string>;
};
export type Frequency = "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
/** The last moment that counts: a whole day, a time of the series' own clock, or an instant. */
type Until = { readonly at: number; readonly form: "DAY" | "LOCAL" | "UTC" };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BY = "BYMONTH BYWEEKNO BYYEARDAY BYMONTHDAY BYDAY BYHOUR BYMINUTE BYSECOND BYSETPOS WKST".split(" ");
const KNOWN = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", ...BY]);
const FREQUENCIES: readonly string[] = ["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"] satisfies Frequency[];
/** Every five minutes; whoever needs more is not describing a calendar. */
const MOST_A_DAY = 288;
/** One occurrence a day for 54 years: counting further is the same as never ending. */
export const MOST_COUNTED = 20_000;
const NUMBERED: readonly (readonly [string, number, number])[] = [
  ["BYMONTH", 1, 12],
  ["BYWEEKNO", -53, 53],
  ["BYYEARDAY", -366, 366],
  ["BYMONTHDAY", -31, 31],
  ["BYHOUR", 0, 23],
  ["BYMINUTE", 0, 59],
  ["BYSECOND", 0, 59],
  ["BYSETPOS", -366, 366],
];

/** The rule, or a sentence saying why it is not read. The sentence repeats nothing of the text: a feed's text may be about a patient. */
export function readRecurrence(text: string): Recurrence | string {
  if (text.length > 500) return "The rule is longer than 500 characters.";
  const named = new Map<string, string>();
  for (const part of text
    .trim()
    .replace(/^RRULE:/i, "")
    .replace(/;$/, "")
    .split(";")) {
    const [name = "", value = "", ...rest] = part.trim().toUpperCase().split("=");
    if (!name || !value || rest.length > 0 || named.has(name)) return "The rule is not a list of NAME=VALUE parts.";
    if (!KNOWN.has(name)) return "The rule has a part that is not in RFC 5545.";
    named.set(name, value);
  }
  const freq = named.get("FREQ") ?? "";
  if (!FREQUENCIES.includes(freq)) return "FREQ must be HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY.";
  if (named.has("COUNT") && named.has("UNTIL")) return "COUNT and UNTIL exclude each other.";
  const interval = whole(named.get("INTERVAL") ?? "1", 1, 10_000);
  if (interval === null) return "INTERVAL must be 1 to 10000.";
  const count = whole(named.get("COUNT") ?? "1", 1, 1e9);
  if (count === null) return "COUNT must be 1 or more.";
  const until = named.has("UNTIL") ? readUntil(named.get("UNTIL") ?? "") : null;
  if (until === "INVALID") return "UNTIL must be a day or a time, e.g. 20261231 or 20261231T225959Z.";
  const parts = new Map([...named].filter(([name]) => BY.includes(name)));
  return (
    partsFault(freq, parts) ?? {
      freq: freq as Frequency,
      interval,
      count: named.has("COUNT") && count <= MOST_COUNTED ? count : null,
      until,
      parts,
    }
  );
}

function partsFault(freq: string, parts: ReadonlyMap<string, string>): string | null {
  for (const [name, low, high] of NUMBERED)
    if (!listOf(parts, name).every((n) => whole(n, low, high) !== null && (low === 0 || Number(n) !== 0)))
      return `${name} is out of range.`;
  const numbers = freq === "MONTHLY" || freq === "YEARLY" ? "([+-]?([1-9]|[1-4]\\d|5[0-3]))?" : "";
  const day = new RegExp(`^${numbers}(MO|TU|WE|TH|FR|SA|SU)$`);
  if (!listOf(parts, "BYDAY").every((d) => day.test(d))) return "BYDAY must be MO to SU; only MONTHLY and YEARLY may number them.";
  if (!/^(MO|TU|WE|TH|FR|SA|SU)$/.test(parts.get("WKST") ?? "MO")) return "WKST must be MO to SU.";
  if (parts.has("BYWEEKNO") && freq !== "YEARLY") return "BYWEEKNO goes with FREQ=YEARLY.";
  if (parts.has("BYSETPOS") && parts.size === (parts.has("WKST") ? 2 : 1)) return "BYSETPOS goes with another BY part.";
  const each = (name: string): number => Math.max(1, listOf(parts, name).length);
  const hours = freq === "HOURLY" ? Math.min(24, listOf(parts, "BYHOUR").length || 24) : each("BYHOUR");
  if (hours * each("BYMINUTE") * each("BYSECOND") > MOST_A_DAY) return `A rule may fall ${MOST_A_DAY} times a day.`;
  return null;
}

export function listOf(parts: ReadonlyMap<string, string>, name: string): string[] {
  return parts.get(name)?.split(",") ?? [];
}

export function whole(text: string, low: number, high: number): number | null {
  const value = /^[+-]?\d{1,10}$/.test(text) ? Number(text) : NaN;
  return value >= low && value <= high ? value : null;
}

function readUntil(written: string): Until | "INVALID" {
  const form = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})(Z?))?$/.exec(written);
  if (!form) return "INVALID";
  const [, year, month, date, hour = "00", minute = "00", second = "00", utc] = form;
  const at = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`);
  if (!Number.isFinite(at)) return "INVALID";
  return { at, form: utc === undefined ? "DAY" : utc === "Z" ? "UTC" : "LOCAL" };
}

/**
 * Moments on which the rule falls, from `from` on, before `before`, in order. UNTIL is the caller's: what it means depends on
 * the zone. Null when the rule is none that can be computed. A first moment that the rule does not name is not among them.
 */
export function occurrences(rule: Recurrence, first: number, from: number, before: number): number[] | null {
  if (before <= from || before <= first || fallsNever(rule)) return [];
  return rule.freq === "MONTHLY" && listOf(rule.parts, "BYDAY").some((day) => fifthFromTheEnd(day))
    ? withFifthFromTheEnd(rule, first, from, before)
    : computed(rule, first, from, before);
}

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 30 February, 31 April: days that none of the rule's months has. */
function fallsNever({ parts }: Recurrence): boolean {
  const days = listOf(parts, "BYMONTHDAY").map((day) => Math.abs(Number(day)));
  const months = listOf(parts, "BYMONTH").map((month) => LONGEST[Number(month) - 1] ?? 31);
  return days.length > 0 && months.length > 0 && Math.min(...days) > Math.max(...months);
}

/** The library takes "-5MO" with FREQ=MONTHLY for a fault; a Monday that is 29 to 31 days from the end of its month is the same. */
function withFifthFromTheEnd(rule: Recurrence, first: number, from: number, before: number): number[] | null {
  if (rule.parts.has("BYSETPOS")) return null;
  const days = listOf(rule.parts, "BYDAY");
  const start = rule.count === null ? from : first;
  const part = (some: readonly string[]): number[] | null =>
    some.length === 0
      ? []
      : computed({ ...rule, count: null, parts: new Map(rule.parts).set("BYDAY", some.join(",")) }, first, start, before);
  const fifth = part(days.filter(fifthFromTheEnd).map((day) => day.slice(2)));
  const others = part(days.filter((day) => !fifthFromTheEnd(day)));
  if (fifth === null || others === null) return null;
  const all = [...new Set([...fifth.filter((at) => daysFromTheEnd(at) >= 29), ...others])].sort((a, b) => a - b);
  return all.slice(0, rule.count ?? all.length).filter((at) => at >= from);
}

function fifthFromTheEnd(day: string): boolean {
  return day.startsWith("-5") && day.length === 4;
}

function daysFromTheEnd(at: number): number {
  const t = new Date(at);
  return new Date(Date.UTC(t.getUTCFullYear(), t.getUTCMonth() + 1, 0)).getUTCDate() - t.getUTCDate() + 1;
}

/**
 * The library looks until the year 9999 for a rule that never falls (every 7 days, on another weekday than its first). The calendar
 * repeats itself every 400 years to the day and weekday, so that it is asked about the same days as late as there are any.
 */
const LATE = 19 * 146_097 * DAY;

function computed(rule: Recurrence, first: number, from: number, before: number): number[] | null {
  const near = nearer(rule, first, from);
  try {
    const text = [`FREQ=${rule.freq}`, `INTERVAL=${rule.interval}`, ...(rule.count === null ? [] : [`COUNT=${rule.count}`])];
    for (const [name, value] of near.parts) text.push(`${name}=${value}`);
    const set = new RRuleSet(dateTimeOf(near.first + LATE), "UTC").addRrule(RRule.parse(text.join(";")));
    return set
      .between(dateTimeOf(Math.max(from, near.first) + LATE), dateTimeOf(before + LATE), true)
      .map((found) => momentOf(found) - LATE)
      .filter((at) => at >= from && at < before && at >= first);
  } catch {
    // its messages quote the rule
    return null;
  }
}

/**
 * The same rule begun two rounds before `from`: nobody waits for a series of 1990 to be counted through. What a rule takes
 * from its first moment silently is said aloud first, so that it may begin anywhere. A rule with COUNT is counted through.
 */
function nearer({ freq, interval, count, parts }: Recurrence, first: number, from: number): Pick<Recurrence, "parts"> & { first: number } {
  const started = new Date(first);
  const target = new Date(from);
  const same = { parts, first };
  if (count !== null || from <= first) return same;
  if (freq === "HOURLY" || freq === "DAILY" || freq === "WEEKLY") {
    const round = interval * (freq === "HOURLY" ? HOUR : freq === "DAILY" ? DAY : 7 * DAY);
    const rounds = Math.floor((from - first) / round) - 2;
    return rounds > 0 ? { parts: spokenOut(freq, parts, started), first: first + rounds * round } : same;
  }
  const monthsApart = (target.getUTCFullYear() - started.getUTCFullYear()) * 12 + target.getUTCMonth() - started.getUTCMonth();
  const round = interval * (freq === "MONTHLY" ? 1 : 12);
  const rounds = Math.floor(monthsApart / round) - 2;
  if (rounds <= 0) return same;
  const month = freq === "MONTHLY" ? started.getUTCMonth() + rounds * round : 0;
  const year = started.getUTCFullYear() + (freq === "MONTHLY" ? 0 : rounds * interval);
  return { parts: spokenOut(freq, parts, started), first: Date.UTC(year, month, 1) + (((first % DAY) + DAY) % DAY) };
}

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

function spokenOut(freq: Frequency, parts: ReadonlyMap<string, string>, started: Date): ReadonlyMap<string, string> {
  if (["BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY"].some((name) => parts.has(name))) return parts;
  const said = new Map(parts);
  if (freq === "WEEKLY") said.set("BYDAY", WEEKDAYS[started.getUTCDay()] ?? "MO");
  if (freq === "MONTHLY" || freq === "YEARLY") said.set("BYMONTHDAY", String(started.getUTCDate()));
  if (freq === "YEARLY" && !said.has("BYMONTH")) said.set("BYMONTH", String(started.getUTCMonth() + 1));
  return said;
}

function dateTimeOf(at: number): DateTime {
  const t = new Date(at);
  return DateTime.create(
    t.getUTCFullYear(),
    t.getUTCMonth() + 1,
    t.getUTCDate(),
    t.getUTCHours(),
    t.getUTCMinutes(),
    t.getUTCSeconds(),
    true,
  );
}

function momentOf(t: DateTime): number {
  return Date.UTC(t.year, t.month - 1, t.day, t.hour, t.minute, t.second);
}
