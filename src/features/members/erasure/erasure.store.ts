/** What erasing a person, or a case whose time is over, takes out of the tables. Amounts, times and counts stay: the book needs them. */
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { APP_ROLE, RETENTION_ROLE } from "../../../platform/postgres/database.js";
import { RETENTION, type Viewer } from "../../../platform/viewer.js";
import type { ErasureObstacle } from "./erasure.js";

const AS = statement(
  "as-retention",
  `select set_config('app.role', $1, true) as role,
     set_config('app.purpose', $2, true) as purpose,
     set_config('role', $3, true) as as_role`,
);

/**
 * Statements with the rights of retention inside a transaction of a person, who goes on afterwards with their own. The act
 * runs on the login of retention (`rights: "RETENTION"`): on that of requests the database refuses the first statement.
 */
export async function asRetention<T>(tx: Tx, viewer: Viewer, work: () => Promise<T>): Promise<T> {
  await tx.query(AS.with(RETENTION.role, RETENTION.purpose, RETENTION_ROLE));
  const result = await work();
  await tx.query(AS.with(viewer.role, viewer.purpose ?? "", APP_ROLE));
  return result;
}

/** Reasons why a person cannot be erased now. */
const OBSTACLES = statement(
  "erasure-obstacles",
  `select
     exists (select from legal_hold where member_id = m.id and lifted_at is null) as legal_hold,
     exists (select from booking where member_id = m.id and state = 'CONFIRMED') as open_booking,
     exists (
       select from settlement_line l join booking b on b.id = l.booking_id
       where b.member_id = m.id and l.state not in ('PAID', 'NETTED')
     ) or exists (
       select from payout where member_id = m.id and state not in ('PAID', 'PAID_ELSEWHERE')
     ) as open_settlement
   from member m where m.id = $1 and m.erased_at is null for no key update`,
);

/** Null when there is no such person, or no longer. */
export async function obstaclesToErasure(tx: Tx, memberId: string): Promise<readonly ErasureObstacle[] | null> {
  const [row] = await tx.query(OBSTACLES.with(memberId));
  if (!row) return null;
  return [
    ...(row.legal_hold ? (["LEGAL_HOLD"] as const) : []),
    ...(row.open_booking ? (["OPEN_BOOKING"] as const) : []),
    ...(row.open_settlement ? (["OPEN_SETTLEMENT"] as const) : []),
  ];
}

/** The row stays, as nobody: the ledger and the history of appointments point at it. */
const TOMBSTONE = statement(
  "leave-tombstone",
  `update member set identity_subject = null, identity_bound_at = null, external_key = null, source_version = null,
     given_names = '', family_name = '', birth_date = '1900-01-01',
     gender = 'unknown', address_line = null, postnr = null, lat = null, lon = null, phone = null, email = null,
     protected_address = true, erased_at = clock_now(), version = version + 1
   where id = $1`,
);

/** After the tombstone: of somebody who is somebody nothing of this may be removed. */
const FORGET_MESSAGES = statement(
  "forget-messages",
  `with calendars as (delete from calendar_feed where member_id = $1),
   choices as (delete from notification_choice where member_id = $1)
   delete from notification where member_id = $1 or about_member_id = $1`,
);

export async function leaveTombstone(tx: Tx, memberId: string): Promise<void> {
  await tx.all([TOMBSTONE.with(memberId), FORGET_MESSAGES.with(memberId)]);
}

const CLAIMS_OF = statement("claims-of-erased", "select id from claim where member_id = $1");

export async function claimsOf(tx: Tx, memberId: string): Promise<string[]> {
  return (await tx.query(CLAIMS_OF.with(memberId))).map(({ id }) => id);
}

