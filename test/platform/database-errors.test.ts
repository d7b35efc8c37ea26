import { expect, test } from "@jest/globals";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { classify, sqlState, Unavailable, UnknownOutcome } from "../../src/platform/postgres/database-errors.js";

const state = (code: string, more = {}): Error => Object.assign(new Error("x"), { code, ...more });

test.each([
  ["23505", "UNIQUE"],
  ["23P01", "EXCLUSION"],
  ["23514", "CHECK"],
  ["23503", "FOREIGN_KEY"],
  ["23502", "NOT_NULL"],
  ["40001", "RETRY"],
  ["40P01", "RETRY"],
  ["55P03", "TIMEOUT"],
  ["57014", "TIMEOUT"],
  ["57P01", "UNAVAILABLE"],
  ["08006", "UNAVAILABLE"],
  ["53300", "UNAVAILABLE"],
  ["ECONNREFUSED", "UNAVAILABLE"],
  ["42501", "DENIED"],
  ["22P02", "OTHER"],
  ["0A000", "OTHER"],
])("%s means %s", (code, kind) => {
  expect(classify(state(code)).kind).toBe(kind);
  expect(classify(new DrizzleQueryError("select 1", [], state(code))).kind).toBe(kind);
});

test("the constraint's name comes along", () => {
  const fault = classify(new DrizzleQueryError("q", [], state("23P01", { constraint: "slot_periods_never_overlap" })));
  expect(fault).toEqual({ kind: "EXCLUSION", constraint: "slot_periods_never_overlap" });
});

test("a statement prepared before a migration is tried again", () => {
  expect(classify(state("0A000", { routine: "RevalidateCachedQuery" })).kind).toBe("RETRY");
});

test("lost connections, strangers and nothing at all", () => {
  expect(classify(new Error("Connection terminated unexpectedly")).kind).toBe("UNAVAILABLE");
  expect([classify(new UnknownOutcome()).kind, classify(new Unavailable()).kind]).toEqual(["UNAVAILABLE", "UNAVAILABLE"]);
  for (const other of [new Error("x"), "x", null, undefined, 7]) expect(classify(other)).toEqual({ kind: "OTHER" });
  expect(sqlState(new DrizzleQueryError("q", [], state("23505")))).toBe("23505");
});
