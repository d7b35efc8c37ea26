/** npm run sdl: writes the published API to schema/gateway.graphql, or says how much of it is a typed graph. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeSchema, sdlOf } from "../assembly/schema.js";
import { command } from "./command.js";
import { measureSdl, told } from "./sdl-measure.js";

const FILE = path.resolve(import.meta.dirname, "../../schema/gateway.graphql");

export const sdl = command({
  name: "sdl",
  summary: "writes the published API to schema/gateway.graphql",
  options: {
    measure: { says: "prints how much of the schema is enumerations, objects and ids" },
    check: { says: "writes nothing, and ends with 1 when the file is not what the code offers" },
  },
  run: async ({ check, measure }, { note }) => {
    const offered = sdlOf(makeSchema());
    if (measure) return void console.log(told(measureSdl(offered)));
    if (!check) return void (await writeFile(FILE, offered));
    if ((await readFile(FILE, "utf8").catch(() => "")) === offered) return 0;
    note("schema/gateway.graphql is not what the code offers: run npm run sdl and review the difference");
    return 1;
  },
});
