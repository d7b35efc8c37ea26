import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { Refused, refusal } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { whyUnknown } from "./busy-feed.js";
import { BusyFeedType, feedView } from "./busy-feed.type.js";
import { busyFeedOf, storedFeed, type SavedFeed } from "./busy-feed.store.js";
import { settleOpenings, type SettledOpenings } from "../closures/settle-openings.js";
import { FEED_STALE_MINUTES } from "../capacity-limits.js";
import { feedOf, readCalendar } from "./read-calendar.js";
import { lockClinicForPublishing, type PublishingClinic } from "../publication/publication.store.js";
import { PublicationCounts } from "../publication/publication.type.js";
import { recordPublication, UNKNOWN_CLINIC } from "../publication/publish-through.js";
import { remarkView, ScheduleRemarkType } from "../schedules/schedule.type.js";
import { contentOf, keyedInput } from "../publication/upload-content.js";
import { ContentEncodingEnum } from "../slot-enums.type.js";
import type { ContentEncoding } from "../slot-words.js";

@InputType({ description: "A practitioner's own calendar, as iCalendar: when they are busy." })
export class SaveBusyFeedInput extends KeyedInput {
  @Field(() => ID, { description: "The clinic; must be one of your own." })
  clinicId!: string;
  @Field(() => ID, { description: "Whose calendar it is; must work at the clinic." })
  practitionerId!: string;
  @Field(() => String, {
    nullable: true,
    description: "The calendar (RFC 5545), up to 8 MB. Null says that it could not be fetched: then nothing of it is offered.",
  })
  content?: string | null;
  @Field(() => ContentEncodingEnum, { nullable: true, description: "As text when left out." })
  encoding?: ContentEncoding | null;
  @Field(() => DateTime, { nullable: true, description: "When it left its system; now, when left out." })
  asOf?: Date | null;
  @Field(() => Int, {
    nullable: true,
    description: "Minutes after which it says nothing any more, 5 to 1440; 30 when left out. Send the next one before.",
  })
  staleAfterMinutes?: number | null;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "What was read and what became of the slots, or every reason why nothing was done." })
export class SaveBusyFeedPayload extends ActPayload {
  @Field(() => BusyFeedType, { nullable: true, description: "The calendar as it is known now; null when it was refused." })
  feed!: BusyFeedType | null;
  @Field(() => PublicationCounts, {
    nullable: true,
    description:
      "What became of the practitioner's openings at the clinic: withdrawn where busy, changed where open again. Null when it was refused.",
  })
  counts!: PublicationCounts | null;
  @Field(() => [ScheduleRemarkType], { description: "What was not done: booked and held slots stay, though the calendar says busy." })
  notDone!: readonly ScheduleRemarkType[];
  @Field(() => [UserError], { description: "Every reason why nothing was done; empty on success." })
  errors!: readonly UserError[];
}

type Done = { readonly counts: PublicationCounts; readonly kept: SettledOpenings["kept"] };
type Result = { readonly feed: SavedFeed | null; readonly done: Done; readonly now: Date };

@Resolver()
export class SaveBusyFeed {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @costs({ own: 90 })
  @Mutation(() => SaveBusyFeedPayload, {
    description:
      "Lays a practitioner's own calendar over the openings at a clinic: free is what sources offer minus what is busy. Titles, descriptions, places and people in it are never read.",
  })
  async saveBusyFeed(@Arg("input", () => SaveBusyFeedInput) input: SaveBusyFeedInput, @Ctx() ctx: Context): Promise<SaveBusyFeedPayload> {
    const clinicId = idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const practitionerId = idOf("Practitioner", input.practitionerId, ["input", "practitionerId"]);
    const content = contentOf(ctx, input);
    const staleAfterMinutes = input.staleAfterMinutes ?? FEED_STALE_MINUTES;
    if (staleAfterMinutes < 5 || staleAfterMinutes > 1440)
      throw badInput("staleAfterMinutes must be from 5 to 1440.", ["input", "staleAfterMinutes"]);
    const read = await readCalendar(content, ctx.database.clock.now());
    const keyed: IdempotencyKey = { operation: "saveBusyFeed", key: input.idempotencyKey, input: keyedInput(ctx, input), keepHours: 72 };
    const { result, errors, replayed } = await runMutation<Result>(ctx, {
      operation: "saveBusyFeed",
      keyed,
      work: async (tx) => {
        const clinic = await lockClinicForPublishing(tx, clinicId);
        if (!clinic) throw new Refused([UNKNOWN_CLINIC]);
        if (!clinic.practitioners.some((p) => p.id === practitionerId))
          throw new Refused([
            refusal("PRACTITIONER_UNKNOWN", "No such practitioner works at this clinic.", { path: ["input", "practitionerId"] }),
          ]);
        const feed = feedOf(read, content === null, input.asOf ?? null, staleAfterMinutes, clinic.now);
        return saveAndSettle(ctx, tx, keyed, clinic, practitionerId, feed);
      },
      replay: async (tx, stored) => ({ ...(await busyFeedOf(tx, clinicId, practitionerId)), done: stored as Done }),
    });
    return {
      feed: result?.feed ? feedView(result.feed, { clinicId, practitionerId, now: result.now }) : null,
      counts: result?.done.counts ?? null,
      notDone: (result?.done.kept ?? []).map((kept) => remarkView({ ...kept, externalId: null })),
      errors: userErrors(errors),
      replayed,
    };
  }
}

async function saveAndSettle(
  ctx: Context,
  tx: Tx,
  keyed: IdempotencyKey,
  clinic: PublishingClinic,
  practitionerId: string,
  feed: SavedFeed,
): Promise<Result> {
  await storedFeed(tx, newId(), clinic, practitionerId, feed);
  const settled = await settleOpenings(tx, clinic, practitionerId);
  const done: Done = { counts: countsOfSettling(settled), kept: settled.kept };
  const asOf = whyUnknown(feed, clinic.now) === null ? feed.asOf : null;
  await recordPublication(ctx, tx, { clinic, keyed, asOf, changed: settled.closed + settled.opened, outcome: done });
  return { feed, done, now: clinic.now };
}

export function countsOfSettling({ closed, opened, unchanged, kept }: SettledOpenings): PublicationCounts {
  return { inserted: 0, changed: opened, unchanged, withdrawn: closed, refused: kept.length, closed: 0 };
}
