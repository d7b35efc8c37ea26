import fc from "fast-check";
import { SPOKEN } from "../../src/features/promise/plan/unit-bucket.js";

test("languages that units are grouped by are read as they were written, in whatever order they come", () => {
  const codes = fc.uniqueArray(fc.stringMatching(/^[a-z]{2}$/), { maxLength: 6 });
  fc.assert(
    fc.property(codes, (languages) => {
      const text = SPOKEN.written(languages);
      expect(SPOKEN.written([...languages].reverse())).toBe(text);
      expect(SPOKEN.read(text)).toEqual([...languages].sort());
    }),
  );
});
