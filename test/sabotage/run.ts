/**
 * node --import ./src/typescript.mjs test/sabotage/run.ts [name ...]
 *
 * Tests the tests: takes one control away, or all that stand for the same thing, and runs the check that should notice.
 * A check that stays green where the list says red is no check. Not part of `npm test`: it takes minutes and means to fail.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

type Sabotage = {
  readonly name: string;
  readonly what: string;
  readonly check: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** Green where other controls stand for the same thing, and then that is what the run shows. */
  readonly expected: "RED" | "GREEN";
};

const JEST = ["--no-warnings", "--import", "./src/typescript.mjs", "node_modules/jest/bin/jest.js"];
const only = (races: string): string[] => [...JEST, "test/bookings/book-slot.race", "-t", races];
const UNIT = only("callers for one slot|for the last places");
const HOLD = only("holding against booking");
const TWICE = only("everyone sends twice");
const CRASH = ["--no-warnings", "--import", "./src/typescript.mjs", "test/crash/run.ts", "--bookings", "500", "--kills", "6", "--sabotage"];

const BOOKING = path.resolve("test/bookings/book-slot.test.ts");
const effects = mkdtempSync(path.join(tmpdir(), "sabotage-"));

/** One thing that a booking writes beside itself is forgotten, as a forgotten line would be (effects.mjs). */
function forgotten(effect: string): Pick<Sabotage, "env" | "args"> {
  const file = path.join(effects, `${effect}.json`);
  writeFileSync(file, JSON.stringify({ [BOOKING]: `bookSlot/${effect}` }));
  return { env: { EFFECTS_GONE: file }, args: ["--import", "./test/sabotage/effects.mjs", ...JEST, BOOKING] };
}

const SABOTAGES: readonly Sabotage[] = [
  { name: "nothing", what: "nothing", check: "races for a unit", args: UNIT, expected: "GREEN" },
  {
    name: "constraint",
    what: "the seat index and the capacity constraint",
    check: "races for a unit",
    env: { SABOTAGE: "constraint" },
    args: UNIT,
    expected: "GREEN",
  },
  { name: "lock", what: "every row lock", check: "races for a unit", env: { SABOTAGE: "lock" }, args: UNIT, expected: "GREEN" },
  {
    name: "lock-hold",
    what: "every row lock",
    check: "race of holding against booking",
    env: { SABOTAGE: "lock" },
    args: HOLD,
    expected: "RED",
  },
  {
    name: "lock-and-condition",
    what: "every row lock and the condition in the update",
    check: "races for a unit",
    env: { SABOTAGE: "lock,condition" },
    args: UNIT,
    expected: "GREEN",
  },
  {
    name: "unit",
    what: "lock, condition and constraints: nothing guards the unit",
    check: "races for a unit",
    env: { SABOTAGE: "lock,condition,constraint" },
    args: UNIT,
    expected: "RED",
  },
  { name: "key", what: "the memory of keys", check: "race of repeated requests", env: { SABOTAGE: "key" }, args: TWICE, expected: "RED" },
  {
    name: "key-model",
    what: "the memory of keys",
    check: "model",
    env: { SABOTAGE: "key" },
    args: [...JEST, "test/bookings/model"],
    expected: "RED",
  },
  { name: "key-crash", what: "the memory of keys", check: "crash run", args: [...CRASH, "key"], expected: "RED" },
  {
    name: "fresh-keys",
    what: "the key of a retry: clients send a new one",
    check: "crash run",
    args: [...CRASH, "fresh-keys"],
    expected: "RED",
  },
  { name: "event", what: "the event of a booking", check: "tests of booking", ...forgotten("put_outbox"), expected: "RED" },
  {
    name: "trail",
    what: "the line of a booking in the audit trail",
    check: "tests of booking",
    ...forgotten("put_audit_event"),
    expected: "RED",
  },
  { name: "async-commit", what: "synchronous commit", check: "crash run", args: [...CRASH, "async-commit"], expected: "RED" },
];

/** Lines that say what a check saw. */
const TELLING =
  /●.*›|acknowledged in|"(doubleBooked|nobodyWasTold|acknowledgedLost|answeredOtherwise)": [1-9]|FAILED|\d+ passed, \d+ failed/;

function run({ args, env = {} }: Sabotage): Promise<{ code: number | null; told: string[] }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (said += bytes.toString()));
    child.on("close", (code) => {
      const lines = said.split("\n").filter((line) => TELLING.test(line));
      resolve({ code, told: [...new Set(lines.map((line) => line.trim()))] });
    });
  });
}

const asked = process.argv.slice(2);
let faults = 0;
for (const sabotage of SABOTAGES.filter((s) => asked.length === 0 || asked.includes(s.name))) {
  const { code, told } = await run(sabotage);
  // a check that did not come to its end saw nothing
  const outcome = code === 0 ? "GREEN" : told.length > 0 ? "RED" : "DID NOT RUN";
  if (outcome !== sabotage.expected) faults += 1;
  process.stdout.write(`${outcome} (${sabotage.expected} expected): ${sabotage.check} without ${sabotage.what}\n`);
  for (const line of told) process.stdout.write(`    ${line}\n`);
}
rmSync(effects, { recursive: true });
process.exitCode = faults === 0 ? 0 : 1;
