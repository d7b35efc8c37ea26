import { invariant } from "./invariant.js";

/** A calendar day in Denmark, "YYYY-MM-DD". Written so, days compare and sort as text. */
export type LocalDate = string;

/** True for a day that exists: "2028-02-29" does, "2027-02-29" does not. Years 0001 to 9999. */
export function isLocalDate(text: string): boolean {
  if (text.length !== 10) return false;
  for (let i = 0; i < 10; i += 1) {
    const code = text.charCodeAt(i);
    if (i === 4 || i === 7 ? code !== DASH : code < ZERO || code > NINE) return false;
  }
  const { year, month, date } = parts(text);
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

const DASH = 45;
const ZERO = 48;
const NINE = 57;

/** Days since 1970-01-01; the one place where text becomes a number. */
export function dayNumber(day: LocalDate): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  invariant(isLocalDate(day), "a day is written YYYY-MM-DD and exists");
  return remember(numbers, day, numberOf(day));
}

/** The day with this number, see {@link dayNumber}. */
export function dayWith(number: number): LocalDate {
  return days.get(number) ?? remember(days, number, written(number));
}

export function addDays(day: LocalDate, count: number): LocalDate {
  return dayWith(dayNumber(day) + count);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(day: LocalDate): number {
  return weekdayOf(dayNumber(day));
}

export function weekdayOf(number: number): number {
  // 1970-01-01 was a Thursday.
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Keeps the day of the month, or takes the last day of a shorter month: 31 August + 6 = 28 February (GEN-MONTHS). */
export function addMonths(day: LocalDate, count: number): LocalDate {
  const { year, month, date } = parts(day);
  const months = year * 12 + (month - 1) + count;
  const target = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
  return dayText(target.year, target.month, Math.min(date, daysIn(target.year, target.month)));
}

/** Whole years lived at the start of `on`; a birthday on 29 February is kept on the 28th in common years (GEN-AGE). */
export function ageOn(birthDate: LocalDate, on: LocalDate): number {
  const born = parts(birthDate);
  const now = parts(on);
  const birthday = Math.min(born.date, daysIn(now.year, born.month));
  const reached = now.month > born.month || (now.month === born.month && now.date >= birthday);
  return now.year - born.year - (reached ? 0 : 1);
}

export function yearOf(day: LocalDate): number {
  return digits(day, 0, 4);
}

export function lastDayOfMonth(day: LocalDate): LocalDate {
  const { year, month } = parts(day);
  return dayText(year, month, daysIn(year, month));
}

/** "2026-05-01" of 2026, 5, 1. */
export function dayText(year: number, month: number, date: number): LocalDate {
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}`;
}

// A decision reads the same few days again and again; the bound keeps a hostile caller from filling the memory.
const REMEMBERED = 50_000;
const numbers = new Map<LocalDate, number>();
const days = new Map<number, LocalDate>();

function remember<K, V>(memory: Map<K, V>, key: K, value: V): V {
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(key, value);
  return value;
}

// Both ways count in eras of 400 years that begin on 1 March, so that the leap day is the last day of its year.
const DAYS_PER_ERA = 146_097;
const ERA_TO_EPOCH = 719_468;

function numberOf(day: LocalDate): number {
  const { year, month, date } = parts(day);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - ERA_TO_EPOCH;
}

function written(number: number): LocalDate {
  const shifted = number + ERA_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leap = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leap) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dayText(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

function parts(day: LocalDate): { year: number; month: number; date: number } {
  return { year: digits(day, 0, 4), month: digits(day, 5, 7), date: digits(day, 8, 10) };
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
