/**
 * npm run documents: writes schema/persisted-documents.json, the registered documents by their sha256 in the form of Apollo's
 * manifest, for clients that send the hash instead of the text.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { documentManifest } from "../../assembly/operations.js";
import { command } from "../command.js";

const FILE = path.resolve(import.meta.dirname, "../../../schema/persisted-documents.json");

export const documents = command({
  name: "documents",
  summary: "writes the registered documents by hash to schema/persisted-documents.json",
  options: { check: { says: "writes nothing, and ends with 1 when the file is not what schema/operations holds" } },
  run: async ({ check }, { note }) => {
    const text = `${JSON.stringify(documentManifest(), null, 1)}\n`;
    if (!check) return void (await writeFile(FILE, text));
    if ((await readFile(FILE, "utf8").catch(() => null)) === text) return 0;
    note("schema/persisted-documents.json is not what schema/operations holds: run npm run documents");
    return 1;
  },
});
