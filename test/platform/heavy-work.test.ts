import { afterAll, expect, test } from "@jest/globals";
import { endHeavyWork, heavyWork, TooHeavy } from "../../src/platform/heavy-work.js";

const SPIN = new URL("../support/heavy/spin.js", import.meta.url);
afterAll(endHeavyWork);

test("work is done elsewhere: this thread goes on meanwhile, and data comes back as it is", async () => {
  const value = { at: new Date("2026-11-24T12:00:00Z"), list: [1, "to"], bytes: new Uint8Array([1, 2]) };
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 10);
  expect(await heavyWork(SPIN, "spin", { ms: 300, value }, 20_000)).toEqual(value);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

test("work that never ends is stopped at its limit, and the next is done", async () => {
  await expect(heavyWork(SPIN, "spin", { ms: 60_000, value: 1 }, 200)).rejects.toThrow(TooHeavy);
  expect(await heavyWork(SPIN, "spin", { ms: 0, value: "next" }, 20_000)).toBe("next");
});

test("a fault of the work is its caller's", async () => {
  await expect(heavyWork(SPIN, "spin", { ms: 0, value: "boom" }, 20_000)).rejects.toThrow("boom");
});

test("bytes that are handed over are not copied: they are there and no longer here; shared ones stay", async () => {
  const own = new Uint8Array([1, 2, 3]);
  expect(await heavyWork(SPIN, "spin", { ms: 0, value: own }, 20_000, own)).toEqual(new Uint8Array([1, 2, 3]));
  expect(own.byteLength).toBe(0);
  const part = new Uint8Array(new ArrayBuffer(8), 2, 3).fill(7);
  expect(await heavyWork(SPIN, "spin", { ms: 0, value: part }, 20_000, part)).toEqual(new Uint8Array([7, 7, 7]));
  expect(part.byteLength).toBe(3);
});
