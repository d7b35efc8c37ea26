import type { Tx } from "../platform/transaction.js";
import type { CaseFile } from "../claims/case-file.js";
import { CASE_COLUMNS, CASE_TABLES } from "../claims/case-file.store.js";
import type { SlotFile } from "./booking.js";

/**
 * Locks in the order every act keeps: the member first (limits, holds and one-form-at-a-time are decided per member),
 * then the slot. A full slot is not waited for: its predicate fails before the lock, so the many losers of a race leave at once.
 */
const LOCK = `
with m as materialized (
  select m.id from member m join claim c on c.member_id = m.id where c.id = $1 for no key update of m),
s as materialized (
  select s.id from slot s where s.id = $2 and exists (select from m) and s.state = 'OPEN' and s.booked < s.capacity for no key update of s)
select (select id from m) as member_id, (select id from s) as slot_id`;

export async function lockForBooking(tx: Tx, claimId: string, slotId: string): Promise<{ memberId: string | null; slotId: string | null }> {
  const [row] = await tx.query<{ member_id: string | null; slot_id: string | null }>(LOCK, [claimId, slotId], "lock-for-booking");
  return { memberId: row?.member_id ?? null, slotId: row?.slot_id ?? null };
}

/** A slot with its clinic, provider, prices and what is taken; asked together with the claim it is for, in one statement. */
const SLOT_COLUMNS = `
  to_jsonb(s.*) as slot,
  (s.service_mask & (1::bigint << v.bit)) <> 0 as serves,
  jsonb_build_object('name', k.name, 'treats_children', k.treats_children, 'cancellation_hours', k.cancellation_hours, 'lat', k.lat, 'lon', k.lon) as clinic,
  jsonb_build_object('has_public_agreement', o.has_public_agreement, 'authorised', o.authorised, 'agreement_from', o.agreement_from, 'agreement_until', o.agreement_until) as provider,
  slot_seats_taken(s.id) as seats_taken,
  (case when s.held_until > now() then slot_live_holds(s.id) else 0 end) - coalesce(h.one, 0) as other_holds,
  h.id as own_hold_id,
  exists (select from booking b where b.member_id = c.member_id and b.state = 'CONFIRMED' and b.starts_at < s.ends_at and b.ends_at > s.starts_at) as member_busy,
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'session', r.session, 'channel', r.channel, 'amount_minor', r.amount_minor, 'valid_from', r.valid_from, 'valid_until', r.valid_until))
    from agreed_rate r where r.clinic_id = s.clinic_id and r.service_code = c.service_code and r.state = 'APPROVED'), '[]'::jsonb) as rates,
  coalesce((select jsonb_agg(jsonb_build_object('session', t.session, 'full_fee_minor', t.full_fee_minor, 'public_share_minor', t.public_share_minor, 'patient_share_minor', t.patient_share_minor, 'valid_from', t.valid_from, 'valid_until', t.valid_until))
    from public_tariff t where t.service_code = c.service_code), '[]'::jsonb) as tariffs`;

const SLOT_TABLES = `
join service v on v.code = c.service_code
join slot s on s.id = $2
join clinic k on k.id = s.clinic_id
join provider o on o.id = s.provider_id
left join lateral (select id, 1 as one from hold where slot_id = s.id and claim_id = c.id and state = 'PENDING' and expires_at > now() limit 1) h on true`;

const BOOKING_FILE = `select ${CASE_COLUMNS}, ${SLOT_COLUMNS}, 'B-' || nextval('booking_reference_number') as next_reference ${CASE_TABLES} ${SLOT_TABLES} where c.id = $1`;
const SLOT_ONLY = `select ${CASE_COLUMNS}, ${SLOT_COLUMNS}, null as next_reference ${CASE_TABLES} ${SLOT_TABLES} where c.id = $1`;

/** Claim and slot as this viewer may see them, numbered for a booking. Read after the locks, so it is current. */
export async function readBookingFile(tx: Tx, claimId: string, slotId: string): Promise<{ file: CaseFile; at: SlotFile } | undefined> {
  const [row] = await tx.query<CaseFile & SlotFile>(BOOKING_FILE, [claimId, slotId], "booking-file");
  return row && { file: row, at: row };
}

/** The same without numbering: for a quote, which books nothing. */
export async function readQuoteFile(tx: Tx, claimId: string, slotId: string): Promise<{ file: CaseFile; at: SlotFile } | undefined> {
  const [row] = await tx.query<CaseFile & SlotFile>(SLOT_ONLY, [claimId, slotId], "quote-file");
  return row && { file: row, at: row };
}
