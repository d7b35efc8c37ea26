/**
 * Erasure of a person (GDPR article 17): checked against legal holds and open obligations, carried out in one transaction, put
 * on a journal that also leaves the database, and replayed from there after a restore from backup.
 */
import { auditRow } from "../platform/audit.js";
import type { Database } from "../platform/database.js";
import { outboxRow } from "../platform/outbox.js";
import { newId } from "../platform/random.js";
import { transaction, type Tx } from "../platform/transaction.js";
import { WORKER, type Viewer } from "../platform/viewer.js";
import { write } from "../platform/write.js";
import { forgetCivilNumber } from "./civil-number.store.js";
import { claimsOf, forgetCases, leaveTombstone, obstaclesToErasure } from "./erasure.store.js";

export type Erasure =
  | { readonly kind: "ERASED"; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: "KEPT"; readonly obstacles: readonly string[] }
  | { readonly kind: "UNKNOWN" };

/** Row-level security lets this viewer remove what no request may. */
export const RETENTION: Viewer = { ...WORKER, purpose: "RETENTION" };

export async function eraseMember(database: Database, memberId: string, requestedBy: string): Promise<Erasure> {
  return transaction(database, RETENTION, async (tx) => {
    const obstacles = await obstaclesToErasure(tx, memberId);
    if (obstacles === null) return { kind: "UNKNOWN" };
    if (obstacles.length > 0) return { kind: "KEPT", obstacles };
    return { kind: "ERASED", counts: await erase(tx, memberId, requestedBy) };
  });
}

async function erase(tx: Tx, memberId: string, requestedBy: string): Promise<Record<string, number>> {
  const counts = await forgetCases(tx, await claimsOf(tx, memberId));
  await forgetCivilNumber(tx, memberId);
  await leaveTombstone(tx, memberId);
  const audited = { operation: "eraseMember", memberId, outcome: "ALLOWED", rule: requestedBy } as const;
  await write(tx, {
    erasure_journal: [{ id: newId(), member_id: memberId, erased_at: new Date().toISOString(), requested_by: requestedBy, counts }],
    audit_event: [auditRow(RETENTION, "erasure", audited)],
    outbox: [outboxRow("member.erased", memberId, { memberId })],
  });
  return counts;
}

/** The journal as lines for a file outside the database and its backups: an id and an instant, nothing about the person. */
export async function erasureJournal(database: Database): Promise<readonly string[]> {
  const rows = await transaction(
    database,
    WORKER,
    (tx) =>
      tx.query<{ memberId: string; erasedAt: Date; requestedBy: string }>(
        `select member_id as "memberId", erased_at as "erasedAt", requested_by as "requestedBy" from erasure_journal order by erased_at, id`,
      ),
    { readOnly: true },
  );
  return rows.map((row) => JSON.stringify(row));
}

/** After a restore: erases again who had been erased since the backup. Obstacles of the backup's day do not count any more. */
export async function replayErasures(
  database: Database,
  lines: readonly string[],
): Promise<{ readonly erased: number; readonly already: number }> {
  let erased = 0;
  let already = 0;
  for (const line of lines) {
    const { memberId, requestedBy } = JSON.parse(line) as { memberId: string; requestedBy: string };
    const did = await transaction(database, RETENTION, async (tx) => {
      if ((await obstaclesToErasure(tx, memberId)) === null) return false;
      await erase(tx, memberId, requestedBy);
      return true;
    });
    if (did) erased += 1;
    else already += 1;
  }
  return { erased, already };
}
