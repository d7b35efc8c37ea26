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
  `insert into bank_import (sha256, imported_by, phase, done, total) values ($1, $2, $3, $4, $5)
   on conflict (sha256) do update set phase = excluded.phase, done = excluded.done, total = excluded.total,
     imported_by = excluded.imported_by, said_at = clock_now(),
     started_at = case when excluded.phase = 'READING' then clock_now() else bank_import.started_at end`,
);

export function progressOf(database: Database, viewer: Viewer, { content, sha256 }: { content: string; sha256: string }): Progress {
  if (content.length < LARGE) return () => Promise.resolve();
  return async (phase, done = 0, total = 0) => {
    await transaction(database, viewer, (tx) => tx.query(SAY.with(sha256, viewer.subject, phase, done, total)), { retries: 0 }).catch(
      () => undefined,
    );
  };
}
