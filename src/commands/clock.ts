/**
 * npm run clock: what the fictional world takes for now.
 * npm run clock -- --to 2026-12-23T10:00: moves it there; --back: the machine's clock again. Running gateways follow.
 */
import { moveClock, readClock } from "../assembly/start/database-clock.js";
import { isLocalDate, localText, resolveLocal } from "../kernel/calendar.js";
import type { Database } from "../platform/postgres/database.js";
import { statement } from "../platform/postgres/statement.js";
import { transaction } from "../platform/postgres/transaction.js";
import { WORKER } from "../platform/viewer.js";
import { command, WrongArgument } from "./command.js";

const SEEDED = statement("seeded", "select 1 as yes from installation where key = 'seed'");
const DAY_MS = 86_400_000;

export const clock = command({
  name: "clock",
  summary: "what the fictional world takes for now, and moves it; never in production",
  options: {
    to: { value: "reading", says: "of the clock in Copenhagen, like 2026-12-23T10:00; from there time passes", read: reading },
    back: { says: "the machine's clock again" },
  },
  database: { which: "LIKE_START" },
  run: async ({ to, back }, { config, opened, database, say, note, where }) => {
    note(`database: ${where}`);
    if (to && back) throw new WrongArgument("--to or --back, one of the two");
    if (to || back) {
      if (config.production) throw new Error("with NODE_ENV=production the clock is the machine's and is not moved");
      if (!(await isFictional(database))) throw new Error("the clock is moved only where the fictional network is loaded (npm run seed)");
      await moveClock(opened.ownerUrl, to ? to.getTime() - Date.now() : 0);
    }
    await readClock(database);
    const { aheadMs } = database.clock;
    const ahead = aheadMs === 0 ? "as this machine" : `${(aheadMs / DAY_MS).toFixed(1)} days ahead of this machine`;
    say(`${localText(database.clock.now()).slice(0, 16)} in Copenhagen, ${ahead}`);
  },
});

/** Of a reading that comes twice, the first. */
function reading(value: string): Date {
  const [, day = "", time = ""] = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(value) ?? [];
  if (!isLocalDate(day)) throw new WrongArgument("a day and a time in Copenhagen, like 2026-12-23T10:00");
  const local = resolveLocal(day, time);
  if (local.kind === "GAP") throw new WrongArgument(`a time that the clock shows: it is put forward over ${value}`);
  return local.kind === "ONE" ? local.at : local.earlier;
}

/** A database without the record of the fictional network may hold people's own time. */
async function isFictional(database: Database): Promise<boolean> {
  return (await transaction(database, WORKER, (tx) => tx.query(SEEDED.with()), { readOnly: true })).length > 0;
}
