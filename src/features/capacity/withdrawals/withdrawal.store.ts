/**
 * The slots' part of a withdrawal. Whoever closes capacity keeps the order of every act: first the members who will be moved
 * (by id), then these slots (by id). A booking that holds its member and waits for a slot then never waits for us in turn.
 */
import type { NewRow } from "../../../../schema/columns-of.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, type Change } from "../../../platform/postgres/write.js";

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

/** Open or with appointments on it, not yet begun, and of these clinics; the clinics themselves must be known to be the viewer's own. */
const SELECTED = `
  select s.id, s.clinic_id as "clinicId", s.provider_id as "providerId", s.practitioner_id as "practitionerId",
    s.starts_at as "startsAt", s.ends_at as "endsAt", s.capacity, s.booked,
    case when s.held_until > clock_now() then slot_live_holds(s.id) else 0 end as holds
  from slot s
  where s.clinic_id = any ($1::uuid[]) and (s.state = 'OPEN' or s.booked > 0) and s.starts_at > clock_now()
    and ($2::uuid[] is null or s.id = any ($2)) and ($3::uuid is null or s.practitioner_id = $3)
    and ($4::timestamptz is null or s.starts_at >= $4 or ($6 and s.ends_at > $4))
    and ($5::timestamptz is null or s.starts_at < $5)
  order by s.id`;

const LOOK = statement("slots-to-withdraw", SELECTED);
const LOCK = statement("lock-slots-for-withdrawal", `${SELECTED} for no key update`);

/** `holds` are the live ones: whoever is about to book loses the time. */
export type WithdrawableSlot = RowOf<"slots-to-withdraw">;

const valuesOf = ({ clinicIds, slotIds, practitionerId, from, to, by }: WithdrawalSelection) =>
  [clinicIds, slotIds ?? null, practitionerId ?? null, from ?? null, to ?? null, by === "TOUCHING"] as const;

/** Looks without locking: for a preview, and to learn which members must be locked first. */
export function slotsToWithdraw(tx: Tx, selection: WithdrawalSelection): Promise<WithdrawableSlot[]> {
  return tx.query(LOOK.with(...valuesOf(selection)));
}

/** The same rows, locked in order of id until the end of the transaction: nobody books, holds or changes them meanwhile. */
export function lockSlotsForWithdrawal(tx: Tx, selection: WithdrawalSelection): Promise<WithdrawableSlot[]> {
  return tx.query(LOCK.with(...valuesOf(selection)));
}

/** A closing as a row; what it closes is kept as its source offers it, and comes back when it is opened. */
export type NewClosure = NewRow<"closure">;

const WITHDRAW = statement(
  "withdraw_slots",
  `update slot s set state = 'WITHDRAWN', version = version + 1,
     booked = booked - coalesce(($2::jsonb ->> s.id::text)::int, 0)
   where s.id = any ($1::uuid[]) and (s.state = 'OPEN' or s.booked > 0)`,
);

/** Closes them and gives back `units` of each: one row may be changed once in a statement, so the two are one change. */
export function withdrawalOf(slotIds: readonly string[], units: ReadonlyMap<string, number>): Change {
  return change(WITHDRAW.with(slotIds, Object.fromEntries(units)));
}

const NEWCOMERS = statement(
  "newcomers-on-slots",
  `select id from booking
   where slot_id = any ($1::uuid[]) and state = 'CONFIRMED' and not claim_id = any ($2::uuid[]) limit 1`,
);

/** Whether any of these openings is booked for another claim than these. */
export async function hasNewcomers(tx: Tx, slotIds: readonly string[], claimIds: ReadonlySet<string>): Promise<boolean> {
  return (await tx.query(NEWCOMERS.with(slotIds, [...claimIds]))).length > 0;
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

const RELEASE_HOLDS = statement("slots-release-holds", "select slots_release_holds($1::uuid[])");

/** Ends the live holds on them. As the clinic this needs the definer function: a clinic never sees who holds. */
export async function releaseHoldsOn(tx: Tx, slotIds: readonly string[]): Promise<void> {
  await tx.query(RELEASE_HOLDS.with(slotIds));
}
