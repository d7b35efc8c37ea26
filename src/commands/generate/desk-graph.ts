/**
 * npm run desk-graph: writes web/src/graph/<client>.ts, what the pages of web/ ask the graph for: the types of each registered
 * document, and the document with the hash by which it is asked for.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as operationTypes from "@graphql-codegen/typescript-operations";
import { minifyIntrospectionQuery } from "@urql/introspection";
import {
  buildSchema,
  getOperationAST,
  introspectionFromSchema,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  type GraphQLSchema,
} from "graphql";
import { storedOperations, type StoredOperation } from "../../assembly/operations.js";
import { command } from "../command.js";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const FOLDER = path.join(ROOT, "web/src/graph");
/** Scalars that travel as numbers; all others are texts. */
const NUMBERS = new Set(["Latitude", "Longitude", "NonNegativeInt", "PositiveInt"]);

export const deskGraph = command({
  name: "desk-graph",
  summary: "writes what the pages of web/ ask the graph for to web/src/graph",
  options: { check: { says: "writes nothing, and ends with 1 when a file is not what schema/ holds" } },
  run: async ({ check }, { note }) => {
    const schema = buildSchema(await readFile(path.join(ROOT, "schema/gateway.graphql"), "utf8"));
    const stale: string[] = [];
    const keep = async (name: string, text: string): Promise<void> => {
      const file = path.join(FOLDER, name);
      if ((await readFile(file, "utf8").catch(() => null)) === text) return;
      stale.push(name);
      if (!check) await mkdir(FOLDER, { recursive: true }).then(() => writeFile(file, text));
    };
    // what the client's cache knows of the types
    await keep("schema.json", `${JSON.stringify(minifyIntrospectionQuery(introspectionFromSchema(schema)))}\n`);
    const all = storedOperations();
    for (const client of new Set(all.map((operation) => operation.client))) {
      const stored = all.filter((operation) => operation.client === client);
      await keep(`${client}.ts`, await typesOf(schema, `${client}.ts`, stored));
    }
    if (!check || stale.length === 0) return 0;
    note(`web/src/graph is not what schema/ holds (${stale.join(", ")}): run npm run desk-graph`);
    return 1;
  },
});

async function typesOf(schema: GraphQLSchema, filename: string, stored: readonly StoredOperation[]): Promise<string> {
  const documents = stored.map(({ name, forCache }) => ({ location: name, document: parse(forCache.document) }));
  const config = { strictScalars: true, immutableTypes: true, scalars: { ...scalarsOf(schema), ID: "string" } };
  const types = await codegen({
    filename,
    schema: parse(await readFile(path.join(ROOT, "schema/gateway.graphql"), "utf8")),
    documents,
    plugins: [{ "typescript-operations": {} }],
    pluginMap: { "typescript-operations": operationTypes },
    config,
  });
  const constants = stored.map(({ forCache: { document, hash } }) => {
    const { name, operation } = getOperationAST(parse(document)) ?? {};
    const said = `${name?.value}${operation?.replace(/^./, (first) => first.toUpperCase())}`;
    return `export const ${name?.value} = /* @__PURE__ */ registered<${said}, ${said}Variables>(\n  "${hash}",\n  ${JSON.stringify(document)},\n);`;
  });
  return ["/** Made by npm run desk-graph. */", 'import { registered } from "./registered";', "", types.trim(), "", ...constants, ""].join(
    "\n",
  );
}

function scalarsOf(schema: GraphQLSchema): Record<string, string> {
  const own = Object.values(schema.getTypeMap()).filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  const typeOf = (name: string): string =>
    NUMBERS.has(name) ? "number" : name === "JSONObject" ? "Readonly<Record<string, unknown>>" : "string";
  return Object.fromEntries(own.map(({ name }) => [name, typeOf(name)]));
}
