import { invariant } from "./invariant.js";

/** A calendar day in Denmark, "YYYY-MM-DD". Written so, days compare and sort as text. */
export type LocalDate = string;

const FORM = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

/** True for a day that exists: "2028-02-29" does, "2027-02-29" does not. */
export function isLocalDate(text: string): boolean {
  return FORM.test(text) && text >= "0001-01-01" && written(numberOf(text)) === text;
}

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

function numberOf(day: LocalDate): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
}

function written(number: number): LocalDate {
  const at = new Date(number * MS_PER_DAY);
  return Number.isNaN(at.getTime()) ? "" : at.toISOString().slice(0, 10);
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
