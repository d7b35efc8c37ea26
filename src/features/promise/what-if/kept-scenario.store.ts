/** Scenarios kept by name. One that is dropped or replaced stays as what was once asked. */
import { newId } from "../../../platform/random.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { change, write } from "../../../platform/postgres/write.js";
import type { Viewer } from "../../../platform/viewer.js";
import type { AskedScenario } from "./scenario.js";

const KEPT = statement(
  "kept-scenarios",
  `select name, scenario, kept_by as "keptBy", kept_at as "keptAt" from kept_scenario
   where dropped_at is null and ($1::text[] is null or name = any ($1)) order by name`,
);
export type KeptScenarioRow = RowOf<"kept-scenarios">;

/** In order of name. */
export function keptScenarios(tx: Tx, names: readonly string[] | null = null): Promise<KeptScenarioRow[]> {
  return tx.query(KEPT.with(names));
}

export async function keptNamed(tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, AskedScenario>> {
  return new Map((await keptScenarios(tx, names)).map(({ name, scenario }) => [name, scenario]));
}

const DROP = statement("drop_scenario", "update kept_scenario set dropped_at = clock_now() where name = $1 and dropped_at is null");

type By = { readonly viewer: Viewer; readonly traceId: string };

/** In two steps: the name is free only once the one before it is dropped. */
export async function keep(tx: Tx, { viewer, traceId }: By, name: string, scenario: AskedScenario): Promise<void> {
  const id = newId();
  const audited = { operation: "keepScenario", object: "Scenario", objectId: id, outcome: "ALLOWED" } as const;
  await write(tx, {}, [change(DROP.with(name))]);
  await write(tx, { kept_scenario: [{ id, name, scenario, kept_by: viewer.subject }], audit_event: [auditRow(viewer, traceId, audited)] });
}

/** False where none of this name is kept. */
export async function drop(tx: Tx, { viewer, traceId }: By, name: string): Promise<boolean> {
  const audited = { operation: "dropScenario", object: "Scenario", outcome: "ALLOWED" } as const;
  const { drop_scenario: dropped } = await write(tx, {}, [change(DROP.with(name))]);
  if (dropped !== 1) return false;
  await write(tx, { audit_event: [auditRow(viewer, traceId, audited)] });
  return true;
}
