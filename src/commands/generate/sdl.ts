/**
 * npm run sdl: writes the published API to schema/gateway.graphql, says how much of it is a typed graph, or what changed in it
 * since the release. What breaks a released graph fails the check. A document without example variables gets some.
 */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { storedOperations } from "../../assembly/operations.js";
import { makeSchema, sdlOf } from "../../assembly/schema.js";
import { command } from "../command.js";
import { exampleVariables } from "./sdl-examples.js";
import { sdlDifference } from "./sdl-diff.js";
import { measureSdl, measureText } from "./sdl-measure.js";

const FOLDER = path.resolve(import.meta.dirname, "../../../schema");
const FILE = path.join(FOLDER, "gateway.graphql");
/** A copy of gateway.graphql as it was released last; there is none before the first release. */
const RELEASE = path.join(FOLDER, "released.graphql");
const read = (name: string): Promise<string | null> => readFile(name, "utf8").catch(() => null);

export const sdl = command({
  name: "sdl",
  summary: "writes the published API to schema/gateway.graphql",
  options: {
    measure: { says: "prints how much of the schema is enumerations, objects and ids" },
    diff: { says: "prints what changed since the release" },
    check: { says: "writes nothing, and ends with 1 when the file is not what the code offers or breaks what was released" },
  },
  run: async ({ check, diff, measure }, { note }) => {
    const schema = makeSchema();
    const offered = sdlOf(schema);
    if (measure) return void console.log(measureText(measureSdl(offered)));
    if (!check && !diff) {
      await writeFile(FILE, offered);
      for (const { document, examples } of storedOperations())
        if (!existsSync(examples)) await writeFile(examples, `${JSON.stringify(exampleVariables(schema, document), null, 2)}\n`);
      return;
    }
    const stale = check && (await read(FILE)) !== offered;
    if (stale) note("schema/gateway.graphql is not what the code offers: run npm run sdl and review the difference");
    const released = await read(RELEASE);
    if (released === null && diff) console.log("nothing is released yet: every change is allowed (docs/graph-changelog.md)");
    if (released === null) return stale ? 1 : 0;
    const { breaking, expected, harmless } = await sdlDifference(released, offered, new Date().toISOString().slice(0, 10));
    for (const message of breaking) note(`breaks clients: ${message}`);
    if (diff) for (const message of [...expected, ...harmless]) console.log(message);
    return stale || breaking.length > 0 ? 1 : 0;
  },
});
