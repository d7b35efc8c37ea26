import type { NewRow } from "../../../schema/columns-of.js";
import type { CaseFile } from "../claims/case-file/case-file.js";
import { CASE_COLUMNS, CASE_TABLES } from "../claims/case-file/case-file.store.js";
import { AUDIT_COLUMNS } from "../../platform/trail/audit.js";
import { keyedStatement, loadWithKey, type IdempotencyKey, type KeyedLoad } from "../../platform/idempotency.js";
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import { dayOfSlot, inNetwork, publiclyAgreed, qualified } from "../network/in-force.js";
import { tariffService } from "../rates/tariff-service.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import type { SlotFile } from "./quote/slot-file.js";

/**
 * Locks in the order every act keeps: the member first (limits, consent and one-form-at-a-time are decided per member) with
 * the claim, then the slot. A full slot is not waited for: its predicate fails before the lock, so the many losers of a
 * race leave at once.
 */
const LOCK = keyedStatement(
  "lock-for-booking",
  (keyIsFresh) => `
with m as materialized (
  select m.id from claim c join member m on m.id = c.member_id where c.id = $1
    and ${keyIsFresh} for no key update of m, c),
s as materialized (
  select s.id from slot s
  where s.id = $2 and exists (select from m) and s.state = 'OPEN' and s.booked < s.capacity
  for no key update of s)
select (select id from m) as member_id, (select id from s) as slot_id`,
);

const SLOT_LOST = statement(
  "slot-lost",
  `
with lost as materialized (
  select c.service_code, c.deadline_at from claim c
  where c.id = $3 and exists (select from slot where id = $2 and booked >= capacity)
    and not exists (select from idempotency where principal = $4 and operation = $5 and key = $6)),
told as (
  insert into audit_event (${AUDIT_COLUMNS})
  select ${AUDIT_COLUMNS} from jsonb_populate_record(null::audit_event, $1::jsonb) where exists (select from lost))
select service_code, deadline_at from lost`,
);

/**
 * Puts on record that a caller lost the race for a slot, if that is what happened: the slot is full, this viewer knows the
 * claim, and the request was never answered with a booking. Answers what the claim is for. It ends its transaction: five
 * hundred may be waiting to be told, so each of them takes one round trip.
 */
export async function recordLost(
  tx: Tx,
  line: NewRow<"audit_event">,
  [claimId, slotId]: readonly [string, string],
  principal: string,
  keyed: IdempotencyKey,
): Promise<RowOf<"slot-lost"> | undefined> {
  const [lost] = await tx.finish(SLOT_LOST.with(JSON.stringify(line), slotId, claimId, principal, keyed.operation, keyed.key));
  return lost;
}

const TARIFF_SERVICE = tariffService("c.service_code");

/**
 * A slot with its clinic, provider, prices and what is taken; asked together with the claim it is for, in one statement.
 * `insteadOf` is the booking that is being moved: it does not keep its own member busy.
 */
const slotColumns = (insteadOf: string): string => `
  to_json(s.*) as slot,
  (s.service_mask & (1::bigint << v.bit)) <> 0 as serves, s.service_mask::text as service_mask,
  json_build_object('name', k.name, 'treats_children', k.treats_children,
    'cancellation_hours', k.cancellation_hours) as clinic,
  (select json_build_object('treats_children', t.treats_children, 'gender', t.gender)
    from practitioner t where t.id = s.practitioner_id) as practitioner,
  json_build_object('has_public_agreement', ${publiclyAgreed("o", dayOfSlot("s"))},
    'authorised', exists (select from practitioner t
      where t.id = s.practitioner_id and ${qualified("t", "c.service_code", dayOfSlot("s"))}),
    'in_network', ${inNetwork("o", "k", dayOfSlot("s"))}) as provider,
  case when s.booked > 0 then slot_seats_taken(s.id) else '{}'::int[] end as seats_taken,
  (case when s.held_until > clock_now() then slot_live_holds(s.id) else 0 end) - coalesce(h.one, 0) as other_holds,
  h.id as own_hold_id,
  exists (select from booking b where b.member_id = c.member_id and b.state = 'CONFIRMED'
    and b.starts_at < s.ends_at and b.ends_at > s.starts_at and b.id is distinct from ${insteadOf}) as member_busy,
  coalesce((select json_agg(json_build_object('id', r.id, 'session', r.session, 'channel', r.channel,
      'amount_minor', r.amount_minor, 'valid_from', r.valid_from, 'valid_until', r.valid_until,
      'used', r.used_at is not null))
    from agreed_rate r
    where r.clinic_id = s.clinic_id and r.service_code = c.service_code and r.state = 'APPROVED'), '[]'::json) as rates,
  coalesce((select json_agg(json_build_object('session', t.session, 'full_fee_minor', t.full_fee_minor,
      'public_share_minor', t.public_share_minor, 'patient_share_minor', t.patient_share_minor,
      'valid_from', t.valid_from, 'valid_until', t.valid_until))
    from public_tariff t where t.service_code = ${TARIFF_SERVICE}), '[]'::json) as tariffs`;
