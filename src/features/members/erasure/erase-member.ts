/**
 * Erasure of a person (GDPR article 17): checked against legal holds and open obligations, carried out in one transaction, put
 * on a journal that also leaves the database, and replayed from there after a restore from backup.
 */
import { auditRow } from "../../../platform/trail/audit.js";
import type { Database } from "../../../platform/postgres/database.js";
import { readJournal, type ErasureJournal, type JournalLine } from "../../../platform/trail/erasure-journal.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import { transaction, type Tx } from "../../../platform/postgres/transaction.js";
import { RETENTION, WORKER } from "../../../platform/viewer.js";
import { write } from "../../../platform/postgres/write.js";
import { forgetAuthorities } from "../authority/authority.store.js";
import { forgetCivilNumber } from "../civil-number/civil-number.store.js";
import type { ErasureObstacle } from "./erasure.js";
import { claimsOf, forgetCases, leaveTombstone, obstaclesToErasure, type Forgotten } from "./erasure.store.js";

export type Erasure =
  | { readonly kind: "ERASED"; readonly counts: Forgotten }
  | { readonly kind: "KEPT"; readonly obstacles: readonly ErasureObstacle[] }
  | { readonly kind: "UNKNOWN" };

/** For jobs and scripts; staff ask and approve over the API. */
export async function eraseMember(database: Database, memberId: string, requestedBy: string): Promise<Erasure> {
  return transaction(database, RETENTION, async (tx) => {
    const obstacles = await obstaclesToErasure(tx, memberId);
    if (obstacles === null) return { kind: "UNKNOWN" };
    if (obstacles.length > 0) return { kind: "KEPT", obstacles };
    return { kind: "ERASED", counts: await erase(tx, { id: newId(), memberId, requestedBy }) };
  });
}

export type ErasureOrder = { readonly id: string; readonly memberId: string; readonly requestedBy: string };

/** In a transaction with the rights of retention, after the obstacles were looked at. */
export async function erase(tx: Tx, { id, memberId, requestedBy }: ErasureOrder): Promise<Forgotten> {
  const claims = await claimsOf(tx, memberId);
  // first the row that is nobody: the history of somebody who is somebody may not be removed, not even by this login
  await leaveTombstone(tx, memberId);
  const counts = await forgetCases(tx, claims);
  await forgetAuthorities(tx, memberId);
  await forgetCivilNumber(tx, memberId);
  const audited = { operation: "eraseMember", memberId, outcome: "ALLOWED", rule: requestedBy } as const;
  await write(tx, {
    erasure_journal: [{ id, member_id: memberId, requested_by: requestedBy, counts }],
    audit_event: [auditRow(RETENTION, "erasure", audited)],
    outbox: [outboxRow("member.erased", memberId, { memberId })],
  });
  return counts;
}

const JOURNAL = statement(
  "erasure-journal",
  `select id as erasure, member_id as member, to_json(erased_at) #>> '{}' as at
   from erasure_journal order by erased_at, id`,
);

/** The database's own journal as lines for the file outside. */
export async function erasureJournal(database: Database): Promise<readonly JournalLine[]> {
  const rows = await transaction(database, WORKER, (tx) => tx.query(JOURNAL.with()), { readOnly: true });
  return rows.map((row) => ({ kind: "DONE", ...row }));
}

/** A begun erasure that is not in the database so long after is not going to be. */
const GIVEN_UP_MS = 10 * 60_000;

/** Writes into the file how erasures ended that a crash left open there, and those it does not know at all. */
export async function settleJournal(
  database: Database,
  journal: ErasureJournal,
  now = database.clock.now(),
): Promise<{ done: number; undone: number }> {
  const inFile = readJournal(await journal.read());
  const rows = await erasureJournal(database);
  const done = rows.filter(({ erasure }) => !inFile.done.has(erasure));
  const known = new Set(rows.map(({ erasure }) => erasure));
  const undone = [...inFile.open.values()].filter(({ erasure, at }) => !known.has(erasure) && now.getTime() - Date.parse(at) > GIVEN_UP_MS);
  await journal.append([...done, ...undone.map((line): JournalLine => ({ ...line, kind: "UNDONE" }))]);
  return { done: done.length, undone: undone.length };
}

export type Replay = {
  readonly erased: number;
  /** Nobody any more. */
  readonly already: number;
  /** Members whom this database does not know: it is another one, or they came after the backup. A person decides. */
  readonly unknown: readonly string[];
  /** Members whose erasure was begun when everything stopped: it is not known whether it was acknowledged. A person decides. */
  readonly undecided: readonly string[];
  readonly unreadable: number;
};

const KNOWN = statement("member-is-known", "select 1 as known from member where id = $1");

/** After a restore: erases again who had been erased since. Obstacles of the backup's day do not count any more. */
export async function replayErasures(database: Database, text: string): Promise<Replay> {
  const { done, open, unreadable } = readJournal(text);
  let erased = 0;
  const unknown: string[] = [];
  for (const { erasure: id, member: memberId } of done.values())
    erased += await transaction(database, RETENTION, async (tx) => {
      if ((await obstaclesToErasure(tx, memberId)) === null) {
        const [known] = await tx.query(KNOWN.with(memberId));
        if (!known) unknown.push(memberId);
        return 0;
      }
      await erase(tx, { id, memberId, requestedBy: "replay" });
      return 1;
    });
  return {
    erased,
    already: done.size - erased - unknown.length,
    unknown,
    undecided: [...open.values()].map(({ member }) => member),
    unreadable,
  };
}
