/**
 * The Danish calendar: working days for the guarantee (CAL-*), closing days of the banks for payments. Holidays are
 * computed, so no year can be missing. Store Bededag (Easter + 26) was abolished from 2024 and is an ordinary working day
 * (CAL-STORE-BEDEDAG).
 */
import { dayNumber, dayText, dayWith, weekdayOf, yearOf, type LocalDate } from "./day.js";
import { invariant } from "./invariant.js";

export { addDays, addMonths, ageOn, dayNumber, isLocalDate, lastDayOfMonth, weekday, yearOf, type LocalDate } from "./day.js";
export { endOfDay, localDateOf, localText, offsetMinutes, resolveLocal, startOfDay } from "./danish-clock.js";

/** Days many clinics close on that are no public holidays; a setting can take each out of the working days (CAL-EXTRA-DAYS). */
export const EXTRA_DAYS = ["GRUNDLOVSDAG", "CHRISTMAS_EVE", "NEW_YEARS_EVE", "DAY_AFTER_ASCENSION"] as const;
export type ExtraDay = (typeof EXTRA_DAYS)[number];

/** The ten public holidays (CAL-HOLIDAYS-DK): days after Easter Sunday, or month and day. */
const MOVABLE: readonly (readonly [number, string])[] = [
  [-3, "Maundy Thursday"],
  [-2, "Good Friday"],
  [0, "Easter Sunday"],
  [1, "Easter Monday"],
  [39, "Ascension Day"],
  [49, "Whit Sunday"],
  [50, "Whit Monday"],
];
const FIXED: readonly (readonly [number, number, string])[] = [
  [1, 1, "New Year's Day"],
  [12, 25, "Christmas Day"],
  [12, 26, "Second Day of Christmas"],
];

type Year = { readonly holidays: ReadonlyMap<number, string>; readonly extra: ReadonlyMap<number, ExtraDay> };
const years = new Map<number, Year>();

/** Gregorian Easter Sunday (the anonymous algorithm of Meeus, Jones and Butcher). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayText(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** English name of the public holiday, or null on any other day. Sundays alone are no holidays. */
export function publicHoliday(day: LocalDate): string | null {
  return yearWith(yearOf(day)).holidays.get(dayNumber(day)) ?? null;
}

/** Monday to Friday, no public holiday, and none of the extra days that are switched off (CAL-WORKDAY). */
export function isWorkingDay(day: LocalDate, extra: readonly ExtraDay[] = []): boolean {
  return isOpen(dayNumber(day), yearOf(day), extra);
}

/** The n-th working day strictly after `day`: day 0 is not counted (CAL-DAY-ZERO). n = 0 gives the day itself. */
export function workday(day: LocalDate, n: number, extra: readonly ExtraDay[] = []): LocalDate {
  invariant(Number.isSafeInteger(n) && n >= 0, "working days are counted forwards in whole numbers");
  let at = dayNumber(day);
  let year = yearOf(day);
  let nextYear = dayNumber(dayText(year + 1, 1, 1));
  for (let left = n; left > 0;) {
    at += 1;
    if (at === nextYear) nextYear = dayNumber(dayText((year += 1) + 1, 1, 1));
    if (isOpen(at, year, extra)) left -= 1;
  }
  return dayWith(at);
}

/** A day on which Danish banks settle: the banks also close on all four extra days (Finans Danmark's closing days). */
export function isBankDay(day: LocalDate): boolean {
  return isWorkingDay(day, EXTRA_DAYS);
}

/** The first bank day strictly after `day`. */
export function nextBankDay(day: LocalDate): LocalDate {
  return workday(day, 1, EXTRA_DAYS);
}

function isOpen(number: number, year: number, extra: readonly ExtraDay[]): boolean {
  if (weekdayOf(number) > 5) return false;
  const of = yearWith(year);
  if (of.holidays.has(number)) return false;
  if (extra.length === 0) return true;
  const named = of.extra.get(number);
  return named === undefined || !extra.includes(named);
}

function yearWith(year: number): Year {
  const known = years.get(year);
  if (known) return known;
  const easter = dayNumber(easterSunday(year));
  const fixed = (month: number, date: number): number => dayNumber(dayText(year, month, date));
  const made: Year = {
    holidays: new Map([
      ...MOVABLE.map(([after, name]) => [easter + after, name] as const),
      ...FIXED.map(([month, date, name]) => [fixed(month, date), name] as const),
    ]),
    extra: new Map([
      [fixed(6, 5), "GRUNDLOVSDAG"],
      [fixed(12, 24), "CHRISTMAS_EVE"],
      [fixed(12, 31), "NEW_YEARS_EVE"],
      [easter + 40, "DAY_AFTER_ASCENSION"],
    ]),
  };
  years.set(year, made);
  return made;
}
