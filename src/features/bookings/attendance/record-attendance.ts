import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Booking } from "../../../../schema/rows.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { UUID } from "../../../gateway/api/scalars.js";
import { ActPayload } from "../../../vocabulary/act.type.js";
import { Refused } from "../../../kernel/refusal.js";
import { disputeWindowEnds, lineForTreatment, postedForAttendance } from "../../ledger/entry.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { NewRows } from "../../../platform/postgres/write.js";
import { bookingAnswer, replayBooking } from "../booking-answer.js";
import { BookingType } from "../booking.type.js";
import { attendanceRefusals, claimAttended, claimNotAttended, type EndingFile } from "../end/ending.js";
import { lockEnding } from "../end/ending.store.js";
import { saveEnding, voidedEntry, type EndingAct } from "../end/end-booking.js";
import { mergeRows } from "../book/place-booking.js";
import { AttendanceEnum } from "../booking-enums.type.js";
import type { Attendance } from "../booking-words.js";

@InputType({ description: "The clinic says what became of an appointment." })
export class RecordAttendanceInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 30 days." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The clinic's booking, after its start and at most 30 days later." })
  bookingId!: string;
  @Field(() => AttendanceEnum, { description: "What became of it." })
  attendance!: Attendance;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "The booking with its attendance, or every reason why not." })
export class RecordAttendancePayload extends ActPayload {
  @Field(() => BookingType, { nullable: true, description: "The booking in its final state; null when it was refused." })
  booking!: BookingType | null;
}

@Resolver()
export class RecordAttendance {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @Mutation(() => RecordAttendancePayload, {
    description:
      "Records that a treatment took place, or that nobody came. A treatment that took place counts against its limits and is owed to the clinic once the member can no longer dispute it.",
  })
  async recordAttendance(
    @Arg("input", () => RecordAttendanceInput) input: RecordAttendanceInput,
    @Ctx() ctx: Context,
  ): Promise<RecordAttendancePayload> {
    const bookingId = idOf("Booking", input.bookingId, ["input", "bookingId"]);
    const keyed = { operation: "recordAttendance", key: input.idempotencyKey, input, keepHours: 720 };
    const outcome = await runMutation<Booking | null>(ctx, {
      operation: "recordAttendance",
      rights: "WORKER",
      keyed,
      work: (tx) => record(ctx, tx, { bookingId, attendance: input.attendance, keyed }),
      replay: replayBooking,
    });
    return bookingAnswer(outcome);
  }
}

async function record(
  ctx: Context,
  tx: Tx,
  { bookingId, attendance, keyed }: { bookingId: string; attendance: Attendance; keyed: IdempotencyKey },
): Promise<Booking> {
  const file = await lockEnding(tx, ctx.viewer, bookingId);
  const refusals = attendanceRefusals(file);
  if (refusals.length > 0) throw new Refused(refusals);
  return saveEnding(ctx, tx, file, { ...(attendance === "ATTENDED" ? attended(ctx, file) : notAttended(ctx, file)), keyed });
}

function attended(ctx: Context, file: EndingFile): Omit<EndingAct, "keyed"> {
  return {
    ending: { state: "ATTENDED", reason: null, unit: "KEEP", usage: "COUNTED", claim: claimAttended(file) },
    event: "TREATED",
    topic: "booking.attended",
    rows: owed(ctx, file),
  };
}

function notAttended(ctx: Context, file: EndingFile): Omit<EndingAct, "keyed"> {
  return {
    ending: { state: "NO_SHOW", reason: null, unit: "KEEP", usage: "RELEASED", claim: claimNotAttended(file) },
    event: "NO_SHOW",
    topic: "booking.attended",
    rows: voidedEntry(ctx, file, "NO_SHOW"),
  };
}

/** The pending entry posted as it was quoted, and the line that will be paid when the dispute window has run out. */
function owed(ctx: Context, { booking, now }: EndingFile): NewRows {
  const by = { actor: ctx.viewer.subject, recordedAt: now, newId };
  const what = {
    bookingId: booking.id,
    providerId: booking.provider_id,
    clinicId: booking.clinic_id,
    insurerPaysMinor: booking.insurer_pays_minor,
    danmarkMinor: booking.quote.danmarkToInsurerMinor ?? 0,
    treatedOn: booking.treated_on,
  };
  return mergeRows(
    postedForAttendance(what, by),
    lineForTreatment(what, disputeWindowEnds(now, ctx.services.config.payments.disputeHours), by),
  );
}
