import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { JsonShape } from "../../src/gateway/http/body/json-shape.js";
import { cases } from "../support/size.js";

const takes = (text: string, piece = text.length || 1): boolean => {
  const bytes = Buffer.from(text);
  const shape = new JsonShape();
  for (let at = 0; at < bytes.length; at += piece) if (!shape.takes(bytes.subarray(at, at + piece))) return false;
  return true;
};

it("takes what nests sixty-four deep and holds two hundred thousand values, and nothing beyond", () => {
  expect(takes("[".repeat(64) + "]".repeat(64))).toBe(true);
  expect(takes("[".repeat(65) + "]".repeat(65))).toBe(false);
  expect(takes('{"a":'.repeat(65))).toBe(false);
  expect(takes(`[${"1,".repeat(199_990)}1]`)).toBe(true);
  expect(takes(`[${"1,".repeat(200_001)}1]`)).toBe(false);
  expect(takes(`[${"[],".repeat(150_000)}[]]`)).toBe(false);
});

it("does not look into texts, wherever the pieces end", () => {
  const text = `{"a":"${'[{,\\"\\\\'.repeat(200)}","b":["\\\\"]}`;
  for (const piece of [1, 2, 3, 7, 64, text.length]) expect([piece, takes(text, piece)]).toEqual([piece, true]);
  // a text that ends after two backslashes is over, and what follows counts
  for (const piece of [1, 2, 3, 7, 1_000]) expect([piece, takes(`["\\\\",${"[".repeat(70)}`, piece)]).toEqual([piece, false]);
});

it("takes whatever JSON is small, in pieces of any size, as it takes it whole", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 1, max: 9 }), (value, piece) => takes(JSON.stringify(value), piece)),
    { numRuns: cases(50, 500) },
  );
});
