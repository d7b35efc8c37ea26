/** What erasing a person, or a case whose time is over, takes out of the tables. Amounts, times and counts stay: the book needs them. */
import type { Tx } from "../../platform/postgres/transaction.js";
import { APP_ROLE, RETENTION_ROLE } from "../../platform/postgres/database.js";
import { RETENTION, type Viewer } from "../../platform/viewer.js";

const AS = "select set_config('app.role', $1, true), set_config('app.purpose', $2, true), set_config('role', $3, true)";

/**
 * Statements with the rights of retention inside a transaction of a person, who goes on afterwards with their own. The act
 * runs on the login of retention (`rights: "RETENTION"`): on that of requests the database refuses the first statement.
 */
export async function asRetention<T>(tx: Tx, viewer: Viewer, work: () => Promise<T>): Promise<T> {
  await tx.query(AS, [RETENTION.role, RETENTION.purpose, RETENTION_ROLE], "as-retention");
  const result = await work();
  await tx.query(AS, [viewer.role, viewer.purpose ?? "", APP_ROLE], "as-retention");
  return result;
}

/** Reasons why a person cannot be erased now. */
const OBSTACLES = `
select array_remove(array[
  case when exists (select 1 from legal_hold where member_id = $1 and lifted_at is null) then 'LEGAL_HOLD' end,
  case when exists (select 1 from booking where member_id = $1 and state = 'CONFIRMED') then 'OPEN_BOOKING' end,
  case when exists (select 1 from settlement_line l join booking b on b.id = l.booking_id where b.member_id = $1 and l.state <> 'PAID') then 'OPEN_SETTLEMENT' end
], null) as obstacles
from member where id = $1 and erased_at is null for no key update`;

/** Null when there is no such person, or no longer. */
export async function obstaclesToErasure(tx: Tx, memberId: string): Promise<readonly string[] | null> {
  const [row] = await tx.query<{ obstacles: string[] }>(OBSTACLES, [memberId]);
  return row?.obstacles ?? null;
}

/** The row stays, as nobody: the ledger and the history of appointments point at it. */
const TOMBSTONE = `
update member set identity_subject = null, given_names = '', family_name = '', birth_date = '1900-01-01', gender = 'unknown', address_line = null, postnr = null,
  lat = null, lon = null, phone = null, email = null, protected_address = true, erased_at = clock_now(), version = version + 1
where id = $1`;

export async function leaveTombstone(tx: Tx, memberId: string): Promise<void> {
  await tx.query(TOMBSTONE, [memberId]);
}

export async function claimsOf(tx: Tx, memberId: string): Promise<string[]> {
  return (await tx.query<{ id: string }>("select id from claim where member_id = $1", [memberId])).map(({ id }) => id);
}

const FORGET: readonly (readonly [string, string])[] = [
  ["decisions", "delete from decision where claim_id = any ($1) returning 1"],
  ["events", "delete from claim_event where claim_id = any ($1) returning 1"],
  ["holds", "delete from hold where claim_id = any ($1) returning 1"],
  [
    "bookings",
    "update booking set override_reason = null, end_reason = null, chosen_because = '{}', quote = quote - 'facts' where claim_id = any ($1) returning 1",
  ],
  [
    "claims",
    `update claim set condition_code = 'REMOVED', condition_diagnosed_on = null, condition_chronic = false, referral_type = null, referral_issued_on = null,
       flags = '{}', crisis = null, exceptions = '{}', wishes = '{}', certificate = null, state = 'CLOSED', version = version + 1
     where id = any ($1) returning 1`,
  ],
];

/** Takes out of these cases what says something about the person's health. Answers rows by kind. */
export async function forgetCases(tx: Tx, claimIds: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [kind, sql] of FORGET) counts[kind] = (await tx.query(sql, [claimIds])).length;
  return counts;
}

/** Cases that ended three years ago (limitation), of nobody under a legal hold, not yet emptied. */
const OVER = `
select c.id from claim c
where c.state in ('COMPLETED','DENIED','CLOSED') and c.condition_code <> 'REMOVED'
  and not exists (select 1 from claim_event e where e.claim_id = c.id and e.at > $1::timestamptz - interval '3 years')
  and not exists (select 1 from decision d where d.claim_id = c.id and d.decided_at > $1::timestamptz - interval '3 years')
  and not exists (select 1 from booking b where b.claim_id = c.id and b.ends_at > $1::timestamptz - interval '3 years')
  and c.created_at < $1::timestamptz - interval '3 years'
  and not exists (select 1 from legal_hold h where h.member_id = c.member_id and h.lifted_at is null)
order by c.id limit $2 for no key update of c skip locked`;

export async function casesWhoseTimeIsOver(tx: Tx, now: Date, most: number): Promise<string[]> {
  return (await tx.query<{ id: string }>(OVER, [now.toISOString(), most])).map(({ id }) => id);
}
