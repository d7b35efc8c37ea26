/**
 * npm run test:effects [-- bookSlot ...] [--sample 40]
 *
 * Tests the tests: of every act, each thing that it writes is left out once, and some test has to turn red. First the tests of all verbs run as
 * they are, and it is noted which file causes which effect. Then in rounds: each round runs every file at most once, with one of its effects
 * left out of it, so that as many effects are tried at once as there are files; what its file does not miss is tried in the next one that
 * causes it. One server for all rounds. What no test misses is printed, and ends this with 1. Names choose operations; `--sample` takes so many effects, evenly
 * over all; EFFECTS_FROM is a file that an earlier run noted (EFFECTS_KEEP names where), instead of the first part.
 */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startEmbedded } from "../../src/platform/embedded/embedded-postgres.js";

/** Where the verbs are tried; not the races, which take long and look at other things. */
const TESTS = [
  "bookings",
  "capacity",
  "claims",
  "members",
  "network",
  "promise",
  "rates",
  "settlement",
  "webhooks",
  "ledger",
  "notifications",
  "security/matrix.test",
];
const LEFT_OUT = "\\.race\\.test|model\\.test|simulate\\.test";
/** As the tests' own server has them: nothing has to survive. */
const SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "128MB", autovacuum: "off" };

/** Effects that nobody needs to miss, each with why. */
const HARMLESS: Readonly<Record<string, string>> = {};

const { values, positionals: operations } = parseArgs({ options: { sample: { type: "string" } }, allowPositionals: true });
const folder = mkdtempSync(path.join(tmpdir(), "effects-"));
chmodSync(folder, 0o711);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Result = { readonly name: string; readonly status: "passed" | "failed" };
/** What a file caused, and how many milliseconds after its first test began. */
type Noted = readonly [effect: string, test: string, ms: number];

/** Runs test files and answers which of them ran, and whether they are red. */
async function jest(args: readonly string[], env: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, boolean>> {
  const answers = path.join(folder, "answers.json");
  const flags = ["--no-warnings", "--import", "./src/typescript.mjs", "--import", "./test/sabotage/effects.mjs"];
  const jestFlags = ["node_modules/jest/bin/jest.js", "--silent", "--json", "--outputFile", answers];
  await new Promise((resolve) => {
    spawn(process.execPath, [...flags, ...jestFlags, ...args], { env: { ...process.env, ...env }, stdio: "ignore" }).on("close", resolve);
  });
  const { testResults } = JSON.parse(readFileSync(answers, "utf8")) as { testResults: readonly Result[] };
  rmSync(answers);
  return new Map(testResults.map(({ name, status }) => [name, status === "failed"] as const));
}

const linesOf = (file: string): readonly Noted[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Noted);

/** Which files cause each effect, those that come to it soonest first. */
async function record(env: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, readonly string[]>> {
  const file = path.join(folder, "effects.ndjson");
  const given = process.env["EFFECTS_FROM"];
  let noted = given === undefined ? [] : linesOf(given);
  if (given === undefined) {
    const ran = await jest([...TESTS.map((name) => `test/${name}`), "--testPathIgnorePatterns", LEFT_OUT], { ...env, EFFECTS_TO: file });
    const red = [...ran].filter(([, isRed]) => isRed).map(([name]) => name);
    // what is red as it is would be red for every reason
    if (red.length > 0) say(`red without anything left out, and not used: ${red.map((name) => path.relative(".", name)).join(", ")}`);
    noted = linesOf(file).filter(([, test]) => !red.includes(test));
    const keep = process.env["EFFECTS_KEEP"];
    if (keep !== undefined) writeFileSync(keep, noted.map((each) => `${JSON.stringify(each)}\n`).join(""));
  }
  const causing = new Map<string, Set<string>>();
  for (const [effect, test] of [...noted].sort((a, b) => a[2] - b[2])) causing.set(effect, (causing.get(effect) ?? new Set()).add(test));
  return new Map([...causing].sort().map(([effect, tests]) => [effect, [...tests]]));
}

/** Every nth of them, so that all operations are looked at. */
function sample<T>(all: readonly T[], wanted: number): readonly T[] {
  return all.filter(
    (_, i) => Math.floor((i * wanted) / all.length) !== Math.floor(((i - 1) * wanted) / all.length) || all.length <= wanted,
  );
}

/** An effect, and the files that may still turn red without it. */
type Open = { readonly effect: string; readonly files: string[] };

/** One effect per file: first come those that have the fewest files left. */
function nextRound(open: readonly Open[]): ReadonlyMap<string, Open> {
  const round = new Map<string, Open>();
  for (const each of [...open].sort((a, b) => a.files.length - b.files.length)) {
    const at = each.files.findIndex((file) => !round.has(file));
    const [file] = at < 0 ? [] : each.files.splice(at, 1);
    if (file !== undefined) round.set(file, each);
  }
  return round;
}

const server = await startEmbedded({ dataDir: path.join(folder, "postgres"), settings: SETTINGS });
const env = { TEST_DATABASE_URL: server.url("postgres") };
const missed: string[] = [];
try {
  const effects = await record(env);
  const asked = [...effects].filter(([effect]) => operations.length === 0 || operations.includes(effect.split("/")[0] ?? ""));
  const chosen = values.sample === undefined ? asked : sample(asked, Number(values.sample));
  const verbs = new Set([...effects.keys()].map((effect) => effect.split("/")[0]));
  say(`${effects.size} effects of ${verbs.size} operations; ${chosen.length} are left out, each by itself`);
  let open = chosen.map(([effect, files]): Open => ({ effect, files: [...files] }));
  for (let n = 1; open.length > 0; n += 1) {
    const round = nextRound(open);
    const file = path.join(folder, "gone.json");
    writeFileSync(file, JSON.stringify(Object.fromEntries([...round].map(([test, { effect }]) => [test, effect]))));
    const began = performance.now();
    const ran = await jest([...round.keys(), "--runTestsByPath"], { ...env, EFFECTS_GONE: file });
    const red = new Set<string>();
    for (const [test, { effect }] of round) if (ran.get(test)) red.add(effect);
    for (const each of open) {
      if (red.has(each.effect)) say(`${each.effect}: red`);
      else if (each.files.length === 0) {
        const harmless = HARMLESS[each.effect];
        say(`${each.effect}: ${harmless ?? "NOBODY MISSES IT"}`);
        if (harmless === undefined) missed.push(each.effect);
      }
    }
    open = open.filter((each) => !red.has(each.effect) && each.files.length > 0);
    say(`round ${n}: ${round.size} files in ${Math.round((performance.now() - began) / 1_000)} s, ${open.length} effects left`);
  }
  say(missed.length === 0 ? "every effect is missed by a test" : `${missed.length} effects that no test misses: ${missed.join(", ")}`);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = missed.length === 0 ? 0 : 1;
