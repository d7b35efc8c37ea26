import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { addDays, localDateOf, startOfDay } from "../../kernel/calendar.js";
import { Refused, refusal } from "../../kernel/refusal.js";
import { act } from "../../gateway/api/act.js";
import { badInput } from "../../gateway/api/bad-input.js";
import type { Context } from "../../gateway/api/context.js";
import { costs } from "../../gateway/admission/cost.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { globalId, idOf } from "../../gateway/api/node.js";
import { DateTime, UUID } from "../../gateway/api/scalars.js";
import { UserError, userErrors } from "../../gateway/api/user-error.js";
import type { Keyed } from "../../platform/idempotency.js";
import { newId } from "../../platform/random.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { staleAt, whyUnknown, type BusyFeed } from "./busy-feed.js";
import { busyFeedOf, storedFeed } from "./busy-feed.store.js";
import { FEED_STALE_MINUTES, SCHEDULE_HORIZON_DAYS } from "../capacity-limits.js";
import { expandNow, type ScheduleRemark } from "../schedules/expand-schedules.js";
import { icalendarSource } from "../intake/icalendar/icalendar.js";
import type { IntakeInput } from "../intake/source.js";
import { lockClinicForPublishing, type PublishingClinic } from "../publication/publication.store.js";
import { PublicationCounts } from "../publication/publication.type.js";
import { changedIn, record, UNKNOWN_CLINIC } from "../publication/publish-through.js";
import { countsOfExpansion } from "../schedules/save-schedule.js";
import { schedulesOfClinic } from "../schedules/schedule.store.js";
import { remarkView, ScheduleRemarkType } from "../schedules/schedule.type.js";
import { CONTENT_ENCODINGS, contentOf, type ContentEncoding } from "../publication/upload-content.js";

@InputType({ description: "A practitioner's own calendar, as iCalendar: when they are busy." })
export class SaveBusyFeedInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 72 hours." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The clinic; must be one of your own." })
  clinicId!: string;
  @Field(() => ID, { description: "Whose calendar it is; must work at the clinic." })
  practitionerId!: string;
  @Field(() => String, {
    nullable: true,
    description: "The calendar (RFC 5545), up to 8 MB. Null says that it could not be fetched: then nothing of it is offered.",
  })
  content?: string | null;
  @Field(() => CONTENT_ENCODINGS, { nullable: true, description: "TEXT when left out." })
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
@ObjectType("BusyFeed", { description: "What is known of a practitioner's own calendar. Of its entries nothing is kept but their times." })
export class BusyFeedType {
  @Field(() => ID, { description: "Whose calendar it is." })
  practitionerId!: string;
  @Field(() => String, {
    description: "KNOWN, or UNKNOWN when it could not be read or is too old: then no slot of the practitioner's schedules is offered.",
  })
  state!: string;
  @Field(() => UserError, { nullable: true, description: "Why it is unknown." })
  reason!: UserError | null;
  @Field(() => Int, { description: "Stretches of time that are taken." })
  busyPeriods!: number;
  @Field(() => DateTime, { nullable: true, description: "As of when it speaks." })
  asOf!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "From when on it says nothing any more." })
  staleAt!: Date | null;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "What was read and what became of the slots, or every reason why nothing was done." })
export class SaveBusyFeedPayload {
  @Field(() => BusyFeedType, { nullable: true, description: "The calendar as it is known now." })
  feed!: BusyFeedType | null;
  @Field(() => PublicationCounts, { nullable: true, description: "What became of the slots of the practitioner's schedules." })
  counts!: PublicationCounts | null;
  @Field(() => [ScheduleRemarkType], { description: "What was not done: booked and held slots stay, though the calendar says busy." })
  notDone!: readonly ScheduleRemarkType[];
  @Field(() => [UserError], { description: "Every reason why nothing was done; empty on success." })
  errors!: readonly UserError[];
  @Field(() => Boolean, { description: "True when this answers a repeated request." })
  replayed!: boolean;
}

type Done = { readonly counts: PublicationCounts; readonly remarks: readonly ScheduleRemark[] };
type Result = { readonly feed: BusyFeed | null; readonly done: Done; readonly now: Date };

