/** What is put into a database once its schema stands: reference data always, the fictional network on a developer's machine. */
import type { Config } from "../config.js";
import { personalData } from "../../platform/people/personal-data.js";
import type { OpenDatabase } from "./open-database.js";
import { playLife } from "../trial/life-player.js";
import { seedNetwork, seedReference } from "../../../seeds/load.js";
import { progressPrinter } from "../../../seeds/progress.js";

export async function prepare(config: Config, database: OpenDatabase, say: (line: string) => void): Promise<void> {
  if (!config.migrate || config.seed === "none") return;
  if (config.seed === "reference") return seedReference(database.ownerUrl);
  const sealer = personalData(config.cprKey, config.cprIndexKey);
  const result = await seedNetwork(database.ownerUrl, { sealer, claims: true }, progressPrinter(process.stdout, "SEEDED"));
  const began = performance.now();
  const lives = result.status === "SEEDED" && (await playLife(config, database));
  const { clinics, practitioners, slots, members, claims = 0 } = result.record;
  const size = `${clinics} clinics, ${practitioners} practitioners, ${slots} slots, ${members} members, ${claims} claims`;
  say(
    result.status === "SEEDED" ? `loaded a fictional network in ${(result.ms / 1000).toFixed(1)} s: ${size}` : `fictional network: ${size}`,
  );
  if (lives)
    say(`played its last three weeks in ${((performance.now() - began) / 1000).toFixed(1)} s: treatments, payments, answers of a bank`);
}
