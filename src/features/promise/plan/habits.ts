/**
 * What admission may know of people beyond the plan, learned from the record: how many first appointments are booked when hardly a day is
 * left, and how often those of a clinic are called off or missed. Two rules come of it, both off unless a deployment turns them on
 * (docs/decisions/0124): a part of each clinic's day is kept for whoever is late, and a last unit may be given away where as many are
 * expected back. The simulation runs the same functions, so that what it measures is what they do.
 */
import { isWorkingDay } from "../../../kernel/calendar.js";
import { dayWith } from "../../../kernel/day.js";
import { TIGHT_MARGIN_WORKING_DAYS } from "./standing.js";

export type HabitRules = {
  /** Of a clinic's day, in percent; RECORD: by treatment as many as were booked late so far. */
  readonly reserve: number | "RECORD";
  /** Which times are counted on: none, those that are called off, or those that are missed as well. */
  readonly returns: "OFF" | "CANCELLED" | "ALL";
};
export const NO_HABITS: HabitRules = { reserve: 0, returns: "OFF" };

/** First appointments of one treatment at one clinic. */
export type ClinicRecord = {
  readonly clinicId: string;
  readonly service: string;
  /** Of the last weeks: made, called off by the member before their day, and missed. */
  readonly booked: number;
  readonly cancelled: number;
  readonly missed: number;
  /** Still to come, from tomorrow on. */
  readonly ahead: number;
};
/** First appointments by when they were made and the last day of their promise, as day numbers. */
export type BookingRecord = { readonly service: string; readonly bookedOn: number; readonly latestOn: number; readonly bookings: number };

/** Few appointments prove little. */
const PRIOR_BOOKINGS = 20;
/** Working days that an appointment mostly stands before its day: the chance of being called off is spread over them. */
const HELD_DAYS = 4;

/** At most a working day is left: who is told today can still come tomorrow. */
export function isLate(latestOn: number, day: number): boolean {
  let left = 0;
  for (let on = day + 1; on <= latestOn && left <= TIGHT_MARGIN_WORKING_DAYS; on++) if (isWorkingDay(dayWith(on))) left += 1;
  return left <= TIGHT_MARGIN_WORKING_DAYS;
}

/** The share of first appointments that were booked late, by treatment. */
export function lateShares(record: Iterable<BookingRecord>): ReadonlyMap<string, number> {
  const found = new Map<string, { all: number; late: number }>();
  for (const { service, bookedOn, latestOn, bookings } of record) {
    const cell = found.get(service) ?? { all: 0, late: 0 };
    const late = isLate(latestOn, bookedOn) ? bookings : 0;
    found.set(service, { all: cell.all + bookings, late: cell.late + late });
  }
  return new Map([...found].map(([service, { all, late }]) => [service, late / (all + PRIOR_BOOKINGS)]));
}

/** Is what is left of a clinic's day kept for whoever is late? A clinic has one or two units a day: the days take turns. */
export function isReserved(dayOn: number, units: number, left: number, share: number): boolean {
  return left <= Math.floor(dayOn * units * share) - Math.floor((dayOn - 1) * units * share);
}

/** Units that are expected to come free again today, by treatment: each clinic's appointments by how its own were let go so far. */
export function expectedReturns(record: Iterable<ClinicRecord>, returns: HabitRules["returns"]): ReadonlyMap<string, number> {
  const expected = new Map<string, number>();
  if (returns === "OFF") return expected;
  const all = [...record];
  const clinics = new Map<string, { booked: number; gone: number }>();
  for (const { clinicId, booked, cancelled, missed } of all) {
    const cell = clinics.get(clinicId) ?? { booked: 0, gone: 0 };
    clinics.set(clinicId, { booked: cell.booked + booked, gone: cell.gone + cancelled + (returns === "ALL" ? missed : 0) });
  }
  for (const { clinicId, service, ahead } of all) {
    const { booked = 0, gone = 0 } = clinics.get(clinicId) ?? {};
    expected.set(service, (expected.get(service) ?? 0) + (ahead * gone) / (booked + PRIOR_BOOKINGS) / HELD_DAYS);
  }
  return expected;
}

/** Last units that were given away today because as many are expected back. Another day begins with none. */
export class Concessions {
  readonly #given = new Map<string, number>();
  #on = -1;

  concedes(service: string, day: number, expected: ReadonlyMap<string, number>): boolean {
    return this.#givenOn(day, service) + 1 <= (expected.get(service) ?? 0);
  }

  give(service: string, day: number): void {
    this.#given.set(service, this.#givenOn(day, service) + 1);
  }

  #givenOn(day: number, service: string): number {
    if (this.#on !== day) this.#given.clear();
    this.#on = day;
    return this.#given.get(service) ?? 0;
  }
}
