import { createRequire } from "node:module";

const own = createRequire(import.meta.url);
const product = createRequire(new URL("../../../package.json", import.meta.url));

/** Run from the product's root, against its sources; the checkers come from this folder. */
export default {
  testEnvironment: "node",
  rootDir: "../../..",
  roots: ["<rootDir>/test/conformance/suites"],
  testMatch: ["**/*.suite.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "^.+\\.ts$": [own.resolve("@swc/jest")] },
  moduleNameMapper: {
    "^(\\.{1,2}/.*)\\.js$": "$1",
    // one copy of graphql: a schema made with another is none
    "^graphql$": product.resolve("graphql"),
  },
  setupFiles: [product.resolve("reflect-metadata")],
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  globalTeardown: "<rootDir>/test/support/global-teardown.ts",
  testTimeout: 60_000,
  maxWorkers: 1,
};
