/** docs/security.md: every test that it names is there, and what it counts is counted again. */
import "reflect-metadata";
import { globSync, readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { makeSchema } from "../../src/assembly/schema.js";
import { CORPUS } from "../security/abuse-corpus.js";
import { attempts, KEPT } from "../security/attacks/attempts.js";
import { ATTACKS } from "../security/attacks/neighbour-attacks.js";
import { PAYLOADS } from "../security/injection/corpus.js";
import { placesOf } from "../security/injection/places.js";

const page = readFileSync("docs/security.md", "utf8").replaceAll("\n", " ");

it("names tests that exist", () => {
  const tests = globSync("test/**/*.test.ts");
  const named = [...page.matchAll(/`((?:[\w-]+\/)*[\w.-]+\.test\.ts)`/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(50);
  expect([...new Set(named)].filter((name) => !tests.some((file) => `/${file}`.endsWith(`/${name}`)))).toEqual([]);
});

it("has a test in every line of its threats that is a threat here", () => {
  const lines = page.match(/\| B\d+[^|]*\|[^|]*\|[^|]*\|/g) ?? [];
  expect(lines.length).toBeGreaterThan(25);
  expect(lines.filter((line) => !/`[^`]*test[^`]*`|none is needed/.test(line))).toEqual([]);
});

const works = readFileSync("test/security/attacks/expected/database.txt", "utf8").split("## ")[1]?.trim().split("\n").slice(1) ?? [];
it.each([
  ["tables that removal may remove from", /in any of the (\d+) tables/g, () => KEPT.length],
  ["places that take a value", /(\d+) places/g, () => placesOf(makeSchema()).length],
  ["statements that each login tries", /of the login of requests \d+ of (\d+) attacks/g, () => attempts("o", ["a", "b", "c", "d"]).length],
  ["statements that work for the login of requests", /of the login of requests (\d+) of/g, () => works.length],
  ["hostile documents", /B14[^|]*\|[^|]*\|[^|]*\| (\d+) documents/g, () => CORPUS.length],
  ["hostile texts", /puts (\d+) hostile texts/g, () => PAYLOADS.length],
  ["ways to be in others' way", /attacks in (\d+) ways/g, () => Object.keys(ATTACKS).length],
])("counts %s right", (_name, told, counted) => {
  const figures = [...page.matchAll(told)].map(([, figure]) => Number(figure));
  expect(figures.length).toBeGreaterThan(0);
  expect(new Set(figures)).toEqual(new Set([counted()]));
});
