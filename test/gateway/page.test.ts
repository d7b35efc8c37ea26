import "reflect-metadata";
import { expect, it } from "@jest/globals";
import { decodeCursor, encodeCursor, type CursorShape } from "../../src/gateway/api/paging/page.js";

const UUID = "0197f3a1-6c1e-7cc3-98c4-dc0c0c07398f";
const kept: [CursorShape[number], (string | number | boolean | null)[]][] = [
  ["string", ["", "x' or 1=1--"]],
  ["number", [0.5, -1]],
  ["boolean", [true, false]],
  ["integer", [0, -2_147_483_647, 2_147_483_647]],
  ["uuid", [UUID]],
  ["day", ["2028-02-29"]],
  ["instant", ["2026-11-24T21:53:30.707Z"]],
  ["timestamp", ["2026-12-07 23:00:00+00", "2026-12-07 23:00:00.123456+05:30"]],
  ["uuid?", [UUID, null]],
];
const refused: [CursorShape[number], (string | number | boolean | null)[]][] = [
  ["string", [1, null, true]],
  ["integer", [0.5, 1e308, 2 ** 31, "1", null]],
  ["uuid", ["", "' or 1=1--", "%".repeat(36), null]],
  ["day", ["2027-02-29", "9999-12-31T00:00:00Z", "", 1]],
  ["instant", ["", "2026-13-24T21:53:30.707Z", "2026-11-24", "infinity", "-infinity"]],
  ["timestamp", ["", "infinity", "2026-12-07", "2026-99-07 23:00:00+00", "now"]],
];

it.each(kept)("a cursor's %s comes back as it was written", (kind, parts) => {
  for (const part of parts) expect(decodeCursor("list", [kind], encodeCursor("list", [part]))).toEqual([part]);
});

it.each(refused)("a %s that is none is refused before it meets a column", (kind, parts) => {
  for (const part of parts)
    expect(() => decodeCursor("list", [kind], encodeCursor("list", [part]))).toThrow("This cursor belongs to no page");
});
