/** What calendars call time zones: names of the time zone database (RFC 7809), of Windows, Outlook's display names, offsets. */
import { WINDOWS_ZONES } from "./windows-zones.js";
import { DANISH, fixedZone, ianaZone, UTC, type Zone } from "./zone.js";

const HOUR = 3_600_000;
const WINDOWS = new Map(Object.entries(WINDOWS_ZONES).map(([name, zone]) => [name.toLowerCase(), zone]));
const IS_UTC = /^(UTC|GMT|Z|Zulu|Etc\/UTC|Etc\/GMT|Coordinated Universal Time|tzone:\/\/Microsoft\/Utc)$/i;

const known = new Map<string, Zone | null>();

/** A name that says which zone is meant whatever the calendar describes beside it; null when it is none. */
export function namedZone(tzid: string): Zone | null {
  const name = tidy(tzid);
  const before = known.get(name);
  if (before !== undefined) return before;
  const zone = name.length > 100 ? null : lookUp(name);
  if (known.size > 1_000) known.clear();
  known.set(name, zone);
  return zone;
}

function tidy(tzid: string): string {
  return tzid.replaceAll("\\", "").replace(/\s+/g, " ").trim();
}

function lookUp(name: string): Zone | null {
  if (IS_UTC.test(name)) return UTC;
  const windows = WINDOWS.get(name.toLowerCase());
  if (windows !== undefined) return database(windows);
  // "/mozilla.org/20050126_1/Europe/Copenhagen": a name of the database behind whoever published it
  if (name.startsWith("/")) {
    const parts = name.split("/").slice(1);
    return parts.map((_, n) => database(parts.slice(n).join("/"))).find((zone) => zone !== null) ?? null;
  }
  return database(name.replace(/^tzone:\/\/Microsoft\//i, "").replaceAll(" ", "_"));
}

function database(name: string): Zone | null {
  return /^Europe\/Copenhagen$/i.test(name) ? DANISH : /^[A-Z]/i.test(name) ? ianaZone(name) : null;
}

/**
 * A name that says where it roughly is, for calendars that describe no zone of that name: a name with a number ("Romance
 * Standard Time 1"), a fixed offset, a display name with cities. Null when it says nothing.
 */
export function guessedZone(tzid: string): Zone | null {
  const name = tidy(tzid).slice(0, 200);
  const offsets = [...name.matchAll(/(?:UTC|GMT)?\s*([+-])\s?(\d{1,2})(?:[:.]?(\d{2}))?/gi)].map(([, sign, hours, minutes]) =>
    offsetOf(sign, hours, minutes),
  );
  if (/^(?:UTC|GMT)?\s*[+-]\d{1,2}(?:[:.]?\d{2})?$/i.test(name)) return fixedZone(offsets[0] ?? 0);
  const [, prefix, rest = ""] = /^\(((?:UTC|GMT)[^)]*)\)\s*(.*)$/i.exec(name) ?? [];
  if (prefix !== undefined) {
    const base = offsets[0] ?? 0;
    // summer time puts a clock forward by an hour, nowhere by more
    return displayed(base, rest) ?? { kind: "VAGUE", least: base, most: base + HOUR };
  }
  const city = cities().get(name.toLowerCase());
  if (city !== undefined) return database(city);
  // "Europe/Copenhagen (Central European Standard Time)", and the summer's name of a zone of Windows
  const shorter = name.replace(/^(\w+\/\S+) \([^()]*\)$/, "$1").replace(/ Daylight Time$/i, " Standard Time");
  const named = shorter === name ? null : namedZone(shorter);
  if (named) return named;
  const numbered = /^(.*[^\s\d_-])[\s_-]*\d{1,3}$/.exec(name)?.[1];
  const unnumbered = numbered === undefined ? null : namedZone(numbered);
  if (unnumbered) return unnumbered;
  // "GMT -0500 (Standard) / GMT -0400 (Daylight)"
  if (offsets.length > 0 && /GMT|UTC/i.test(name))
    return { kind: "VAGUE", least: Math.min(...offsets), most: Math.max(...offsets) + (offsets.length === 1 ? HOUR : 0) };
  return null;
}

function offsetOf(sign = "+", hours = "0", minutes = "0"): number {
  return (sign === "-" ? -1 : 1) * (Number(hours) + Number(minutes) / 60) * HOUR;
}

/** "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris": the first city the database knows whose winter clock says so. */
function displayed(base: number, rest: string): Zone | null {
  if (IS_UTC.test(rest)) return UTC;
  const names = rest.split(/[,/;]/).map((city) => city.trim().toLowerCase());
  const windows = WINDOWS.get(rest.toLowerCase().replace(/ time( \(.*\))?$/, " standard time"));
  for (const name of [windows, ...names.map((city) => cities().get(city))]) {
    const zone = name === undefined ? null : database(name);
    if (zone?.kind === "KNOWN" && Math.min(zone.offsetAt(Date.UTC(2025, 0, 15)), zone.offsetAt(Date.UTC(2025, 6, 15))) === base)
      return zone;
  }
  return null;
}

/** Copenhagen in the languages of the programs that are used here. */
const OWN_NAMES = ["københavn", "kopenhagen", "köpenhamn", "copenhague"];

let byCity: ReadonlyMap<string, string> | null = null;

function cities(): ReadonlyMap<string, string> {
  byCity ??= new Map([
    ...Intl.supportedValuesOf("timeZone").map((name) => [(name.split("/").at(-1) ?? "").replaceAll("_", " ").toLowerCase(), name] as const),
    ...OWN_NAMES.map((name) => [name, "Europe/Copenhagen"] as const),
  ]);
  return byCity;
}
