/** Types of what an app asks, and the hash that each document is asked by. */
import { createHash } from "node:crypto";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, getOperationAST, isScalarType, isSpecifiedScalarType, parse } from "graphql";

/** Days, instants, amounts and ids are texts; these alone are numbers. */
const NUMBERS = ["Latitude", "Longitude", "NonNegativeInt", "PositiveInt"];

export async function generate(sdl: string, documents: readonly string[]): Promise<string> {
  const scalars = Object.values(buildSchema(sdl).getTypeMap())
    .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
    .map(({ name }) => [name, NUMBERS.includes(name) ? "number" : name === "JSONObject" ? "Record<string, unknown>" : "string"]);
  const types = await codegen({
    filename: "graph.ts",
    schema: parse(sdl),
    documents: documents.map((text) => ({ document: parse(text) })),
    plugins: [{ operations: { strictScalars: true, scalars: { ...Object.fromEntries(scalars), ID: "string" } } }],
    pluginMap: { operations },
    config: {},
  });
  const constants = documents.map((text) => {
    const { name, operation } = getOperationAST(parse(text)) ?? {};
    const kind = operation === "query" ? "Query" : operation === "mutation" ? "Mutation" : "Subscription";
    const type = `Registered<${name?.value}${kind}, ${name?.value}${kind}Variables>`;
    const hash = createHash("sha256").update(text).digest("hex");
    return `export const ${name?.value}: ${type} = { name: "${name?.value}", hash: "${hash}" };`;
  });
  return ['import type { Registered } from "./gateway.js";', "", types.trim(), "", ...constants, ""].join("\n");
}
