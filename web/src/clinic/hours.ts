/** Weekly hours as people say them. The graph keeps them as recurrences of RFC 5545; only what a week can show is read here. */
import { useLanguage } from "../words";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type DayCode = (typeof DAYS)[number];
export type Weekly = { readonly days: readonly DayCode[]; readonly everyWeeks: number };

/** Null for a recurrence that is no week's, which stays as it is. */
export function readRule(rrule: string): Weekly | null {
  const parts = new Map(rrule.split(";").map((part) => part.split("=") as [string, string | undefined]));
  const days = (parts.get("BYDAY") ?? "").split(",").filter((day): day is DayCode => (DAYS as readonly string[]).includes(day));
  const known = [...parts.keys()].every((key) => ["FREQ", "BYDAY", "INTERVAL", "WKST"].includes(key));
  return parts.get("FREQ") === "WEEKLY" && known && days.length > 0 ? { days, everyWeeks: Number(parts.get("INTERVAL") ?? 1) } : null;
}

export function writeRule({ days, everyWeeks }: Weekly): string {
  const ordered = DAYS.filter((day) => days.includes(day));
  return `FREQ=WEEKLY;${everyWeeks > 1 ? `INTERVAL=${everyWeeks};` : ""}BYDAY=${ordered.join(",")}`;
}

export function useHours() {
  const { language } = useLanguage();
  const formatter = (weekday: "long" | "short") =>
    new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", { weekday, timeZone: "UTC" });
  // the first of January 2024 was a Monday
  const nameOf = (day: DayCode, width: "long" | "short"): string =>
    formatter(width).format(new Date(Date.UTC(2024, 0, 1 + DAYS.indexOf(day))));
  const dayNames = DAYS.map((day) => [day, nameOf(day, "short"), nameOf(day, "long")] as const);
  /** "mandag til torsdag 9.00–15.30, 45 minutter". */
  const inWords = ({ days, everyWeeks }: Weekly, { startTime, endTime, slotMinutes }: Times): string => {
    const places = days.map((day) => DAYS.indexOf(day)).sort((a, b) => a - b);
    const inARow = places.length > 2 && places.every((place, i) => i === 0 || place === (places[i - 1] ?? 0) + 1);
    const named = (place: number | undefined): string => nameOf(DAYS[place ?? 0] ?? "MO", "long");
    const list = new Intl.ListFormat(language === "da" ? "da-DK" : "en-GB", { type: "conjunction" });
    const said = inARow ? `${named(places[0])}–${named(places.at(-1))}` : list.format(places.map(named));
    const weeks =
      everyWeeks === 2
        ? language === "da"
          ? "hver anden uge, "
          : "every other week, "
        : everyWeeks > 2
          ? `${language === "da" ? "hver" : "every"} ${everyWeeks}. ${language === "da" ? "uge" : "week"}, `
          : "";
    return `${weeks}${said} ${startTime}–${endTime}, ${slotMinutes} min.`;
  };
  return { dayNames, inWords };
}

type Times = { readonly startTime: string; readonly endTime: string; readonly slotMinutes: number };
