import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { SLOT_MINUTES } from "../capacity-limits.js";
import { readScheduleRecurrence } from "./schedule-recurrence.js";
import { minuteOfDay, type Opening, type Schedule } from "./schedule.js";
import type { RefusalCode } from "../../../kernel/refusal-codes.js";

/** Every reason why a schedule cannot be saved. */
export function checkSchedule(schedule: Schedule): Refusal[] {
  const found: Refusal[] = [];
  const no = (code: RefusalCode, message: string, path: readonly string[]): void => void found.push(refusal(code, message, { path }));
  if (schedule.id.length < 1 || schedule.id.length > 40) no("SCHEDULE_ID_LENGTH", "A schedule's id is 1 to 40 characters.", ["id"]);
  if (!isDay(schedule.validFrom) || schedule.validFrom < "2010-01-01")
    no("DAY_INVALID", 'Days are written "YYYY-MM-DD" and lie after 2009.', ["validFrom"]);
  if (schedule.validUntil !== null && !isDay(schedule.validUntil)) no("DAY_INVALID", 'Days are written "YYYY-MM-DD".', ["validUntil"]);
  if (schedule.validUntil !== null && schedule.validUntil <= schedule.validFrom)
    no("SCHEDULE_ENDS_BEFORE_START", "validUntil must be after validFrom.", ["validUntil"]);
  if (schedule.rules.length > 50) no("TOO_MANY_RULES", "A schedule has at most 50 rules.", ["rules"]);
  if (schedule.exceptions.length > 400) no("TOO_MANY_EXCEPTIONS", "A schedule has at most 400 exceptions.", ["exceptions"]);
  const seen = new Set<string>();
  schedule.rules.forEach((rule, i) => {
    const said = JSON.stringify([rule.rrule, rule.startTime, rule.endTime]);
    if (seen.has(said)) no("DUPLICATE_RULE", "The same hours stand in an earlier rule.", ["rules", String(i)]);
    seen.add(said);
    const read = readScheduleRecurrence(rule.rrule);
    if (typeof read === "string") no("RECURRENCE_UNSUPPORTED", read, ["rules", String(i), "rrule"]);
    openingFaults(rule, ["rules", String(i)], no);
  });
  const days = new Set<string>();
  schedule.exceptions.forEach((exception, i) => {
    if (!isDay(exception.on)) no("DAY_INVALID", 'Days are written "YYYY-MM-DD".', ["exceptions", String(i), "on"]);
    if (days.has(exception.on)) no("DUPLICATE_EXCEPTION", "A day has one exception at most.", ["exceptions", String(i), "on"]);
    days.add(exception.on);
    if (!exception.closed)
      exception.openings.forEach((opening, j) => openingFaults(opening, ["exceptions", String(i), "openings", String(j)], no));
  });
  return found;
}

function openingFaults(
  opening: Opening,
  path: readonly string[],
  no: (code: RefusalCode, message: string, path: readonly string[]) => void,
): void {
  const start = minuteOfDay(opening.startTime);
  const end = minuteOfDay(opening.endTime);
  if (start === null || start === 1440) no("TIME_INVALID", 'Times are local and written "HH:MM".', [...path, "startTime"]);
  if (end === null) no("TIME_INVALID", 'Times are local and written "HH:MM".', [...path, "endTime"]);
  if (start !== null && end !== null && end <= start)
    no("OPENING_ENDS_BEFORE_START", "An opening ends on the day it starts, after it starts.", [...path, "endTime"]);
  if (!Number.isInteger(opening.slotMinutes) || opening.slotMinutes < SLOT_MINUTES.least || opening.slotMinutes > SLOT_MINUTES.most)
    no("SLOT_MINUTES_OUT_OF_RANGE", `A slot lasts ${SLOT_MINUTES.least} to ${SLOT_MINUTES.most} minutes.`, [...path, "slotMinutes"]);
  if (!Number.isInteger(opening.pauseMinutes) || opening.pauseMinutes < 0 || opening.pauseMinutes > 480)
    no("PAUSE_OUT_OF_RANGE", "A pause lasts 0 to 480 minutes.", [...path, "pauseMinutes"]);
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