const FORGET_DECISIONS = statement("forget-decisions", "delete from decision where claim_id = any ($1) returning id");
const FORGET_EVENTS = statement("forget-events", "delete from claim_event where claim_id = any ($1) returning id");
const FORGET_DESIGNATIONS = statement("forget-designations", "delete from designation where claim_id = any ($1) returning id");
const FORGET_REPORTS = statement("forget-reports", "delete from status_report where claim_id = any ($1) returning id");
const FORGET_SUBMISSIONS = statement("forget-submissions", "delete from submission where claim_id = any ($1) returning id");
const FORGET_COMPLAINTS = statement("forget-complaints", "delete from complaint where claim_id = any ($1) returning id");
const FORGET_ANSWERS = statement("forget-dispute-answers", "delete from dispute_answer where claim_id = any ($1) returning id");
const FORGET_DENIALS = statement("forget-denials", "delete from denial where claim_id = any ($1) returning id");
const FORGET_LOSSES = statement("forget-cover-losses", "delete from cover_loss where claim_id = any ($1) returning id");
const FORGET_HOLDS = statement("forget-holds", "delete from hold where claim_id = any ($1) returning id");
const FORGET_REASONS = statement(
  "forget-reasons-of-bookings",
  `update booking set override_reason = null, end_reason = null, chosen_because = '{}', quote = quote - 'facts'
   where claim_id = any ($1) returning id`,
);
const EMPTY_CLAIMS = statement(
  "empty-claims",
  `update claim set condition_code = 'REMOVED', condition_diagnosed_on = null, cause = null,
     primary_operation = null, medical_decisions = '{}', manual_check = '{}', referral_type = null,
     referral_issued_on = null, flags = '{}', crisis = null, exceptions = '{}', wishes = '{}', certificate = null,
     state = 'CLOSED', version = version + 1
   where id = any ($1) returning id`,
);

/** Rows that were emptied or removed, by kind. */
export type Forgotten = {
  readonly decisions: number;
  readonly events: number;
  readonly holds: number;
  readonly bookings: number;
  readonly claims: number;
};

/** Takes out of these cases what says something about the person's health. */
export async function forgetCases(tx: Tx, claimIds: readonly string[]): Promise<Forgotten> {
  const [decisions, events, holds, bookings, claims] = await tx.all([
    FORGET_DECISIONS.with(claimIds),
    FORGET_EVENTS.with(claimIds),
    FORGET_HOLDS.with(claimIds),
    FORGET_REASONS.with(claimIds),
    EMPTY_CLAIMS.with(claimIds),
    FORGET_DESIGNATIONS.with(claimIds),
    FORGET_REPORTS.with(claimIds),
    FORGET_SUBMISSIONS.with(claimIds),
    // a complaint hangs on its denial
    FORGET_COMPLAINTS.with(claimIds),
    FORGET_DENIALS.with(claimIds),
    FORGET_LOSSES.with(claimIds),
    FORGET_ANSWERS.with(claimIds),
  ]);
  return {
    decisions: decisions.length,
    events: events.length,
    holds: holds.length,
    bookings: bookings.length,
    claims: claims.length,
  };
}

/** Cases that ended three years ago (limitation), of nobody under a legal hold, not yet emptied. */
const OVER = statement(
  "cases-over",
  `select c.id from claim c
   where c.state in ('COMPLETED','DENIED','CLOSED') and c.condition_code <> 'REMOVED'
     and not exists (
       select from claim_event e where e.claim_id = c.id and e.at > $1::timestamptz - interval '3 years')
     and not exists (
       select from decision d where d.claim_id = c.id and d.decided_at > $1::timestamptz - interval '3 years')
     and not exists (
       select from booking b where b.claim_id = c.id and b.ends_at > $1::timestamptz - interval '3 years')
     and c.created_at < $1::timestamptz - interval '3 years'
     and not exists (select from legal_hold h where h.member_id = c.member_id and h.lifted_at is null)
   order by c.id limit $2 for no key update of c skip locked`,
);

export async function casesWhoseTimeIsOver(tx: Tx, now: Date, most: number): Promise<string[]> {
  return (await tx.query(OVER.with(now, most))).map(({ id }) => id);
}
