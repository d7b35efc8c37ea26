import ICAL from "ical.js";

/**
 * RFC 5545 recurrence through ical.js, behind a gate. Left open, the library never returns from a rule with no
 * occurrence ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "FREQ=DAILY;BYDAY=MO;INTERVAL=7" from a Tuesday) and answers some rules wrongly (31 January
 * for 31 February). So only shapes that clinics' calendars write pass, and what comes out is checked against the rule again.
 */
export type Recurrence = {
  readonly recur: ICAL.Recur;
  /** UNTIL as written: a day, a local time or an instant. */
  readonly until: ICAL.Time | null;
};

const PARTS: Readonly<Record<string, ReadonlySet<string>>> = {
  DAILY: new Set(["BYDAY"]),
  WEEKLY: new Set(["BYDAY"]),
  MONTHLY: new Set(["BYDAY", "BYMONTHDAY", "BYSETPOS"]),
  YEARLY: new Set(["BYMONTH", "BYMONTHDAY", "BYDAY"]),
};
const MOST_INTERVAL: Readonly<Record<string, number>> = { DAILY: 366, WEEKLY: 53, MONTHLY: 12, YEARLY: 10 };
const MOST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
/** One occurrence a day for 54 years; whoever needs more is not describing a calendar. */
const MOST_OCCURRENCES = 20_000;

/** The rule, or a sentence saying why it is not accepted. */
export function readRecurrence(text: string): Recurrence | string {
  if (text.length > 300) return "The rule is longer than 300 characters.";
  const named = new Map<string, string>();
  for (const part of text
    .trim()
    .replace(/^RRULE:/i, "")
    .replace(/;$/, "")
    .split(";")) {
    const [name = "", value = "", ...rest] = part.toUpperCase().split("=");
    if (!name || !value || rest.length > 0 || named.has(name)) return "The rule is not a list of NAME=VALUE parts.";
    named.set(name, value);
  }
  const freq = named.get("FREQ") ?? "";
  const allowed = Object.hasOwn(PARTS, freq) ? PARTS[freq] : undefined;
  if (!allowed) return "FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.";
  for (const name of named.keys())
    if (!["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"].includes(name) && !allowed.has(name))
      return `${name.slice(0, 20)} is not supported with FREQ=${freq}.`;
  if (named.has("COUNT") && named.has("UNTIL")) return "COUNT and UNTIL exclude each other.";
  if (!whole(named.get("INTERVAL") ?? "1", 1, MOST_INTERVAL[freq]!))
    return `INTERVAL must be 1 to ${MOST_INTERVAL[freq]} with FREQ=${freq}.`;
  if (!whole(named.get("COUNT") ?? "1", 1, MOST_OCCURRENCES)) return `COUNT must be 1 to ${MOST_OCCURRENCES}.`;
  return daysFault(freq, named) ?? compiled(named);
}

