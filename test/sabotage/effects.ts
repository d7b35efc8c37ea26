/**
 * npm run test:effects [-- bookSlot ...]
 *
 * Tests the tests: of every act, each thing that it writes is left out once, and some test has to turn red. First the tests of all
 * verbs run as they are and it is noted which of them cause which effect; then, effect by effect, those that cause it. What no
 * test misses is printed, and ends this with 1. Names choose operations; EFFECTS_FROM is a file that an earlier run noted, instead of the first
 * part.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Where the verbs are tried; not the races, which take long and look at other things. */
const TESTS = ["bookings", "capacity", "claims", "members", "promise", "rates", "settlement", "security/matrix.test"];
const LEFT_OUT = "\\.race\\.test|model\\.test|simulate\\.test";
/** Files tried for one effect, the smallest first. */
const MOST_FILES = 4;

/** Effects that nobody needs to miss, each with why. */
const HARMLESS: Readonly<Record<string, string>> = {};

const folder = mkdtempSync(path.join(tmpdir(), "effects-"));
const file = path.join(folder, "effects.ndjson");
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function jest(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number | null> {
  const flags = ["--no-warnings", "--import", "./src/typescript.mjs", "--import", "./test/sabotage/effects.mjs"];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...flags, "node_modules/jest/bin/jest.js", "--bail", "--silent", ...args], {
      env: { ...process.env, ...env },
      stdio: "ignore",
    });
    child.on("close", resolve);
  });
}

/** Which test files cause each effect, those that cause little before those that cause much. */
async function record(): Promise<ReadonlyMap<string, readonly string[]>> {
  const noted = process.env["EFFECTS_FROM"] ?? file;
  const code =
    noted !== file ? 0 : await jest([...TESTS.map((name) => `test/${name}`), "--testPathIgnorePatterns", LEFT_OUT], { EFFECTS_TO: file });
  if (code !== 0) throw new Error("the tests are red without anything left out");
  const pairs = readFileSync(noted, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as [effect: string, test: string]);
  const weight = new Map<string, number>();
  for (const [, test] of pairs) weight.set(test, (weight.get(test) ?? 0) + 1);
  const causing = new Map<string, Set<string>>();
  for (const [effect, test] of pairs) causing.set(effect, (causing.get(effect) ?? new Set()).add(test));
  const lighter = (a: string, b: string): number => (weight.get(a) ?? 0) - (weight.get(b) ?? 0);
  return new Map([...causing].map(([effect, tests]) => [effect, [...tests].sort(lighter).slice(0, MOST_FILES)]));
}

const asked = process.argv.slice(2);
const missed: string[] = [];
try {
  const effects = await record();
  const chosen = [...effects].filter(([effect]) => asked.length === 0 || asked.includes(effect.split("/")[0] ?? "")).sort();
  say(
    `${effects.size} effects of ${new Set([...effects.keys()].map((effect) => effect.split("/")[0])).size} operations; ${chosen.length} are left out, one by one`,
  );
  for (const [effect, tests] of chosen) {
    let red = false;
    for (const test of tests) if (!red) red = (await jest([test], { EFFECT_GONE: effect })) !== 0;
    const verdict = red ? "red" : (HARMLESS[effect] ?? "NOBODY MISSES IT");
    say(`${effect}: ${verdict}`);
    if (!red && HARMLESS[effect] === undefined) missed.push(effect);
  }
  say(missed.length === 0 ? "every effect is missed by a test" : `${missed.length} effects that no test misses: ${missed.join(", ")}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = missed.length === 0 ? 0 : 1;
