import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { invariant } from "../../../kernel/invariant.js";
import { Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { actForClinic } from "../../promise/replanning/withdrawn.store.js";
import { contactRefusals } from "./contact.js";
import { bookingToCall, RECORD_CONTACT } from "./contact.store.js";
import { UNKNOWN_BOOKING } from "./reveal-contact.js";

@InputType({ description: "Puts on record that the clinic spoke with the member by telephone, or tried to." })
export class RecordContactInput extends KeyedInput {
  @Field(() => ID, { description: "The booking, by telephone." })
  bookingId!: string;
  @Field(() => DateTime, { nullable: true, description: "When; now when left out. Between the booking and now." })
  contactedAt?: Date | null;
  @Field(() => Boolean, { defaultValue: true, description: "False: nobody answered; the contact is still to be made." })
  reached!: boolean;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "The booking, or every reason why not." })
export class RecordContactPayload extends ActPayload {
  @relation("Booking", { nullable: true, description: "The booking; null when it was refused." })
  booking!: Ref | null;
}

@Resolver()
export class RecordContact {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @Mutation(() => RecordContactPayload, {
    description:
      "Records a contact by telephone. In a crisis the promise of three hours is met by it, not by the start of the appointment (GUA-CRISIS-3H).",
  })
  async recordContact(
    @Arg("input", () => RecordContactInput) input: RecordContactInput,
    @Ctx() ctx: Context,
  ): Promise<RecordContactPayload> {
    const bookingId = idOf("Booking", input.bookingId, ["input", "bookingId"]);
    const keyed = { operation: "recordContact", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "recordContact",
      rights: "WORKER",
      keyed,
      work: (tx) => record(ctx, tx, { bookingId, at: input.contactedAt ?? null, reached: input.reached }, keyed),
      replay: () => Promise.resolve(bookingId),
    });
    return { booking: refOrNull("Booking", result), errors: userErrors(errors), replayed };
  }
}

type Contacted = { readonly bookingId: string; readonly at: Date | null; readonly reached: boolean };

async function record(ctx: Context, tx: Tx, { bookingId, at, reached }: Contacted, keyed: IdempotencyKey): Promise<string> {
  const booking = await bookingToCall(tx, bookingId);
  if (!booking) throw new Refused([UNKNOWN_BOOKING]);
  const contactedAt = at ?? booking.now;
  const refusals = contactRefusals(booking, contactedAt);
  if (refusals.length > 0) throw new Refused(refusals);
  // the history of the claim is not the clinic's to write
  const { providerId } = await actForClinic(tx, booking.clinicId);
  invariant(providerId === booking.providerId, "a booking is at a clinic of its company");
  const told = { bookingId, at: contactedAt.toISOString() };
  await write(
    tx,
    {
      claim_event: [
        {
          id: newId(),
          claim_id: booking.claimId,
          member_id: booking.memberId,
          kind: reached ? "CONTACT_MADE" : "CONTACT_ATTEMPTED",
          at: booking.now,
          actor: ctx.viewer.subject,
          actor_role: ctx.viewer.role,
          data: told,
        },
      ],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "recordContact",
          memberId: booking.memberId,
          object: "Booking",
          objectId: bookingId,
          outcome: "ALLOWED",
        }),
      ],
      outbox: [
        outboxRow(reached ? "booking.contacted" : "booking.contact-attempted", bookingId, {
          bookingId,
          claimId: booking.claimId,
          clinicId: booking.clinicId,
          providerId,
        }),
      ],
    },
    [...(reached ? [change(RECORD_CONTACT.with(bookingId, contactedAt), 1)] : []), outcomeOf(ctx.viewer.subject, keyed, { bookingId })],
  );
  return bookingId;
}
