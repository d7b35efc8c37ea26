/**
 * npm run sdl: writes the published API to schema/gateway.graphql; with --check fails when it is not what the code says, with
 * --measure says how much of it is a typed graph.
 */
import "reflect-metadata";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeSchema, sdlOf } from "../assembly/schema.js";
import { measureSdl, told } from "./sdl-measure.js";

const file = path.resolve(import.meta.dirname, "../../schema/gateway.graphql");
const sdl = sdlOf(makeSchema());
if (process.argv.includes("--measure")) {
  console.log(told(measureSdl(sdl)));
} else if (!process.argv.includes("--check")) {
  await writeFile(file, sdl);
} else if ((await readFile(file, "utf8").catch(() => "")) !== sdl) {
  console.error("schema/gateway.graphql is not what the code offers: run npm run sdl and review the difference");
  process.exitCode = 1;
}
