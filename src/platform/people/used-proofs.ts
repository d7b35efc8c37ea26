/**
 * Proofs of possession that were used (DPoP, RFC 9449, section 11.1): one is good once, at whichever gateway it arrives. What was
 * used is kept until the proof is too old anyway.
 */
import type { Database } from "../postgres/database.js";
import { statement } from "../postgres/statement.js";
import { transaction } from "../postgres/transaction.js";
import { RETENTION, WORKER } from "../viewer.js";

const USE = statement(
  "use-proof",
  `insert into used_proof (hash, expires_at) values ($1, $2::timestamptz)
   on conflict (hash) do nothing returning hash`,
);
const SWEEP = statement(
  "sweep-used-proofs",
  `delete from used_proof
   where expires_at < clock_timestamp() returning hash`,
);

/** False where it was used before. `hash` is of the key and the proof's id, `until` when it could no longer be sent. */
export function useProofOnce(database: Database): (hash: string, until: Date) => Promise<boolean> {
  return (hash, until) => transaction(database, WORKER, async (tx) => (await tx.query(USE.with(hash, until))).length === 1);
}

export async function sweepUsedProofs(database: Database): Promise<number> {
  return transaction(database, RETENTION, async (tx) => (await tx.query(SWEEP.with())).length);
}
