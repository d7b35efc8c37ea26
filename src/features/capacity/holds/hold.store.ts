import { lockKeyOf } from "../../../platform/postgres/locks.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, type Change } from "../../../platform/postgres/write.js";
import { quoteFile, type BookingFile } from "../../bookings/booking.store.js";
import type { HoldFile, HoldSeen } from "./hold.js";

/**
 * The family first, because its holds are counted together; then, as in a booking, the member and the slot. A slot that is
 * full is not waited for: what is read afterwards says so.
 */
const LOCK_FOR_HOLD = statement(
  "lock-for-hold",
  `
with f as materialized (
  select m.id, pg_advisory_xact_lock(${lockKeyOf("family", "m.family_id")})
  from member m join claim c on c.member_id = m.id where c.id = $1),
m as materialized (select m.id from member m where m.id = (select id from f) for no key update),
s as materialized (
  select s.id from slot s
  where s.id = $2 and exists (select from m) and s.state = 'OPEN' and s.booked < s.capacity for no key update)
select exists (select from m) as member, exists (select from s) as slot`,
);

export async function lockForHold(tx: Tx, claimId: string, slotId: string): Promise<{ member: boolean; slot: boolean }> {
  const [locked] = await tx.query(LOCK_FOR_HOLD.with(claimId, slotId));
  return locked ?? { member: false, slot: false };
}

const LIVE = "h.state = 'PENDING' and h.expires_at > clock_now()";

const HOLD_FILE = statement(
  "hold-file",
  `select c.id, c.member_id as "memberId", m.family_id as "familyId", c.service_code as "serviceCode",
     s.id as "slotId", s.clinic_id as "clinicId", s.practitioner_id as "practitionerId",
     s.provider_id as "providerId", exists (select from hold h
       where h.claim_id = c.id and h.service_code = c.service_code and ${LIVE}) as "holdsAlready",
     (select count(*)::int from hold h where h.member_id = c.member_id and ${LIVE}) as "memberHolds",
     family_live_holds(m.family_id) as "familyHolds", clock_now() as now
   from claim c join member m on m.id = c.member_id join slot s on s.id = $2 where c.id = $1`,
);

/**
 * What a hold is decided from, and what a booking of the same opening would be. Read after the locks, so it is current; counts of
 * others' holds come from functions that tell numbers only.
 */
export async function readHoldFile(
  tx: Tx,
  claimId: string,
  slotId: string,
): Promise<{ readonly hold: HoldFile; readonly booking: BookingFile } | undefined> {
  const [[row], [quoted]] = await tx.all([HOLD_FILE.with(claimId, slotId), quoteFile(claimId, slotId)]);
  if (!row || !quoted) return undefined;
  const { id, memberId, familyId, serviceCode, slotId: slot, clinicId, practitionerId, providerId, ...holds } = row;
  const hold = { claim: { id, memberId, familyId, serviceCode }, slot: { id: slot, clinicId, practitionerId, providerId }, ...holds };
  return { hold, booking: { file: quoted, at: quoted } };
}

const HOLD = `select h.id, h.slot_id as "slotId", s.clinic_id as "clinicId",
  s.practitioner_id as "practitionerId", s.provider_id as "providerId", h.claim_id as "claimId",
  h.member_id as "memberId", h.service_code as "serviceCode", h.state, h.expires_at as "expiresAt",
  h.renewals, clock_now() as now
  from hold h join slot s on s.id = h.slot_id`;

const BY_ID = statement("hold-by-id", `${HOLD} where h.id = $1`);

/** The hold as this viewer may see it. */
export async function holdById(tx: Tx, id: string): Promise<HoldSeen | null> {
  const [hold] = await tx.query(BY_ID.with(id));
  return hold ?? null;
}

const LOCK_HOLD = statement(
  "lock-hold",
  `with h as materialized (select member_id, slot_id from hold where id = $1),
   m as materialized (select m.id from member m where m.id = (select member_id from h) for no key update),
   s as materialized (
     select s.id from slot s where s.id = (select slot_id from h) and exists (select from m) for no key update)
   select exists (select from s) as found`,
);

/** Member and slot of a hold, locked in the order of every act; false where the viewer sees no such hold. */
export async function lockHold(tx: Tx, holdId: string): Promise<boolean> {
  const [row] = await tx.query(LOCK_HOLD.with(holdId));
  return row?.found ?? false;
}

const EXPIRE_OLD = statement(
  "expire_old_holds",
  `update hold set state = 'EXPIRED'
   where claim_id = $1 and service_code = $2 and state = 'PENDING' and expires_at <= clock_now()`,
);

/** The unique index of live holds counts those past their time too: they make room for the new one. */
export function expireOldHolds(claimId: string, serviceCode: HoldSeen["serviceCode"]): Change {
  return change(EXPIRE_OLD.with(claimId, serviceCode));
}

const SLOT_HELD = statement("slot_held", "update slot set held_until = greatest(held_until, $2::timestamptz) where id = $1");

export function slotHeldUntil(slotId: string, until: Date): Change {
  return change(SLOT_HELD.with(slotId, until));
}

const RENEW = statement(
  "renew_hold",
  "update hold set expires_at = $2::timestamptz, renewals = renewals + 1 where id = $1 and state = 'PENDING'",
);

export function renewHoldRow(holdId: string, until: Date): Change {
  return change(RENEW.with(holdId, until));
}

const RELEASE = statement("release_hold", "update hold set state = 'RELEASED' where id = $1 and state = 'PENDING'");
const SLOT_FREED = statement("slot_freed", "update slot set held_until = slot_held_until($1::uuid, $2::uuid) where id = $1::uuid");

/** Ends a hold and lets the slot say until when others still hold it; the slot is locked, so nobody comes in between. */
export function releaseHold(hold: Pick<HoldSeen, "id" | "slotId">): readonly Change[] {
  return [change(RELEASE.with(hold.id)), change(SLOT_FREED.with(hold.slotId, hold.id))];
}
