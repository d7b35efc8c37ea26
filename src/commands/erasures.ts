/**
 * npm run erasures -- export > journal.ndjson: who was erased, as ids, for a file outside the database and its backups.
 * npm run erasures -- replay < journal.ndjson: after a restore, before the gateway is opened to anyone;
 * of several gateways the journals one after the other.
 */
import "reflect-metadata";
import { text } from "node:stream/consumers";
import { openDatabase } from "../assembly/open-database.js";
import { erasureJournal, replayErasures } from "../members/erasure/erase-member.js";
import { loadConfig } from "../assembly/config.js";
import { connectDatabase } from "../platform/postgres/database.js";

const HELP = "npm run erasures -- export > journal.ndjson, or replay < journal.ndjson";

async function main([act]: readonly string[]): Promise<void> {
  if (act !== "export" && act !== "replay") throw new TypeError(HELP);
  const journal = act === "replay" ? await text(process.stdin) : "";
  const server = await openDatabase(loadConfig(process.env), () => {});
  const database = connectDatabase(server.url, { max: 1, statementMs: 60_000, applicationName: "provider-network-erasures" });
  try {
    if (act === "export") for (const line of await erasureJournal(database)) process.stdout.write(`${JSON.stringify(line)}\n`);
    else process.stdout.write(`${JSON.stringify(await replayErasures(database, journal))}\n`);
  } finally {
    await database.close();
    await server.stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
