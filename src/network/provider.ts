/** An offering clinic as a search finds it, and what of it is for whom. */
import { dayNumber, isWorkingDay, localDateOf, addDays, type LocalDate } from "../kernel/calendar.js";

export const ORDERS = ["DISTANCE", "EARLIEST"] as const;
export type ProviderOrder = (typeof ORDERS)[number];

/** id, start, end, channel, practitioner, free units; instants as the database writes them in JSON. */
export type OpeningRow = readonly [
  id: string,
  startsAt: string,
  endsAt: string,
  channel: string,
  practitionerId: string,
  freeUnits: number,
];

export type ListingRow = {
  readonly id: string;
  readonly clinicId: string;
  readonly serviceBit: number;
  /** The clinic as the API shows it, JSON. */
  readonly card: string;
  readonly hasPublicAgreement: boolean;
  /** Agreed rates as JSON rows of id, øre, channel, first day, first day after; null where not asked for. */
  readonly rates: string | null;
  readonly distanceKm: number | null;
  /** Sort key of the order asked for. */
  readonly rank: number;
  readonly slots: readonly OpeningRow[];
};

/** Counting further would only say "long". */
const COUNTED_DAYS = 400;

/**
 * Working days between the day of an appointment and the last day of the promise: 0 on the last day itself, negative when
 * it is over (CAL-WORKDAY, CAL-DAY-ZERO).
 */
export function marginWorkingDays(startsAt: string, latestOn: LocalDate): number {
  const day = localDateOf(startsAt);
  const ahead = dayNumber(latestOn) - dayNumber(day);
  const [from, steps] = ahead >= 0 ? [day, ahead] : [latestOn, -ahead];
  let working = 0;
  for (let n = 1; n <= Math.min(steps, COUNTED_DAYS); n += 1) if (isWorkingDay(addDays(from, n))) working += 1;
  return ahead >= 0 ? working : -working;
}
