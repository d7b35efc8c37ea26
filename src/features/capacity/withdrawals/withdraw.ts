/** A withdrawal from start to end inside one transaction: look, lock, plan anew, decide, save. */
import { Refused, refusal } from "../../../kernel/refusal.js";
import { localDateOf } from "../../../kernel/calendar.js";
import type { Acting } from "../../../gateway/api/context.js";
import {
  hasNewcomers,
  lockSlotsForWithdrawal,
  releaseHoldsOn,
  slotsToWithdraw,
  type NewClosure,
  type WithdrawableSlot,
  type WithdrawalSelection,
} from "./withdrawal.store.js";
import { readMoveFiles } from "../../bookings/booking.store.js";
import { auditRow } from "../../../platform/trail/audit.js";
import type { Channel } from "../../../rules/codes.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { clinicsAt, clockOf, type ClinicAt } from "../../promise/plan/promise.store.js";
import { englishText } from "../../promise/feasibility/told-certificate.js";
import { replanBookings, type UnitPlace, type ReplannedBooking } from "../../promise/replanning/replan.js";
import { saveWithdrawal } from "./save-withdrawal.js";
import { settleWithdrawal, type WithdrawalSettlement } from "./settle-withdrawal.js";
import { marginWorkingDays } from "../../promise/plan/standing.js";
import { extraKm, keepsPromise, type WithdrawnBooking } from "../../promise/replanning/withdrawn.js";
import { lockMembersOn, lockTargets, withdrawnBookings } from "../../promise/replanning/withdrawn.store.js";

export type Withdrawal = {
  readonly operation: string;
  /** The company whose clinics they are; that they are the viewer's own is known. */
  readonly providerId: string;
  readonly selection: WithdrawalSelection;
  /** What stays closed, given the openings that are. */
  readonly closuresFor: (slots: readonly WithdrawableSlot[]) => Promise<readonly NewClosure[]>;
  readonly mostOpenings: number;
  readonly preview: boolean;
  readonly reason: string | null;
  /** Null in a job, which asks nobody twice. */
  readonly keyed: IdempotencyKey | null;
};

/** What becomes of one appointment; ids, times and figures only, so that it may be kept with the key. */
export type WithdrawnAppointment = {
  readonly bookingId: string;
  readonly reference: string;
  readonly startsAt: string;
  readonly outcome: "MOVED" | "ESCALATED";
  readonly newBookingId: string | null;
  readonly newStartsAt: string | null;
  readonly newClinicId: string | null;
  readonly newClinicName: string | null;
  readonly newTown: string | null;
  readonly newChannel: Channel | null;
  readonly extraKm: number | null;
  readonly latestOn: string | null;
  readonly marginWorkingDays: number | null;
  readonly certificate: string | null;
  readonly refusedFor: readonly string[];
};
export type WithdrawalAnswer = {
  readonly withdrawn: number;
  readonly appointments: readonly WithdrawnAppointment[];
  /** The closings that now stand; none in a preview. */
  readonly closureIds: readonly string[];
};

/**
 * Appointments moved in one act: the size up to which one transaction keeps others waiting for no longer than a blink. One opening
 * is closed as a whole, however many are on it.
 */
export const MOST_APPOINTMENTS = 250;
/** A place lost to somebody else is replaced this often before people take over. */
const ROUNDS = 3;

export async function withdraw(ctx: Acting, tx: Tx, withdrawal: Withdrawal): Promise<WithdrawalAnswer> {
  const { operation, providerId, selection, closuresFor, mostOpenings, preview, reason, keyed } = withdrawal;
  const seen = await slotsToWithdraw(tx, selection);
  if (seen.length > mostOpenings) throw new Refused([tooMany("openings", seen.length, mostOpenings)]);
  const slotIds = seen.map((slot) => slot.id);
  const slots = preview ? seen : await lockInOrder(tx, selection, slotIds);
  const closing = slots.map((slot) => slot.id);
  const withdrawn = await withdrawnBookings(tx, closing);
  if (withdrawn.length > MOST_APPOINTMENTS && closing.length > 1)
    throw new Refused([tooMany("appointments", withdrawn.length, MOST_APPOINTMENTS)]);
  const { now, today } = await clockOf(tx, null);
  if (preview) {
    const replanned = await replanBookings(tx, { withdrawn, closing, lost: [], now, today });
    const looked = { operation, object: "Clinic", fields: ["preview"], outcome: "ALLOWED" } as const;
    await write(tx, { audit_event: selection.clinicIds.map((objectId) => auditRow(ctx.viewer, ctx.traceId, { ...looked, objectId })) });
    return { ...(await answerOf(tx, closing.length, replanned, null)), closureIds: [] };
  }
  const { replanned, settlement } = await settle(ctx, tx, { withdrawn, closing, now, today });
  const closures = await closuresFor(slots);
  const answer = { ...(await answerOf(tx, closing.length, replanned, settlement)), closureIds: closures.map((c) => c.id) };
  await saveWithdrawal(ctx, tx, {
    operation,
    clinicIds: selection.clinicIds,
    providerId,
    closures,
    slotIds: closing,
    settled: settlement.settled,
    claims: settlement.claims,
    reason,
    keyed,
    outcome: answer,
  });
  await releaseHoldsOn(tx, closing);
  return answer;
}

