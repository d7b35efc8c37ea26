/**
 * The slots' part of a withdrawal. Whoever closes capacity keeps the order of every act: first the members who will be moved
 * (by id), then these slots (by id). A booking that holds its member and waits for a slot then never waits for us in turn.
 */
import type { Tx } from "../../platform/postgres/transaction.js";
import type { Change } from "../../platform/postgres/write.js";

export type WithdrawalSelection = {
  readonly clinicId: string;
  /** Left out or null: not narrowed by it. At least one of the four narrows. */
  readonly slotIds?: readonly string[] | null;
  readonly practitionerId?: string | null;
  /** Openings that start in this stretch; `to` is not included. */
  readonly from?: Date | null;
  readonly to?: Date | null;
};

export type WithdrawableSlot = {
  readonly id: string;
  readonly clinicId: string;
  readonly providerId: string;
  readonly practitionerId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
  readonly booked: number;
  /** Live holds: whoever is about to book loses the time. */
  readonly holds: number;
};

const COLUMNS = `s.id, s.clinic_id as "clinicId", s.provider_id as "providerId", s.practitioner_id as "practitionerId",
  s.starts_at as "startsAt", s.ends_at as "endsAt", s.capacity, s.booked,
  case when s.held_until > clock_now() then slot_live_holds(s.id) else 0 end as holds`;

/** Open, not yet begun, and of this clinic; the clinic itself must be visible to the viewer as its own. */
const SELECTED = `
  from slot s
  where s.clinic_id = $1 and s.state = 'OPEN' and s.starts_at > clock_now()
    and ($2::uuid[] is null or s.id = any ($2)) and ($3::uuid is null or s.practitioner_id = $3)
    and ($4::timestamptz is null or s.starts_at >= $4) and ($5::timestamptz is null or s.starts_at < $5)
  order by s.id`;

const valuesOf = (s: WithdrawalSelection): unknown[] => [
  s.clinicId,
  s.slotIds ?? null,
  s.practitionerId ?? null,
  s.from ?? null,
  s.to ?? null,
];

/** Looks without locking: for a preview, and to learn which members must be locked first. */
export function slotsToWithdraw(tx: Tx, selection: WithdrawalSelection): Promise<WithdrawableSlot[]> {
  return tx.query<WithdrawableSlot>(`select ${COLUMNS} ${SELECTED}`, valuesOf(selection), "slots-to-withdraw");
}

/** The same rows, locked in order of id until the end of the transaction: nobody books, holds or changes them meanwhile. */
export function lockSlotsForWithdrawal(tx: Tx, selection: WithdrawalSelection): Promise<WithdrawableSlot[]> {
  return tx.query<WithdrawableSlot>(`select ${COLUMNS} ${SELECTED} for no key update`, valuesOf(selection), "lock-slots-for-withdrawal");
}

/** Closes them by hand: no schedule and no calendar opens them again. Their units are given back by whoever moves or cancels the bookings on them. */
export function withdrawalOf(slotIds: readonly string[]): Change {
  return {
    name: "withdraw_slots",
    sql: "update slot set state = 'WITHDRAWN', source = 'HAND', version = version + 1 where id = any ($1::uuid[]) and state = 'OPEN'",
    values: [slotIds],
  };
}

/** Ends the live holds on them. As the clinic this needs the definer function: a clinic never sees who holds. */
export async function releaseHoldsOn(tx: Tx, slotIds: readonly string[]): Promise<void> {
  await tx.query("select slots_release_holds($1::uuid[])", [slotIds], "slots-release-holds");
}
