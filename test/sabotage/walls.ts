/**
 * node --import ./src/typescript.mjs test/sabotage/walls.ts [name ...]
 *
 * Tests the attacks of test/security: takes one wall of docs/security.md away at a time, and runs the attack on it, which must turn red.
 * Not part of `npm test`: it takes minutes and means to fail. Of what the database holds the search path of the owner's functions is not in the
 * list: where nobody may make objects, no attack on it works. Each attack of test/security/attacks has a wall here but the two that measure
 * (neighbour, prices): what they measure are the walls of "cost that is real".
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { COST_WALLS } from "./walls/cost.js";
import { DATABASE_WALLS } from "./walls/database.js";
import { DOOR_WALLS } from "./walls/doors.js";
import { PURPOSE_WALLS } from "./walls/purpose.js";
import { TOKEN_WALLS } from "./walls/tokens.js";
import type { Wall } from "./walls/wall.js";

const WALLS: readonly Wall[] = [...DATABASE_WALLS, ...COST_WALLS, ...PURPOSE_WALLS, ...TOKEN_WALLS, ...DOOR_WALLS];

const HOOK = new URL("walls.mjs", import.meta.url);

function run({ attack: [file, test], ...wall }: Wall): Promise<{ readonly red: boolean; readonly told: readonly string[] }> {
  return new Promise((resolve) => {
    const args = [
      "--no-warnings",
      "--import",
      "./src/typescript.mjs",
      "node_modules/jest/bin/jest.js",
      file,
      ...(test ? ["-t", test] : []),
      // what an attack left open is not waited for
      "--forceExit",
    ];
    const env = { ...process.env, WALL_GONE: JSON.stringify(wall), NODE_OPTIONS: `--import ${HOOK.href}` };
    const child = spawn(process.execPath, args, { env, cwd: fileURLToPath(new URL("../..", import.meta.url)), stdio: "pipe" });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (said += bytes.toString()));
    child.on("close", (code) => {
      const told = [...new Set(said.split("\n").filter((line) => /^\s+✕|Test suite failed to run/.test(line)))];
      // a file that could not be loaded has attacked nothing
      resolve({ red: code !== 0 && told.length > 0 && !told.some((line) => line.includes("suite failed")), told });
    });
  });
}

const asked = process.argv.slice(2);
const stood: string[] = [];
for (const { name, file, from } of WALLS)
  if (!readFileSync(file, "utf8").includes(from)) throw new Error(`${file} no longer says what "${name}" takes away`);
for (const wall of WALLS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const { red, told } = await run(wall);
  if (!red) stood.push(wall.name);
  process.stdout.write(
    `${red ? "RED" : "NOBODY MISSES IT"}: ${wall.name} (${wall.attack[0]})\n${told.map((line) => `   ${line}\n`).join("")}`,
  );
}
process.exitCode = stood.length === 0 ? 0 : 1;
