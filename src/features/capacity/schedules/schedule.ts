import { addDays, publicHoliday, resolveLocal, type LocalDate } from "../../../kernel/calendar.js";
import { invariant } from "../../../kernel/invariant.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { readScheduleRecurrence, recurrenceDays } from "./schedule-recurrence.js";
import type { Audience, Channel, Funding, SlotOffer } from "../slots/slot-line.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";

/** What every slot of an opening has in common. */
export type Opening = {
  /** Local wall-clock time, "08:30"; a clinic thinks in its own clock, so the recurrence is local and the instants follow. */
  readonly startTime: string;
  /** "16:00"; "24:00" is the midnight that ends the day. */
  readonly endTime: string;
  readonly slotMinutes: number;
  readonly pauseMinutes: number;
  readonly services: readonly string[];
  readonly channel: Channel;
  readonly audience: Audience;
  readonly languages: readonly string[];
  readonly funding: Funding;
  readonly capacity: number;
  readonly cancellationHours: number | null;
  readonly onCall?: boolean;
};
export type ScheduleRule = Opening & {
  /** RFC 5545 RRULE text, e.g. "FREQ=WEEKLY;BYDAY=MO,WE"; counts from the schedule's validFrom. */
  readonly rrule: string;
};
export type ScheduleException = { readonly on: LocalDate } & (
  { readonly closed: true } | { readonly closed?: false; readonly openings: readonly Opening[] }
);
/** One practitioner's weekly hours at one clinic. Openings of one schedule never overlap each other. */
export type Schedule = {
  readonly id: string;
  readonly practitionerId: string;
  readonly rules: readonly ScheduleRule[];
  readonly validFrom: LocalDate;
  /** First day on which it no longer holds; null is until further notice. */
  readonly validUntil: LocalDate | null;
  /** On such a day nothing but the exception holds, public holiday or not. */
  readonly exceptions: readonly ScheduleException[];
  readonly closedOnPublicHolidays: boolean;
};
export type RefusedSlot = { readonly on: LocalDate; readonly startTime: string; readonly refusal: Refusal };
export type Expansion = { readonly slots: readonly SlotOffer[]; readonly refused: readonly RefusedSlot[] };

/** Slots of the days from `from` up to, not including, `until`. The same schedule and day always give the same external ids. */
export function expandSchedule(schedule: Schedule, from: LocalDate, until: LocalDate): Expansion {
  const slots: SlotOffer[] = [];
  const refused: RefusedSlot[] = [];
  for (const [on, openings] of [...openingsByDay(schedule, from, until)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const day = openings
      .flatMap((opening) => slotsOfOpening(schedule, on, opening, refused))
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    for (const slot of day) {
      // Only a clock change or two clashing rules can bring this about: length is elapsed time, the grid is wall-clock time.
      const last = slots.at(-1);
      if (last && slot.startsAt.getTime() < last.endsAt.getTime())
        refused.push({
          on,
          startTime: timeIn(slot.externalId, schedule.id),
          refusal: refusal("SLOTS_OVERLAP", "The practitioner still has the slot before."),
        });
      else slots.push(slot);
    }
  }
  return { slots, refused };
}

function timeIn(externalId: string, scheduleId: string): string {
  const digits = externalId.slice(scheduleId.length + 12);
  return `${digits.slice(0, 2)}:${digits.slice(2, 4)}`;
}

function openingsByDay(schedule: Schedule, from: LocalDate, until: LocalDate): Map<LocalDate, readonly Opening[]> {
  const first = schedule.validFrom > from ? schedule.validFrom : from;
  const before = schedule.validUntil !== null && schedule.validUntil < until ? schedule.validUntil : until;
  const byDay = new Map<LocalDate, Opening[]>();
  const exceptional = new Set(schedule.exceptions.map((e) => e.on));
  for (const rule of schedule.rules) {
    const read = readScheduleRecurrence(rule.rrule);
    invariant(typeof read !== "string", "a schedule is checked before it is expanded");
    for (const day of recurrenceDays(read, schedule.validFrom, first, before)) {
      if (exceptional.has(day) || (schedule.closedOnPublicHolidays && publicHoliday(day))) continue;
      byDay.set(day, [...(byDay.get(day) ?? []), rule]);
    }
  }
  for (const exception of schedule.exceptions)
    if (!exception.closed && exception.on >= first && exception.on < before) byDay.set(exception.on, [...exception.openings]);
  return byDay;
}

function slotsOfOpening(schedule: Schedule, on: LocalDate, opening: Opening, refused: RefusedSlot[]): SlotOffer[] {
  const closes = minuteOfDay(opening.endTime) ?? 0;
  const closesAt = closingInstant(on, closes);
  const slots: SlotOffer[] = [];
  for (
    let minute = minuteOfDay(opening.startTime) ?? 1440;
    minute + opening.slotMinutes <= closes;
    minute += opening.slotMinutes + opening.pauseMinutes
  ) {
    const startTime = clock(minute);
    const no = (code: RefusalCode, message: string): void => void refused.push({ on, startTime, refusal: refusal(code, message) });
    const found = resolveLocal(on, startTime);
    if (found.kind === "GAP") no("TIME_DOES_NOT_EXIST", `${startTime} does not exist on ${on}: the clock is put forward.`);
    const starts =
      found.kind === "ONE"
        ? [{ at: found.at, suffix: "" }]
        : found.kind === "TWICE"
          ? [
              { at: found.earlier, suffix: "+0200" },
              { at: found.later, suffix: "+0100" },
            ]
          : [];
    for (const { at, suffix } of starts) {
      const endsAt = new Date(at.getTime() + opening.slotMinutes * 60_000);
      if (endsAt.getTime() > closesAt.getTime())
        no("OUTSIDE_OPENING_HOURS", "The hour that is skipped leaves too little time before closing.");
      else slots.push(slotOf(schedule, opening, `${schedule.id}:${on}T${startTime.replace(":", "")}${suffix}`, at, endsAt));
    }
  }
  return slots;
}

function slotOf(schedule: Schedule, opening: Opening, externalId: string, startsAt: Date, endsAt: Date): SlotOffer {
  const { services, channel, audience, languages, funding, capacity, cancellationHours, onCall } = opening;
  return {
    action: "PUT",
    externalId,
    practitionerId: schedule.practitionerId,
    practitionerRef: null,
    startsAt,
    endsAt,
    services,
    channel,
    audience,
    languages,
    funding,
    capacity,
    cancellationHours,
    ...(onCall ? { onCall } : {}),
  };
}

function closingInstant(on: LocalDate, minute: number): Date {
  const found = minute === 1440 ? resolveLocal(addDays(on, 1), "00:00") : resolveLocal(on, clock(minute));
  if (found.kind === "ONE") return found.at;
  if (found.kind === "TWICE") return found.later;
  // Closing in the hour that is skipped: the door shuts the moment the clock is put forward.
  return closingInstant(on, Math.floor(minute / 60) * 60 + 60);
}

/** 0 to 1440; null when it is no time of day. "24:00" is the end of the day. */
export function minuteOfDay(time: string): number | null {
  const [, hour, minute] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? [];
  const total = Number(hour) * 60 + Number(minute);
  return hour === undefined || total > 1440 ? null : total;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