const SLOT_COLUMNS = slotColumns("$3::uuid");
/** A slot has its practitioner. */
const NEVER_NULL = ["practitioner"];
const NUMBERED = "'B-' || nextval('booking_reference_number') as next_reference";

/** `slot` says which: a join of `s`. */
const slotTables = (slot: string): string => `
join service v on v.code = c.service_code
${slot}
join clinic k on k.id = s.clinic_id
join provider o on o.id = s.provider_id
left join lateral (
  select id, 1 as one from hold
  where slot_id = s.id and claim_id = c.id and state = 'PENDING' and expires_at > clock_now() limit 1) h on true`;
const SLOT_TABLES = slotTables("join slot s on s.id = $2");

/** Outside of a load too: an act has claimed its key before it reads anything. */
const BOOKING_FILE = keyedStatement(
  "booking-file",
  (keyIsFresh) => `
select ${CASE_COLUMNS}, ${SLOT_COLUMNS},
  ${NUMBERED} ${CASE_TABLES} ${SLOT_TABLES} where c.id = $1 and ${keyIsFresh}`,
  { neverNull: NEVER_NULL },
);
const QUOTE_FILE = statement(
  "quote-file",
  `
select ${CASE_COLUMNS}, ${SLOT_COLUMNS},
  null as next_reference ${CASE_TABLES} ${SLOT_TABLES} where c.id = any ($1::uuid[])`,
  { neverNull: NEVER_NULL },
);

export type BookingFile = { readonly file: CaseFile; readonly at: SlotFile };

/** Claim and slot as this viewer may see them, numbered for a booking. Read after the locks, so it is current. */
export async function readBookingFile(
  tx: Tx,
  claimId: string,
  slotId: string,
  insteadOf: string | null = null,
): Promise<BookingFile | undefined> {
  const [row] = await tx.query(BOOKING_FILE.with(claimId, slotId, insteadOf));
  return row && { file: row, at: row };
}

export type LoadedBooking = { readonly memberId: string | null; readonly read: BookingFile | undefined };

/** Locks, and then, with a snapshot of its own, reads. Goes with the key of the act. */
export function loadBooking(claimId: string, slotId: string): KeyedLoad<LoadedBooking> {
  return loadWithKey([LOCK.with(claimId, slotId), BOOKING_FILE.with(claimId, slotId, null)], ([[locks], [row]]) => ({
    memberId: locks?.member_id ?? null,
    read: row && { file: row, at: row },
  }));
}

/**
 * Of several slots in order of preference the first with a place, locked and read in one statement. The member and the claim
 * are locked before, so of them nothing can change; the slot may have changed between the statement's look and its lock, and
 * then the version of its row says so.
 */
