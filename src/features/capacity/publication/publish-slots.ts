import type { Audience, Channel, Funding } from "../slots/slot-line.js";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LanguageTag } from "../../../gateway/api/scalars.js";
import { KeyedInput } from "../../../vocabulary/act.type.js";
import { graphqlSource } from "../intake/graphql.js";
import { publicationPayload, PublishSlotsPayload } from "./publication.type.js";
import { publishThrough } from "./publish-through.js";
import { AudienceEnum, FundingEnum, LineActionEnum, PublishModeEnum } from "../slot-enums.type.js";
import { ChannelEnum, ServiceCodeEnum } from "../../../vocabulary/rules.type.js";
import type { PublishMode } from "../slot-words.js";

/** Times are text, not DateTime: one that does not exist refuses its own line and not the other 9,999. */
@InputType({ description: "One opening: a new one, a change of the one under the same external id, or its withdrawal." })
export class SlotLineInput {
  @Field(() => String, {
    description: "The clinic's own key for the opening, 1 to 64 characters. Publishing again under it changes the same opening.",
  })
  externalId!: string;
  @Field(() => LineActionEnum, { nullable: true, description: "What to do; publish or change when left out." })
  action?: string | null;
  @Field(() => ID, { nullable: true, description: "The practitioner, by our id." })
  practitionerId?: string | null;
  @Field(() => String, { nullable: true, description: "Or by authorisation id." })
  practitionerRef?: string | null;
  @Field(() => [ServiceCodeEnum], { nullable: true, description: "Treatments the opening can be used for." })
  services?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Start: RFC 3339 with offset, or Danish local time like 2026-11-02T09:30. A local time that does not exist, or exists twice, is refused.",
  })
  startsAt?: string | null;
  @Field(() => String, { nullable: true, description: "End, not included; written like the start." })
  endsAt?: string | null;
  @Field(() => Int, { nullable: true, description: "Length in minutes, instead of the end." })
  minutes?: number | null;
  @Field(() => ChannelEnum, { nullable: true, description: "How to meet; in person when left out." })
  channel?: Channel | null;
  @Field(() => AudienceEnum, { nullable: true, description: "Whom it is for; everybody when left out." })
  audience?: Audience | null;
  @Field(() => [LanguageTag], { nullable: true, description: "Languages spoken; Danish when left out." })
  languages?: string[] | null;
  @Field(() => FundingEnum, {
    nullable: true,
    description: "Private when left out; a promise with a deadline may only use private capacity.",
  })
  funding?: Funding | null;
  @Field(() => Int, { nullable: true, description: "Units, 1 (default) to 500; more than one is group training." })
  capacity?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Hours before the start until which a cancellation is free; left out, the clinic's own setting.",
  })
  cancellationHours?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True for on-call crisis counselling by telephone; booked by the health team at once.",
  })
  onCall?: boolean | null;
}

@InputType({ description: "Publishes, changes and withdraws openings of one clinic." })
export class PublishSlotsInput extends KeyedInput {
  @Field(() => ID, { description: "The clinic; must be one of your own." })
  clinicId!: string;
  @Field(() => PublishModeEnum, { nullable: true, description: "All lines or none when left out." })
  mode?: PublishMode | null;
  @Field(() => [SlotLineInput], { description: "Up to 10,000 lines." })
  lines!: SlotLineInput[];
}

@Resolver()
export class PublishSlots {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @costs({ own: 90 })
  @Mutation(() => PublishSlotsPayload, {
    description:
      "Publishes up to 10,000 openings at once, keyed by clinic and external id. Booked and held ones are never changed. Searchable at once.",
  })
  async publishSlots(@Arg("input", () => PublishSlotsInput) input: PublishSlotsInput, @Ctx() ctx: Context): Promise<PublishSlotsPayload> {
    const outcome = await publishThrough(ctx, {
      clinicId: idOf("Clinic", input.clinicId, ["input", "clinicId"]),
      mode: input.mode ?? "ATOMIC",
      keyed: { operation: "publishSlots", key: input.idempotencyKey, input, keepHours: 72 },
      source: graphqlSource,
      input: input.lines,
      terms: { defaults: {}, schedules: new Map() },
      pathOf: (line, field) => ["input", "lines", ...(line > 0 ? [String(line - 1)] : []), ...(field ? [field] : [])],
    });
    return publicationPayload(outcome);
  }
}
