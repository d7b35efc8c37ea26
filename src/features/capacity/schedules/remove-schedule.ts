import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { Refused, refusal } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { lockClinicForPublishing } from "../publication/publication.store.js";
import { PublicationCounts } from "../publication/publication.type.js";
import { changedIn, recordPublication } from "../publication/publish-through.js";
import { expandNow, type ScheduleRemark } from "./expand-schedules.js";
import { countsOfExpansion } from "./save-schedule.js";
import { removedSchedule, scheduleById } from "./schedule.store.js";
import { remarkView, ScheduleRemarkType } from "./schedule.type.js";

@InputType({ description: "Removes a schedule with all its free slots to come." })
export class RemoveScheduleInput extends KeyedInput {
  @Field(() => ID, { description: "The schedule; must be one of your own." })
  scheduleId!: string;
  @Field(() => Int, { description: "Version of the schedule as you saw it." })
  expectedVersion!: number;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "What became of the slots, or every reason why nothing was done." })
export class RemoveSchedulePayload extends ActPayload {
  @relation("Clinic", { nullable: true, description: "The clinic, whose schedules are those that are left; null when it was refused." })
  clinic!: Ref | null;
  @Field(() => PublicationCounts, { nullable: true, description: "What became of the slots to come; null when it was refused." })
  counts!: PublicationCounts | null;
  @Field(() => [ScheduleRemarkType], { description: "Booked and held slots, which stay as they are." })
  notDone!: readonly ScheduleRemarkType[];
  @Field(() => [UserError], { description: "Every reason why nothing was done; empty on success." })
  errors!: readonly UserError[];
}

type Done = { readonly clinicId: string; readonly counts: PublicationCounts; readonly remarks: readonly ScheduleRemark[] };

const NOT_FOUND = refusal("NOT_FOUND", "There is no such schedule.", { path: ["input", "scheduleId"], remedy: "Check the id." });

@Resolver()
export class RemoveSchedule {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @costs({ own: 90 })
  @Mutation(() => RemoveSchedulePayload, {
    description: "Removes a schedule. Its free slots to come are taken away; booked and held ones stay and are reported.",
  })
  async removeSchedule(
    @Arg("input", () => RemoveScheduleInput) input: RemoveScheduleInput,
    @Ctx() ctx: Context,
  ): Promise<RemoveSchedulePayload> {
    const scheduleId = idOf("Schedule", input.scheduleId, ["input", "scheduleId"]);
    const keyed: IdempotencyKey = { operation: "removeSchedule", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation<Done>(ctx, {
      operation: "removeSchedule",
      keyed,
      work: async (tx) => {
        const seen = await scheduleById(tx, scheduleId);
        const clinic = seen && (await lockClinicForPublishing(tx, seen.clinicId));
        // read again under the lock: another may have removed or changed it
        const schedule = clinic ? await scheduleById(tx, scheduleId) : null;
        if (!clinic || !schedule) throw new Refused([NOT_FOUND]);
        if (schedule.version !== input.expectedVersion)
          throw new Refused([
            refusal("VERSION_CHANGED", "The schedule has changed since it was looked at.", {
              path: ["input", "expectedVersion"],
              remedy: "Read it again, then send the change with its version.",
            }),
          ]);
        const nothing = { ...schedule, definition: { ...schedule.definition, rules: [], exceptions: [] } };
        const expanded = await expandNow(tx, clinic, [nothing]);
        const done: Done = { clinicId: seen.clinicId, counts: countsOfExpansion(expanded), remarks: expanded.remarks };
        await recordPublication(ctx, tx, {
          clinic,
          keyed,
          asOf: clinic.now,
          changed: changedIn(expanded.results),
          outcome: done,
          changes: [removedSchedule(scheduleId)],
        });
        return done;
      },
      replay: (_, stored) => Promise.resolve(stored as Done),
    });
    return {
      clinic: refOrNull("Clinic", result?.clinicId ?? null),
      counts: result?.counts ?? null,
      notDone: (result?.remarks ?? []).map(remarkView),
      errors: userErrors(errors),
      replayed,
    };
  }
}
