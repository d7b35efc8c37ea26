/** npm run client-graph: writes graph.ts from the documents that this app uses; with --check it only says whether that changes it. */
import { readFileSync, writeFileSync } from "node:fs";
import { generate } from "./codegen.js";

export const DOCUMENTS = [
  "schema/operations/member-app/my-claims.graphql",
  "schema/operations/health-team+member-app/find-providers.graphql",
  "schema/operations/health-team+member-app/book-slot.graphql",
  "schema/operations/member-app/booking-changed.graphql",
];

export const graph = (): Promise<string> =>
  generate(
    readFileSync("schema/gateway.graphql", "utf8"),
    DOCUMENTS.map((file) => readFileSync(file, "utf8")),
  );

const FILE = "docs/clients/example/graph.ts";

if (import.meta.filename === process.argv[1]) {
  const made = await graph();
  const check = process.argv.includes("--check");
  if (!check) writeFileSync(FILE, made);
  else if (readFileSync(FILE, "utf8") !== made) {
    process.stderr.write(`${FILE} is not what schema/ holds: run npm run client-graph\n`);
    process.exitCode = 1;
  }
}
