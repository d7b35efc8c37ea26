/** npm run bench -- [--only NAME] [--scale small|full] [--short] [--check [--slowed MICROSECONDS]] [--baseline] */
import "reflect-metadata";
import os from "node:os";
import path from "node:path";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { check, partOf } from "./check.js";
import type { BenchContext } from "./context.js";
import { startGateway } from "./gateway.js";
import { PARTS, type Part } from "./parts.js";
import { PART_NAMES } from "./part-names.js";
import { ratiosOf, readBaseline, reportOf, save, table } from "./report.js";
import type { PartResult } from "./ratios.js";
import { makeWorld, SIZES, startCluster, type World } from "./world.js";

const HELP = `npm run bench -- [--only NAME] [--scale small|full] [--short] [--check [--slowed MICROSECONDS]] [--baseline]
  --only      one of ${PART_NAMES.join(", ")}
  --scale     small: 50,000 slots, all parts (default); full: 5,000,000, made once, and only what depends on them
  --short     fewer and shorter rounds, no rivals, no national promise: under two minutes
  --check     a short run of what has a ratio in docs/bench/baseline.json; fails if one fell by more than a quarter, three times
  --slowed    with --check: the gateway wastes so much processor time in each request, to see that the check sees it
  --baseline  writes docs/bench/baseline.json`;
const FOLDER = fileURLToPath(new URL("../docs/bench/", import.meta.url));
const BASELINE = path.join(FOLDER, "baseline.json");
const SLOWING = fileURLToPath(new URL("slowing.mjs", import.meta.url));

type Options = {
  readonly only: string | null;
  readonly scale: "small" | "full";
  readonly short: boolean;
  readonly check: boolean;
  readonly slowed: number;
  readonly baseline: boolean;
};

function options(argv: readonly string[]): Options {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: "string" },
      scale: { type: "string", default: "small" },
      slowed: { type: "string", default: "0" },
      short: flag,
      check: flag,
      baseline: flag,
    },
  });
  const { only = null, scale } = values;
  if (scale !== "small" && scale !== "full") throw new Error(HELP);
  if (only !== null && !PART_NAMES.some((name) => name === only)) throw new Error(HELP);
  const asked = { only, scale, check: values.check, slowed: Number(values.slowed), baseline: values.baseline } as const;
  return { ...asked, short: values.short || values.check || values.baseline };
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs these parts, one after the other, and says each as soon as it is there. */
async function measure({ scale, short, check: ratiosOnly, slowed }: Options, wanted: (part: Part) => boolean): Promise<PartResult[]> {
  const cluster = await startCluster();
  const worlds = new Map<string, Promise<World>>();
  const ctx: BenchContext = {
    cluster,
    scale,
    short,
    ratiosOnly,
    // neighbours in time had the same machine: many short rounds say more than few long ones
    rounds: short ? 5 : 15,
    roundMs: short ? 800 : 1_400,
    roundRequests: short ? 250 : Infinity,
    longestMs: short ? 20_000 : 1_400,
    world: (name) => {
      const known = worlds.get(name) ?? makeWorld(cluster, SIZES[name], say);
      worlds.set(name, known);
      return known;
    },
    gateway: (world) => startGateway(world, slowed > 0 ? { preload: SLOWING, env: { SLOWED_BY: String(slowed) } } : {}),
    log: say,
  };
  try {
    const results: PartResult[] = [];
    for (const part of PARTS.filter(wanted)) {
      const began = performance.now();
      const made = await part.run(ctx).catch((error: unknown) => giveUp(part, error, ratiosOnly));
      say(`${table(made)}\n  ${part.name}: ${seconds(began)} s`);
      results.push(...made);
    }
    return results;
  } finally {
    await cluster.stop();
  }
}

/** What a check could not measure it measures once more; a report would have a hole. */
function giveUp({ name }: Part, error: unknown, ratiosOnly: boolean): PartResult[] {
  if (!ratiosOnly) throw error;
  say(`${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`);
  return [];
}

const seconds = (began: number): number => Math.round((performance.now() - began) / 1000);

function belongs({ only, scale, short }: Options): (part: Part) => boolean {
  return ({ name, at, long }) => (only === null ? at.includes(scale) && !(short && long) : name === only);
}

async function checked(asked: Options): Promise<number> {
  const began = performance.now();
  const baseline = await readBaseline(BASELINE);
  const kept = Object.entries(baseline).filter(([name]) => asked.only === null || partOf(name) === asked.only);
  const worse = await check(
    Object.fromEntries(kept),
    async (parts) => ratiosOf(await measure(asked, ({ name }) => parts.includes(name))),
    say,
  );
  say(
    `\n${worse.length === 0 ? "no ratio fell by more than a quarter" : `slower than it was: ${worse.map(({ name }) => name).join(", ")}`}; ${seconds(began)} s`,
  );
  return worse.length === 0 ? 0 : 1;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes("--help")) {
    say(HELP);
    return 0;
  }
  const asked = options(argv);
  if (asked.check) return checked(asked);
  const loadBefore = os.loadavg()[0] ?? 0;
  const began = performance.now();
  const parts = await measure(asked, belongs(asked));
  if (asked.baseline) await writeFile(BASELINE, `${JSON.stringify(ratiosOf(parts), null, 2)}\n`);
  else if (!asked.short) {
    const name = asked.only === null ? asked.scale : `${asked.scale}-${asked.only}`;
    await save(FOLDER, name, reportOf(asked.scale, loadBefore, parts));
  }
  say(`\n${seconds(began)} s; load of the machine before: ${loadBefore.toFixed(2)} on ${os.availableParallelism()} processors`);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.stack : String(error));
    // a part that broke may have left connections open; nobody waits for them
    process.exit(1);
  },
);
