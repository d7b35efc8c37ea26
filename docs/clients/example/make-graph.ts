/** node --import ./src/typescript.mjs docs/clients/example/make-graph.ts: writes graph.ts from the documents that this app uses. */
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

if (import.meta.filename === process.argv[1]) writeFileSync("docs/clients/example/graph.ts", await graph());
