import { statement, type RowOf } from "../platform/postgres/statement.js";
import type { Tx } from "../platform/postgres/transaction.js";

/** The page's place in microseconds since 1970: an instant to the millisecond would lose rows between two pages. */
export type AccessKey = { readonly atMicros: number; readonly seq: number };
export type Access = RowOf<"access-log">;

/** Two years are shown; the actor's own identity stays in the table. Newest first. */
const PAGE = statement(
  "access-log",
  `select a.seq, a.at, (extract(epoch from a.at) * 1000000)::bigint as "atMicros", a.purpose,
     a.actor_role as "actorRole", p.legal_name as organisation, a.operation, a.fields, a.outcome
   from audit_event a left join provider p on p.cvr = a.organisation
   where a.member_id = $1 and a.at > clock_now() - interval '2 years'
     and ($2::bigint is null
       or (a.at, a.seq) < ('epoch'::timestamptz + $2::bigint * interval '1 microsecond', $3::bigint))
   order by a.at desc, a.seq desc limit $4`,
);

export async function accessesTo(tx: Tx, memberId: string, after: AccessKey | null, limit: number): Promise<Access[]> {
  return tx.query(PAGE.with(memberId, after?.atMicros ?? null, after?.seq ?? null, limit));
}
