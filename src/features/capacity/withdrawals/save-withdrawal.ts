/**
 * Everything a withdrawal changes, in two statements: first the old appointments end (unit, treatment and money given back,
 * openings closed), then the new ones begin. One transaction: killed anywhere, either all of it happened or none.
 */
import { invariant } from "../../../kernel/invariant.js";
import { withdrawalOf, type NewClosure } from "./withdrawal.store.js";
import { availabilityChanged } from "../slots/availability-event.js";
import type { CaseClaim } from "../../claims/case-file/case-file.js";
import type { Acting } from "../../../gateway/api/context.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write, type Change, type NewRows } from "../../../platform/postgres/write.js";
import { bookingRows, eventRow, newBooking, type BookingPlan } from "../../bookings/booking-rows.js";
import { voidedEntry } from "../../bookings/end/end-booking.js";
import { patchClaims } from "../../bookings/end/ending-rows.js";
import { actorFor, mergeRows } from "../../bookings/book/place-booking.js";
import { keepsPromise, type WithdrawnBooking } from "../../promise/replanning/withdrawn.js";
import type { CertificateWithTexts } from "../../promise/feasibility/told-certificate.js";

export type SettledBooking = {
  readonly withdrawn: WithdrawnBooking;
  /** The new appointment; null when there is none. */
  readonly plan: BookingPlan | null;
  readonly certificate: CertificateWithTexts | null;
};

export type WithdrawalPlan = {
  readonly operation: string;
  /** Whose openings they are; the same company. */
  readonly clinicIds: readonly string[];
  readonly providerId: string;
  /** That the time stays closed, whatever sources say. */
  readonly closures: readonly NewClosure[];
  readonly slotIds: readonly string[];
  readonly settled: readonly SettledBooking[];
  /** Every claim concerned as it stands afterwards. */
  readonly claims: readonly CaseClaim[];
  readonly reason: string | null;
  /** Null in a job, which asks nobody twice. */
  readonly keyed: IdempotencyKey | null;
  /** What a repeated request is answered with. */
  readonly outcome: unknown;
};

export async function saveWithdrawal(ctx: Acting, tx: Tx, plan: WithdrawalPlan): Promise<void> {
  const ended = await write(tx, endingRows(ctx, plan), endingChanges(plan));
  const some = plan.settled.length;
  invariant(ended["withdraw_slots"] === plan.slotIds.length, "openings read under their lock are still open when they are closed");
  invariant(
    some === 0 || (ended["end_bookings"] === some && ended["release_usage"] === some),
    "appointments read under their lock are still confirmed",
  );
  const begun = await write(tx, beginningRows(ctx, plan), [
    ...beginningChanges(plan),
    ...(plan.keyed ? [outcomeOf(ctx.viewer.subject, plan.keyed, plan.outcome)] : []),
  ]);
  const targets = new Set(plan.settled.flatMap((s) => s.plan?.at.slot.id ?? []));
  invariant(targets.size === 0 || begun["take_units"] === targets.size, "openings locked as targets still have their units");
  invariant(!plan.keyed || begun["keep_outcome"] === 1, "the key of a withdrawal was claimed before");
}

const SLOTS_PER_EVENT = 100;

function chunksOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));
}

