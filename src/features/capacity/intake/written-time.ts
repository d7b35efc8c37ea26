import { resolveLocal, type LocalDate } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";

const FORM =
  /^(\d{8}|\d{4}([-/.])\d{1,2}\2\d{1,2}|\d{1,2}([-./])\d{1,2}\3\d{4})(?:T|,?\s+(?:kl\.?\s*)?)(?:(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?|(\d{2})(\d{2})(\d{2})?)\s?([ap]\.?m\.?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * A time as people and systems write it. With an offset it is an instant (`-05` for `-05:00` is read too: the 2021 SMART
 * text writes that in its own example); without one it is Danish local time, which on two nights a year is no time or two.
 */
export function readTime(text: string, field: string, offset: "OPTIONAL" | "REQUIRED" = "OPTIONAL"): Date | Refusal {
  const path = [field];
  const invalid = refusal("TIME_INVALID", 'Not a time; write e.g. "2026-11-02T09:30" (local) or "2026-11-02T09:30:00+01:00".', { path });
  const found = text.length <= 40 ? FORM.exec(text.trim()) : null;
  if (!found) return invalid;
  const [
    ,
    written = "",
    ,
    ,
    clockHour,
    clockMinute,
    clockSecond,
    fraction = "",
    basicHour = "",
    basicMinute = "",
    basicSecond,
    half,
    zone,
  ] = found;
  const [shortHour, minute, second] = [clockHour ?? basicHour, clockMinute ?? basicMinute, clockSecond ?? basicSecond ?? "00"];
  const hour = half === undefined ? shortHour.padStart(2, "0") : hourOfHalf(Number(shortHour), half);
  const day = dayIn(written);
  if (day === "AMBIGUOUS")
    return refusal("TIME_IS_AMBIGUOUS", "Which is the day and which the month cannot be told.", {
      path,
      remedy: 'Write the year first, "2027-03-02", or the day with dots, "02.03.2027".',
    });
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return invalid;
  const asUtc = Date.parse(`${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, "0").slice(0, 3)}Z`);
  // Date.parse lets 31 February through as 3 March.
  if (!Number.isFinite(asUtc) || !new Date(asUtc).toISOString().startsWith(day)) return invalid;
  if (zone === undefined) {
    if (offset === "REQUIRED")
      return refusal("OFFSET_MISSING", "The time needs an offset from UTC.", { path, remedy: 'End it with "Z" or "+01:00".' });
    return localTime(day, `${hour}:${minute}`, asUtc % 60_000, path);
  }
  const minutes = offsetMinutes(zone);
  return minutes === null ? invalid : new Date(asUtc - minutes * 60_000);
}

/** Dots and dashes are Danish, the day first. With slashes an American puts the month first: only where one of them is no month is it certain. */
function dayIn(written: string): string {
  if (written.length === 8 && /^\d+$/.test(written)) return `${written.slice(0, 4)}-${written.slice(4, 6)}-${written.slice(6)}`;
  const [first = "", second = "", third = ""] = written.split(/[-./]/);
  if (first.length === 4) return `${first}-${second.padStart(2, "0")}-${third.padStart(2, "0")}`;
  const iso = (day: string, month: string): string => `${third}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!written.includes("/") || Number(first) > 12 || first.padStart(2, "0") === second.padStart(2, "0")) return iso(first, second);
  return Number(second) > 12 ? iso(second, first) : "AMBIGUOUS";
}

/** "12:30 AM" is half past midnight; an hour that half a day does not have is none. */
function hourOfHalf(hour: number, half: string): string {
  if (hour < 1 || hour > 12) return "99";
  return String((hour % 12) + (/^p/i.test(half) ? 12 : 0)).padStart(2, "0");
}

function localTime(day: LocalDate, clock: string, restMs: number, path: readonly string[]): Date | Refusal {
  const found = resolveLocal(day, clock);
  if (found.kind === "ONE") return new Date(found.at.getTime() + restMs);
  return found.kind === "GAP"
    ? refusal("TIME_DOES_NOT_EXIST", `${clock} does not exist on ${day}: the clock is put forward.`, { path })
    : refusal("TIME_IS_AMBIGUOUS", `${clock} happens twice on ${day}: the clock is put back.`, {
        path,
        remedy: 'Write the offset: "+02:00" is the first, "+01:00" the second.',
      });
}

function offsetMinutes(zone: string): number | null {
  if (/^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || "0");
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