const firstFree = (lock: string): string => `
with s as materialized (
  select s.*, s.xmin as locked_version from slot s
  where s.id = any ($2::uuid[]) and s.state = 'OPEN' and s.booked < s.capacity
  order by array_position($2::uuid[], s.id) limit 1 ${lock})
select ${CASE_COLUMNS}, ${SLOT_COLUMNS}, ${NUMBERED},
  s.locked_version <> (select seen.xmin from slot seen where seen.id = s.id) as overtaken
${CASE_TABLES} ${slotTables("join s on true")} where c.id = $1`;
/** The row that was locked can still be seen. */
const FIRST_OPTIONS = { neverNull: [...NEVER_NULL, "overtaken"] };
const FIRST_NOBODY_TAKES = statement("first-nobody-takes", firstFree("for no key update of s skip locked"), FIRST_OPTIONS);
const FIRST_FREE = statement("first-free", firstFree("for no key update of s"), FIRST_OPTIONS);

/** Passes over what others are taking this moment; waits for them only where nothing else is left, for a group may have another place. */
export async function takeFirstFree(tx: Tx, claimId: string, slotIds: readonly string[]): Promise<BookingFile | undefined> {
  const [now] = await tx.query(FIRST_NOBODY_TAKES.with(claimId, slotIds, null));
  const [row] = now ? [now] : await tx.query(FIRST_FREE.with(claimId, slotIds, null));
  return row && (row.overtaken ? readBookingFile(tx, claimId, row.slot.id) : { file: row, at: row });
}

/** The same without numbering: for a quote, which books nothing. */
export async function readQuoteFiles(
  tx: Tx,
  claimIds: readonly string[],
  slotId: string,
): Promise<(BookingFile & { readonly parent: string })[]> {
  const rows = await tx.query(QUOTE_FILE.with(claimIds, slotId, null));
  return rows.map((row) => ({ parent: row.claim.id, file: row, at: row }));
}

/** The same of one claim, for whoever asks it in one round trip with something else: `{ file, at }` of its row is that row. */
export const quoteFile = (claimId: string, slotId: string) => QUOTE_FILE.with([claimId], slotId, null);

const QUOTE_PAIRS = statement(
  "quote-pairs",
  `
select asked.claim_id, asked.slot_id, ${CASE_COLUMNS}, ${slotColumns("null::uuid")},
  null as next_reference ${CASE_TABLES}
join unnest($1::uuid[], $2::uuid[]) as asked(claim_id, slot_id) on asked.claim_id = c.id
${slotTables("join slot s on s.id = asked.slot_id")}`,
  { neverNull: [...NEVER_NULL, "claim_id", "slot_id"] },
);

export type QuotePair = { readonly claimId: string; readonly slotId: string };

/** Many claims with an opening each, in one statement: what a comparison of the plan with the quotes needs. */
export async function readQuotePairs(tx: Tx, pairs: readonly QuotePair[]): Promise<(BookingFile & QuotePair)[]> {
  const rows = await tx.query(
    QUOTE_PAIRS.with(
      pairs.map(({ claimId }) => claimId),
      pairs.map(({ slotId }) => slotId),
    ),
  );
  return rows.map((row) => ({ claimId: row.claim_id, slotId: row.slot_id, file: row, at: row }));
}

/** A move of one booking among several. */
export type MoveAsked = { readonly bookingId: string; readonly claimId: string; readonly slotId: string };

const MOVE_FILES = statement(
  "move-files",
  `
select asked.booking_id, ${CASE_COLUMNS}, ${slotColumns("asked.booking_id")}, ${NUMBERED} ${CASE_TABLES}
join unnest($1::uuid[], $2::uuid[], $3::uuid[]) as asked(booking_id, claim_id, slot_id) on asked.claim_id = c.id
${slotTables("join slot s on s.id = asked.slot_id")}`,
  // the booking's id comes from MoveAsked
  { neverNull: [...NEVER_NULL, "booking_id"] },
);

/** Many moves in one statement, by the booking that is moved: what a clinic's withdrawal needs. */
export async function readMoveFiles(tx: Tx, asked: readonly MoveAsked[]): Promise<ReadonlyMap<string, BookingFile>> {
  if (asked.length === 0) return new Map();
  const ids = [asked.map((a) => a.bookingId), asked.map((a) => a.claimId), asked.map((a) => a.slotId)] as const;
  const rows = await tx.query(MOVE_FILES.with(...ids));
  return new Map(rows.map((row) => [row.booking_id, { file: row, at: row }]));
}
