/** npm run seed -- --clinics N --members N --slots N --seed N [--from YYYY-MM-DD] [--reset] */
import "reflect-metadata";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { seedNetwork } from "./load.js";
import { progressPrinter } from "./progress.js";
import type { SeedOptions } from "./seed-options.js";
import { openDatabase } from "../src/assembly/open-database.js";
import { loadConfig } from "../src/assembly/config.js";
import { personalData } from "../src/platform/people/personal-data.js";

export { seedNetwork, seedReference, type SeedPhase, type SeedProgress, type SeedResult } from "./load.js";
export type { SeedOptions, SeedRecord } from "./seed-options.js";

const HELP = "npm run seed -- [--clinics N] [--members N] [--slots N] [--seed N] [--from YYYY-MM-DD] [--reset]";
const LIMITS = { clinics: 20_000, members: 1_000_000, slots: 5_000_000, seed: 2 ** 31 - 1 };

class WrongArguments extends Error {}

export function readArguments(argv: readonly string[]): SeedOptions {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { clinics: text, members: text, slots: text, seed: text, from: text, reset: { type: "boolean" } },
  });
  const number = (name: keyof typeof LIMITS): number | undefined => {
    const given = values[name];
    if (given === undefined) return undefined;
    const n = Number(given);
    if (!Number.isInteger(n) || n < 0 || n > LIMITS[name]) throw new WrongArguments(`--${name} takes a whole number up to ${LIMITS[name]}`);
    return n;
  };
  const { from } = values;
  if (from !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(from) || new Date(`${from}T00:00:00Z`).toJSON()?.slice(0, 10) !== from))
    throw new WrongArguments("--from takes a day, YYYY-MM-DD");
  const [clinics, members, slots, seed] = [number("clinics"), number("members"), number("slots"), number("seed")];
  return {
    ...(clinics === undefined ? {} : { clinics }),
    ...(members === undefined ? {} : { members }),
    ...(slots === undefined ? {} : { slots }),
    ...(seed === undefined ? {} : { seed }),
    ...(from === undefined ? {} : { from }),
    ...(values.reset ? { reset: true } : {}),
  };
}

async function main(argv: readonly string[]): Promise<number> {
  const options = readArguments(argv);
  const config = loadConfig(process.env);
  const database = await openDatabase(config, (line) => console.log(line));
  try {
    return await seed(database.ownerUrl, { ...options, claims: true, sealer: personalData(config.cprKey, config.cprIndexKey) });
  } finally {
    await database.stop();
  }
}

async function seed(url: string, options: SeedOptions): Promise<number> {
  const result = await seedNetwork(url, options, progressPrinter(process.stdout));
  const { clinics, practitioners, members, slots, from, seed, asked } = result.record;
  const size = `${clinics} clinics, ${practitioners} practitioners, ${slots} slots from ${from}, ${members} members (seed ${seed})`;
  if (result.status === "OTHER") {
    console.error(
      `already seeded with other parameters: ${size}\n  ${result.differs.join("\n  ")}\nadd --reset to remove everything and seed anew`,
    );
    return 1;
  }
  console.log(result.status === "ALREADY" ? `already seeded: ${size}` : `seeded in ${(result.ms / 1000).toFixed(1)} s: ${size}`);
  if (slots < asked) console.log(`${clinics} clinics cannot publish ${asked} slots in eight weeks; add clinics`);
  return 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      const known = error instanceof WrongArguments || (error instanceof TypeError && "code" in error);
      console.error(error instanceof Error ? error.message : String(error));
      if (known) console.error(HELP);
      process.exitCode = 1;
    },
  );
}
