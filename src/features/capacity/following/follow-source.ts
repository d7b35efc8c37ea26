import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, idOf } from "../../../gateway/api/node.js";
import { UUID } from "../../../gateway/api/scalars.js";
import { Refused, refusal, type Refusal } from "../../../kernel/refusal.js";
import { outside } from "../../../platform/outside/fetch-outside.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { newId } from "../../../platform/random.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { busyFeedOf, storedFeed } from "../busy-feeds/busy-feed.store.js";
import { settleOpenings } from "../closures/settle-openings.js";
import { lockClinicForPublishing } from "../publication/publication.store.js";
import { recordPublication, UNKNOWN_CLINIC } from "../publication/publish-through.js";
import { mappedSchedules, SmartScheduleInput } from "../publication/upload-slots.js";
import { FollowedKindEnum } from "../slot-enums.type.js";
import type { FollowedKind } from "../slot-words.js";
import { CapacitySource, sourcesOfClinic } from "./capacity-sources.js";
import { addressPlace, saveFollowed } from "./followed-source.store.js";

/** What is fetched is asked for three times in this time: one answer that is lost takes nothing off offer. */
const STALE_MINUTES = 60;

@InputType({ description: "A calendar or publication that the gateway is to fetch itself, again and again." })
export class FollowSourceInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 72 hours." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The clinic; must be one of your own." })
  clinicId!: string;
  @Field(() => FollowedKindEnum, { description: "What stands at the address." })
  kind!: FollowedKind;
  @Field(() => String, {
    description:
      "The address, https or webcal, at a host that this gateway may fetch from; for Google, Outlook and iCloud the secret one in iCal format. It is kept sealed and shown to nobody.",
  })
  url!: string;
  @Field(() => ID, { nullable: true, description: "ICALENDAR: whose calendar it is; must work at the clinic." })
  practitionerId?: string | null;
  @Field(() => [SmartScheduleInput], {
    nullable: true,
    description: "SMART: what each Schedule stands for, at most 250; others are passed over.",
  })
  schedules?: SmartScheduleInput[] | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "Minutes without an answer after which it says nothing any more, 5 to 1440; 60 when left out. It is asked for about three times as often.",
  })
  staleAfterMinutes?: number | null;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "What is followed now, or every reason why nothing was done." })
export class FollowSourcePayload {
  @Field(() => CapacitySource, { nullable: true, description: "What is followed, as it stands now; null when it was refused." })
  source!: CapacitySource | null;
  @Field(() => [UserError], { description: "Every reason why nothing was done; empty on success." })
  errors!: readonly UserError[];
  @Field(() => Boolean, { description: "True when this answers a repeated request." })
  replayed!: boolean;
}

type Done = { readonly id: string };

@Resolver()
export class FollowSource {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @costs({ own: 30 })
  @Mutation(() => FollowSourcePayload, {
    description:
      "Lets the gateway fetch a practitioner's calendar or a clinic's SMART publication, if this deployment does so at all. Until a calendar has been read for the first time nothing of its practitioner is offered at the clinic.",
  })
  async followSource(@Arg("input", () => FollowSourceInput) input: FollowSourceInput, @Ctx() ctx: Context): Promise<FollowSourcePayload> {
    const clinicId = idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const practitionerId = input.practitionerId == null ? null : idOf("Practitioner", input.practitionerId, ["input", "practitionerId"]);
    const staleAfterMinutes = input.staleAfterMinutes ?? STALE_MINUTES;
    if (staleAfterMinutes < 5 || staleAfterMinutes > 1440)
      throw badInput("staleAfterMinutes must be from 5 to 1440.", ["input", "staleAfterMinutes"]);
    const schedules = mappedSchedules(input.schedules ?? []);
    const url = input.url.trim().replace(/^webcals?:\/\//i, "https://");
    const keyed: IdempotencyKey = { operation: "followSource", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation<Done>(ctx, {
      operation: "followSource",
      keyed,
      work: async (tx) => {
        const clinic = await lockClinicForPublishing(tx, clinicId);
        if (!clinic) throw new Refused([UNKNOWN_CLINIC]);
        const works = practitionerId === null || clinic.practitioners.some((p) => p.id === practitionerId);
        const refusals = faultsOf(input, url, works, ctx.services.config.calendarHosts);
        if (refusals.length > 0) throw new Refused(refusals);
        const id = await saveFollowed(tx, newId(), {
          clinicId,
          providerId: clinic.providerId,
          kind: input.kind,
          practitionerId,
          sealed: (rowId) => ctx.services.personalData.encrypt(url, addressPlace(rowId)),
          host: new URL(url).hostname,
          staleAfterMinutes,
          schedules: Object.fromEntries(schedules),
        });
        if (practitionerId !== null) await awaitFirst(tx, clinicId, practitionerId, staleAfterMinutes, clinic.providerId);
        const settled = practitionerId === null ? null : await settleOpenings(tx, clinic, practitionerId);
        await recordPublication(ctx, tx, { clinic, keyed, asOf: null, changed: settled?.closed ?? 0, outcome: { id } });
        return { id };
      },
      replay: (_, stored) => Promise.resolve(stored as Done),
    });
    const sources = result && (await sourcesOfClinic(ctx, clinicId));
    const followed = result && globalId("FollowedSource", result.id);
    return { source: sources?.find(({ following }) => following?.id === followed) ?? null, errors: userErrors(errors), replayed };
  }
}

function faultsOf(input: FollowSourceInput, url: string, worksThere: boolean, hosts: readonly string[]): Refusal[] {
  const found: Refusal[] = [];
  if (hosts.length === 0)
    found.push(
      refusal("FOLLOWING_OFF", "This gateway fetches nothing.", {
        remedy: "Send the calendar with saveBusyFeed, or put it to the endpoint.",
      }),
    );
  else if (url.length > 2_000 || !outside(hosts).allows(url))
    found.push(
      refusal("FETCH_FORBIDDEN", "The address is not https at a host that may be fetched from.", {
        path: ["input", "url"],
        remedy: "Use the calendar's own address in iCal format, or ask the insurer to allow its host.",
      }),
    );
  if (input.kind === "ICALENDAR" && input.practitionerId == null)
    found.push(refusal("PRACTITIONER_MISSING", "A calendar is of a practitioner.", { path: ["input", "practitionerId"] }));
  else if (!worksThere || (input.kind === "SMART" && input.practitionerId != null))
    found.push(
      input.kind === "SMART"
        ? refusal("PRACTITIONER_UNKNOWN", "The schedules of a publication say whose they are.", { path: ["input", "practitionerId"] })
        : refusal("PRACTITIONER_UNKNOWN", "No such practitioner works at this clinic.", { path: ["input", "practitionerId"] }),
    );
  if (input.kind === "SMART" && !input.schedules?.length)
    found.push(
      refusal("SCHEDULES_MISSING", "Nothing says what the Schedules of the publication stand for.", {
        path: ["input", "schedules"],
        remedy: "Name each Schedule with its practitioner and services.",
      }),
    );
  return found;
}

/** Not knowing is never free: a calendar that is only about to be read is one that is not known. */
async function awaitFirst(tx: Tx, clinicId: string, practitionerId: string, staleAfterMinutes: number, providerId: string): Promise<void> {
  const { feed } = await busyFeedOf(tx, clinicId, practitionerId);
  const unknown = { asOf: null, staleAfterMinutes, busy: null, knownUntil: null, unread: [] };
  if (!feed) await storedFeed(tx, newId(), { id: clinicId, providerId }, practitionerId, unknown);
}
