import type { Tx } from "../../platform/postgres/transaction.js";

export type WorkingDaySetting = {
  readonly id: string;
  readonly validFrom: Date;
  readonly extraNonWorkingDays: readonly string[];
  readonly reason: string;
};

/** Every setting there was and will be, newest first: a handful in a decade. */
export async function workingDaySettings(tx: Tx): Promise<WorkingDaySetting[]> {
  return tx.query<WorkingDaySetting>(
    `select id, valid_from as "validFrom", coalesce(settings -> 'extraNonWorkingDays', '[]'::jsonb) as "extraNonWorkingDays", reason
     from rule_setting order by valid_from desc`,
    [],
    "working-days",
  );
}
