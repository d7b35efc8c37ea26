import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { UUID } from "../../../gateway/api/scalars.js";
import { Refused, refusal } from "../../../kernel/refusal.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { newId } from "../../../platform/random.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { liveFeed, liveFeeds, lockMember, lockOwnClinic, MOST_FEEDS, newSecret, type CalendarFeedKnown } from "./calendar-feed.store.js";
import { CalendarFeedPayload, feedView } from "./calendar-feed.type.js";

@InputType({ description: "A private calendar: of yourself, or as a clinic of everybody or one practitioner there." })
export class CreateCalendarFeedInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 72 hours." })
  idempotencyKey!: string;
  @Field(() => ID, { nullable: true, description: "For clinics: the clinic; must be one of your own. Members leave it out." })
  clinicId?: string | null;
  @Field(() => ID, { nullable: true, description: "For clinics: only this practitioner's appointments there." })
  practitionerId?: string | null;
}

type Owner =
  { readonly member_id: string } | { readonly clinic_id: string; readonly practitioner_id: string | null; readonly provider_id: string };

@Resolver()
export class CreateCalendarFeed {
  @visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @Mutation(() => CalendarFeedPayload, {
    description:
      "Makes a private calendar of appointments that a calendar program can subscribe to. Whoever has its address reads the times and places in it; up to ten at once.",
  })
  async createCalendarFeed(
    @Arg("input", () => CreateCalendarFeedInput) input: CreateCalendarFeedInput,
    @Ctx() ctx: Context,
  ): Promise<CalendarFeedPayload> {
    const clinicId = input.clinicId == null ? null : idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const practitionerId = input.practitionerId == null ? null : idOf("Practitioner", input.practitionerId, ["input", "practitionerId"]);
    const secret = newSecret();
    const keyed: IdempotencyKey = { operation: "createCalendarFeed", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation<CalendarFeedKnown>(ctx, {
      operation: "createCalendarFeed",
      keyed,
      work: async (tx) => {
        const owner = await ownerOf(ctx, tx, clinicId, practitionerId);
        const live = await liveFeeds(tx, "member_id" in owner ? { memberId: owner.member_id } : { clinicId: owner.clinic_id });
        if (live.length >= MOST_FEEDS)
          throw new Refused([
            refusal("TOO_MANY", `There are ${MOST_FEEDS} already.`, { remedy: "Revoke one that nobody reads any more." }),
          ]);
        const kind = "member_id" in owner ? "MEMBER" : practitionerId === null ? "CLINIC" : "PRACTITIONER";
        const id = newId();
        const row = { id, kind, ...owner, secret_hash: `\\x${secret.hash.toString("hex")}`, created_by: ctx.viewer.subject } as const;
        const audited = {
          operation: "createCalendarFeed",
          memberId: "member_id" in owner ? owner.member_id : null,
          object: "CalendarFeed",
          objectId: id,
          outcome: "ALLOWED",
        } as const;
        await write(tx, { calendar_feed: [row], audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [
          outcomeOf(ctx.viewer.subject, keyed, { id }),
        ]);
        return madeFeed(tx, id);
      },
      replay: (tx, stored) => liveFeed(tx, (stored as { id: string }).id),
    });
    return { feed: result && feedView(result), path: result && !replayed ? secret.path : null, errors: userErrors(errors), replayed };
  }
}

/** A member's own only: a child's feed would go on being read on the day the child is fifteen. */
async function ownerOf({ viewer }: Context, tx: Tx, clinicId: string | null, practitionerId: string | null): Promise<Owner> {
  if (viewer.role === "MEMBER") {
    const [own] = viewer.memberIds;
    if (clinicId !== null || practitionerId !== null || own === undefined)
      throw new Refused([refusal("NOT_FOUND", "A member has a calendar of their own appointments.", { path: ["input", "clinicId"] })]);
    await lockMember(tx, own);
    return { member_id: own };
  }
  const clinic = clinicId === null ? undefined : await lockOwnClinic(tx, clinicId, practitionerId);
  if (clinicId === null || !clinic)
    throw new Refused([refusal("NOT_FOUND", "There is no such clinic.", { path: ["input", "clinicId"], remedy: "Check the id." })]);
  if (practitionerId !== null && !clinic.works)
    throw new Refused([
      refusal("PRACTITIONER_UNKNOWN", "No such practitioner works at this clinic.", { path: ["input", "practitionerId"] }),
    ]);
  return { clinic_id: clinicId, practitioner_id: practitionerId, provider_id: clinic.providerId };
}

async function madeFeed(tx: Tx, id: string): Promise<CalendarFeedKnown> {
  const made = await liveFeed(tx, id);
  if (!made) throw new Error("a calendar that was just made is there");
  return made;
}
