import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { UPLOAD_FORMAT_WORDS } from "../../src/features/capacity/slot-words.js";
import { INTAKE_SOURCES, intakeSource } from "../../src/features/capacity/intake/index.js";
import type { IntakeContext, IntakeInput } from "../../src/features/capacity/intake/source.js";
import { anyCharacter } from "../support/any-text.js";

const now = new Date("2026-11-02T08:00:00Z");
const context: IntakeContext = {
  now,
  sourceAsOf: null,
  staleAfterMinutes: 30,
  window: { start: now, end: new Date("2027-02-01T00:00:00Z") },
  schedules: new Map(),
  defaults: {},
};
const anyInput: fc.Arbitrary<IntakeInput> = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 300, unit: anyCharacter }),
  fc.uint8Array({ maxLength: 300 }),
  fc.array(fc.anything(), { maxLength: 5 }),
  fc.json(),
);

test("the sources have codes of their own, and each is found by its code", () => {
  expect(new Set(INTAKE_SOURCES.map((s) => s.code)).size).toBe(INTAKE_SOURCES.length);
  for (const source of INTAKE_SOURCES) expect(intakeSource(source.code)).toBe(source);
  expect(intakeSource("FAX")).toBeUndefined();
});

test("a file that is put says by its media type which source reads it", () => {
  const types = INTAKE_SOURCES.filter(({ upload, brings }) => upload || brings === "BUSY").flatMap(({ mediaTypes }) => mediaTypes);
  expect(new Set(types).size).toBe(types.length);
});

describe.each(INTAKE_SOURCES.map((source) => [source.code, source] as const))("intake source %s", (_, source) => {
  test("describes itself", () => {
    expect(source.code).toMatch(/^[A-Z][A-Z0-9_]{1,30}$/);
    expect(source.description).toMatch(/^[A-Z].{10,}\.$/);
    expect(source.mediaTypes.length).toBeGreaterThan(0);
    for (const type of source.mediaTypes) expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
  });
  test("comes as a file only if it brings openings, and then says what clinics call it", () => {
    if (!source.upload) return expect(UPLOAD_FORMAT_WORDS).not.toHaveProperty(source.code);
    expect(source.brings).toBe("OPENINGS");
    const [en, da, more = ""] = UPLOAD_FORMAT_WORDS[source.code] ?? [];
    for (const name of [en, da]) expect(name).toMatch(/^\S/);
    expect(more).toMatch(/^[A-Z].{10,}\.$/);
  });
  test("has limits and keeps them", () => {
    expect(source.maxBytes).toBeGreaterThan(0);
    expect(source.maxBytes).toBeLessThanOrEqual(20_000_000);
    expect(source.maxLines).toBeGreaterThan(0);
    for (const input of [new Uint8Array(source.maxBytes + 1).fill(32), " ".repeat(source.maxBytes + 1)])
      expect(source.parse(input, context)).toMatchObject({
        lines: [],
        faults: [{ code: "INPUT_TOO_LARGE" }],
        meta: { lastSyncedAt: null },
      });
  });
  test("says that nothing came when nothing came", () => {
    const result = source.parse(null, context);
    expect(result.faults.map((f) => f.code)).toEqual(["INPUT_MISSING"]);
    expect(result.meta.lastSyncedAt).toBeNull();
  });
  test("answers anything, twice the same, and counts lines from 1", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const result = source.parse(input, context);
        expect(source.parse(input, context)).toEqual(result);
        for (const line of result.lines) {
          expect(line.line).toBeGreaterThanOrEqual(1);
          if (!line.ok) expect(line.faults.length).toBeGreaterThan(0);
        }
        for (const fault of [...result.faults, ...result.lines.flatMap((l) => (l.ok ? [] : l.faults))])
          expect(fault.code).toMatch(/^[A-Z][A-Z0-9_]+$/);
        if (result.faults.length > 0) expect(result.lines).toEqual([]);
      }),
    );
  });
  test("brings openings or busy time, and when the latter cannot be read says UNKNOWN", () => {
    expect(source.parse(null, context).busy?.state ?? null).toBe(source.brings === "BUSY" ? "UNKNOWN" : null);
  });
});
