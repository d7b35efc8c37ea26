/** An offering clinic as a search finds it, and what of it is for whom. */
import { dayNumber, isWorkingDay, localDateOf, addDays, type LocalDate } from "../../kernel/calendar.js";

export type ProviderOrder = "DISTANCE" | "EARLIEST";

/** A listing as a search finds it: what changes with every booking, and the mark of what hardly ever does. */
export type FoundRow = {
  readonly id: string;
  readonly mark: string;
  readonly distanceKm: number | null;
  /** Sort key of the order asked for. */
  readonly rank: number;
  /** Its next openings as the search writes them (openingsIn); empty where there is none. */
  readonly slots: string;
};

/** What a listing repeats of clinic and rates. */
export type ListingText = {
  readonly id: string;
  readonly mark: string;
  readonly clinicId: string;
  readonly serviceBit: number;
  readonly hasPublicAgreement: boolean;
  /** The clinic as the API shows it, JSON. */
  readonly card: string;
  /** Agreed rates as JSON rows of id, øre, channel, first day, first day after. */
  readonly firstRates: string;
  readonly followUpRates: string;
};

/** One free opening; instants as the API answers them. */
export type Opening<Named> = {
  readonly slot: Named;
  readonly practitioner: Named;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly channel: string;
  readonly freeUnits: number;
};

const PARTS = 6;

/**
 * Openings as the search writes them: id, start, end (seconds since 1970), channel, practitioner and free units of each, in a
 * row. `name` makes of a type and an id what the API calls it.
 */
export function openingsIn<Named>(text: string, name: (type: "Slot" | "Practitioner", id: string) => Named): Opening<Named>[] {
  if (text === "") return [];
  const parts = text.split("|");
  const openings: Opening<Named>[] = [];
  for (let at = 0; at + PARTS <= parts.length; at += PARTS) {
    openings.push({
      slot: name("Slot", parts[at] ?? ""),
      practitioner: name("Practitioner", parts[at + 4] ?? ""),
      startsAt: instant(Number(parts[at + 1])),
      endsAt: instant(Number(parts[at + 2])),
      channel: parts[at + 3] ?? "",
      freeUnits: Number(parts[at + 5]),
    });
  }
  return openings;
}

/** A month of openings starts and ends at some thousand instants, which every page names again. */
const MOST = 20_000;
const instants = new Map<number, string>();

function instant(seconds: number): string {
  const known = instants.get(seconds);
  if (known !== undefined) return known;
  const made = new Date(seconds * 1_000).toISOString();
  if (instants.size >= MOST) instants.clear();
  instants.set(seconds, made);
  return made;
}

const days = new Map<string, LocalDate>();

/** The Danish day of an opening's start (GEN-LOCAL-DATE). */
export function dayOf(startsAt: string): LocalDate {
  const known = days.get(startsAt);
  if (known !== undefined) return known;
  const made = localDateOf(startsAt);
  if (days.size >= MOST) days.clear();
  days.set(startsAt, made);
  return made;
}

/** Counting further would only say "long". */
const COUNTED_DAYS = 400;

/**
 * Working days between the day of an appointment and the last day of the promise: 0 on the last day itself, negative when
 * it is over (CAL-WORKDAY, CAL-DAY-ZERO).
 */
export function marginWorkingDays(day: LocalDate, latestOn: LocalDate): number {
  const ahead = dayNumber(latestOn) - dayNumber(day);
  const [from, steps] = ahead >= 0 ? [day, ahead] : [latestOn, -ahead];
  let working = 0;
  for (let n = 1; n <= Math.min(steps, COUNTED_DAYS); n += 1) if (isWorkingDay(addDays(from, n))) working += 1;
  return ahead >= 0 ? working : -working;
}
