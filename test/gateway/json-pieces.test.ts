import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { cases } from "../support/size.js";
import { parseInPieces } from "../../src/gateway/http/body/json-pieces.js";
import { JsonShape } from "../../src/gateway/http/body/json-shape.js";

const read = async (text: string): Promise<{ value: unknown; pieces: number }> => {
  const bytes = Buffer.from(text);
  const shape = new JsonShape();
  for (let at = 0; at < bytes.length; at += 65_536) if (!shape.takes(bytes.subarray(at, at + 65_536))) throw new Error("too intricate");
  let pieces = 0;
  const value = await parseInPieces(bytes, shape.long, () => (pieces += 1));
  return { value, pieces };
};
const lines = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ id: `æ${i}`, at: [i, 'x,]}\\"'], more: { [`k${i}`]: null } }));

describe("a large JSON text", () => {
  it("is read in pieces of which none is large, as the whole would be", async () => {
    const body = { query: "q", variables: { input: { a: 1, lines: lines(10_000), b: [1, 2] } } };
    const { value, pieces } = await read(JSON.stringify(body));
    expect(value).toEqual(body);
    expect(pieces).toBeGreaterThan(20);
  });

  it.each([
    ["two lists side by side", { a: lines(1_000), b: lines(1_500), c: "end" }],
    ["lists in lists", { a: [lines(900), [lines(900), 1], ...lines(500), [lines(2_000)]] }],
    ["a list by itself", lines(3_000)],
    ["a key that every object has", { x: [...lines(1_000), JSON.parse('{"__proto__":{"y":1},"z":2}')], ...JSON.parse('{"__proto__":3}') }],
    ["nothing that is long", { a: lines(3) }],
  ])("is the same with %s", async (_name, body) => {
    const text = JSON.stringify(body);
    expect(JSON.stringify((await read(text)).value)).toBe(text);
  });

  const long = JSON.stringify(lines(1_500)).slice(1, -1);
  it.each([
    "[L",
    "[L,]",
    "[,L]",
    "[L}",
    "[L],",
    "[L]]",
    "[L,,1]",
    '{"a":[L]',
    "[L:1]",
    '[{"a":1,L]',
    "[L 1]",
    '{"a":[L],}',
    "[L]x",
    '["a" [L]]',
  ])("is none where %s is none", async (form) => {
    const text = form.replace("L", long);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    await expect(read(text)).rejects.toThrow(SyntaxError);
  });

  it("of any shape is the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        async (values, depth) => {
          let body: unknown = Array.from({ length: 700 }, () => values);
          for (let i = 0; i < depth; i += 1) body = { before: values, list: [body, ...lines(300)], after: i };
          const text = JSON.stringify(body);
          const whole = await read(text).catch((error: Error) => error);
          if (whole instanceof Error) expect(whole.message).toBe("too intricate");
          else expect(JSON.stringify(whole.value)).toBe(text);
        },
      ),
      { numRuns: cases(20, 200) },
    );
  });

  it("is refused where so much of it is in no list that it would be read in one piece", async () => {
    const names = Object.fromEntries(Array.from({ length: 25_000 }, (_, i) => [`k${i}`, 1]));
    await expect(read(JSON.stringify(names))).rejects.toThrow("too intricate");
    await expect(read(JSON.stringify({ a: { b: names } }))).rejects.toThrow("too intricate");
    await expect(read(JSON.stringify([...lines(2_000), names]))).rejects.toThrow("too intricate");
  });
});
