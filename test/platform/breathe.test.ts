import { readFile } from "node:fs";
import { expect, it } from "@jest/globals";
import { besideOthers, breathe, inPieces, rest } from "../../src/platform/breathe.js";

it("a breath lets in what is due, also where it is taken while requests are read", async () => {
  let isLetIn = false;
  await new Promise<void>((resolve) => {
    // answers of the file system and of sockets come in the same part of Node's round
    readFile(import.meta.filename, () => {
      setTimeout(() => (isLetIn = true), 0);
      const until = performance.now() + 5;
      while (performance.now() < until);
      void breathe().then(resolve);
    });
  });
  expect(isLetIn).toBe(true);
});

const spin = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

it("a long list is worked through in order, and rests after each piece where others are there", async () => {
  const list = Array.from({ length: 1_000 }, (_, i) => i);
  const work = (portion: readonly number[], from: number): number[] => {
    spin(5);
    return portion.map((each, n) => each + from + n);
  };
  const began = performance.now();
  const done = await besideOthers(
    () => true,
    () => inPieces(list, work),
  );
  // five pieces of 5 ms, and four rests of three times as long
  expect(performance.now() - began).toBeGreaterThanOrEqual(80);
  expect(done).toEqual(list.map((each) => 2 * each));
  expect(await inPieces(list, work)).toEqual(done);
});

it("who is alone rests no longer than it takes to let in what is due", async () => {
  const began = performance.now();
  await besideOthers(
    () => false,
    () => rest(10_000),
  );
  await rest(10_000);
  expect(performance.now() - began).toBeLessThan(200);
});
