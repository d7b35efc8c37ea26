/** Appointments whose opening is withdrawn: until when each may be held instead, and in which order they are given a new place. */
import type { Channel } from "../../../rules/codes.js";
import { dayWith } from "../../../kernel/day.js";
import { workday } from "../../../kernel/calendar.js";
import { distanceKm, type Place } from "../../../kernel/place.js";
import type { EndingFile } from "../../bookings/end/ending.js";
import { SETTINGS } from "../../../rules/data/settings.js";
import type { UnitBucket } from "../../../matching/model.js";
import type { PromiseRow } from "../plan/open-claim.js";

export type WithdrawnBooking = EndingFile & {
  /** The claim as the plan knows it; without a last day where nothing is promised. */
  readonly promise: Omit<PromiseRow, "latest_on"> & { readonly latest_on: string | null };
  /** Of the clinic that withdraws. */
  readonly clinic: Place;
  /** The member's other appointments. */
  readonly busy: readonly (readonly [start: string, end: string])[];
};

/** The appointment keeps a promise that still can be kept. */
export function keepsPromise({ booking, claim, now }: EndingFile): boolean {
  const open = claim.guarantee_outcome === "RUNNING" && claim.breached_at === null && claim.deadline_at !== null;
  return open && claim.first_booking_id === booking.id && Date.parse(claim.deadline_at ?? now) > Date.parse(now);
}

/**
 * A first appointment under the guarantee keeps its latest date: the clinic's cancellation does not move it
 * (GUA-PROVIDER-CANCEL). Any other is offered within as many working days as a first one would be. A member told today is not
 * expected today, unless today is the last day.
 */
export function waitingAgain(withdrawn: WithdrawnBooking, today: number): PromiseRow {
  const { booking, claim, promise } = withdrawn;
  const promised = keepsPromise(withdrawn) && claim.latest_on !== null;
  const latestOn = promised ? (claim.latest_on ?? "") : workday(later(booking.treated_on, dayWith(today)), SETTINGS.networkMaxDays);
  const tomorrow = dayWith(today + 1);
  return {
    ...promise,
    id: booking.id,
    // a consent that is gone meanwhile is said by the move itself, to people
    consented: true,
    latest_on: latestOn,
    target_on: promised ? promise.target_on : booking.treated_on,
    wished_not_before: latestOn < tomorrow ? promise.wished_not_before : later(promise.wished_not_before ?? tomorrow, tomorrow),
  };
}

const later = (a: string, b: string): string => (a > b ? a : b);

/** Those whose promise hangs on it, the tightest first; open promises of others come between them and the rest. */
export function inOrderOfNeed(withdrawn: readonly WithdrawnBooking[]): {
  readonly promised: WithdrawnBooking[];
  readonly others: WithdrawnBooking[];
} {
  const byDay = (a: WithdrawnBooking, b: WithdrawnBooking): number =>
    (a.claim.latest_on ?? "").localeCompare(b.claim.latest_on ?? "") ||
    a.booking.starts_at.localeCompare(b.booking.starts_at) ||
    a.booking.id.localeCompare(b.booking.id);
  return { promised: withdrawn.filter(keepsPromise).sort(byDay), others: withdrawn.filter((w) => !keepsPromise(w)).sort(byDay) };
}

/** Kilometres the member travels more (or, negative, less) than before; nobody travels for a call. */
export function extraKm({ booking, promise, clinic }: WithdrawnBooking, to: Pick<UnitBucket, "channel" | "lat" | "lon">): number | null {
  if (promise.lat === null || promise.lon === null) return null;
  const home = { lat: promise.lat, lon: promise.lon };
  const km = (channel: Channel, place: Place): number => (channel === "IN_PERSON" ? distanceKm(home, place) : 0);
  return Math.round(km(to.channel, to) - km(booking.channel, clinic));
}

export type Opening = { readonly id: string; readonly startsAt: Date; readonly endsAt: Date };

/** Of the openings of the planned day, the free one nearest to the hour the member had, that collides with nothing of theirs. */
export function nearestHour<T extends Opening>(
  withdrawn: WithdrawnBooking,
  openings: readonly T[],
  busy: readonly (readonly [number, number])[],
): T | undefined {
  const hour = minuteOfDay(new Date(withdrawn.booking.starts_at));
  const away = (opening: T): number => Math.abs(minuteOfDay(opening.startsAt) - hour);
  const free = openings.filter((o) => !busy.some(([from, to]) => o.startsAt.getTime() < to && from < o.endsAt.getTime()));
  return free.reduce<T | undefined>((best, opening) => (best === undefined || away(opening) < away(best) ? opening : best), undefined);
}

const minuteOfDay = (at: Date): number => at.getUTCHours() * 60 + at.getUTCMinutes();
