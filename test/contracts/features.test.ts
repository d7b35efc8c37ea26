/** A feature is a folder and a line: what its folder defines it lists, and the API stands without it. */
import "reflect-metadata";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { FEATURES } from "../../src/assembly/features.js";
import { JOBS } from "../../src/assembly/jobs.js";
import { makeSchema } from "../../src/assembly/schema.js";

const folders = [...readdirSync("src/features").map((name) => `features/${name}`), "vocabulary"];
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => path.join(folder, name));

it("every folder with a list of its own is let in, and only the assembly reads those lists", () => {
  const listed = folders.filter((name) => readdirSync(path.join("src", name)).includes("index.ts"));
  expect(listed).toHaveLength(FEATURES.length);
  const importing = listed.flatMap((name) =>
    filesIn("src").filter((file) => new RegExp(`"(\\.\\./)+${name}/index\\.js"`).test(readFileSync(file, "utf8"))),
  );
  expect([...new Set(importing)]).toEqual(["src/assembly/features.ts"]);
});

it("every class with operations or fields is listed, once", () => {
  const written = ["src/features", "src/platform", "src/assembly", "src/vocabulary"]
    .flatMap(filesIn)
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/@Resolver\(.*\)\s*export class (\w+)/g)].map(([, name]) => name));
  const listed = FEATURES.flatMap(({ resolvers }) => resolvers.map(({ name }) => name));
  expect([...listed].sort()).toEqual([...written].sort());
});

it("no two features know how to fetch one type, and no two jobs have one name", () => {
  const types = FEATURES.flatMap(({ nodes = {} }) => Object.keys(nodes));
  const jobs = JOBS.map(({ name }) => name);
  for (const names of [types, jobs]) expect(new Set(names).size).toBe(names.length);
});

it("the schema stands without any one of them", () => {
  const whole = Object.keys(makeSchema().getMutationType()?.getFields() ?? {}).length;
  const left = FEATURES.map((out) => makeSchema(FEATURES.filter((each) => each !== out)));
  const fewer = left.filter((schema) => Object.keys(schema.getMutationType()?.getFields() ?? {}).length < whole);
  expect(fewer.length).toBeGreaterThan(5);
});
