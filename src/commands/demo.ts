/** npm run demo: the journey from a published slot to a payment file, against a running gateway or one of its own. */
import { command } from "./command.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Config } from "../assembly/config.js";
import { openDatabase } from "../assembly/start/open-database.js";
import { EMPTY_VIEWERS, fromEmpty } from "./demo/empty.js";
import { openGateway } from "./demo/gateway.js";
import { journey } from "./demo/journey.js";

export const demo = command({
  name: "demo",
  summary: "the journey from a published slot to a payment file, against a running gateway or one of its own",
  options: { empty: { says: "begins with an empty database of its own: a company, a clinic, a member first, through the API alone" } },
  database: { which: "LIKE_START" },
  run: async ({ empty }, { config, opened, say }) => {
    if (empty) return emptyJourney(config, say);
    const gateway = await openGateway(config, opened, say);
    try {
      await journey(gateway);
      say("");
      say("That was the whole journey.");
    } finally {
      await gateway.stop();
    }
  },
});

/** In a folder that is gone afterwards: what is on this machine already is not touched. */
async function emptyJourney(config: Config, say: (line: string) => void): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), "gateway-empty-"));
  const own: Config = { ...config, databaseUrl: null, migrate: true, dataDir: dir, seed: "reference" };
  try {
    const opened = await openDatabase(own, say);
    try {
      const gateway = await openGateway(own, opened, say, { viewers: EMPTY_VIEWERS, alone: true });
      try {
        await fromEmpty(gateway);
        await journey(gateway);
        say("");
        say("That was the whole journey, from an empty database.");
      } finally {
        await gateway.stop();
      }
    } finally {
      await opened.stop();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
