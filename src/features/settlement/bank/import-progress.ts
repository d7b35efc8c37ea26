/**
 * How far a large file has been taken in. Written beside the transaction that takes it in, so that others see it meanwhile; what cannot be
 * written now is not waited for, and is said with the next piece.
 */
import { statement } from "../../../platform/postgres/statement.js";
import type { Database } from "../../../platform/postgres/database.js";
import { transaction } from "../../../platform/postgres/transaction.js";
import type { Viewer } from "../../../platform/viewer.js";
import type { ImportPhase } from "./bank-words.js";

export type Progress = (phase: ImportPhase, done?: number, total?: number) => Promise<void>;

/** Smaller files are taken in before anybody has asked. */
const LARGE = 64_000;

const SAY = statement(
  "bank-import-say",
  `with said as (
     update bank_import set imported_by = $2, phase = $3, done = $4, total = $5, said_at = clock_now(),
       started_at = case when $3 = 'READING' then clock_now() else started_at end
      where sha256 = $1 returning 1)
   insert into bank_import (sha256, imported_by, phase, done, total) select $1, $2, $3, $4, $5
    where not exists (select from said) on conflict do nothing`,
);

export function progressOf(database: Database, viewer: Viewer, { content, sha256 }: { content: string; sha256: string }): Progress {
  if (content.length < LARGE) return () => Promise.resolve();
  return async (phase, done = 0, total = 0) => {
    await transaction(database, viewer, (tx) => tx.query(SAY.with(sha256, viewer.subject, phase, done, total)), { retries: 0 }).catch(
      () => undefined,
    );
  };
}
