/** `npm run golden -- DIR`: decides every golden case under DIR and ends with "N passed, N failed"; 0 only when none failed. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { FactsFault } from "../../rules/facts/facts-fault.js";
import { command, text, type ExitCode } from "../command.js";
import { GOLDEN_QUESTIONS } from "./golden-questions.js";
import { differences, isGolden, readGoldenFile, type Difference, type GoldenFile } from "../../rules/golden-case.js";

export const golden = command({
  name: "golden",
  summary: "decides golden cases and compares; ends with 0 only when all passed, with 2 when there was nothing to run",
  arguments: { dir: { says: "a directory with golden-cases/1 JSON files, or one such file", read: text } },
  run: ({ dir }, { say }) => runGolden(dir, say),
});

/** Runs all files and answers the exit code: 0 all passed, 1 some failed, 2 nothing could be run. */
export function runGolden(path: string, print: (line: string) => void): ExitCode {
  let files: readonly string[];
  try {
    files = jsonFiles(path);
  } catch {
    return stop(`${path}: no such file or directory`, print);
  }
  const seen = new Map<string, string>();
  let passed = 0;
  let failed = 0;
  let broken = 0;
  for (const name of files) {
    const golden = readFile(name, print);
    if (golden === "BROKEN") broken += 1;
    if (typeof golden === "string") continue;
    const question = GOLDEN_QUESTIONS[golden.kind];
    if (!question) continue;
    for (const one of golden.cases) {
      const before = seen.get(one.id);
      if (before) print(`note: ${one.id} stands in ${before} and in ${name}`);
      seen.set(one.id, name);
      const found = differences(question, one);
      if (found.length === 0) passed += 1;
      else {
        failed += 1;
        print(`FAILED ${one.id}  ${one.title ?? ""}`);
        for (const difference of found) print(`       ${line(difference)}`);
      }
    }
  }
  if (passed + failed === 0 && broken === 0) return stop(`${path}: no golden-cases/1 file here`, print);
  print(`${passed} passed, ${failed} failed`);
  return failed + broken > 0 ? 1 : 0;
}

function stop(message: string, print: (line: string) => void): 2 {
  print(message);
  return 2;
}

function jsonFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(path, name));
}

function readFile(name: string, print: (line: string) => void): GoldenFile | "OTHER" | "BROKEN" {
  try {
    const parsed: unknown = JSON.parse(readFileSync(name, "utf8"));
    if (!isGolden(parsed)) {
      print(`skipped ${name}: not a golden-cases/1 file`);
      return "OTHER";
    }
    return readGoldenFile(parsed, GOLDEN_QUESTIONS);
  } catch (error) {
    const what = error instanceof FactsFault || error instanceof SyntaxError ? error.message : "cannot be read";
    print(`BROKEN ${name}: ${what}`);
    return "BROKEN";
  }
}

function line({ field, expected, actual }: Difference): string {
  return `${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}
