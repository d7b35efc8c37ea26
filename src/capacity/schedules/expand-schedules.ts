/**
 * Schedules become slots: when a clinic saves one, when a practitioner's calendar arrives, and every few minutes by a job
 * that moves the horizon and takes away what a silent calendar no longer vouches for. All three do the same thing here.
 */
import { addDays, localDateOf, startOfDay, type LocalDate } from "../../kernel/calendar.js";
import { present } from "../../kernel/invariant.js";
import type { Refusal } from "../../kernel/refusal.js";
import type { Database } from "../../platform/postgres/database.js";
import { transaction, type Tx } from "../../platform/postgres/transaction.js";
import { WORKER } from "../../platform/viewer.js";
import { write } from "../../platform/postgres/write.js";
import { availabilityChanged } from "../slots/availability-event.js";
import { BUSY_SOURCE, offered, type BusyFeed } from "../busy-feeds/busy-feed.js";
import { clinicsWithSilentFeeds, feedsOfClinic } from "../busy-feeds/busy-feed.store.js";
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
export type Expanded = {
  readonly results: readonly LineResult[];
  readonly unchanged: number;
  /** What the schedule wants and could not be done, with the reason. */
  readonly remarks: readonly ScheduleRemark[];
  readonly until: LocalDate;
};

export type ExpansionWish = {
  /** True when a clinic saves its schedule: then also what was withdrawn by hand opens again. */
  readonly reopenWithdrawn: boolean;
};

/** Brings the slots of these schedules of one locked clinic in line with what they say and what is known to be busy. */
export async function expandNow(
  tx: Tx,
  clinic: PublishingClinic,
  schedules: readonly SavedSchedule[],
  wish: ExpansionWish,
): Promise<Expanded> {
  const today = localDateOf(clinic.now);
  const until = addDays(today, SCHEDULE_HORIZON_DAYS);
  const standing = await slotsOfSchedules(
    tx,
    clinic.id,
    schedules.map((s) => s.id),
    clinic.now,
    startOfDay(until),
  );
  const feeds = await feedsOfClinic(tx, clinic.id);
  const results: LineResult[] = [];
  const remarks: ScheduleRemark[] = [];
  let unchanged = 0;
  for (const schedule of schedules) {
    const expansion = expandSchedule(scheduleOf(schedule), today, until);
    const feed = feeds.get(schedule.practitionerId);
    const difference = differenceOf(standing.get(schedule.id) ?? [], expansion.slots, feed, clinic.now, wish);
    const saved = await publishLines(tx, clinic, {
      source: feed ? BUSY_SOURCE : "SCHEDULE",
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

function differenceOf(
  standing: readonly ScheduledSlot[],
  wanted: readonly SlotOffer[],
  feed: BusyFeed | undefined,
  now: Date,
  wish: ExpansionWish,
): ScheduleDifference {
  const byHand = new Set(
    wish.reopenWithdrawn ? [] : standing.filter((s) => s.state === "WITHDRAWN" && s.source !== BUSY_SOURCE).map((s) => s.slot.externalId),
  );
  return diffSchedule(
    standing.filter((s) => !byHand.has(s.slot.externalId)),
    offered(wanted, feed, now).filter((slot) => !byHand.has(slot.externalId) && slot.startsAt.getTime() > now.getTime()),
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
  const ids = await transaction(database, WORKER, async (tx) => {
    const [clock] = await tx.query<{ today: string }>(
      "select (coalesce($1::timestamptz, clock_now()) at time zone 'Europe/Copenhagen')::date as today",
      [now],
    );
    return clinicsWithSchedules(tx, present(clock, "the database tells the time").today);
  });
  return expandAll(database, ids, now);
}

/** The job of every minute: a calendar that has gone silent vouches for nothing, so what it left free is taken off offer. */
export async function runWithdrawSilentFeeds(database: Database, { now = null }: Options = {}): Promise<Readonly<Record<string, number>>> {
  return expandAll(database, await transaction(database, WORKER, (tx) => clinicsWithSilentFeeds(tx, now)), now);
}

/** A transaction for each clinic: one that fails, or a run that is killed, takes nothing from the others. */
async function expandAll(database: Database, ids: readonly string[], now: Date | null): Promise<Readonly<Record<string, number>>> {
  const done = { INSERTED: 0, CHANGED: 0, UNCHANGED: 0, WITHDRAWN: 0, REFUSED: 0 };
  for (const id of ids)
    for (const { outcome } of await transaction(database, WORKER, (tx) => expandClinic(tx, id, now))) done[outcome] += 1;
  return { clinics: ids.length, inserted: done.INSERTED, changed: done.CHANGED, withdrawn: done.WITHDRAWN, refused: done.REFUSED };
}

async function expandClinic(tx: Tx, clinicId: string, now: Date | null): Promise<readonly LineResult[]> {
  const locked = await lockClinicForPublishing(tx, clinicId);
  if (!locked) return [];
  const clinic = now ? { ...locked, now } : locked;
  const schedules = await schedulesOfClinic(tx, clinicId, null);
  const { results, until } = await expandNow(tx, clinic, schedules, { reopenWithdrawn: false });
  const changed = results.some((r) => r.outcome !== "UNCHANGED" && r.outcome !== "REFUSED");
  await write(
    tx,
    { outbox: changed ? [availabilityChanged(clinicId, clinic.providerId)] : [] },
    schedules.map((schedule, n) => ({ ...expandedUntil(schedule.id, until), name: `expanded_${n}` })),
  );
  return results;
}
