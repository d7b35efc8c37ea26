import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parameterOf } from "../../src/platform/postgres/parameter.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
});
afterAll(() => fresh.drop());

const back = async (type: string, value: unknown): Promise<unknown> =>
  (await fresh.database.pool.query(`select $1::${type} as v`, [parameterOf(value)])).rows[0].v;

test.each<[string, unknown]>([
  ["text", "it's a \\ and a \" and a ø"],
  ["text[]", ["a,b", 'say "no"', "back\\slash", null, "", "NULL", "{}"]],
  ["int[]", [1, null, 3]],
  ["text[]", []],
  ["bool", true],
  ["int", 7],
  ["jsonb", { a: [1, null, "x"] }],
  ["timestamptz", new Date("2026-03-29T01:30:00.123Z")],
  ["bytea", Buffer.from([0, 255, 92, 34])],
  ["bytea[]", [Buffer.from([1, 34]), null]],
])("a %s comes back as it was sent", async (type, value) => {
  expect(await back(type, value)).toEqual(value);
});

test("a big integer and a missing value travel as what they are", async () => {
  expect(await back("int8", 9007199254740993n)).toBe(9007199254740993n);
  expect([parameterOf(undefined), parameterOf(null)]).toEqual([null, null]);
});
