/** Types made from the schema and from what the clients run, by a generator that nobody here wrote: strict, with every scalar mapped. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { buildSchema, isScalarType, isSpecifiedScalarType } from "graphql";
import { storedOperations } from "../../../src/assembly/operations.js";

const here = path.resolve("test/conformance/suites");
const schema = buildSchema(readFileSync("schema/gateway.graphql", "utf8"));
const NUMBERS = ["Latitude", "Longitude", "NonNegativeInt", "PositiveInt"];
const scalars = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
    .map(({ name }) => [name, NUMBERS.includes(name) ? "number" : "string"]),
);
/** A folder is named after every client that runs what is in it. */
const documentsOf = (client: string): string[] =>
  readdirSync("schema/operations")
    .filter((folder) => folder.split("+").includes(client))
    .map((folder) => path.resolve("schema/operations", folder, "*.graphql"));
const clients = [...new Set(storedOperations().map(({ client }) => client))];

describe("the documents of the clients, as types", () => {
  let dir: string;
  const run = (tool: string, args: readonly string[]): string =>
    execFileSync(process.execPath, [path.join(here, "node_modules/.bin", tool), ...args], { cwd: here, encoding: "utf8", stdio: "pipe" });
  beforeAll(() => {
    dir = mkdtempSync(path.join(tmpdir(), "codegen-"));
    const config = { strictScalars: true, defaultScalarType: "never", immutableTypes: true, scalars: { ...scalars, ID: "string" } };
    const generates = Object.fromEntries(
      clients.map((client) => [
        path.join(dir, `${client}.ts`),
        { documents: documentsOf(client), plugins: ["typescript-operations"], config },
      ]),
    );
    writeFileSync(path.join(dir, "codegen.json"), JSON.stringify({ schema: path.resolve("schema/gateway.graphql"), generates }));
    run("graphql-codegen", ["--config", path.join(dir, "codegen.json"), "--silent"]);
  }, 120_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it("are made for each client, with no value of an unknown type in them", () => {
    const files = readdirSync(dir).filter((file) => file.endsWith(".ts"));
    expect(files.sort()).toEqual(clients.map((client) => `${client}.ts`).sort());
    for (const file of files) {
      expect(readFileSync(path.join(dir, file), "utf8")).not.toMatch(/readonly \w+\??: (any|unknown|never)\b/);
    }
  });

  it("compile under the strictest settings", () => {
    const files = clients.map((client) => path.join(dir, `${client}.ts`));
    const strict = ["--ignoreConfig", "--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--noEmit"];
    const said = ((): string => {
      try {
        return run("tsc", [...strict, "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", ...files]);
      } catch (error) {
        return String((error as { stdout?: string }).stdout ?? error);
      }
    })();
    expect(said).toBe("");
  }, 120_000);
});
