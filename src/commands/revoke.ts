/**
 * npm run revoke -- --subject SUB --by WHO --reason WHY: takes back every token this person or system was given until now.
 * npm run revoke -- --token JTI --by WHO --reason WHY: takes back one.
 */
import "reflect-metadata";
import { parseArgs } from "node:util";
import { openDatabase } from "../assembly/open-database.js";
import { loadConfig } from "../assembly/config.js";
import { connectDatabase } from "../platform/postgres/database.js";
import { revoke, type Revoke } from "../platform/people/revocations.js";

const HELP = "npm run revoke -- (--subject SUB | --token JTI) --by WHO --reason WHY";

function asked(argv: readonly string[]): Revoke {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args: [...argv], options: { subject: text, token: text, by: text, reason: text } });
  const { subject, token, by, reason } = values;
  if (!by || !reason || (subject ? token : !token)) throw new TypeError(HELP);
  return { by, reason, ...(subject ? { subject } : {}), ...(token ? { tokenId: token } : {}) };
}

async function main(argv: readonly string[]): Promise<void> {
  const what = asked(argv);
  const server = await openDatabase(loadConfig(process.env), () => {});
  const database = connectDatabase(server.url, { max: 1, applicationName: "provider-network-revoke" });
  try {
    await revoke(database, what);
    process.stdout.write("taken back; every gateway obeys within two seconds, open sockets within five\n");
  } finally {
    await database.close();
    await server.stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
