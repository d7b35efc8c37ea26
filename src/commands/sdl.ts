/**
 * npm run sdl: writes the published API to schema/gateway.graphql; with --check fails when it is not what the code says, or breaks
 * what was released; with --diff says what changed since the release, with --measure how much of it is a typed graph.
 */
import "reflect-metadata";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeSchema, sdlOf } from "../assembly/schema.js";
import { sdlDifference } from "./sdl-diff.js";
import { measureSdl, told } from "./sdl-measure.js";

const folder = path.resolve(import.meta.dirname, "../../schema");
const file = path.join(folder, "gateway.graphql");
/** A copy of gateway.graphql as it was released last; there is none before the first release. */
const release = path.join(folder, "released.graphql");
const read = (name: string): Promise<string | null> => readFile(name, "utf8").catch(() => null);
const asked = (flag: string): boolean => process.argv.includes(flag);

const sdl = sdlOf(makeSchema());
if (asked("--measure")) console.log(told(measureSdl(sdl)));
else if (asked("--diff") || asked("--check")) await compare();
else await writeFile(file, sdl);

async function compare(): Promise<void> {
  if (asked("--check") && (await read(file)) !== sdl) {
    console.error("schema/gateway.graphql is not what the code offers: run npm run sdl and review the difference");
    process.exitCode = 1;
  }
  const released = await read(release);
  if (released === null) {
    if (asked("--diff")) console.log("nothing is released yet: every change is allowed (docs/graph-changelog.md)");
    return;
  }
  const { breaking, expected, harmless } = await sdlDifference(released, sdl, new Date().toISOString().slice(0, 10));
  for (const message of breaking) console.error(`breaks clients: ${message}`);
  if (asked("--diff")) for (const message of [...expected, ...harmless]) console.log(message);
  if (breaking.length > 0) process.exitCode = 1;
}