function daysFault(freq: string, named: ReadonlyMap<string, string>): string | null {
  const list = (name: string): string[] => named.get(name)?.split(",") ?? [];
  const ordinals = freq === "MONTHLY" || freq === "YEARLY" ? "([+-]?[1-5])?" : "";
  const dayForm = new RegExp(`^${ordinals}(MO|TU|WE|TH|FR|SA|SU)$`);
  if (!list("BYDAY").every((day) => dayForm.test(day))) return "BYDAY must be MO to SU; only MONTHLY and YEARLY may number them, 1 to 5.";
  if (freq === "DAILY" && named.has("BYDAY") && (named.get("INTERVAL") ?? "1") !== "1")
    return "FREQ=DAILY takes BYDAY or INTERVAL, not both.";
  if (named.has("BYDAY") && named.has("BYMONTHDAY")) return "BYDAY and BYMONTHDAY exclude each other.";
  if (named.has("BYSETPOS") && (!named.has("BYDAY") || !list("BYSETPOS").every((n) => whole(n, -5, 5) && Number(n) !== 0)))
    return "BYSETPOS goes with BYDAY and counts 1 to 5 or -5 to -1.";
  const limit = freq === "MONTHLY" ? 31 : 0;
  const months = list("BYMONTH");
  if (!months.every((m) => whole(m, 1, 12))) return "BYMONTH must be 1 to 12.";
  if (freq === "YEARLY" && (named.has("BYMONTHDAY") || named.has("BYDAY")) && months.length === 0)
    return "FREQ=YEARLY with days needs BYMONTH.";
  const most = limit || Math.min(31, ...months.map((m) => MOST_DAYS[Number(m) - 1]!));
  if (!list("BYMONTHDAY").every((d) => whole(d, -most, most) && Number(d) !== 0)) return "BYMONTHDAY names a day the month never has.";
  // "The fifth Monday of every twelfth month", begun in a February, never comes: only what every month has may skip years.
  const skipsYears =
    (freq === "MONTHLY" && named.get("INTERVAL") === "12") || (freq === "YEARLY" && (named.get("INTERVAL") ?? "1") !== "1");
  if (
    skipsYears &&
    (/5/.test(named.get("BYDAY") ?? "") ||
      list("BYMONTHDAY").some((d) => Math.abs(Number(d)) > 28) ||
      /5/.test(named.get("BYSETPOS") ?? ""))
  )
    return "Such days do not come in every month; with this INTERVAL they may never come.";
  return null;
}

function compiled(named: ReadonlyMap<string, string>): Recurrence | string {
  try {
    const recur = ICAL.Recur.fromString(
      [...named]
        .filter(([name]) => name !== "UNTIL")
        .map(([n, v]) => `${n}=${v}`)
        .join(";"),
    );
    const written = named.get("UNTIL");
    if (written === undefined) return { recur, until: null };
    const form = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(written);
    if (!form) return "UNTIL must be a day or a time, e.g. 20261231 or 20261231T225959Z.";
    const [, y, mo, d, h, mi, s, z] = form;
    const iso = `${y}-${mo}-${d}${h === undefined ? "" : `T${h}:${mi}:${s}${z}`}`;
    return { recur, until: h === undefined ? ICAL.Time.fromDateString(iso) : ICAL.Time.fromDateTimeString(iso) };
  } catch {
    // The library's messages quote the text; a feed's text may be about a patient.
    return "The rule is not valid.";
  }
}

function whole(text: string, low: number, high: number): boolean {
  return /^[+-]?\d{1,5}$/.test(text) && Number(text) >= low && Number(text) <= high;
}

/**
 * Local calendar days "YYYY-MM-DD" on which the rule falls, from `first` on, before `before`; null when it runs past all
 * measure. Days, not times: the time of day is added by whoever knows the time zone, which ical.js here does not.
 */
export function recurrenceDays(rule: Recurrence, first: string, before: string, budget = { steps: MOST_OCCURRENCES }): string[] | null {
  const days: string[] = [];
  if (first >= before) return days;
  const iterator = rule.recur.iterator(ICAL.Time.fromDateString(first));
  for (; budget.steps > 0; budget.steps -= 1) {
    // The iterator hands out one object and moves it: take the text at once.
    const next = iterator.next() as ICAL.Time | null | undefined;
    if (!next) return days;
    const day = next.toString().slice(0, 10);
    if (day >= before) return days;
    if (day >= first && fits(rule.recur, day)) days.push(day);
  }
  return null;
}

function fits(recur: ICAL.Recur, day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const { BYDAY, BYMONTH, BYMONTHDAY } = recur.parts;
  const lastDate = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const name = WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()]!;
  return (
    (!BYDAY || BYDAY.some((d) => d.endsWith(name))) &&
    (!BYMONTH || BYMONTH.includes(month)) &&
    (!BYMONTHDAY || BYMONTHDAY.some((n) => n === date || n === date - lastDate - 1))
  );
}
