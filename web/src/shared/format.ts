/** Days, times, money and distances as people in Denmark write them, in either language and always in Danish time. */
import type { Language } from "../words";

const ZONE = "Europe/Copenhagen";
const LOCALES: Readonly<Record<Language, string>> = { da: "da-DK", en: "en-GB" };
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, ...options });
  made.set(key, known);
  return known;
}

/** "torsdag den 10. december", of a day (2026-12-10) or an instant. */
export function day(language: Language, of: string): string {
  return formatter(language, { weekday: "long", day: "numeric", month: "long" }).format(
    new Date(of.length === 10 ? `${of}T12:00:00Z` : of),
  );
}

/** "10.30". */
export function time(language: Language, instant: string): string {
  return formatter(language, { hour: "2-digit", minute: "2-digit" }).format(new Date(instant));
}

/** "torsdag den 10. december kl. 10.30". */
export function dayAndTime(language: Language, instant: string): string {
  return `${day(language, instant)} ${language === "da" ? "kl." : "at"} ${time(language, instant)}`;
}

/** Øre as kroner: "1.234,50 kr." */
export function money(language: Language, minor: string | number): string {
  return new Intl.NumberFormat(LOCALES[language], { style: "currency", currency: "DKK" }).format(Number(minor) / 100);
}

/** "44.814". */
export function count(language: Language, of: number): string {
  return new Intl.NumberFormat(LOCALES[language]).format(of);
}

/** "4,2 km". */
export function distance(language: Language, km: number): string {
  return `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(km)} km`;
}

/** "man. 30. nov.". */
export function shortDay(language: Language, of: string): string {
  return formatter(language, { weekday: "short", day: "numeric", month: "short" }).format(noonOf(of));
}

/** "30. nov. 2026": of what may be another year. */
export function date(language: Language, of: string): string {
  return formatter(language, { day: "numeric", month: "short", year: "numeric" }).format(noonOf(of));
}

const noonOf = (of: string): Date => new Date(of.length === 10 ? `${of}T12:00:00Z` : of);

/** The Danish day (2026-11-30) on which an instant falls. */
export function dayOf(instant: string | Date): string {
  const parts = formatter("en", { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** The Danish time of day of an instant: "09:30". */
export function clockOf(instant: string | Date): string {
  return formatter("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(instant));
}

/** Minutes since the Danish midnight. */
export function minutesOf(instant: string | Date): number {
  const [hours = 0, minutes = 0] = clockOf(instant).split(":").map(Number);
  return hours * 60 + minutes;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of its week. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));
}

/** The instant of a Danish day and time of day, as RFC 3339 in universal time; a time that the clock skips is the one an hour later. */
export function instantOf(day: string, clock = "00:00"): string {
  const asUtc = Date.parse(`${day}T${clock}:00Z`);
  for (const hours of [1, 2]) {
    const at = new Date(asUtc - hours * 3_600_000);
    if (dayOf(at) === day && clockOf(at) === clock) return at.toISOString();
  }
  return new Date(asUtc - 3_600_000).toISOString();
}

/** "09:30" of minutes since midnight. */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** "november 2026", of any day in it. */
export function monthOf(language: Language, day: string): string {
  return formatter(language, { month: "long", year: "numeric" }).format(noonOf(day));
}
