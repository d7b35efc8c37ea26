/** A practitioner has one set of hours at a clinic: a schedule on top of another is one refusal, not one for each slot of it. */
import { addDays, type LocalDate } from "../../../kernel/calendar.js";
import { overlapTest } from "../../../kernel/period.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { SCHEDULE_HORIZON_DAYS } from "../capacity-limits.js";
import { expandSchedule, type Schedule } from "./schedule.js";

/**
 * Why a schedule cannot stand beside the others of its practitioner at the clinic; null when none of its hours of the first
 * eight weeks in which both hold lies on theirs.
 */
export function overlappingSchedule(wanted: Schedule, others: readonly Schedule[], today: LocalDate): Refusal | null {
  for (const other of others) {
    if (other.id === wanted.id) continue;
    const from = [today, wanted.validFrom, other.validFrom].reduce((a, b) => (a > b ? a : b));
    const until = addDays(from, SCHEDULE_HORIZON_DAYS);
    const period = (slot: { startsAt: Date; endsAt: Date }) => ({ start: slot.startsAt, end: slot.endsAt });
    const taken = overlapTest(expandSchedule(other, from, until).slots.map(period));
    if (expandSchedule(wanted, from, until).slots.some((slot) => taken(period(slot))))
      return refusal("SCHEDULES_OVERLAP", "The practitioner already has a schedule with hours at the same times.", {
        path: ["input", "rules"],
        remedy: "Change that schedule by its scheduleId, end it, or remove it.",
      });
  }
  return null;
}
