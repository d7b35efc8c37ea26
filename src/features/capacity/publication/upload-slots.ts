import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import { invariant } from "../../../kernel/invariant.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LanguageTag } from "../../../gateway/api/scalars.js";
import { KeyedInput } from "../../../vocabulary/act.type.js";
import { intakeSource } from "../intake/index.js";
import type { OfferTerms } from "../intake/source.js";
import { publicationPayload, PublishSlotsPayload } from "./publication.type.js";
import { publishThrough } from "./publish-through.js";
import type { Audience, Channel, Funding } from "../slots/slot-line.js";
import { contentOf, keyedInput } from "./upload-content.js";
import { ChannelEnum, ServiceCodeEnum } from "../../../vocabulary/rules.type.js";
import { AudienceEnum, ContentEncodingEnum, FundingEnum, PublishModeEnum, UploadFormatEnum } from "../slot-enums.type.js";
import type { ContentEncoding, PublishMode } from "../slot-words.js";

@InputType({ description: "What holds for every opening that does not say otherwise." })
export class OfferTermsInput {
  @Field(() => ID, { nullable: true, description: "The practitioner, by our id." })
  practitionerId?: string | null;
  @Field(() => String, { nullable: true, description: "Or by authorisation id." })
  practitionerRef?: string | null;
  @Field(() => [ServiceCodeEnum], { nullable: true, description: "Treatments the openings can be used for." })
  services?: string[] | null;
  @Field(() => ChannelEnum, { nullable: true, description: "How to meet." })
  channel?: Channel | null;
  @Field(() => AudienceEnum, { nullable: true, description: "Whom they are for." })
  audience?: Audience | null;
  @Field(() => [LanguageTag], { nullable: true, description: "Languages spoken." })
  languages?: string[] | null;
  @Field(() => FundingEnum, { nullable: true, description: "Which patients they are kept for." })
  funding?: Funding | null;
  @Field(() => Int, { nullable: true, description: "Units, 1 to 500." })
  capacity?: number | null;
  @Field(() => Int, { nullable: true, description: "Hours before the start until which a cancellation is free." })
  cancellationHours?: number | null;
}

@InputType({ description: "What a Schedule of a SMART publication stands for here." })
export class SmartScheduleInput {
  @Field(() => String, { description: "Its reference as the slots write it, e.g. Schedule/10." })
  reference!: string;
  @Field(() => OfferTermsInput, { description: "Practitioner, services and the rest." })
  terms!: OfferTermsInput;
}

@InputType({ description: "Openings of one clinic as a file." })
export class UploadSlotsInput extends KeyedInput {
  @Field(() => ID, { description: "The clinic; must be one of your own." })
  clinicId!: string;
  @Field(() => UploadFormatEnum, { description: "The format of the file." })
  format!: string;
  @Field(() => PublishModeEnum, { nullable: true, description: "All lines or none when left out." })
  mode?: PublishMode | null;
  @Field(() => String, { description: "The file: up to 10,000 lines and 4 MB of CSV, up to 20,000 lines and 8 MB of NDJSON." })
  content!: string;
  @Field(() => ContentEncodingEnum, { nullable: true, description: "As text when left out." })
  encoding?: ContentEncoding | null;
  @Field(() => OfferTermsInput, { nullable: true, description: "CSV: what holds for lines that do not say." })
  defaults?: OfferTermsInput | null;
  @Field(() => [SmartScheduleInput], { nullable: true, description: "SMART: what each Schedule stands for, at most 250." })
  schedules?: SmartScheduleInput[] | null;
}

@Resolver()
export class UploadSlots {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @costs({ own: 90 })
  @Mutation(() => PublishSlotsPayload, { description: "Publishes the openings of a file, with the same result per line as publishSlots." })
  async uploadSlots(@Arg("input", () => UploadSlotsInput) input: UploadSlotsInput, @Ctx() ctx: Context): Promise<PublishSlotsPayload> {
    const source = intakeSource(input.format);
    invariant(source?.upload !== undefined, "a format of uploadSlots is a source of the list");
    const outcome = await publishThrough(ctx, {
      clinicId: idOf("Clinic", input.clinicId, ["input", "clinicId"]),
      mode: input.mode ?? "ATOMIC",
      keyed: { operation: "uploadSlots", key: input.idempotencyKey, input: keyedInput(ctx, input), keepHours: 72 },
      source,
      input: contentOf(ctx, input),
      terms: {
        defaults: termsIn(input.defaults ?? {}),
        schedules: mappedSchedules(input.schedules ?? []),
      },
      pathOf: (line, field) => ["input", "content", ...(line > 0 ? [String(line)] : []), ...(field ? [field] : [])],
    });
    return publicationPayload(outcome);
  }
}

/** By reference, each with all of its terms. */
export function mappedSchedules(schedules: readonly SmartScheduleInput[]): ReadonlyMap<string, OfferTerms> {
  if (schedules.length > 250) throw badInput("schedules holds at most 250.", ["input", "schedules"]);
  return new Map(schedules.map(({ reference, terms }) => [reference, completed(termsIn(terms))]));
}

function termsIn({ channel, audience, funding, ...input }: OfferTermsInput): Partial<OfferTerms> {
  return {
    practitionerId: input.practitionerId ?? null,
    practitionerRef: input.practitionerRef ?? null,
    ...(input.services ? { services: input.services } : {}),
    ...(channel ? { channel } : {}),
    ...(audience ? { audience } : {}),
    ...(input.languages ? { languages: input.languages } : {}),
    ...(funding ? { funding } : {}),
    ...(input.capacity ? { capacity: input.capacity } : {}),
    cancellationHours: input.cancellationHours ?? null,
  };
}

function completed(terms: Partial<OfferTerms>): OfferTerms {
  return {
    practitionerId: null,
    practitionerRef: null,
    services: [],
    channel: "IN_PERSON",
    audience: "BOTH",
    languages: ["da"],
    funding: "PRIVATE",
    capacity: 1,
    cancellationHours: null,
    ...terms,
  };
}
