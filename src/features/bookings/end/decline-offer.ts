import { MaxLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Booking } from "../../../../schema/rows.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { Refused, refusal, type Refusal } from "../../../kernel/refusal.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { replayBooking } from "../booking-answer.js";
import { BookingType, bookingView } from "../booking.type.js";
import { CancellationTerms, termsOf } from "./cancellation.type.js";
import { cancelledState, claimDeclined, isPromised, guaranteeLapses, notAhead, type EndingFile } from "./ending.js";
import { lockEnding } from "./ending.store.js";
import { saveEnding, voidedEntry } from "./end-booking.js";

@InputType({ description: "The member rejects an appointment that was arranged for them." })
export class DeclineOfferInput extends KeyedInput {
  @Field(() => ID, { description: "The appointment that the health team booked, or that a clinic's withdrawal moved." })
  bookingId!: string;
  @Field(() => Boolean, { nullable: true, description: "True: change nothing, only say what it would mean for the guarantee." })
  preview?: boolean | null;
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Why, in a few words without health details; up to 200 characters." })
  reason?: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "The declined appointment, what that means, or every reason why not." })
export class DeclineOfferPayload extends ActPayload {
  @Field(() => BookingType, { nullable: true, description: "The appointment; unchanged in a preview. Null when it was refused." })
  booking!: BookingType | null;
  @Field(() => CancellationTerms, {
    nullable: true,
    description: "What it means, above all whether the guarantee lapses; null for a repeated request.",
  })
  terms!: CancellationTerms | null;
}

type Declined = { readonly booking: Booking | null; readonly terms: CancellationTerms | null };

@Resolver()
export class DeclineOffer {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => DeclineOfferPayload, {
    description:
      "Rejects an arranged first appointment. On or before the latest date this ends the guarantee, whatever the reason (GUA-EXC-DECLINED); choosing another time with rescheduleBooking does not.",
  })
  async declineOffer(@Arg("input", () => DeclineOfferInput) input: DeclineOfferInput, @Ctx() ctx: Context): Promise<DeclineOfferPayload> {
    const bookingId = idOf("Booking", input.bookingId, ["input", "bookingId"]);
    const keyed = { operation: "declineOffer", key: input.idempotencyKey, input, keepHours: 72 };
    const outcome = await runMutation<Declined>(ctx, {
      operation: "declineOffer",
      rights: "WORKER",
      keyed: input.preview ? null : keyed,
      work: (tx) => decline(ctx, tx, { bookingId, input, keyed }),
      replay: async (tx, stored) => ({ booking: await replayBooking(tx, stored), terms: null }),
    });
    const { booking = null, terms = null } = outcome.result ?? {};
    return { booking: booking && bookingView(booking), terms, errors: userErrors(outcome.errors), replayed: outcome.replayed };
  }
}

async function decline(
  ctx: Context,
  tx: Tx,
  { bookingId, input, keyed }: { bookingId: string; input: DeclineOfferInput; keyed: IdempotencyKey },
): Promise<Declined> {
  const file = await lockEnding(tx, ctx.viewer, bookingId);
  const refusals = [...notAhead(file), ...notOffered(file)];
  if (refusals.length > 0) throw new Refused(refusals);
  const state = cancelledState(file, "MEMBER");
  const claim = claimDeclined(file);
  const terms = termsOf(file, state, guaranteeLapses(file, claim) ? "LAPSES" : isPromised(file) ? "CONTINUES" : "UNCHANGED");
  if (input.preview) return { booking: await replayBooking(tx, { bookingId }), terms };
  const booking = await saveEnding(ctx, tx, file, {
    ending: { state, reason: input.reason ?? "DECLINED", unit: "FREE", usage: "RELEASED", claim },
    event: "OFFER_DECLINED",
    topic: "booking.declined",
    rows: voidedEntry(ctx, file, state),
    keyed,
  });
  return { booking, terms };
}

/** A time the member chose is no offer of the insurer's; whoever calls that off cancels. Nor is a later treatment under the guarantee. */
function notOffered({ booking, claim }: EndingFile): Refusal[] {
  if (booking.actor_role !== "MEMBER" && claim.first_booking_id === booking.id) return [];
  const remedy = "Cancel it with cancelBooking, or move it with rescheduleBooking.";
  return [
    refusal("NOT_AN_OFFER", "Only a first appointment that was arranged for the member can be declined.", {
      path: ["input", "bookingId"],
      rule: "GUA-EXC-DECLINED",
      clause: "insurance conditions 2025, sections 5.6, 6.4",
      remedy,
    }),
  ];
}
