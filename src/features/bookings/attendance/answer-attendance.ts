/** The member's word on an attended treatment: a clinic that bills for nothing is found out by the one who was not there. */
import { recordOf } from "../../../platform/postgres/record.js";
import { booking as bookingTable } from "../../../../schema/tables/booking.js";
import type { Booking } from "../../../../schema/rows.js";
import type { Context } from "../../../gateway/api/context.js";
import { Refused, refusal, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import { eventRow } from "../booking-rows.js";
import type { EndingFile } from "../end/ending.js";
import { actForBooking, lockEnding } from "../end/ending.store.js";
import { actorFor } from "../book/place-booking.js";

const ANSWER = statement("answer_attendance", "update booking set confirmed_by_member = $2::boolean, version = version + 1 where id = $1");
/** Nothing is left to wait for. */
const PAY_NOW = statement(
  "pay_now",
  `update settlement_line set state = 'READY', ready_at = least(ready_at, clock_now())
   where booking_id = $1 and kind = 'TREATMENT' and state in ('READY', 'DISPUTED')`,
);
/** The line of the treatment, as long as its time to be disputed lasts. */
const HOLD_BACK = statement(
  "hold_back",
  `update settlement_line set state = 'DISPUTED'
   where booking_id = $1 and kind = 'TREATMENT' and state = 'READY' and ready_at > clock_now()`,
);

export type AttendanceAnswer = { readonly bookingId: string; readonly confirmed: boolean; readonly keyed: IdempotencyKey };

export async function answerAttendance(ctx: Context, tx: Tx, { bookingId, confirmed, keyed }: AttendanceAnswer): Promise<Booking> {
  // the line to be paid is finance's; what the member may do to it is exactly what follows
  await actForBooking(tx, bookingId);
  const file = await lockEnding(tx, ctx.viewer, bookingId);
  const refusals = notAttended(file);
  if (refusals.length > 0) throw new Refused(refusals);
  const { booking } = file;
  const actor = actorFor(ctx.viewer, booking.member_id);
  const kind = confirmed ? "ATTENDANCE_CONFIRMED" : "ATTENDANCE_DISPUTED";
  const written = await write(
    tx,
    {
      claim_event: [eventRow(file, actor, newId(), kind, { bookingId })],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: keyed.operation,
          memberId: booking.member_id,
          object: "Booking",
          objectId: bookingId,
          outcome: "ALLOWED",
        }),
      ],
      outbox: [
        outboxRow(confirmed ? "attendance.confirmed" : "attendance.disputed", bookingId, { bookingId, providerId: booking.provider_id }),
      ],
    },
    [
      change(ANSWER.with(bookingId, confirmed)),
      change(confirmed ? PAY_NOW.with(bookingId) : HOLD_BACK.with(bookingId)),
      outcomeOf(ctx.viewer.subject, keyed, { bookingId }),
    ],
  );
  if (written["hold_back"] === 0) throw new Refused([TOO_LATE_TO_DISPUTE]);
  return { ...recordOf(bookingTable, booking), confirmedByMember: confirmed, version: booking.version + 1 };
}

const path = ["input", "bookingId"];

function notAttended({ booking }: EndingFile): Refusal[] {
  if (booking.state === "ATTENDED") return [];
  return [
    refusal("BOOKING_NOT_ATTENDED", "The clinic has not recorded that this treatment took place.", { path, remedy: "Wait until it has." }),
  ];
}

const TOO_LATE_TO_DISPUTE = refusal(
  "DISPUTE_WINDOW_OVER",
  "This treatment can no longer be disputed here: it is confirmed, paid, or its time is over.",
  {
    path,
    remedy: "Write to the health team; finance can correct a settled treatment.",
  },
);
