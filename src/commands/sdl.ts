/** npm run sdl: writes the published API to schema/gateway.graphql; with --check fails when it is not what the code says. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeSchema, sdlOf } from "../assembly/schema.js";
import { command } from "./command.js";

const FILE = path.resolve(import.meta.dirname, "../../schema/gateway.graphql");

export const sdl = command({
  name: "sdl",
  summary: "writes the published API to schema/gateway.graphql",
  options: { check: { says: "writes nothing, and ends with 1 when the file is not what the code offers" } },
  run: async ({ check }, { note }) => {
    const offered = sdlOf(makeSchema());
    if (!check) return void (await writeFile(FILE, offered));
    if ((await readFile(FILE, "utf8").catch(() => "")) === offered) return 0;
    note("schema/gateway.graphql is not what the code offers: run npm run sdl and review the difference");
    return 1;
  },
});
