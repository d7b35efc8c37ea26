import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { localDateOf } from "../../../kernel/calendar.js";
import { Refused, refusal, type Refusal } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { checkOpenings } from "./check-openings.js";
import { expandNow, type ExpandedSchedule, type ScheduleRemark } from "./expand-schedules.js";
import { lockClinicForPublishing, type PublishingClinic } from "../publication/publication.store.js";
import { countsOf, PublicationCounts } from "../publication/publication.type.js";
import { changedIn, recordPublication, UNKNOWN_CLINIC } from "../publication/publish-through.js";
import { checkSchedule } from "./schedule-check.js";
import type { Schedule } from "./schedule.js";
import { scheduleById, scheduleOf, schedulesOfClinic, storedSchedule, type SavedSchedule } from "./schedule.store.js";
import { overlappingSchedule } from "./overlapping-schedule.js";
import {
  openingOf,
  remarkView,
  ScheduleExceptionType,
  ScheduleRemarkType,
  ScheduleRuleType,
  ScheduleType,
  scheduleView,
} from "./schedule.type.js";

@InputType({ description: "Weekly hours of one practitioner at one clinic: a new schedule, or a new state of one." })
export class SaveScheduleInput extends KeyedInput {
  @Field(() => ID, { description: "The clinic; must be one of your own." })
  clinicId!: string;
  @Field(() => ID, { nullable: true, description: "The schedule to change; left out, a new one is made." })
  scheduleId?: string | null;
  @Field(() => Int, { nullable: true, description: "Version of the schedule as you saw it; required to change one." })
  expectedVersion?: number | null;
  @Field(() => ID, { description: "The practitioner; must work at the clinic." })
  practitionerId!: string;
  @Field(() => LocalDate, { description: "First day it holds, and the day from which recurrences count." })
  validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: "First day it no longer holds; left out, until further notice." })
  validUntil?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Whether public holidays are closed; yes when left out." })
  closedOnPublicHolidays?: boolean | null;
  @Field(() => [ScheduleRuleType], { description: "Hours that come again, at most 50." })
  rules!: ScheduleRuleType[];
  @Field(() => [ScheduleExceptionType], { nullable: true, description: "Days of their own, at most 250 at a time." })
  exceptions?: ScheduleExceptionType[] | null;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "The saved schedule and what became of its slots, or every reason why it cannot be saved." })
export class SaveSchedulePayload extends ActPayload {
  @Field(() => ScheduleType, { nullable: true, description: "The schedule as saved; null when it was refused." })
  schedule!: ScheduleType | null;
  @Field(() => PublicationCounts, {
    nullable: true,
    description: "What became of the slots of the next eight weeks; null when it was refused.",
  })
  counts!: PublicationCounts | null;
  @Field(() => [ScheduleRemarkType], { description: "What the schedule wants and was not done: booked and held slots stay as they are." })
  notDone!: readonly ScheduleRemarkType[];
  @Field(() => [UserError], { description: "Every reason why it was not saved; empty on success." })
  errors!: readonly UserError[];
}

/** Holds ids, times of slots and reasons: nothing about anybody. */
type Done = { readonly scheduleId: string; readonly counts: PublicationCounts; readonly remarks: readonly ScheduleRemark[] };
type Result = { readonly schedule: SavedSchedule | null; readonly done: Done };

