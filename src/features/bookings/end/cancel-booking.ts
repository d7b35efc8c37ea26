import { MaxLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
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
import {
  cancelledState,
  claimReleased,
  exceptionsAfterProvider,
  isPromised,
  notAhead,
  notOpen,
  versionRefusals,
  type ClaimPatch,
  type EndingFile,
} from "./ending.js";
import { lockEnding } from "./ending.store.js";
import { saveEnding, voidedEntry } from "./end-booking.js";

@InputType({ description: "Calls an appointment off." })
export class CancelBookingInput extends KeyedInput {
  @Field(() => ID, { description: "The confirmed booking." })
  bookingId!: string;
  @Field(() => Boolean, { nullable: true, description: "True: change nothing, only say what it would mean." })
  preview?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Health team only: the clinic called it off, by telephone for instance. For clinics this is always so.",
  })
  byProvider?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Clinics only: the time can be given to somebody else. Left out, it is closed." })
  offerAgain?: boolean | null;
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Why, in a few words without health details; up to 200 characters." })
  reason?: string | null;
  @Field(() => Int, { nullable: true, description: "Refuse if the booking has another version by now." })
  expectedVersion?: number | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "The booking as it ended, what that means, or every reason why not." })
export class CancelBookingPayload extends ActPayload {
  @Field(() => BookingType, { nullable: true, description: "The booking; unchanged in a preview. Null when it was refused." })
  booking!: BookingType | null;
  @Field(() => CancellationTerms, { nullable: true, description: "What the cancellation means; null for a repeated request." })
  terms!: CancellationTerms | null;
}

type Cancelled = { readonly booking: Booking | null; readonly terms: CancellationTerms | null };
type By = "MEMBER" | "PROVIDER";

@Resolver()
export class CancelBooking {
  @visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @Mutation(() => CancelBookingPayload, {
    description:
      "Calls an appointment off: free until the clinic's limit, late after it. By the clinic it never changes the guarantee. No cancelled treatment is counted or paid.",
  })
  async cancelBooking(
    @Arg("input", () => CancelBookingInput) input: CancelBookingInput,
    @Ctx() ctx: Context,
  ): Promise<CancelBookingPayload> {
    const bookingId = idOf("Booking", input.bookingId, ["input", "bookingId"]);
    const keyed = { operation: "cancelBooking", key: input.idempotencyKey, input, keepHours: 72 };
    const outcome = await runMutation<Cancelled>(ctx, {
      operation: "cancelBooking",
      rights: "WORKER",
      keyed: input.preview ? null : keyed,
      work: (tx) => cancel(ctx, tx, { bookingId, input, keyed }),
      replay: async (tx, stored) => ({ booking: await replayBooking(tx, stored), terms: null }),
    });
    const { booking = null, terms = null } = outcome.result ?? {};
    return { booking: booking && bookingView(booking), terms, errors: userErrors(outcome.errors), replayed: outcome.replayed };
  }
}

async function cancel(
  ctx: Context,
  tx: Tx,
  { bookingId, input, keyed }: { bookingId: string; input: CancelBookingInput; keyed: IdempotencyKey },
): Promise<Cancelled> {
  const by = cancelledBy(ctx, input);
  const file = await lockEnding(tx, ctx.viewer, bookingId);
  const refusals: Refusal[] = [...(by === "PROVIDER" ? notOpen(file) : notAhead(file)), ...versionRefusals(file, input.expectedVersion)];
  if (refusals.length > 0) throw new Refused(refusals);
  const state = cancelledState(file, by);
  const terms = termsOf(file, state, isPromised(file) ? "CONTINUES" : "UNCHANGED");
  if (input.preview) return { booking: await replayBooking(tx, { bookingId }), terms };
  const booking = await saveEnding(ctx, tx, file, {
    ending: {
      state,
      reason: input.reason ?? null,
      unit: by === "PROVIDER" && !input.offerAgain ? "CLOSE" : "FREE",
      usage: "RELEASED",
      claim: claimAfter(file, by),
    },
    event: "CANCELLED",
    topic: "booking.cancelled",
    rows: voidedEntry(ctx, file, state),
    keyed,
  });
  return { booking, terms };
}

function claimAfter(file: EndingFile, by: By): ClaimPatch {
  return { ...claimReleased(file), ...(by === "PROVIDER" ? { exceptions: exceptionsAfterProvider(file) } : {}) };
}

function cancelledBy({ viewer }: Context, input: CancelBookingInput): By {
  if (viewer.role === "CLINIC_STAFF" || viewer.role === "CLINIC_SYSTEM") return "PROVIDER";
  const own = (field: string): Refusal =>
    refusal("NOT_YOURS_TO_SAY", `Only others may set ${field}.`, { path: ["input", field], remedy: `Leave out ${field}.` });
  const refusals = [
    ...(input.byProvider && viewer.role !== "HEALTH_TEAM" ? [own("byProvider")] : []),
    ...(input.offerAgain && !input.byProvider ? [own("offerAgain")] : []),
  ];
  if (refusals.length > 0) throw new Refused(refusals);
  return input.byProvider ? "PROVIDER" : "MEMBER";
}
