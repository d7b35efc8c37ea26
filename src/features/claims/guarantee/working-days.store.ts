import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

export type WorkingDaySetting = RowOf<"working-days">;

const SETTINGS = statement(
  "working-days",
  `select id, version, valid_from as "validFrom", coalesce((settings -> 'extraNonWorkingDays')::json, '[]'::json)
     as "extraNonWorkingDays", source, proposed_by as "proposedBy", approved_by as "approvedBy"
   from rule_setting order by valid_from desc`,
);

/** Every setting there was and will be, newest first: a handful in a decade. */
export async function workingDaySettings(tx: Tx): Promise<WorkingDaySetting[]> {
  return tx.query(SETTINGS.with());
}
