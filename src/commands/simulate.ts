/** npm run simulate: half a year of a fictional network, kept by the plan, by first come first served, and by perfect foresight. */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { DEFAULT_SCENARIO, halfYear, otherRules, type HalfYear, type OtherRule } from "../features/promise/simulate/half-year.js";
import type { SimulationOutcome } from "../features/promise/simulate/outcome.js";
import { command, day, text, whole } from "./command.js";

/** Larger worlds are no mistake, but they take longer than the minute this promises. */
export const simulate = command({
  name: "simulate",
  summary: "half a year of a fictional network, kept by the plan, by first come first served, and by perfect foresight",
  options: {
    seed: { value: "n", says: "another seed, another half year", read: whole(1, 2 ** 31), otherwise: DEFAULT_SCENARIO.seed },
    from: { value: "day", says: "the first day", read: day, otherwise: DEFAULT_SCENARIO.from },
    days: { value: "n", says: "up to 400", read: whole(1, 400), otherwise: DEFAULT_SCENARIO.days },
    clinics: { value: "n", says: "up to 3,000", read: whole(1, 3_000), otherwise: DEFAULT_SCENARIO.clinics },
    claimsPerDay: { value: "n", says: "up to 400", read: whole(1, 400), otherwise: DEFAULT_SCENARIO.claimsPerDay },
    out: { value: "folder", says: "where the page and its picture go", read: text, otherwise: "docs/simulation" },
  },
  run: async ({ out, ...scenario }, { say }) => {
    const began = performance.now();
    const result = halfYear(scenario);
    const hash = createHash("sha256").update(result.history).digest("hex").slice(0, 16);
    const told = `${report(result, hash)}\n\n${rules(otherRules(scenario))}`;
    const page = `# A simulated half year\n\n![Broken promises by week, and what became of all of them](half-year.svg)\n\n${told}\n`;
    await mkdir(out, { recursive: true });
    await writeFile(path.join(out, "half-year.svg"), result.picture);
    await writeFile(path.join(out, "half-year.md"), page);
    say(`${told}\n${((performance.now() - began) / 1_000).toFixed(1)} s; picture in ${path.join(out, "half-year.svg")}`);
    return result.gateway.silent === 0 && result.faults === 0 ? 0 : 1;
  },
});

const percent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(2)} %`;

function table({ gateway, firstCome, optimum, optimumOnTarget }: HalfYear): string {
  const row = (name: string, value: (outcome: SimulationOutcome) => number, best = ""): string =>
    `| ${name} | ${[firstCome, gateway].map((o) => `${value(o)} (${percent(value(o), o.claims)})`).join(" | ")} | ${best} |`;
  return [
    "| Promises | First come, first served | With the plan | Offline optimum |",
    "| --- | --- | --- | --- |",
    row("kept", (o) => o.onTarget + o.withinLimit, `${optimum} (${percent(optimum, gateway.claims)})`),
    row("- on target", (o) => o.onTarget, `${optimumOnTarget} (${percent(optimumOnTarget, gateway.claims)})`),
    row("- within the limit", (o) => o.withinLimit),
    row("kept although a clinic withdrew", (o) => o.replanned),
    row("kept, and the member did not come", (o) => o.noShows),
    row("impossible, certified before the deadline", (o) => o.certified),
    row("not kept after the member let go of a time", (o) => o.ownChoice),
    row("broken silently", (o) => o.silent),
  ].join("\n");
}

/** Beside one another: what another rule of admission would have done. */
function rules(tried: readonly OtherRule[]): string {
  return [
    "## Were admission another",
    "",
    "| Rule | Kept | On target | Broken |",
    "| --- | --- | --- | --- |",
    ...tried.map(
      ({ name, outcome: o }) => `| ${name} | ${o.onTarget + o.withinLimit} | ${o.onTarget} | ${o.claims - o.onTarget - o.withinLimit} |`,
    ),
    "",
    "A promise that is given up leaves the queue; one that is kept stays in it and pushes those behind it past their target. A reserve empties",
    "the first days for nobody in particular, so it costs both. Times that are called off come back with somebody who looks again.",
  ].join("\n");
}

function report(result: HalfYear, hash: string): string {
  const { scenario, gateway, firstCome, optimum, steered, checked, faults } = result;
  const kept = gateway.onTarget + gateway.withinLimit;
  const broken = (o: SimulationOutcome): number => o.claims - o.onTarget - o.withinLimit;
  return [
    table(result),
    "",
    `Seed ${scenario.seed}, ${scenario.days} days from ${scenario.from}, ${scenario.clinics} clinics, ${gateway.claims} promises decided. History ${hash}.`,
    `The plan broke ${broken(gateway)} promises where first come, first served broke ${broken(firstCome)}; it is ${optimum - kept} (${percent(optimum - kept, gateway.claims)}) short of perfect foresight.`,
    `${steered} members were offered the next time because the first was somebody's last. The checker looked at the whole plan and its certificates ${checked} times and found ${faults} faults.`,
  ].join("\n");
}
