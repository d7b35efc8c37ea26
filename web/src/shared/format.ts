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

/** "4,2 km". */
export function distance(language: Language, km: number): string {
  return `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(km)} km`;
}
