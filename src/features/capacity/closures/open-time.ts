import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { ArrayMaxSize, ArrayMinSize } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { present } from "../../../kernel/invariant.js";
import { Refused, refusal } from "../../../kernel/refusal.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { auditRow } from "../../../platform/trail/audit.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { actForClinic, actForCompany } from "../../promise/replanning/withdrawn.store.js";
import { lockClinicForPublishing } from "../publication/publication.store.js";
import { expandNow } from "../schedules/expand-schedules.js";
import { schedulesOfClinic } from "../schedules/schedule.store.js";
import { availabilityChanged } from "../slots/availability-event.js";
import { lockClinics, lockClosures, openClosures } from "./closure.store.js";
import { settleOpenings } from "./settle-openings.js";

@InputType({ description: "Opens closed time again." })
export class OpenTimeInput extends KeyedInput {
  @Field(() => ID, { nullable: true, description: "The clinic whose closings they are; left out, closings of your whole company." })
  clinicId?: string | null;
  @ArrayMinSize(1)
  @ArrayMaxSize(250)
  @Field(() => [ID], { description: "The closings, 1 to 250." })
  closureIds!: string[];
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
@ObjectType({ description: "What was opened, or every reason why nothing was." })
export class OpenTimePayload extends ActPayload {
  @Field(() => Int, {
    description: "Openings that are offered again: those their sources still offer and no other closing or calendar hides.",
  })
  opened!: number;
  @relation("Closure", { list: true, description: "The closings that were undone." })
  closures!: readonly Ref[];
  @Field(() => [UserError], { description: "Every reason why nothing was done; empty on success." })
  errors!: readonly UserError[];
}

type Done = { readonly opened: number };

@Resolver()
export class OpenTime {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
  @costs({ own: 90 })
  @Mutation(() => OpenTimePayload, {
    description: "Undoes closings: what sources offer in their time is offered again. Appointments that were moved stay where they are.",
  })
  async openTime(@Arg("input", () => OpenTimeInput) input: OpenTimeInput, @Ctx() ctx: Context): Promise<OpenTimePayload> {
    const clinicId = input.clinicId == null ? null : idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const ids = input.closureIds.map((id, n) => idOf("Closure", id, ["input", "closureIds", String(n)]));
    const keyed: IdempotencyKey = { operation: "openTime", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation<Done>(ctx, {
      operation: "openTime",
      rights: "WORKER",
      keyed,
      work: async (tx) => {
        const { providerId } = clinicId === null ? await actForCompany(tx) : await actForClinic(tx, clinicId);
        const clinicIds = await lockClinics(tx, providerId, null);
        const affected = await lockKnown(tx, ids, providerId, clinicId);
        await openClosures(tx, ids);
        let opened = 0;
        const concerned = affected.has(null) ? clinicIds : clinicIds.filter((id) => affected.has(id));
        for (const id of concerned) opened += await openClinic(tx, id);
        const done: Done = { opened };
        const audited = { operation: "openTime", object: "Clinic", outcome: "ALLOWED" } as const;
        await write(
          tx,
          {
            audit_event: concerned.map((objectId) => auditRow(ctx.viewer, ctx.traceId, { ...audited, objectId })),
            outbox: opened > 0 ? concerned.map((id) => availabilityChanged(id, providerId)) : [],
          },
          [outcomeOf(ctx.viewer.subject, keyed, done)],
        );
        return done;
      },
      replay: (_, stored) => Promise.resolve(stored as Done),
    });
    const closures = result ? ids.map((id) => ref("Closure", id)) : [];
    return { opened: result?.opened ?? 0, closures, errors: userErrors(errors), replayed };
  }
}

/** Locks the closings; the clinics they concern, null among them for the whole company. Repeated, unknown and opened ones are named. */
async function lockKnown(tx: Tx, ids: readonly string[], providerId: string, clinicId: string | null): Promise<ReadonlySet<string | null>> {
  const found = new Map((await lockClosures(tx, ids)).map((closure) => [closure.id, closure]));
  const refusals = ids.flatMap((id, n) => {
    const path = ["input", "closureIds", String(n)];
    const closure = found.get(id);
    if (ids.indexOf(id) < n) return [refusal("DUPLICATE_ID", "The same closing stands earlier in the list.", { path })];
    if (!closure || closure.providerId !== providerId || (clinicId !== null && closure.clinicId !== clinicId))
      return [refusal("NOT_FOUND", "There is no such closing.", { path, remedy: "Read closures again." })];
    return closure.openedAt === null ? [] : [refusal("ALREADY_OPEN", "The time has been opened before.", { path })];
  });
  if (refusals.length > 0) throw new Refused(refusals);
  return new Set([...found.values()].map((closure) => closure.clinicId));
}

/** First what stands, then what schedules would have brought meanwhile. */
export async function openClinic(tx: Tx, clinicId: string): Promise<number> {
  const clinic = present(await lockClinicForPublishing(tx, clinicId), "a clinic that is locked is there");
  const { opened } = await settleOpenings(tx, clinic, null);
  const { results } = await expandNow(tx, clinic, await schedulesOfClinic(tx, clinicId, null));
  return opened + results.filter((r) => r.outcome === "INSERTED" || r.outcome === "CHANGED").length;
}
