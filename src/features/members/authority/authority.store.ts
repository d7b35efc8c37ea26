import type { Authority } from "../../../../schema/rows.js";
import { authority } from "../../../../schema/tables/member.js";
import { recordOf } from "../../../platform/postgres/record.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, type Change } from "../../../platform/postgres/write.js";

const GROUND = statement(
  "authority-ground",
  `select (select birth_date from member where id = $1 and erased_at is null) as birth_date,
  exists (select from member where id = $2 and erased_at is null) as representative,
  clock_today() as today, clock_now() as now`,
);

export async function authorityGround(
  tx: Tx,
  memberId: string,
  representativeId: string | null,
): Promise<RowOf<"authority-ground"> | undefined> {
  const [row] = await tx.query(GROUND.with(memberId, representativeId));
  return row;
}

const SEEN = statement(
  "authorities-seen",
  `select to_json(a.*) as authority, clock_today() as today from authority a
where ($1::uuid is null or a.member_id = $1) and ($2::uuid[] is null or a.id = any ($2))
order by a.granted_at desc, a.id desc limit 200`,
);

export type AuthoritySeen = { readonly authority: Authority; readonly today: string };

/** Those the viewer may see, the latest first; row security narrows them. */
export async function authoritiesSeen(
  tx: Tx,
  { memberId = null, ids = null }: { readonly memberId?: string | null; readonly ids?: readonly string[] | null },
): Promise<readonly AuthoritySeen[]> {
  const rows = await tx.query(SEEN.with(memberId, ids));
  return rows.map((row) => ({ authority: recordOf(authority, row.authority), today: row.today }));
}

const WITHDRAW = statement(
  "withdraw_authority",
  "update authority set withdrawn_at = clock_now(), withdrawn_by = $2 where id = $1 and withdrawn_at is null",
);

export function withdrawal(id: string, by: string): Change {
  return change(WITHDRAW.with(id, by));
}

const FORGET = statement("forget-authorities", "delete from authority where member_id = $1 or representative_id = $1 returning id");

/** What a person who is erased has granted, and what was granted to them. */
export async function forgetAuthorities(tx: Tx, memberId: string): Promise<void> {
  await tx.query(FORGET.with(memberId));
}
