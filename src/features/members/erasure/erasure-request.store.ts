import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

export type ErasureRequestRow = RowOf<"erasure-request">;

const COLUMNS = "id, member_id, ground, state, requested_by, requested_at, approved_at";

const BY_ID = statement("erasure-request", `select ${COLUMNS} from erasure_request where id = $1`);
const LOCK = statement(
  "erasure-request-lock",
  `select ${COLUMNS} from erasure_request
   where id = $1 and state = 'REQUESTED' for update`,
);
const OF_MEMBER = statement("erasure-request-of", `select ${COLUMNS} from erasure_request where member_id = $1`);
const LISTED = statement(
  "erasure-requests",
  `select ${COLUMNS} from erasure_request
   where (not $1 or state = 'REQUESTED') and ($2::uuid is null or id < $2)
   order by id desc limit $3`,
);

export async function erasureRequestById(tx: Tx, id: string): Promise<ErasureRequestRow | null> {
  const [row] = await tx.query(BY_ID.with(id));
  return row ?? null;
}

/** Locked for whoever approves it; null once it is carried out, which may be what the one before did while this one waited. */
export async function lockErasureRequest(tx: Tx, id: string): Promise<ErasureRequestRow | null> {
  const [row] = await tx.query(LOCK.with(id));
  return row ?? null;
}

/** The request about this member, if one was made. */
export async function erasureRequestOf(tx: Tx, memberId: string): Promise<ErasureRequestRow | null> {
  const [row] = await tx.query(OF_MEMBER.with(memberId));
  return row ?? null;
}

/** Newest first. */
export async function erasureRequests(tx: Tx, open: boolean, after: string | null, limit: number): Promise<ErasureRequestRow[]> {
  return tx.query(LISTED.with(open, after, limit));
}
