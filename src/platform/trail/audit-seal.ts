/**
 * The audit trail as a chain: each seal is a hash over the rows since the seal before it, and over that seal. Whoever changes
 * or removes a sealed row breaks the chain; whoever rewrites the chain contradicts the heads that went to the log.
 */
import { createHash, type Hash } from "node:crypto";
import type { Database } from "../postgres/database.js";
import { statement } from "../postgres/statement.js";
import { transaction, type Tx } from "../postgres/transaction.js";
import { WORKER, type Viewer } from "../viewer.js";
import { write } from "../postgres/write.js";
import { lockKey } from "../postgres/locks.js";

export type SealHead = { readonly throughSeq: bigint; readonly hash: string };
export type SealResult = SealHead & { readonly sealed: number };
type Broken = { readonly throughSeq: bigint; readonly why: string };
export type AuditProof = {
  readonly seals: number;
  readonly rows: number;
  readonly head: SealHead | null;
  readonly broken: readonly Broken[];
};

/** What the first seal chains to. */
const BEGINNING = "0".repeat(64);
/** Rows per seal: one seal of a busy hour must not hold a transaction for minutes. */
const MOST_ROWS = 20_000;
/** A row is sealed when it is this old, and older than every transaction that still runs. */
const SETTLED_S = 5;

/** One seal at a time: it stands on the seal before. */
const ONE_AT_A_TIME = statement("audit-seal-lock", `select pg_advisory_xact_lock(${lockKey("auditSeal")})`);

/** Text from the database, so that it does not depend on how a driver shows an instant. */
const ROWS = statement(
  "audit-rows",
  `select seq, jsonb_build_array(seq, id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
     actor, actor_role, organisation, assurance, member_id, purpose, operation, object, object_id, fields, outcome,
     rule, trace_id)::text as line
   from audit_event where seq > $1 and seq <= $2 order by seq`,
);

/**
 * The oldest transaction that still runs anywhere in this database. Sequence numbers are given out before a transaction ends,
 * so a lower number may still appear; but not one from before this instant, which is one of the machine's clock.
 */
const HORIZON = statement(
  "audit-horizon",
  `select least(now() - make_interval(secs => $1), coalesce(min(xact_start), now())) as horizon
   from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
);

const LAST = statement(
  "audit-seal-last",
  `select through_seq as "throughSeq", hash from audit_seal
   order by through_seq desc limit 1`,
);
/** The last row of the next seal: before the first that is not settled, and no more than one seal holds. */
const NEXT = statement(
  "audit-seal-next",
  `select least(
     coalesce(
       (select min(seq) - 1 from audit_event where seq > $1 and at >= $2::timestamptz + (clock_now() - now())),
       (select max(seq) from audit_event where seq > $1)),
     (select seq from audit_event where seq > $1 order by seq offset ${MOST_ROWS - 1} limit 1)) as through`,
);
const SEALS = statement(
  "audit-seals",
  `select through_seq as "throughSeq", row_count as "rowCount", previous_hash as "previousHash", hash,
     purged_at is not null as purged
   from audit_seal order by through_seq`,
);

/** Seals everything that is settled. Two that run at once wait for each other; killed in the middle it has sealed nothing or all. */
export async function sealAudit(database: Database, settledSeconds = SETTLED_S): Promise<SealResult> {
  let sealed = 0;
  for (;;) {
    const result = await sealOnce(database, settledSeconds);
    sealed += result.sealed;
    if (result.sealed < MOST_ROWS) return { ...result, sealed };
  }
}

async function sealOnce(database: Database, settledSeconds: number): Promise<SealResult> {
  // since when the sessions of other logins are at work is told to this role only; a login without it fails here, and seals nothing
  const [clock] = await transaction(database, WORKER, (tx) => tx.query(HORIZON.with(settledSeconds)), { role: "pg_read_all_stats" });
  return transaction(database, WORKER, async (tx) => {
    await tx.query(ONE_AT_A_TIME.with());
    const [last] = await tx.query(LAST.with());
    const head = last ?? { throughSeq: 0n, hash: BEGINNING };
    const [next] = await tx.query(NEXT.with(head.throughSeq, clock?.horizon ?? null));
    const through = next?.through ?? null;
    if (through === null || through <= head.throughSeq) return { ...head, sealed: 0 };
    const { hash, count } = await hashRun(tx, head, through);
    if (count === 0) return { ...head, sealed: 0 };
    await write(tx, { audit_seal: [{ through_seq: through, row_count: count, previous_hash: head.hash, hash }] });
    return { throughSeq: through, hash, sealed: count };
  });
}

async function hashRun(tx: Tx, from: SealHead, through: bigint): Promise<{ hash: string; count: number }> {
  const rows = await tx.query(ROWS.with(from.throughSeq, through));
  return { hash: finish(rows.reduce((hash, { line }) => add(hash, line), add(createHash("sha256"), from.hash))), count: rows.length };
}

/** Each part says how long it is, so that moving text from one row to the next changes the hash. */
function add(hash: Hash, text: string): Hash {
  return hash.update(`${Buffer.byteLength(text)}:`).update(text);
}

function finish(hash: Hash): string {
  return hash.digest("hex");
}

/** Works the whole chain out again. `expected` is a head from the log: it must still be in the chain. `by` sees every row. */
export async function verifyAudit(
  database: Database,
  { expected = [], by = WORKER }: { readonly expected?: readonly SealHead[]; readonly by?: Viewer } = {},
): Promise<AuditProof> {
  const seals = await transaction(database, by, (tx) => tx.query(SEALS.with()), { readOnly: true });
  const broken: Broken[] = [];
  let before: SealHead = { throughSeq: 0n, hash: BEGINNING };
  let rows = 0;
  for (const seal of seals) {
    if (seal.previousHash !== before.hash) broken.push({ throughSeq: seal.throughSeq, why: "it does not follow the seal before it" });
    const from = { throughSeq: before.throughSeq, hash: seal.previousHash };
    const found = await transaction(database, by, (tx) => hashRun(tx, from, seal.throughSeq), { readOnly: true });
    const right = seal.purged ? found.count === 0 : found.hash === seal.hash && found.count === seal.rowCount;
    if (!right) broken.push({ throughSeq: seal.throughSeq, why: `${found.count} of ${seal.rowCount} rows, or not as they were` });
    rows += found.count;
    before = seal;
  }
  for (const head of expected) {
    if (!seals.some(({ throughSeq, hash }) => throughSeq === head.throughSeq && hash === head.hash))
      broken.push({ throughSeq: head.throughSeq, why: "a head that was announced is not in the chain" });
  }
  return { seals: seals.length, rows, head: seals.length > 0 ? { throughSeq: before.throughSeq, hash: before.hash } : null, broken };
}
