import { expect, it } from "@jest/globals";
import { said } from "../../src/kernel/said.js";

it("keeps what was said, false, nothing and empty included, and drops what was left out or null", () => {
  expect(said({ a: false, b: 0, c: "", d: null, e: undefined, f: [] })).toEqual({ a: false, b: 0, c: "", f: [] });
  expect(Object.keys(said({ d: null, e: undefined }))).toEqual([]);
});
