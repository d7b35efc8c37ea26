/** npm run bench -- [--only NAME] [--scale small|full] [--short] [--check] [--baseline] */
import "reflect-metadata";
import os from "node:os";
import path from "node:path";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { BenchContext } from "./context.js";
import { startGateway } from "./gateway.js";
import { PARTS } from "./parts.js";
import { baselineOf, fallen, readBaseline, reportOf, save, table } from "./report.js";
import type { PartResult } from "./ratios.js";
import { makeWorld, SIZES, startCluster, type World } from "./world.js";

const HELP = `npm run bench -- [--only NAME] [--scale small|full] [--short] [--check] [--baseline]
  --only      one of ${PARTS.map(({ name }) => name).join(", ")}
  --scale     small: 50,000 slots (default); full: 5,000,000, made once, takes minutes and 6 GB
  --short     fewer and shorter rounds: under two minutes
  --check     compares the ratios with docs/bench/baseline.json; fails if one fell by more than a quarter, three times
  --baseline  writes that file`;
const FOLDER = fileURLToPath(new URL("../docs/bench/", import.meta.url));
const BASELINE = path.join(FOLDER, "baseline.json");
const TRIES = 3;

type Options = {
  readonly only: string | null;
  readonly scale: "small" | "full";
  readonly short: boolean;
  readonly check: boolean;
  readonly baseline: boolean;
};

function options(argv: readonly string[]): Options {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { only: { type: "string" }, scale: { type: "string", default: "small" }, short: flag, check: flag, baseline: flag },
  });
  const { only = null, scale } = values;
  if (scale !== "small" && scale !== "full") throw new Error(HELP);
  if (only !== null && !PARTS.some(({ name }) => name === only)) throw new Error(HELP);
  return { only, scale, short: values.short || values.check, check: values.check, baseline: values.baseline };
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function measure({ only, scale, short }: Options): Promise<PartResult[]> {
  const cluster = await startCluster();
  const worlds = new Map<string, Promise<World>>();
  const ctx: BenchContext = {
    cluster,
    scale,
    short,
    rounds: short ? 3 : 7,
    roundMs: short ? 1_200 : 3_000,
    world: (name) => {
      const known = worlds.get(name) ?? makeWorld(cluster, SIZES[name], say);
      worlds.set(name, known);
      return known;
    },
    gateway: startGateway,
    log: say,
  };
  try {
    const results: PartResult[] = [];
    for (const part of PARTS) {
      if (only !== null && part.name !== only) continue;
      const made = await part.run(ctx);
      say(table(made));
      results.push(...made);
    }
    return results;
  } finally {
    await cluster.stop();
  }
}

/** A slow machine is slow for both sides of a ratio; what three tries in a row find is the product's. */
async function check(asked: Options): Promise<number> {
  const baseline = await readBaseline(BASELINE);
  for (let attempt = 1; ; attempt += 1) {
    const worse = fallen(baseline, baselineOf(await measure(asked)));
    if (worse.length === 0) return 0;
    say(`\ntry ${attempt} of ${TRIES}: slower than it was\n${worse.join("\n")}`);
    if (attempt === TRIES) return 1;
  }
}

async function main(argv: readonly string[]): Promise<number> {
  const asked = options(argv);
  if (asked.check) return check(asked);
  const loadBefore = os.loadavg()[0] ?? 0;
  const began = performance.now();
  const parts = await measure(asked);
  await save(FOLDER, asked.only === null ? asked.scale : `${asked.scale}-${asked.only}`, reportOf(asked.scale, loadBefore, parts));
  if (asked.baseline) await writeFile(BASELINE, `${JSON.stringify(baselineOf(parts), null, 2)}\n`);
  say(
    `\n${Math.round((performance.now() - began) / 1000)} s; load of the machine before: ${loadBefore.toFixed(2)} on ${os.availableParallelism()} processors`,
  );
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.stack : String(error));
    process.exitCode = 1;
  },
);
