import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { Refused, refusal } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { removeFeed } from "./busy-feed.store.js";
import { settleOpenings } from "../closures/settle-openings.js";
import { countsOfSettling } from "./save-busy-feed.js";
import { lockClinicForPublishing } from "../publication/publication.store.js";
import { PublicationCounts } from "../publication/publication.type.js";
import { recordPublication, UNKNOWN_CLINIC } from "../publication/publish-through.js";

@InputType({ description: "Stops laying a practitioner's own calendar over the openings at a clinic." })
export class RemoveBusyFeedInput extends KeyedInput {
  @Field(() => ID, { description: "The clinic; must be one of your own." })
  clinicId!: string;
  @Field(() => ID, { description: "Whose calendar it is." })
  practitionerId!: string;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "What became of the slots, or every reason why nothing was done." })
export class RemoveBusyFeedPayload extends ActPayload {
  @relation("Clinic", { nullable: true, description: "The clinic, whose calendars are those that are left; null when it was refused." })
  clinic!: Ref | null;
  @Field(() => PublicationCounts, {
    nullable: true,
    description: "What became of the practitioner's openings at the clinic; null when it was refused.",
  })
  counts!: PublicationCounts | null;
  @Field(() => [UserError], { description: "Every reason why nothing was done; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class RemoveBusyFeed {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @Mutation(() => RemoveBusyFeedPayload, {
    description: "Takes a practitioner's calendar away: from now on schedules and files speak for themselves.",
  })
  async removeBusyFeed(
    @Arg("input", () => RemoveBusyFeedInput) input: RemoveBusyFeedInput,
    @Ctx() ctx: Context,
  ): Promise<RemoveBusyFeedPayload> {
    const clinicId = idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const practitionerId = idOf("Practitioner", input.practitionerId, ["input", "practitionerId"]);
    const keyed: IdempotencyKey = { operation: "removeBusyFeed", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation<PublicationCounts>(ctx, {
      operation: "removeBusyFeed",
      keyed,
      work: async (tx) => {
        const clinic = await lockClinicForPublishing(tx, clinicId);
        if (!clinic) throw new Refused([UNKNOWN_CLINIC]);
        if (!(await removeFeed(tx, clinicId, practitionerId)))
          throw new Refused([refusal("NOT_FOUND", "There is no calendar of this practitioner.", { path: ["input", "practitionerId"] })]);
        const settled = await settleOpenings(tx, clinic, practitionerId);
        const counts = countsOfSettling(settled);
        await recordPublication(ctx, tx, { clinic, keyed, asOf: clinic.now, changed: settled.closed + settled.opened, outcome: counts });
        return counts;
      },
      replay: (_, stored) => Promise.resolve(stored as PublicationCounts),
    });
    return { clinic: refOrNull("Clinic", result && clinicId), counts: result, errors: userErrors(errors), replayed };
  }
}
