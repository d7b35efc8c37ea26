/**
 * Schedules become slots: when a clinic saves one, when time is opened again, and by a job that moves the horizon. Whether a slot
 * is then open is not the schedule's to say: closings and calendars have a word of their own (closures/).
 */
import { addDays, localDateOf, startOfDay, type LocalDate } from "../../../kernel/calendar.js";
import type { Refusal } from "../../../kernel/refusal.js";
import type { Database } from "../../../platform/postgres/database.js";
import { transaction, type Tx } from "../../../platform/postgres/transaction.js";
import { WORKER } from "../../../platform/viewer.js";
import { write } from "../../../platform/postgres/write.js";
import { availabilityChanged } from "../slots/availability-event.js";
import { clinicsWithSilentFeeds } from "../busy-feeds/busy-feed.store.js";
import { settleOpenings } from "../closures/settle-openings.js";
import { SCHEDULE_HORIZON_DAYS } from "../capacity-limits.js";
import { lockClinicForPublishing, type PublishingClinic } from "../publication/publication.store.js";
import { publishLines, type LineResult } from "../publication/publish-lines.js";
import { expandSchedule, type RefusedSlot } from "./schedule.js";
import { diffSchedule, type ScheduleDifference } from "./schedule-difference.js";
import {
  clinicsWithSchedules,
  expandedUntil,
  scheduleOf,
  schedulesOfClinic,
  slotsOfSchedules,
  type SavedSchedule,
  type ScheduledSlot,
} from "./schedule.store.js";
import type { SlotOffer } from "../slots/slot-line.js";

export type ScheduleRemark = {
  readonly on: LocalDate;
  readonly startTime: string | null;
  readonly externalId: string | null;
  readonly refusals: readonly Refusal[];
};
export type ExpandedSchedule = {
  readonly results: readonly LineResult[];
  readonly unchanged: number;
  /** What the schedule wants and could not be done, with the reason. */
  readonly remarks: readonly ScheduleRemark[];
  readonly until: LocalDate;
};

/** Brings the slots of these schedules of one locked clinic in line with what they say and what is known to be busy. */
export async function expandNow(tx: Tx, clinic: PublishingClinic, schedules: readonly SavedSchedule[]): Promise<ExpandedSchedule> {
  const today = localDateOf(clinic.now);
  const until = addDays(today, SCHEDULE_HORIZON_DAYS);
  const standing = await slotsOfSchedules(
    tx,
    clinic.id,
    schedules.map((s) => s.id),
    clinic.now,
    startOfDay(until),
  );
  const results: LineResult[] = [];
  const remarks: ScheduleRemark[] = [];
  let unchanged = 0;
  for (const schedule of schedules) {
    const expansion = expandSchedule(scheduleOf(schedule), today, until);
    const difference = differenceOf(standing.get(schedule.id) ?? [], expansion.slots, clinic.now);
    const saved = await publishLines(tx, clinic, {
      source: SOURCE,
      mode: "CONTINUE",
      lines: linesOf(difference),
      pathOf: (_, field) => [field],
    });
    results.push(...saved);
    unchanged += difference.unchanged;
    remarks.push(...expansion.refused.map(remarkOfGap), ...remarksOf(difference), ...remarksOfResults(saved));
  }
  return { results, unchanged, remarks: remarks.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)), until };
}

const SOURCE = "SCHEDULE";

/** A slot that a call of the clinic's own system has taken away stays away until such a call brings it back. */
function differenceOf(standing: readonly ScheduledSlot[], wanted: readonly SlotOffer[], now: Date): ScheduleDifference {
  const byOthers = new Set(standing.filter((s) => s.state === "WITHDRAWN" && s.source !== SOURCE).map((s) => s.slot.externalId));
  return diffSchedule(
    standing.filter((s) => !byOthers.has(s.slot.externalId)),
    wanted.filter((slot) => !byOthers.has(slot.externalId) && slot.startsAt.getTime() > now.getTime()),
    { reopenWithdrawn: true },
  );
}

function linesOf(
  difference: ScheduleDifference,
): { line: number; ok: true; value: SlotOffer | { action: "WITHDRAW"; externalId: string } }[] {
  const values = [
    ...difference.withdraw.map(({ slot }) => ({ action: "WITHDRAW" as const, externalId: slot.externalId })),
    ...difference.change.map(({ to }) => to),
    ...difference.insert,
  ];
  return values.map((value, n) => ({ line: n + 1, ok: true, value }));
}

