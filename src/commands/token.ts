/** npm run -s token -- member: a token of the local issuer for one of the ready viewers, on standard output and nothing else. */
import "reflect-metadata";
import { developmentIssuer } from "../assembly/identity.js";
import { openDatabase } from "../assembly/open-database.js";
import { readyViewers } from "../assembly/ready-viewers.js";
import { loadConfig } from "../assembly/config.js";
import { connectDatabase } from "../platform/postgres/database.js";

async function main(key: string | undefined): Promise<void> {
  const config = loadConfig(process.env);
  if (config.production) throw new Error("tokens are made here on a developer's machine only");
  const server = await openDatabase(config, () => {});
  const database = connectDatabase(server.url, { max: 1 });
  try {
    const viewers = await readyViewers(database);
    const viewer = viewers.find((each) => each.key === key);
    if (!viewer) throw new Error(`npm run -s token -- VIEWER, one of ${viewers.map((each) => each.key).join(", ")}`);
    process.stdout.write(`${await (await developmentIssuer(config)).mint(viewer.claims, 12 * 3_600)}\n`);
  } finally {
    await database.close();
    await server.stop();
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
