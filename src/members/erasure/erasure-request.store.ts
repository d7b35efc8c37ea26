import type { Tx } from "../../platform/postgres/transaction.js";

export type ErasureRequestRow = {
  readonly id: string;
  readonly member_id: string;
  readonly ground: string;
  readonly state: string;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly approved_at: Date | null;
};

const COLUMNS = "id, member_id, ground, state, requested_by, requested_at, approved_at";

export async function erasureRequestById(tx: Tx, id: string): Promise<ErasureRequestRow | null> {
  const [row] = await tx.query<ErasureRequestRow>(`select ${COLUMNS} from erasure_request where id = $1`, [id], "erasure-request");
  return row ?? null;
}

/** Locked for whoever approves it; null once it is carried out, which may be what the one before did while this one waited. */
export async function lockErasureRequest(tx: Tx, id: string): Promise<ErasureRequestRow | null> {
  const text = `select ${COLUMNS} from erasure_request where id = $1 and state = 'REQUESTED' for update`;
  const [row] = await tx.query<ErasureRequestRow>(text, [id], "erasure-request-lock");
  return row ?? null;
}

/** The request about this member, if one was made. */
export async function erasureRequestOf(tx: Tx, memberId: string): Promise<ErasureRequestRow | null> {
  const text = `select ${COLUMNS} from erasure_request where member_id = $1`;
  const [row] = await tx.query<ErasureRequestRow>(text, [memberId], "erasure-request-of");
  return row ?? null;
}

/** Newest first. */
export async function erasureRequests(tx: Tx, open: boolean, after: string | null, limit: number): Promise<ErasureRequestRow[]> {
  return tx.query<ErasureRequestRow>(
    `select ${COLUMNS} from erasure_request where (not $1 or state = 'REQUESTED') and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [open, after, limit],
    "erasure-requests",
  );
}