@Resolver()
export class SaveBusyFeed {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @costs({ own: 90 })
  @Mutation(() => SaveBusyFeedPayload, {
    description:
      "Lays a practitioner's own calendar over the schedules: free is the schedule minus what is busy. Titles, descriptions, places and people in it are never read.",
  })
  async saveBusyFeed(@Arg("input", () => SaveBusyFeedInput) input: SaveBusyFeedInput, @Ctx() ctx: Context): Promise<SaveBusyFeedPayload> {
    const clinicId = idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const practitionerId = idOf("Practitioner", input.practitionerId, ["input", "practitionerId"]);
    const content = contentOf(input.content, input.encoding);
    const staleAfterMinutes = input.staleAfterMinutes ?? FEED_STALE_MINUTES;
    if (staleAfterMinutes < 5 || staleAfterMinutes > 1440)
      throw badInput("staleAfterMinutes must be from 5 to 1440.", ["input", "staleAfterMinutes"]);
    const keyed: Keyed = { operation: "saveBusyFeed", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await act<Result>(ctx, {
      operation: "saveBusyFeed",
      keyed,
      work: async (tx) => {
        const clinic = await lockClinicForPublishing(tx, clinicId);
        if (!clinic) throw new Refused([UNKNOWN_CLINIC]);
        if (!clinic.practitioners.some((p) => p.id === practitionerId))
          throw new Refused([
            refusal("PRACTITIONER_UNKNOWN", "No such practitioner works at this clinic.", { path: ["input", "practitionerId"] }),
          ]);
        const feed = readFeed(content, input.asOf ?? null, staleAfterMinutes, clinic.now);
        return saveAndExpand(ctx, tx, keyed, clinic, practitionerId, feed);
      },
      replay: async (tx, stored) => ({ ...(await busyFeedOf(tx, clinicId, practitionerId)), done: stored as Done }),
    });
    return {
      feed: result?.feed ? feedView(practitionerId, result.feed, result.now) : null,
      counts: result?.done.counts ?? null,
      notDone: (result?.done.remarks ?? []).map(remarkView),
      errors: userErrors(errors),
      replayed,
    };
  }
}

function readFeed(content: IntakeInput, sourceAsOf: Date | null, staleAfterMinutes: number, now: Date): BusyFeed {
  const end = startOfDay(addDays(localDateOf(now), SCHEDULE_HORIZON_DAYS));
  const window = { start: now, end };
  // a clock ahead of ours must not make a calendar fresher than now
  const asOf = sourceAsOf && sourceAsOf.getTime() < now.getTime() ? sourceAsOf : now;
  const { busy } = icalendarSource.parse(content, { now, sourceAsOf: asOf, staleAfterMinutes, window, schedules: new Map(), defaults: {} });
  if (busy?.state !== "KNOWN") return { asOf: content === null ? null : asOf, staleAfterMinutes, busy: null, knownUntil: null };
  return { asOf, staleAfterMinutes, busy: busy.periods.map((p) => [p.start.toISOString(), p.end.toISOString()] as const), knownUntil: end };
}

async function saveAndExpand(
  ctx: Context,
  tx: Tx,
  keyed: Keyed,
  clinic: PublishingClinic,
  practitionerId: string,
  feed: BusyFeed,
): Promise<Result> {
  await storedFeed(tx, newId(), clinic, practitionerId, feed);
  const schedules = await schedulesOfClinic(tx, clinic.id, practitionerId);
  const expanded = await expandNow(tx, clinic, schedules, { reopenWithdrawn: false });
  const done: Done = { counts: countsOfExpansion(expanded), remarks: expanded.remarks };
  const asOf = feed.busy === null ? null : feed.asOf;
  await record(ctx, tx, { clinic, keyed, asOf, changed: changedIn(expanded.results), outcome: done });
  return { feed, done, now: clinic.now };
}

function feedView(practitionerId: string, feed: BusyFeed, now: Date): BusyFeedType {
  const reason = whyUnknown(feed, now);
  return {
    practitionerId: globalId("Practitioner", practitionerId),
    state: reason ? "UNKNOWN" : "KNOWN",
    reason: reason ? (userErrors([reason])[0] ?? null) : null,
    busyPeriods: feed.busy?.length ?? 0,
    asOf: feed.asOf,
    staleAt: staleAt(feed),
  };
}
