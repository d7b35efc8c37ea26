/**
 * The slots' part of a withdrawal. Whoever closes capacity keeps the order of every act: first the members who will be moved
 * (by id), then these slots (by id). A booking that holds its member and waits for a slot then never waits for us in turn.
 */
import { statement } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import type { Change } from "../../platform/postgres/write.js";

export type WithdrawalSelection = {
  readonly clinicIds: readonly string[];
  readonly slotIds?: readonly string[] | null;
  readonly practitionerId?: string | null;
  /** `to` is not included. */
  readonly from?: Date | null;
  readonly to?: Date | null;
  /** STARTING in the stretch, or TOUCHING it anywhere. */
  readonly by: "STARTING" | "TOUCHING";
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

/** Open or with appointments on it, not yet begun, and of these clinics; the clinics themselves must be known to be the viewer's own. */
const SELECTED = `
  from slot s
  where s.clinic_id = any ($1::uuid[]) and (s.state = 'OPEN' or s.booked > 0) and s.starts_at > clock_now()
    and ($2::uuid[] is null or s.id = any ($2)) and ($3::uuid is null or s.practitioner_id = $3)
    and ($4::timestamptz is null or s.starts_at >= $4 or ($6 and s.ends_at > $4))
    and ($5::timestamptz is null or s.starts_at < $5)
  order by s.id`;

const valuesOf = (s: WithdrawalSelection): unknown[] => [
  s.clinicIds,
  s.slotIds ?? null,
  s.practitionerId ?? null,
  s.from ?? null,
  s.to ?? null,
  s.by === "TOUCHING",
];

/** Looks without locking: for a preview, and to learn which members must be locked first. */
export function slotsToWithdraw(tx: Tx, selection: WithdrawalSelection): Promise<WithdrawableSlot[]> {
  return tx.query<WithdrawableSlot>(`select ${COLUMNS} ${SELECTED}`, valuesOf(selection), "slots-to-withdraw");
}

/** The same rows, locked in order of id until the end of the transaction: nobody books, holds or changes them meanwhile. */
export function lockSlotsForWithdrawal(tx: Tx, selection: WithdrawalSelection): Promise<WithdrawableSlot[]> {
  const text = `select ${COLUMNS} ${SELECTED} for no key update`;
  return tx.query<WithdrawableSlot>(text, valuesOf(selection), "lock-slots-for-withdrawal");
}

/** A closing as a row; what it closes is kept as its source offers it, and comes back when it is opened. */
export type NewClosure = {
  readonly id: string;
  readonly provider_id: string;
  readonly clinic_id: string | null;
  readonly practitioner_id: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly reason: string | null;
};

/** Closes them. Their units are given back by whoever moves or cancels the bookings on them. */
export function withdrawalOf(slotIds: readonly string[]): Change {
  return {
    name: "withdraw_slots",
    sql: "update slot set state = 'WITHDRAWN', version = version + 1 where id = any ($1::uuid[]) and (state = 'OPEN' or booked > 0)",
    values: [slotIds],
  };
}

const RUNNING_INTO = statement(
  "slots-running-into",
  `select max(ends_at) as ends from slot
     where clinic_id = any ($1::uuid[]) and (state = 'OPEN' or booked > 0) and starts_at < $3
     and ends_at > $3 and ($2::uuid is null or practitioner_id = $2)`,
);

/** The latest end of an open one that began before the stretch and reaches into it; null where none does. */
export async function runningInto(tx: Tx, { clinicIds, practitionerId, from }: WithdrawalSelection): Promise<Date | null> {
  const [row] = await tx.query(RUNNING_INTO.with(clinicIds, practitionerId ?? null, from ?? null));
  return row?.ends ?? null;
}

const WITHDRAWABLE = statement(
  "withdrawable-slots",
  `select id from slot where id = any ($1::uuid[]) and clinic_id = any ($2::uuid[]) and (state = 'OPEN' or booked > 0)
     and starts_at > clock_now()`,
);

/** Which of the ids that are named are openings of the clinic that can be withdrawn. */
export async function withdrawable(tx: Tx, selection: WithdrawalSelection): Promise<ReadonlySet<string>> {
  return new Set((await tx.query(WITHDRAWABLE.with(selection.slotIds ?? [], selection.clinicIds))).map((row) => row.id));
}

/** Ends the live holds on them. As the clinic this needs the definer function: a clinic never sees who holds. */
export async function releaseHoldsOn(tx: Tx, slotIds: readonly string[]): Promise<void> {
  await tx.query("select slots_release_holds($1::uuid[])", [slotIds], "slots-release-holds");
}
