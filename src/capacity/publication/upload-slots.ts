import { Arg, Ctx, Field, ID, InputType, Int, Mutation, registerEnumType, Resolver } from "type-graphql";
import { badInput } from "../../gateway/api/bad-input.js";
import type { Context } from "../../gateway/api/context.js";
import { costs } from "../../gateway/admission/cost.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { UUID } from "../../gateway/api/scalars.js";
import { csvSource } from "../intake/csv.js";
import { ndjsonSource } from "../intake/ndjson.js";
import type { OfferTerms } from "../intake/source.js";
import { publicationPayload, PublishSlotsPayload } from "./publication.type.js";
import { PUBLISH_MODES, type PublishMode } from "./publish-lines.js";
import { publishThrough } from "./publish-through.js";
import { AUDIENCES, CHANNELS, FUNDINGS, isOneOf } from "../slots/slot-line.js";
import { CONTENT_ENCODINGS, contentOf, type ContentEncoding } from "./upload-content.js";

const UPLOAD_SOURCES = { CSV: csvSource, SMART: ndjsonSource };
export const UPLOAD_FORMATS = { CSV: "CSV", SMART: "SMART" } as const;
registerEnumType(UPLOAD_FORMATS, {
  name: "UploadFormat",
  description: "The format of an uploaded file.",
  valuesConfig: {
    CSV: { description: "One opening per line under a header line, separated by comma, semicolon or tab, as Excel writes it." },
    SMART: { description: "FHIR R4 Slots as NDJSON after SMART Scheduling Links: free ones are published, all others withdrawn." },
  },
});

@InputType({ description: "What holds for every opening that does not say otherwise." })
export class OfferTermsInput {
  @Field(() => ID, { nullable: true, description: "The practitioner, by our id." })
  practitionerId?: string | null;
  @Field(() => String, { nullable: true, description: "Or by authorisation id." })
  practitionerRef?: string | null;
  @Field(() => [String], { nullable: true, description: "Service codes." })
  services?: string[] | null;
  @Field(() => String, { nullable: true, description: "IN_PERSON, ONLINE or PHONE." })
  channel?: string | null;
  @Field(() => String, { nullable: true, description: "ADULT, CHILD or BOTH." })
  audience?: string | null;
  @Field(() => [String], { nullable: true, description: "ISO 639-1 codes." })
  languages?: string[] | null;
  @Field(() => String, { nullable: true, description: "PRIVATE or PUBLIC." })
  funding?: string | null;
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
export class UploadSlotsInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 72 hours." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The clinic; must be one of your own." })
  clinicId!: string;
  @Field(() => UPLOAD_FORMATS, { description: "The format of the file." })
  format!: keyof typeof UPLOAD_FORMATS;
  @Field(() => PUBLISH_MODES, { nullable: true, description: "All lines or none (ATOMIC, when left out), or line by line (CONTINUE)." })
  mode?: PublishMode | null;
  @Field(() => String, { description: "The file: up to 10,000 lines and 4 MB of CSV, up to 20,000 lines and 8 MB of NDJSON." })
  content!: string;
  @Field(() => CONTENT_ENCODINGS, { nullable: true, description: "TEXT when left out." })
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
    const schedules = input.schedules ?? [];
    if (schedules.length > 250) throw badInput("schedules holds at most 250.", ["input", "schedules"]);
    const outcome = await publishThrough(ctx, {
      clinicId: idOf("Clinic", input.clinicId, ["input", "clinicId"]),
      mode: input.mode ?? "ATOMIC",
      keyed: { operation: "uploadSlots", key: input.idempotencyKey, input, keepHours: 72 },
      source: UPLOAD_SOURCES[input.format],
      input: contentOf(input.content, input.encoding),
      terms: {
        defaults: termsIn(input.defaults ?? {}, ["input", "defaults"]),
        schedules: new Map(
          schedules.map(({ reference, terms }, n) => [reference, completed(termsIn(terms, ["input", "schedules", String(n), "terms"]))]),
        ),
      },
      pathOf: (line, field) => ["input", "content", ...(line > 0 ? [String(line)] : []), ...(field ? [field] : [])],
    });
    return publicationPayload(outcome);
  }
}

function termsIn(input: OfferTermsInput, path: readonly string[]): Partial<OfferTerms> {
  const channel = oneOf(CHANNELS, input.channel, [...path, "channel"]);
  const audience = oneOf(AUDIENCES, input.audience, [...path, "audience"]);
  const funding = oneOf(FUNDINGS, input.funding, [...path, "funding"]);
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

function oneOf<T extends string>(known: readonly T[], value: string | null | undefined, path: readonly string[]): T | null {
  if (value === null || value === undefined) return null;
  if (isOneOf(known, value)) return value;
  throw badInput(`This is one of ${known.join(", ")}.`, path);
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
