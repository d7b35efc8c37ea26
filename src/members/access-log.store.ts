import type { Tx } from "../platform/postgres/transaction.js";

export type Access = {
  readonly seq: bigint;
  readonly at: Date;
  /** Microseconds since 1970: an instant to the millisecond would lose rows between two pages. */
  readonly atMicros: bigint;
  readonly purpose: string;
  readonly actorRole: string;
  readonly organisation: string | null;
  readonly operation: string;
  readonly fields: readonly string[];
  readonly outcome: string;
};

/** Two years are shown; the actor's own identity stays in the table. Newest first. */
const PAGE = `
select a.seq, a.at, (extract(epoch from a.at) * 1000000)::bigint as "atMicros", a.purpose, a.actor_role as "actorRole", p.legal_name as organisation, a.operation, a.fields, a.outcome
from audit_event a left join provider p on p.cvr = a.organisation
where a.member_id = $1 and a.at > clock_now() - interval '2 years' and ($2::bigint is null or (a.at, a.seq) < ('epoch'::timestamptz + $2::bigint * interval '1 microsecond', $3::bigint))
order by a.at desc, a.seq desc limit $4`;

export type AccessKey = { readonly atMicros: number; readonly seq: number };

export async function accessesTo(tx: Tx, memberId: string, after: AccessKey | null, limit: number): Promise<Access[]> {
  return tx.query<Access>(PAGE, [memberId, after?.atMicros ?? null, after?.seq ?? null, limit], "access-log");
}
