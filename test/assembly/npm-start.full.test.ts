/** What stands between a person, or a supervisor, and the gateway: npm. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "@jest/globals";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { freshDatabase } from "../support/database.js";

it("npm start passes SIGTERM on", async () => {
  const fresh = await freshDatabase({ reference: true });
  const folder = mkdtempSync(path.join(tmpdir(), "npm-start-"));
  const port = await freePort();
  const env = {
    DATABASE_URL: fresh.url,
    DATA_DIR: folder,
    PORT: String(port),
    SEED: "none",
    PROMISE_REFRESH_SECONDS: "0",
    LOG_LEVEL: "silent",
  };
  // without the test's own loader: npm starts node itself
  const npm = spawn("npm", ["start", "--silent"], { env: { ...process.env, ...env }, stdio: "ignore" });
  const answers = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      () => true,
      () => false,
    );
  try {
    while (!(await answers())) await pause(100);
    const gone = once(npm, "exit");
    npm.kill("SIGTERM");
    await gone;
    for (let i = 0; i < 50 && (await answers()); i += 1) await pause(100);
    expect(await answers()).toBe(false);
  } finally {
    npm.kill("SIGKILL");
    await fresh.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
