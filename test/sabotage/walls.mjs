/** Loaded before tests and gateways (test/sabotage/walls.ts): reads one file of the product as if a wall had never been written into it. */
import { Buffer } from "node:buffer";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { file, from, to } = JSON.parse(process.env.WALL_GONE ?? "{}");
const { readFileSync } = fs;

if (file !== undefined) {
  fs.readFileSync = function (name, ...more) {
    const read = readFileSync.call(this, name, ...more);
    if (!String(name).endsWith(file)) return read;
    const without = read.toString().replaceAll(from, to);
    return typeof read === "string" ? without : Buffer.from(without);
  };
  syncBuiltinESMExports();
}