/** Members and claims first, then the openings, as every act does; whoever booked in between is told to ask again. */
async function lockInOrder(tx: Tx, selection: WithdrawalSelection, slotIds: readonly string[]): Promise<readonly WithdrawableSlot[]> {
  const locked = await lockMembersOn(tx, slotIds);
  const slots = await lockSlotsForWithdrawal(tx, selection);
  const ids = slots.map((slot) => slot.id);
  if (await hasNewcomers(tx, ids, locked)) throw new Refused([BOOKED_MEANWHILE]);
  return slots;
}

const BOOKED_MEANWHILE = refusal("BUSY", "Somebody booked one of these times this very moment; nothing was changed.", {
  remedy: "Send the same request again with the same idempotency key.",
  retryable: true,
});

function tooMany(what: string, found: number, most: number): ReturnType<typeof refusal> {
  return refusal("TOO_MANY", `This would close ${found} ${what}; one request takes up to ${most}.`, {
    path: ["input"],
    remedy: "Withdraw a shorter period at a time.",
  });
}

type Scene = {
  readonly withdrawn: readonly WithdrawnBooking[];
  readonly closing: readonly string[];
  readonly now: Date;
  readonly today: number;
};

async function settle(ctx: Acting, tx: Tx, scene: Scene): Promise<{ replanned: ReplannedBooking[]; settlement: WithdrawalSettlement }> {
  const lost = new Set<string>();
  for (let round = 1; ; round += 1) {
    const replanned = await replanBookings(tx, { ...scene, lost: [...lost] });
    const moves = replanned.flatMap(({ withdrawn: { booking }, place }) =>
      place ? [{ bookingId: booking.id, claimId: booking.claim_id, slotId: place.slot.id }] : [],
    );
    if (moves.length > 0) await lockTargets(tx, [...new Set(moves.map((move) => move.slotId))]);
    const settlement = settleWithdrawal(ctx.viewer, replanned, await readMoveFiles(tx, moves), newId);
    if (settlement.lost.length === 0 || round === ROUNDS) return { replanned, settlement };
    for (const id of settlement.lost) lost.add(id);
  }
}

async function answerOf(
  tx: Tx,
  closed: number,
  replanned: readonly ReplannedBooking[],
  settlement: WithdrawalSettlement | null,
): Promise<Omit<WithdrawalAnswer, "closureIds">> {
  const names = await clinicsAt(
    tx,
    replanned.flatMap(({ place }) => place?.bucket.clinicId ?? []),
  );
  const settledOf = new Map(settlement?.settled.map((settled) => [settled.withdrawn.booking.id, settled]));
  const appointments = replanned.map(({ withdrawn, place, certificate }): WithdrawnAppointment => {
    const { booking, claim } = withdrawn;
    const newBookingId = settledOf.get(booking.id)?.plan?.bookingId ?? null;
    const moved = settlement === null ? place : newBookingId === null ? null : place;
    return {
      bookingId: booking.id,
      reference: booking.reference,
      startsAt: booking.starts_at,
      outcome: moved ? "MOVED" : "ESCALATED",
      newBookingId,
      ...newPlace(withdrawn, moved, names),
      latestOn: keepsPromise(withdrawn) ? claim.latest_on : null,
      certificate: certificate ? englishText(certificate) : null,
      refusedFor: settlement?.refused.get(booking.id) ?? [],
    };
  });
  return { withdrawn: closed, appointments };
}

type NewPlace = Pick<
  WithdrawnAppointment,
  "newStartsAt" | "newClinicId" | "newClinicName" | "newTown" | "newChannel" | "extraKm" | "marginWorkingDays"
>;

const NOWHERE: NewPlace = {
  newStartsAt: null,
  newClinicId: null,
  newClinicName: null,
  newTown: null,
  newChannel: null,
  extraKm: null,
  marginWorkingDays: null,
};

function newPlace(withdrawn: WithdrawnBooking, place: UnitPlace | null, names: ReadonlyMap<string, ClinicAt>): NewPlace {
  if (place === null) return NOWHERE;
  const { bucket, slot } = place;
  const clinic = names.get(bucket.clinicId);
  const latestOn = keepsPromise(withdrawn) ? withdrawn.claim.latest_on : null;
  return {
    newStartsAt: slot.startsAt.toISOString(),
    newClinicId: bucket.clinicId,
    newClinicName: clinic?.name ?? null,
    newTown: clinic?.town ?? null,
    newChannel: bucket.channel,
    extraKm: extraKm(withdrawn, bucket),
    marginWorkingDays: latestOn === null ? null : marginWorkingDays(localDateOf(slot.startsAt), latestOn),
  };
}