function remarkOfGap({ on, startTime, refusal }: RefusedSlot): ScheduleRemark {
  return { on, startTime, externalId: null, refusals: [refusal] };
}

function remarksOf({ kept, blocked }: ScheduleDifference): ScheduleRemark[] {
  return [...kept.map(({ standing, refusal }) => ({ slot: standing.slot, refusal })), ...blocked].map(({ slot, refusal }) => ({
    ...placeOf(slot.externalId),
    externalId: slot.externalId,
    refusals: [refusal],
  }));
}

function remarksOfResults(results: readonly LineResult[]): ScheduleRemark[] {
  return results
    .filter((r) => r.outcome === "REFUSED")
    .map(({ externalId, refusals }) => ({ ...placeOf(externalId ?? ""), externalId, refusals }));
}

/** Day and time of a slot as its schedule names it: "<schedule>:2026-11-02T0930". */
function placeOf(externalId: string): { on: LocalDate; startTime: string | null } {
  const [, on = "", hour, minute] = /:(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})/.exec(externalId) ?? [];
  return { on, startTime: hour === undefined ? null : `${hour}:${minute}` };
}

type Options = { readonly now?: Date | null };

/** The nightly job: moves the horizon of every clinic that has a schedule. */
export async function runExpandSchedules(database: Database, { now = null }: Options = {}): Promise<Readonly<Record<string, number>>> {
  const ids = await transaction(database, WORKER, (tx) => clinicsWithSchedules(tx, now));
  return expandAll(database, ids, now);
}

/** The job of every minute: a calendar that has gone silent vouches for nothing, so what it left free is taken off offer. */
export async function runWithdrawSilentFeeds(database: Database, { now = null }: Options = {}): Promise<Readonly<Record<string, number>>> {
  const ids = await transaction(database, WORKER, (tx) => clinicsWithSilentFeeds(tx, now));
  let withdrawn = 0;
  for (const id of ids) withdrawn += await transaction(database, WORKER, (tx) => settleClinic(tx, id, now));
  return { clinics: ids.length, withdrawn };
}

async function settleClinic(tx: Tx, clinicId: string, now: Date | null): Promise<number> {
  const locked = await lockClinicForPublishing(tx, clinicId);
  if (!locked) return 0;
  const { closed, opened } = await settleOpenings(tx, now ? { ...locked, now } : locked, null);
  if (closed + opened > 0) await write(tx, { outbox: [availabilityChanged(clinicId, locked.providerId)] });
  return closed;
}

/** A transaction for each clinic: one that fails, or a run that is killed, takes nothing from the others. */
async function expandAll(database: Database, ids: readonly string[], now: Date | null): Promise<Readonly<Record<string, number>>> {
  const done = { INSERTED: 0, CHANGED: 0, UNCHANGED: 0, WITHDRAWN: 0, REFUSED: 0, CLOSED: 0 };
  for (const id of ids)
    for (const { outcome } of await transaction(database, WORKER, (tx) => expandClinic(tx, id, now))) done[outcome] += 1;
  return { clinics: ids.length, inserted: done.INSERTED, changed: done.CHANGED, withdrawn: done.WITHDRAWN, refused: done.REFUSED };
}

async function expandClinic(tx: Tx, clinicId: string, now: Date | null): Promise<readonly LineResult[]> {
  const locked = await lockClinicForPublishing(tx, clinicId);
  if (!locked) return [];
  const clinic = now ? { ...locked, now } : locked;
  const schedules = await schedulesOfClinic(tx, clinicId, null);
  const { results, until } = await expandNow(tx, clinic, schedules);
  const settled = await settleOpenings(tx, clinic, null);
  const changed = settled.closed + settled.opened > 0 || results.some((r) => r.outcome !== "UNCHANGED" && r.outcome !== "REFUSED");
  await write(tx, { outbox: changed ? [availabilityChanged(clinicId, clinic.providerId)] : [] }, [
    expandedUntil(
      schedules.map((schedule) => schedule.id),
      until,
    ),
  ]);
  return results;
}
