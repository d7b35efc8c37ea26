import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { sized } from "../support/size.js";

const LEAST = sized(1_000, 10_000);
let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
});
afterAll(() => fresh.drop());

test("transactions survive the death of their server processes: none half written, lost, resurrected, crossed or hung, and the process lives", async () => {
  const flags = ["--no-warnings", "--import", "./src/typescript.mjs", "test/platform/driver-gate.ts"];
  // an uncaught exception or unhandled rejection ends that process with a code other than 0, and this line throws
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...flags, fresh.url, String(LEAST), "150"], { timeout: 190_000 });
  const report: Record<string, number> = JSON.parse(stdout);
  process.stderr.write(process.env["GATE_REPORT"] ? stdout : "");
  expect(stderr).toBe("");
  expect(report).toMatchObject({ half: 0, lost: 0, resurrected: 0, crossed: 0, hung: 0 });
  expect(report["transactions"]).toBeGreaterThanOrEqual(LEAST);
  expect(report["kills"]).toBeGreaterThan(sized(5, 50));
  expect((report["refused"] ?? 0) / (report["transactions"] ?? 1)).toBeGreaterThan(0.4);
  expect((report["kept"] ?? 0) / (report["transactions"] ?? 1)).toBeGreaterThan(0.4);
}, 200_000);