function endingRows(ctx: Acting, { operation, settled, clinicIds, providerId, closures, slotIds, reason }: WithdrawalPlan): NewRows {
  const audited = { operation, outcome: "ALLOWED" } as const;
  const each = settled.map(({ withdrawn, plan, certificate }): NewRows => {
    const { booking, claim } = withdrawn;
    const actor = actorFor(ctx.viewer, booking.member_id);
    const movedTo = plan?.bookingId ?? null;
    const about = {
      bookingId: booking.id,
      claimId: claim.id,
      clinicId: booking.clinic_id,
      providerId: booking.provider_id,
      slotId: booking.slot_id,
    };
    const moved = movedTo === null ? { state: "CANCELLED_BY_PROVIDER" } : { movedTo };
    const told = {
      bookingId: booking.id,
      ...(movedTo ? { movedTo } : {}),
      ...(reason ? { reason } : {}),
      ...(certificate ? { certificate: certificate.text } : {}),
    };
    return {
      ...voidedEntry(ctx, withdrawn, movedTo === null ? "CANCELLED_BY_PROVIDER" : "MOVED"),
      claim_event: [eventRow(withdrawn, actor, newId(), movedTo === null ? "APPOINTMENT_WITHDRAWN" : "MOVED_BY_PROVIDER", told)],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, { ...audited, memberId: booking.member_id, object: "Booking", objectId: booking.id }),
      ],
      outbox: [
        outboxRow(movedTo === null ? "booking.cancelled" : "booking.moved", booking.id, { ...about, ...moved }),
        ...(certificate && keepsPromise(withdrawn)
          ? [outboxRow("promise.at-risk", claim.id, { claimId: claim.id, state: "AT_RISK", reason: "WITHDRAWN" })]
          : []),
      ],
    };
  });
  const clinics = clinicIds.map((objectId) =>
    auditRow(ctx.viewer, ctx.traceId, { ...audited, object: "Clinic", objectId, fields: [`slots:${slotIds.length}`] }),
  );
  return mergeRows(...each, {
    closure: closures,
    audit_event: clinics,
    outbox: [
      ...clinicIds.map((clinicId) => availabilityChanged(clinicId, providerId)),
      ...chunksOf(slotIds, SLOTS_PER_EVENT).map((some) => outboxRow("slots.withdrawn", providerId, { providerId, slotIds: some })),
    ],
  });
}

const END_BOOKINGS = statement(
  "end_bookings",
  `update booking b set state = x.state, ended_at = clock_now(), end_reason = $2, moved_to = x.moved_to,
     version = b.version + 1
   from jsonb_to_recordset($1::jsonb) as x(id uuid, state text, moved_to uuid)
   where b.id = x.id and b.state = 'CONFIRMED'`,
);
const RELEASE_USAGE = statement(
  "release_usage",
  "update treatment_usage set state = 'RELEASED' where booking_id = any ($1::uuid[]) and state = 'RESERVED'",
);

function endingChanges({ settled, slotIds, claims, reason }: WithdrawalPlan): Change[] {
  const units = new Map<string, number>();
  for (const { withdrawn } of settled) units.set(withdrawn.booking.slot_id, (units.get(withdrawn.booking.slot_id) ?? 0) + 1);
  const closed = withdrawalOf(slotIds, units);
  if (settled.length === 0) return [closed];
  const ended = settled.map(({ withdrawn, plan }) => ({
    id: withdrawn.booking.id,
    state: plan ? ("MOVED" as const) : ("CANCELLED_BY_PROVIDER" as const),
    moved_to: plan?.bookingId ?? null,
  }));
  return [
    closed,
    change(END_BOOKINGS.with(JSON.stringify(ended), reason ?? "WITHDRAWN_BY_CLINIC")),
    change(RELEASE_USAGE.with(ended.map((e) => e.id))),
    patchClaims(claims),
  ];
}

function beginningRows(ctx: Acting, { operation, settled }: WithdrawalPlan): NewRows {
  return mergeRows(
    ...settled.flatMap(({ plan }) => {
      if (plan === null) return [];
      const booking = newBooking(plan);
      const { id: bookingId, claimId, clinicId, providerId, slotId } = booking;
      const audited = {
        operation,
        memberId: booking.memberId,
        object: "Booking",
        objectId: bookingId,
        outcome: "ALLOWED",
      } as const;
      return [
        bookingRows(plan, booking),
        {
          audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
          outbox: [outboxRow("booking.confirmed", bookingId, { bookingId, claimId, clinicId, providerId, slotId })],
        },
      ];
    }),
  );
}

const TAKE_UNITS = statement(
  "take_units",
  `update slot s set booked = s.booked + x.n
   from (select id, count(*)::int as n from unnest($1::uuid[]) id group by id) x
   where s.id = x.id and s.state = 'OPEN' and s.booked + x.n <= s.capacity`,
);
const USE_RATES = statement("use_rates", "update agreed_rate set used_at = clock_now() where id = any ($1::uuid[]) and used_at is null");

function beginningChanges({ settled }: WithdrawalPlan): Change[] {
  const plans = settled.flatMap(({ plan }) => plan ?? []);
  if (plans.length === 0) return [];
  const rates = [...new Set(plans.flatMap((plan) => plan.decision.quote?.rateId ?? []))];
  return [change(TAKE_UNITS.with(plans.map((plan) => plan.at.slot.id))), change(USE_RATES.with(rates))];
}
