import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

const FULL = process.env.FULL === "1";
/**
 * A test that reaches none of these, however far its imports go, is pure: it needs no server, process, thread or host, waits for no clock, and reads
 * neither a whole country nor a bank's schemas.
 */
const HEAVY =
  /^(?:pg|postgres|type-graphql|@apollo\/server|typescript|undici|libxml2-wasm|node:(?:child_process|worker_threads|timers\/promises|https?|net))(?:\/|$)/;
const WHOLE_COUNTRY = path.resolve("seeds/csv.ts");
const IMPORT = /^(?:import (?!type )|export (?!type )|\} ).*?"([^"]+)";$/gm;

function isPure(file, seen) {
  if (file === WHOLE_COUNTRY) return false;
  if (seen.has(file) || !existsSync(file)) return true;
  seen.add(file);
  return [...readFileSync(file, "utf8").matchAll(IMPORT)].every(([, name]) =>
    name.startsWith(".") ? isPure(path.resolve(path.dirname(file), name.replace(/\.js$/, ".ts")), seen) : !HEAVY.test(name),
  );
}

/** What measures times, or has no small size, is a *.full.test.ts: FULL=1 runs it, and so does naming the file. */
const isAsked = (file) => FULL || !file.endsWith(".full.test.ts") || process.argv.some((word) => file.includes(word) && word.includes("/"));
const files = globSync("test/**/*.test.ts", { exclude: ["**/node_modules"] })
  .filter(isAsked)
  .map((file) => path.resolve(file));
const pure = files.filter((file) => isPure(file, new Set()));

/** @type {import("jest").Config} */
const shared = {
  roots: ["src", "schema", "seeds", "bench", "test"].map((folder) => `<rootDir>/${folder}`),
  runtime: "<rootDir>/test/support/native-runtime.mjs",
  testEnvironment: "<rootDir>/test/support/native-environment.mjs",
  setupFiles: ["reflect-metadata", "<rootDir>/test/support/size.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {},
  // for --watch and --findRelatedTests, which ask what imports what
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
};

/** @type {import("jest").Config} */
export default {
  projects: [
    { ...shared, displayName: "pure", testMatch: pure },
    {
      ...shared,
      displayName: "database",
      testMatch: files.filter((file) => !pure.includes(file)),
      globalSetup: "<rootDir>/test/support/global-setup.ts",
      globalTeardown: "<rootDir>/test/support/global-teardown.ts",
    },
  ],
  reporters: ["default", "<rootDir>/test/support/closing-line.mjs"],
  testTimeout: FULL ? 3_600_000 : 120_000,
  // on two cores: a test waits for its database, a clock or another process for half its time
  maxWorkers: 4,
  // on a busy machine half a second is not enough to end a process
  workerGracefulExitTimeout: 10_000,
};
