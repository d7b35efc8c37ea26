import { and, desc, eq, lt, sql, type SQL } from "drizzle-orm";
import type { Claim, ClaimEvent } from "../../../schema/rows.js";
import { claim } from "../../../schema/tables/claim.js";
import { ofEach, PARENT } from "../../platform/postgres/of-each.js";
import { statement } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";

/** The claim as this viewer may see it, or null. */
export async function claimById(tx: Tx, id: string): Promise<Claim | null> {
  const [found] = await tx.db.select().from(claim).where(eq(claim.id, id)).limit(1);
  return found ?? null;
}

const LOCK_MEMBER = statement(
  "lock-claim",
  "select m.id from member m join claim c on c.member_id = m.id where c.id = $1 for no key update of m",
);

/** Locks the claim's member: every act on a person's limits, holds and claims takes this lock first. Null: no such claim. */
export async function lockClaim(tx: Tx, claimId: string): Promise<string | null> {
  const [row] = await tx.query(LOCK_MEMBER.with(claimId));
  return row?.id ?? null;
}

export type ClaimFilter = {
  readonly memberId?: string | null | undefined;
  readonly states?: readonly string[] | null | undefined;
  readonly services?: readonly string[] | null | undefined;
  readonly promiseStates?: readonly string[] | null | undefined;
  readonly reference?: string | null | undefined;
  /** Id of the last claim of the page before. */
  readonly after: string | null;
  readonly limit: number;
};

/** Newest first (ids are made in the order of time); row-level security narrows it to what the viewer may see. */
export async function claimsBy(tx: Tx, f: ClaimFilter): Promise<Claim[]> {
  const oneOf = (column: SQL, values: readonly string[] | null | undefined): SQL | undefined =>
    values && values.length > 0 ? sql`${column} = any (${sql.param([...values])})` : undefined;
  const where = [
    f.memberId ? eq(claim.memberId, f.memberId) : undefined,
    f.reference === null || f.reference === undefined ? undefined : eq(claim.reference, f.reference),
    oneOf(sql`${claim.state}`, f.states),
    oneOf(sql`${claim.serviceCode}`, f.services),
    oneOf(sql`${claim.promiseState}`, f.promiseStates),
    f.after ? lt(claim.id, f.after) : undefined,
  ];
  return tx.db
    .select()
    .from(claim)
    .where(and(...where))
    .orderBy(desc(claim.id))
    .limit(f.limit);
}

const HISTORY = statement(
  "claim-history",
  `select e.id, e.claim_id as "claimId", e.member_id as "memberId", e.kind, e.at, e.actor, e.actor_role as "actorRole",
     e.data
   from unnest($1::uuid[]) as c(id) cross join lateral (
     select * from claim_event where claim_id = c.id and ($2::uuid is null or id < $2) order by id desc limit $3) e
   order by e.id desc`,
);

const HISTORY_OF_BOOKINGS = statement(
  "booking-history",
  ofEach(
    "x.*",
    `select e.id, e.claim_id as "claimId", e.member_id as "memberId", e.kind, e.at, e.actor,
      e.actor_role as "actorRole", e.data
    from booking b join claim_event e on e.claim_id = b.claim_id
    where b.id = p.id and p.id::text in (e.data ->> 'bookingId', e.data ->> 'movedTo')
      and ($2::uuid is null or e.id < $2) order by e.id desc limit $3`,
    "x.id desc",
  ),
  PARENT,
);

/** Of what happened to their claims what is about each of several bookings, newest first: a page of each. */
export function historyOfBookings(tx: Tx, bookingIds: readonly string[], after: string | null, limit: number) {
  return tx.query(HISTORY_OF_BOOKINGS.with(bookingIds, after, limit));
}

/** What happened to each of several claims, newest first: a page of each, in one statement. */
export async function historyOf(tx: Tx, claimIds: readonly string[], after: string | null, limit: number): Promise<ClaimEvent[]> {
  return tx.query(HISTORY.with(claimIds, after, limit));
}
