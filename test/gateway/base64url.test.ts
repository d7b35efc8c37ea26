import { expect, test } from "@jest/globals";
import { base64url, plainBase64url } from "../../src/gateway/api/input/base64url.js";

const asBuffer = (text: string): string => Buffer.from(text).toString("base64url");

test.each(["", "a", "ab", "abc", '["clinics","Ærø ~ Fys?>","x"]', "\u0000", "a\u007f", "𝄞", "ååå", "a>b?c~"])(
  "%j is encoded as by a buffer",
  (text) => {
    expect(base64url(text)).toBe(asBuffer(text));
  },
);

test("what is called plain is encoded as by a buffer, each character in each of the three places", () => {
  const plain = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter((c) => /[\w:.,"[\] -]/.test(c));
  for (const c of plain)
    for (const text of [c, `a${c}`, `ab${c}`, c + c + c]) {
      expect(plainBase64url(text)).toBe(asBuffer(text));
      expect(base64url(text)).toBe(asBuffer(text));
    }
});
