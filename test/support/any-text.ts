import fc from "fast-check";

/**
 * Any code point there is, halves of pairs among them. fast-check's own "binary" knows each of a million code points by name
 * before it makes the first text.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));
