/** npm run simulate: half a year of a fictional network, kept by the plan, by first come first served, and by perfect foresight. */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { isLocalDate } from "../kernel/calendar.js";
import { DEFAULT_SCENARIO, halfYear, type HalfYear } from "../promise/simulate/half-year.js";
import type { Outcome } from "../promise/simulate/outcome.js";
import type { Scenario } from "../promise/simulate/world.js";

const HELP = "npm run simulate -- [--seed N] [--from YYYY-MM-DD] [--days N] [--clinics N] [--claims-per-day N] [--out docs/simulation]";
/** Larger worlds are no mistake, but they take longer than the minute this promises. */
const LIMITS = { seed: 2 ** 31, days: 400, clinics: 3_000, "claims-per-day": 400 };

function scenarioOf(argv: readonly string[]): { scenario: Scenario; out: string } {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { seed: text, from: text, days: text, clinics: text, "claims-per-day": text, out: text },
  });
  const number = (name: keyof typeof LIMITS, otherwise: number): number => {
    const given = values[name];
    const n = given === undefined ? otherwise : Number(given);
    if (!Number.isInteger(n) || n < 1 || n > LIMITS[name]) throw new TypeError(`--${name} takes a whole number from 1 to ${LIMITS[name]}`);
    return n;
  };
  const from = values.from ?? DEFAULT_SCENARIO.from;
  if (!isLocalDate(from)) throw new TypeError("--from takes a day, YYYY-MM-DD");
  return {
    scenario: {
      seed: number("seed", DEFAULT_SCENARIO.seed),
      from,
      days: number("days", DEFAULT_SCENARIO.days),
      clinics: number("clinics", DEFAULT_SCENARIO.clinics),
      claimsPerDay: number("claims-per-day", DEFAULT_SCENARIO.claimsPerDay),
    },
    out: values.out ?? "docs/simulation",
  };
}

const percent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(2)} %`;

function table({ gateway, firstCome, optimum }: HalfYear): string {
  const row = (name: string, value: (outcome: Outcome) => number, best = ""): string =>
    `| ${name} | ${[firstCome, gateway].map((o) => `${value(o)} (${percent(value(o), o.claims)})`).join(" | ")} | ${best} |`;
  return [
    "| Promises | First come, first served | With the plan | Offline optimum |",
    "| --- | --- | --- | --- |",
    row("kept", (o) => o.onTarget + o.withinLimit, `${optimum} (${percent(optimum, gateway.claims)})`),
    row("- on target", (o) => o.onTarget),
    row("- within the limit", (o) => o.withinLimit),
    row("kept although a clinic withdrew", (o) => o.replanned),
    row("impossible, certified before the deadline", (o) => o.certified),
    row("broken silently", (o) => o.silent),
  ].join("\n");
}

function report(result: HalfYear, hash: string): string {
  const { scenario, gateway, firstCome, optimum, steered, checked, faults } = result;
  const kept = gateway.onTarget + gateway.withinLimit;
  const broken = (o: Outcome): number => o.claims - o.onTarget - o.withinLimit;
  return [
    table(result),
    "",
    `Seed ${scenario.seed}, ${scenario.days} days from ${scenario.from}, ${scenario.clinics} clinics, ${gateway.claims} promises decided. History ${hash}.`,
    `The plan broke ${broken(gateway)} promises where first come, first served broke ${broken(firstCome)}; it is ${optimum - kept} (${percent(optimum - kept, gateway.claims)}) short of perfect foresight.`,
    `${steered} members were offered the next time because the first was somebody's last. The checker looked at the whole plan and its certificates ${checked} times and found ${faults} faults.`,
  ].join("\n");
}

async function main(argv: readonly string[]): Promise<number> {
  const { scenario, out } = scenarioOf(argv);
  const began = performance.now();
  const result = halfYear(scenario);
  const hash = createHash("sha256").update(result.history).digest("hex").slice(0, 16);
  const text = report(result, hash);
  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, "half-year.svg"), result.picture);
  await writeFile(
    path.join(out, "half-year.md"),
    `# A simulated half year\n\n![Broken promises by week, and what became of all of them](half-year.svg)\n\n${text}\n`,
  );
  console.log(`${text}\n${((performance.now() - began) / 1_000).toFixed(1)} s; picture in ${path.join(out, "half-year.svg")}`);
  return result.gateway.silent === 0 && result.faults === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    if (error instanceof TypeError) console.error(HELP);
    process.exitCode = 1;
  },
);
