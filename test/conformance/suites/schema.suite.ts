/** The published schema, read by other people's linters and compiled by Relay. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "@jest/globals";
import { buildSchema, getNamedType, isObjectType, isRequiredArgument } from "graphql";
import { makeSchema, sdlOf } from "../../../src/assembly/schema.js";

const need = createRequire(import.meta.url);
const here = path.dirname(need.resolve("./package.json"));
const sdl = sdlOf(makeSchema());
// read again from its text: this folder has a graphql of its own
const schema = buildSchema(sdl);

function folder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), "relay-"));
  writeFileSync(path.join(dir, "schema.graphql"), sdl);
  return dir;
}

/** For every list of the root that is a connection: a query, a pagination fragment, and the variables they need. */
function probe(): string {
  const query = schema.getQueryType();
  const parts = Object.values(query?.getFields() ?? {}).flatMap((field) => {
    const type = getNamedType(field.type);
    if (!type.name.endsWith("Connection") || !isObjectType(type)) return [];
    const needed = field.args.filter((arg) => isRequiredArgument(arg) && arg.name !== "first");
    const name = `Probe${field.name[0]?.toUpperCase()}${field.name.slice(1)}`;
    const declared = needed.map((arg) => `${arg.name}: {type: "${String(arg.type)}"}`);
    const given = ["first: $count", "after: $cursor", ...needed.map((arg) => `${arg.name}: $${arg.name}`)].join(", ");
    const filters = needed.length > 0 ? `, filters: [${needed.map((arg) => `"${arg.name}"`).join(", ")}]` : "";
    const fragment = `fragment ${name}_list on Query @refetchable(queryName: "${name}PageQuery") @argumentDefinitions(count: {type: "Int!"}, cursor: {type: "String"}${declared.length ? `, ${declared.join(", ")}` : ""}) { ${field.name}(${given}) @connection(key: "${name}_${field.name}"${filters}) { edges { node { __typename } } } }`;
    const variables = ["$count: Int!", ...needed.map((arg) => `$${arg.name}: ${String(arg.type)}`)].join(", ");
    const passed = ` @arguments(${["count", ...needed.map((arg) => arg.name)].map((arg) => `${arg}: $${arg}`).join(", ")})`;
    return [fragment, `query ${name}Query(${variables}) { ...${name}_list${passed} }`].map((text) => `graphql\`${text}\`;`);
  });
  return `declare const graphql: (text: TemplateStringsArray) => unknown;\n${parts.join("\n")}\n`;
}

it("relay-compiler compiles a probe with every list of ours as a connection that can be paged", () => {
  const dir = folder();
  mkdirSync(path.join(dir, "src", "__generated__"), { recursive: true });
  const text = probe();
  // one module per operation: Relay names documents after their file
  const documents = text.split("\n").filter((line) => line.startsWith("graphql`"));
  documents.forEach((document) => {
    const name = /(?:fragment|query) (Probe[A-Za-z]+?)(?:_|Query)/.exec(document)?.[1] ?? "Probe";
    writeFileSync(
      path.join(dir, "src", `${name}.ts`),
      documents.filter((each) => each.includes(` ${name}_`) || each.includes(` ${name}Query`)).join("\n"),
    );
  });
  writeFileSync(
    path.join(dir, "relay.config.json"),
    JSON.stringify({
      src: "./src",
      schema: "./schema.graphql",
      language: "typescript",
      artifactDirectory: "./src/__generated__",
      customScalarTypes: Object.fromEntries(["BigInt", "DateTime", "LocalDate", "UUID"].map((name) => [name, "string"])),
    }),
  );
  const said = execFileSync(path.join(here, "node_modules/.bin/relay-compiler"), ["relay.config.json"], {
    cwd: dir,
    encoding: "utf8",
    stdio: "pipe",
  });
  expect(said).toMatch(/Done|documents/i);
  expect(documents.length).toBeGreaterThan(10);
});

it("graphql-schema-linter has nothing to say, alphabetical order aside", () => {
  const dir = folder();
  const rules = [
    "arguments-have-descriptions",
    "defined-types-are-used",
    "deprecations-have-a-reason",
    "descriptions-are-capitalized",
    "enum-values-all-caps",
    "enum-values-have-descriptions",
    "fields-are-camel-cased",
    "fields-have-descriptions",
    "input-object-values-are-camel-cased",
    "input-object-values-have-descriptions",
    "relay-connection-types-spec",
    "relay-page-info-spec",
    "types-are-capitalized",
    "types-have-descriptions",
  ];
  const run = () =>
    execFileSync(
      path.join(here, "node_modules/.bin/graphql-schema-linter"),
      ["--rules", rules.join(","), "--format", "compact", path.join(dir, "schema.graphql")],
      { encoding: "utf8", stdio: "pipe" },
    );
  expect(
    ((): string => {
      try {
        return run();
      } catch (error) {
        return String((error as { stdout?: string }).stdout ?? error);
      }
    })(),
  ).toMatch(/^\s*$/);
});

it("graphql-eslint, all its rules for schemas and for Relay, has nothing to say", () => {
  const file = path.join(here, "published.graphql");
  writeFileSync(file, sdl);
  let said = "[]";
  try {
    said = execFileSync(path.join(here, "node_modules/.bin/eslint"), ["published.graphql", "-f", "json"], {
      cwd: here,
      encoding: "utf8",
      stdio: "pipe",
      env: { ...process.env, SCHEMA: "./published.graphql" },
    });
  } catch (error) {
    said = String((error as { stdout?: string }).stdout);
  } finally {
    rmSync(file);
  }
  const [result] = JSON.parse(said) as { messages: { ruleId: string; message: string }[] }[];
  const messages = (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId} ${/"(\w+)"/.exec(message)?.[1]}`);
  expect(messages).toEqual([]);
});
