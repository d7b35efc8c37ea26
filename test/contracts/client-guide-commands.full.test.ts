/** The guide for clients: its commands run as they stand. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, it } from "@jest/globals";
import { startApp } from "../support/app.js";

it("runs its commands as they stand", async () => {
  const { fresh, rows, stop } = await startApp();
  await rows("insert into installation (key, value) values ('seed', '{}')").catch(() => undefined);
  const guide = readFileSync("docs/clients/README.md", "utf8");
  const lines = [...guide.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, text = ""]) => text.trim().split("\n"));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const env = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", DATABASE_URL: fresh.url };
    const { stdout } = await promisify(execFile)("sh", ["-c", line], { env });
    expect([line, stdout.trim().length > 10]).toEqual([line, true]);
  }
  await stop();
}, 180_000);