@Resolver()
export class SaveSchedule {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @costs({ own: 90 })
  @Mutation(() => SaveSchedulePayload, {
    description: "Saves weekly hours and makes slots of them eight weeks ahead. Touches free slots only, and reports the rest.",
  })
  async saveSchedule(@Arg("input", () => SaveScheduleInput) input: SaveScheduleInput, @Ctx() ctx: Context): Promise<SaveSchedulePayload> {
    const clinicId = idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const scheduleId = input.scheduleId ? idOf("Schedule", input.scheduleId, ["input", "scheduleId"]) : null;
    const wanted = scheduleIn(input, scheduleId ?? newId());
    const keyed: IdempotencyKey = { operation: "saveSchedule", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation<Result>(ctx, {
      operation: "saveSchedule",
      keyed,
      work: async (tx) => {
        const clinic = await lockClinicForPublishing(tx, clinicId);
        if (!clinic) throw new Refused([UNKNOWN_CLINIC]);
        const before = scheduleId === null ? null : await scheduleById(tx, scheduleId);
        const refusals = [...identityFaults(input, clinic, before), ...contentFaults(wanted, clinic)];
        if (refusals.length > 0) throw new Refused(refusals);
        const others = await schedulesOfClinic(tx, clinicId, wanted.practitionerId);
        const clash = clinic.allowsOverlap ? null : overlappingSchedule(wanted, others.map(scheduleOf), localDateOf(clinic.now));
        if (clash) throw new Refused([clash]);
        return saveAndExpand(ctx, tx, keyed, clinic, wanted, before);
      },
      replay: async (tx, stored) => ({ schedule: await scheduleById(tx, (stored as Done).scheduleId), done: stored as Done }),
    });
    return {
      schedule: result?.schedule ? scheduleView(result.schedule) : null,
      counts: result?.done.counts ?? null,
      notDone: (result?.done.remarks ?? []).map(remarkView),
      errors: userErrors(errors),
      replayed,
    };
  }
}

function scheduleIn(input: SaveScheduleInput, id: string): Schedule {
  return {
    id,
    practitionerId: idOf("Practitioner", input.practitionerId, ["input", "practitionerId"]),
    rules: input.rules.map(({ rrule, opening }) => ({ rrule, ...openingOf(opening) })),
    validFrom: input.validFrom,
    validUntil: input.validUntil ?? null,
    exceptions: (input.exceptions ?? []).map(({ on, openings }) =>
      openings.length === 0 ? { on, closed: true as const } : { on, openings: openings.map(openingOf) },
    ),
    closedOnPublicHolidays: input.closedOnPublicHolidays ?? true,
  };
}

function identityFaults(input: SaveScheduleInput, clinic: PublishingClinic, before: SavedSchedule | null): Refusal[] {
  const practitionerId = idOf("Practitioner", input.practitionerId);
  const found: Refusal[] = [];
  if (!clinic.practitioners.some((p) => p.id === practitionerId))
    found.push(refusal("PRACTITIONER_UNKNOWN", "No such practitioner works at this clinic.", { path: ["input", "practitionerId"] }));
  if (!input.scheduleId) {
    if (input.expectedVersion != null)
      found.push(
        refusal("SCHEDULE_NOT_NAMED", "A version is expected and no schedule is named.", {
          path: ["input", "scheduleId"],
          remedy: "Name the schedule that is to change, or leave expectedVersion out to make a new one.",
        }),
      );
    return found;
  }
  if (before === null || before.clinicId !== clinic.id)
    return [...found, refusal("NOT_FOUND", "There is no such schedule.", { path: ["input", "scheduleId"], remedy: "Check the id." })];
  if (before.practitionerId !== practitionerId)
    found.push(
      refusal("PRACTITIONER_FIXED", "A schedule stays with its practitioner.", {
        path: ["input", "practitionerId"],
        remedy: "End this schedule and save a new one.",
      }),
    );
  if (before.version !== input.expectedVersion)
    found.push(
      refusal("VERSION_CHANGED", "The schedule has changed since it was looked at.", {
        path: ["input", "expectedVersion"],
        remedy: "Read it again, then send the change with its version.",
      }),
    );
  return found;
}

function contentFaults(wanted: Schedule, clinic: PublishingClinic): Refusal[] {
  const facts = { now: clinic.now, knownServices: new Set(clinic.services.map((s) => s.code)) };
  return [...checkSchedule(wanted), ...checkOpenings(wanted, facts)].map((r) => ({ ...r, path: ["input", ...r.path] }));
}

async function saveAndExpand(
  ctx: Context,
  tx: Tx,
  keyed: IdempotencyKey,
  clinic: PublishingClinic,
  wanted: Schedule,
  before: SavedSchedule | null,
): Promise<Result> {
  const { id, practitionerId, ...definition } = wanted;
  const version = (before?.version ?? 0) + 1;
  const saved: SavedSchedule = { id, clinicId: clinic.id, practitionerId, definition, expandedUntil: null, version, savedAt: clinic.now };
  const expanded = await expandNow(tx, clinic, [saved]);
  const done: Done = { scheduleId: id, counts: countsOfExpansion(expanded), remarks: expanded.remarks };
  const schedule = { ...saved, expandedUntil: expanded.until };
  await recordPublication(ctx, tx, {
    clinic,
    keyed,
    asOf: clinic.now,
    changed: changedIn(expanded.results),
    outcome: done,
    changes: [storedSchedule(schedule, clinic.providerId, before === null)],
  });
  return { schedule, done };
}

export function countsOfExpansion({ results, unchanged, remarks }: ExpandedSchedule): PublicationCounts {
  const counts = countsOf(results);
  return { ...counts, unchanged: counts.unchanged + unchanged, refused: remarks.length };
}
