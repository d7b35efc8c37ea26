import { readFile } from "node:fs";
import { expect, it } from "@jest/globals";
import { breathe } from "../../src/platform/breathe.js";

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
