import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { newId } from "../../../platform/random.js";
import type { LeftOut } from "./closing/left-out.js";

const END_TASKS = statement(
  "tasks-end",
  `update settlement_task t set done_at = clock_now()
    where t.done_at is null and not exists (select
      from jsonb_to_recordset($1::jsonb) as n(provider_id uuid, reason text)
      where n.provider_id = t.provider_id and n.reason = t.reason)`,
);
const RAISE_TASKS = statement(
  "tasks-raise",
  `insert into settlement_task (id, provider_id, reason, line_count, total_minor)
   select n.id, n.provider_id, n.reason, n.lines, n.total
     from jsonb_to_recordset($1::jsonb) as n(id uuid, provider_id uuid, reason text, lines int, total bigint)
   on conflict do nothing`,
);

/** Raises a task for each company that was left out, and ends those of companies that no longer are. */
export async function keepTasks(tx: Tx, leftOut: readonly LeftOut[]): Promise<void> {
  const rows = leftOut.map(({ providerId, reason, lines, totalMinor }) => ({
    id: newId(),
    provider_id: providerId,
    reason,
    lines,
    total: String(totalMinor),
  }));
  const list = JSON.stringify(rows);
  await tx.query(END_TASKS.with(list));
  if (rows.length > 0) await tx.query(RAISE_TASKS.with(list));
}

const OPEN_TASKS = statement(
  "settlement-tasks",
  `select t.* from settlement_task t
    where t.done_at is null and ($1::uuid is null or t.id > $1) order by t.id limit $2`,
);
export type TaskRecord = RowOf<"settlement-tasks">;

/** What is still to be seen to, the oldest first. */
export function openTasks(tx: Tx, after: string | null, limit: number): Promise<TaskRecord[]> {
  return tx.query(OPEN_TASKS.with(after, limit));
}
