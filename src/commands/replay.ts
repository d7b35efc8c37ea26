/** npm run replay [-- --json]: makes every stored decision again and says which answer another way; ends with 1 if one does. */
import "reflect-metadata";
import { parseArgs } from "node:util";
import { openDatabase } from "../assembly/open-database.js";
import { replayDecisions, type ReplayReport } from "../claims/coverage/replay.store.js";
import { loadConfig } from "../assembly/config.js";
import { connectDatabase } from "../platform/postgres/database.js";

const SHOWN = 20;

function told({ decisions, differing }: ReplayReport, json: boolean): string {
  if (json) return JSON.stringify({ ok: differing.length === 0, decisions, differing }, null, 2);
  const lines = differing.slice(0, SHOWN).map(({ id, kind, why }) => `${kind} ${id}: ${why}`);
  const more = differing.length > SHOWN ? [`... and ${differing.length - SHOWN} more`] : [];
  return [...lines, ...more, `${decisions} decisions, ${differing.length} differ`].join("\n");
}

async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { json: { type: "boolean", default: false } } });
  const server = await openDatabase(loadConfig(process.env), () => {});
  const database = connectDatabase(server.url, { max: 1, statementMs: 60_000, applicationName: "provider-network-replay" });
  try {
    const report = await replayDecisions(database, (done) => process.stderr.isTTY && process.stderr.write(`\r${done} decisions`));
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    process.stdout.write(`${told(report, values.json)}\n`);
    return report.differing.length === 0 ? 0 : 1;
  } finally {
    await database.close();
    await server.stop();
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  },
);
