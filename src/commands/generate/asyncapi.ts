/** npm run asyncapi: writes schema/asyncapi.json, the types of events for those who write the program at the other end. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { GRAPH_VERSION } from "../../assembly/schema.js";
import { asyncApiDocument } from "../../features/events/asyncapi.js";
import { command } from "../command.js";

const FILE = path.resolve(import.meta.dirname, "../../../schema/asyncapi.json");

export const asyncapi = command({
  name: "asyncapi",
  summary: "writes the types of events as AsyncAPI to schema/asyncapi.json",
  options: { check: { says: "writes nothing, and ends with 1 when the file is not what the list says" } },
  run: async ({ check }, { note }) => {
    const text = `${JSON.stringify(asyncApiDocument(GRAPH_VERSION), null, 1)}\n`;
    if (!check) return void (await writeFile(FILE, text));
    if ((await readFile(FILE, "utf8").catch(() => null)) === text) return 0;
    note("schema/asyncapi.json is not what the types of events say: run npm run asyncapi");
    return 1;
  },
});
