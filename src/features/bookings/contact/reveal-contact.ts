import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { PhoneNumber } from "../../../gateway/api/scalars.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { CONTACT, QuotaOverrun, raiseOverrun, useQuota } from "../../../platform/quota.js";
import { transaction, type Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { whyContactStaysHidden } from "./contact.js";
import { bookingToCall, contactOf, type ContactRow } from "./contact.store.js";

@InputType({
  description: "Asks for the number to ring for an appointment by telephone: an act of its own, counted and on the member's access log.",
})
export class RevealContactInput {
  @Field(() => ID, { description: "The booking." })
  bookingId!: string;
}

@visibleTo("CLINIC_STAFF")
@ObjectType("TreatmentContact", { description: "Whom to ring for an appointment by telephone.", simpleResolvers: true })
export class TreatmentContactType {
  @Field(() => String, { description: "Who answers: the member, or for a child under 15 who holds custody." })
  name!: string;
  @Field(() => PhoneNumber, { nullable: true, description: "The number; null where none is known: ask the health team." })
  phone!: string | null;
  @Field(() => Boolean, { description: "True if it is a guardian's and the patient is a child." })
  isGuardian!: boolean;
  @relation("Booking", { description: "The appointment." })
  booking!: Ref;
}

@visibleTo("CLINIC_STAFF")
@ObjectType({ description: "Whom to ring, or every reason why not." })
export class RevealContactPayload {
  @Field(() => TreatmentContactType, { nullable: true, description: "The contact; null when it was refused." })
  contact!: TreatmentContactType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class RevealContact {
  @visibleTo("CLINIC_STAFF")
  @costs({ own: 20 })
  @Mutation(() => RevealContactPayload, {
    description:
      "Shows whom to ring for an appointment by telephone, from 24 hours before it until 2 hours after. At most 60 an hour by one person and 400 a day by one clinic.",
  })
  async revealContact(
    @Arg("input", () => RevealContactInput) input: RevealContactInput,
    @Ctx() ctx: Context,
  ): Promise<RevealContactPayload> {
    const bookingId = idOf("Booking", input.bookingId, ["input", "bookingId"]);
    const { result, errors } = await runMutation(ctx, {
      operation: "revealContact",
      keyed: null,
      work: (tx) =>
        reveal(ctx, tx, bookingId).catch(async (error: unknown) => {
          // the reveal is rolled back; the alert is not
          if (error instanceof QuotaOverrun) await transaction(ctx.database, ctx.viewer, (own) => raiseOverrun(own, error));
          throw error;
        }),
    });
    return { contact: result && contactView(result, bookingId), errors: userErrors(errors) };
  }
}

function contactView({ name, phone, isGuardian }: ContactRow, bookingId: string): TreatmentContactType {
  return { name: name ?? "", phone, isGuardian: isGuardian ?? false, booking: ref("Booking", bookingId) };
}

export const UNKNOWN_BOOKING = refusal("NOT_FOUND", "There is no such booking.", { path: ["input", "bookingId"], remedy: "Check the id." });

async function reveal(ctx: Context, tx: Tx, bookingId: string): Promise<ContactRow> {
  const booking = await bookingToCall(tx, bookingId);
  if (!booking) throw new Refused([UNKNOWN_BOOKING]);
  const reasons = whyContactStaysHidden(booking);
  if (reasons.length > 0) throw new Refused(reasons);
  await useQuota(tx, ctx.viewer, CONTACT);
  const contact = await contactOf(tx, bookingId);
  if (!contact) throw new Refused([UNKNOWN_BOOKING]);
  const audited = {
    operation: "revealContact",
    memberId: booking.memberId,
    object: "Booking",
    objectId: bookingId,
    fields: contact.isGuardian ? ["guardian.name", "guardian.phone"] : ["name", "phone"],
    outcome: "ALLOWED",
  } as const;
  await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] });
  return contact;
}
