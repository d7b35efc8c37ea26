import type { Database } from "../../../platform/postgres/database.js";
import { statement } from "../../../platform/postgres/statement.js";
import { transaction } from "../../../platform/postgres/transaction.js";
import { WORKER, type Viewer } from "../../../platform/viewer.js";
import { replay, type StoredDecision } from "./replay.js";

/** Few enough to hold in memory, many enough that reading costs less than deciding. */
const BATCH = 2_000;

export type ReplayReport = {
  readonly decisions: number;
  readonly differing: readonly { readonly id: string; readonly kind: string; readonly why: string }[];
};

const NEXT = statement(
  "replay-next",
  `select id, kind, rule_version, settings, facts, outcome from decision
    where $1::uuid is null or id > $1 order by id limit $2`,
);

/** Runs every stored decision again, oldest first. `onProgress` hears how many are done after each batch; `by` sees every row. */
export async function replayDecisions(
  database: Database,
  { onProgress, by = WORKER }: { readonly onProgress?: (done: number) => void; readonly by?: Viewer } = {},
): Promise<ReplayReport> {
  const differing: { id: string; kind: string; why: string }[] = [];
  let decisions = 0;
  let after: string | null = null;
  for (;;) {
    const batch: StoredDecision[] = await transaction(database, by, (tx) => tx.query(NEXT.with(after, BATCH)), { readOnly: true });
    for (const stored of batch) {
      const why = replay(stored);
      if (why !== null) differing.push({ id: stored.id, kind: stored.kind, why });
    }
    decisions += batch.length;
    onProgress?.(decisions);
    after = batch.at(-1)?.id ?? null;
    if (batch.length < BATCH || after === null) return { decisions, differing };
  }
}
