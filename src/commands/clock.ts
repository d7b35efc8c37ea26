/**
 * npm run clock: what the fictional world takes for now.
 * npm run clock -- --to 2026-12-23T10:00: moves it there, a reading of the clock in Copenhagen; from there time passes as usual.
 * npm run clock -- --back: the machine's clock again. Running gateways follow. Only where the fictional network is loaded.
 */
import "reflect-metadata";
import { parseArgs } from "node:util";
import { loadConfig } from "../assembly/config.js";
import { moveClock, readClock } from "../assembly/database-clock.js";
import { openDatabase } from "../assembly/open-database.js";
import { isLocalDate, localText, resolveLocal } from "../kernel/calendar.js";
import { connectDatabase, type Database } from "../platform/postgres/database.js";
import { transaction } from "../platform/postgres/transaction.js";
import { WORKER } from "../platform/viewer.js";

const HELP = "npm run clock -- [--to 2026-12-23T10:00 | --back]";

/** Null asks for nothing but the time; otherwise the instant to move to, or the machine's own clock. */
function asked(argv: readonly string[]): Date | "MACHINE" | null {
  const { values } = parseArgs({ args: [...argv], options: { to: { type: "string" }, back: { type: "boolean" } } });
  if (values.to === undefined) return values.back ? "MACHINE" : null;
  if (values.back) throw new TypeError(`either --to or --back: ${HELP}`);
  const [, day = "", time = ""] = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(values.to) ?? [];
  if (!isLocalDate(day)) throw new TypeError(`--to takes a day and a time in Copenhagen: ${HELP}`);
  const local = resolveLocal(day, time);
  if (local.kind === "GAP") throw new TypeError(`${values.to} is not on the clock in Copenhagen: it is put forward that night`);
  return local.kind === "ONE" ? local.at : local.earlier;
}

/** A database without the record of the fictional network may hold people's own time. */
async function isFictional(database: Database): Promise<boolean> {
  const found = await transaction(database, WORKER, (tx) => tx.query("select 1 from installation where key = 'seed'"), { readOnly: true });
  return found.length > 0;
}

async function main(argv: readonly string[]): Promise<void> {
  const to = asked(argv);
  const config = loadConfig(process.env);
  if (to !== null && config.production) throw new Error("with NODE_ENV=production the clock is the machine's and is not moved");
  const server = await openDatabase(config, () => {});
  const database = connectDatabase(server.ownerUrl, { max: 1, applicationName: "provider-network-clock" });
  try {
    if (to !== null && !(await isFictional(database)))
      throw new Error(
        "this database does not hold the fictional network: its clock is not moved (npm run seed loads one into an empty database)",
      );
    if (to !== null) await moveClock(server.ownerUrl, to === "MACHINE" ? 0 : to.getTime() - Date.now());
    await readClock(database);
    const { aheadMs } = database.clock;
    const days = (aheadMs / 86_400_000).toFixed(1);
    process.stdout.write(
      `${localText(database.clock.now()).slice(0, 16)} in Copenhagen, ${aheadMs === 0 ? "as this machine" : `${days} days ahead of this machine`}\n`,
    );
  } finally {
    await database.close();
    await server.stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
