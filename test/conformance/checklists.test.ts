/** What graphql-cop, BatchQL, Clairvoyance, InQL and GraphCrawler look for, asked of the product's own schema in production mode. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { isInputObjectType, isObjectType } from "graphql";
import { makeSchema } from "../../src/assembly/schema.js";
import { makeApollo } from "../../src/gateway/execution/server.js";
import { guardedTypes, policyOfField } from "../../src/gateway/api/policy.js";
import { start } from "../gateway/world.js";

let world: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  const schema = makeSchema();
  const { apollo } = makeApollo({ schema, production: true, introspection: false });
  await apollo.start();
  world = await start({ apollo: apollo as never }, { production: true, introspection: false });
});
afterAll(() => world.stop());

const post = (query: string, more: object = {}) =>
  world.raw("/graphql", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query, ...more }) });

describe("graphql-cop finds nothing:", () => {
  const refused: [string, () => ReturnType<typeof post>][] = [
    ["introspection", () => post("{ __schema { types { name } } }")],
    ["circular introspection", () => post("{ __schema { types { fields { type { fields { type { name } } } } } } }")],
    ["alias overloading", () => post(`{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(" ")} }`)],
    ["directive overloading", () => post(`{ __typename ${"@aa".repeat(10)} }`)],
    [
      "array batching",
      () =>
        world.raw("/graphql", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: "{ __typename }" }))),
        }),
    ],
    ["a query by GET without preflight", () => world.raw("/graphql?query={__typename}")],
    ["a mutation by GET", () => world.raw("/graphql?query=mutation{__typename}", { headers: { "apollo-require-preflight": "1" } })],
    [
      "a url-encoded POST",
      () =>
        world.raw("/graphql", {
          method: "POST",
          headers: { "content-type": "application/x-www-form-urlencoded" },
          body: "query={__typename}",
        }),
    ],
    ["an IDE page", () => world.raw("/graphql", { headers: { accept: "text/html" } })],
  ];
  it.each(refused)("%s is refused", async (_name, ask) => {
    const answer = await ask();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toMatch(/<html|GraphiQL|Playground|"data":\{/i);
  });

  it("directive overloading gives three errors at most", async () => {
    const answer = await post(`{ __typename ${Array.from({ length: 10 }, (_, i) => `@a${i}`).join(" ")} }`);
    expect(answer.body.errors?.length).toBeLessThanOrEqual(3);
  });

  it("no trace, no stack and no suggestion is in an answer", async () => {
    for (const query of ["{ __typename }", "{ servces { code } }", "{ services { cod } }", "query { ", "{ services(x: 1) { code } }"]) {
      expect((await post(query)).text).not.toMatch(/tracing|stacktrace|exception|Did you mean|node_modules/i);
    }
  });
});

describe("Clairvoyance learns nothing:", () => {
  it("no name of ours comes back that was not sent", async () => {
    const schema = makeSchema();
    const names = new Set(
      Object.values(schema.getTypeMap()).flatMap((type) =>
        isObjectType(type) || isInputObjectType(type) ? [...Object.keys(type.getFields())] : [],
      ),
    );
    const long = [...names].filter((name) => name.length > 6);
    for (const name of long.filter((_, i) => i % 10 === 0)) {
      const misspelt = `${name.slice(0, -1)}${name.endsWith("x") ? "y" : "x"}`;
      for (const query of [`{ ${misspelt} }`, `{ services { ${misspelt} } }`, `mutation { ${misspelt} }`]) {
        const text = ((await post(query)).body.errors ?? []).map((error) => String(error.message)).join(" ");
        const echoed = long.filter((known) => known !== misspelt && !query.includes(known) && new RegExp(`\\b${known}\\b`).test(text));
        expect([query, echoed]).toEqual([query, []]);
      }
    }
  });
});

describe("InQL and GraphCrawler find nothing open:", () => {
  const PERSONAL =
    /^(name|givenNames|familyName|birth\w*|civil\w*|phone|email|address\w*|postnr|condition\w*|facts|iban|accountNumber|patient)$/;
  /** Of the public directory: a clinic's own name and address are meant for everyone, as are the names of lists. */
  const DIRECTORY = new Set([
    "Clinic",
    "Provider",
    "Practitioner",
    "PostalCode",
    "Service",
    "Organisation",
    "EnumWords",
    "ListedCondition",
  ]);
  /** The list of codes itself, which says nothing of anybody. */
  const LISTS = new Set(["Query.conditions"]);
  it("every field with a word for personal data or payment is behind a guard", () => {
    const schema = makeSchema();
    const open = guardedTypes(schema).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => PERSONAL.test(field.name) && !DIRECTORY.has(type.name) && policyOfField(schema, type, field)?.includes("PUBLIC"))
        .map((field) => `${type.name}.${field.name}`)
        .filter((name) => !LISTS.has(name)),
    );
    expect(open).toEqual([]);
  });
});
