/** A receiver of a foreign hand, killed and started again while events come: nothing is lost, nothing is anybody else's. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { newTestId } from "../support/make.js";
import { sized } from "../support/size.js";
import { ENV, happen, overNetwork, register } from "./world.js";

const EVENTS = sized(400, 10_000);
const KILLS = sized(3, 20);
/** At once to one endpoint: so many may have been written down and not answered when it was killed. */
const PER_ENDPOINT = 8;

let t: TestApp;
let dir: string;
let child: ChildProcess | undefined;
beforeAll(async () => {
  t = await startApp(ENV);
  dir = await mkdtemp(path.join(tmpdir(), "receiver-"));
});
afterAll(async () => {
  child?.kill("SIGKILL");
  await t.stop();
  await rm(dir, { recursive: true, force: true });
});

it(
  "has all, in the order of each appointment, twice only what it had not answered, and no canary",
  async () => {
    const [clinic, other] = [await t.make.clinic(), await t.make.clinic()];
    const port = await freePort();
    const run = overNetwork(t, new Map([["hooks.example.org", port]]));
    const { secret } = await register(t.asClinic(clinic), "https://hooks.example.org/", ["BOOKING_CONFIRMED", "BOOKING_CANCELLED"]);
    const file = path.join(dir, "told.ndjson");
    const start = async (): Promise<void> => {
      child = spawn(process.execPath, ["test/webhooks/receiver.mjs", String(port), secret, file], { stdio: ["ignore", "pipe", "inherit"] });
      await new Promise((resolve) => child?.stdout?.once("data", resolve));
    };
    const told = async (): Promise<any[]> =>
      (await readFile(file, "utf8").catch(() => ""))
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    await start();
    const subjects = Array.from({ length: Math.ceil(EVENTS / 8) }, newTestId);
    const canaries = Array.from({ length: 20 }, newTestId);
    const batch = Math.ceil(EVENTS / (KILLS + 1));
    for (let made = 0; made < EVENTS; made += batch) {
      await happen(t, clinic, Math.min(batch, EVENTS - made), subjects);
      await happen(t, other, 20, canaries);
      await run.relay();
      const working = run.deliver();
      const before = (await told()).length;
      while ((await told()).length < before + batch / 4) await pause(5);
      if (made + batch < EVENTS) {
        child?.kill("SIGKILL");
        await pause(50);
        await start();
      }
      await run.hurry();
      await working;
    }
    for (let left = 1; left > 0;) {
      await run.hurry();
      await run.deliver();
      left = (await t.rows("select from webhook_delivery where state = 'WAITING'")).length;
    }
    const got = await told();
    const own = await t.rows("select id, subject_id from event where provider_id = $1 order by position", [clinic.providerId]);
    expect(own).toHaveLength(EVENTS);
    expect(got.filter(({ refused }) => refused)).toEqual([]);
    // once each, in the order in which they came first
    const first = [...new Map([...got].reverse().map((line) => [line.id, line])).values()].reverse();
    expect(new Set(first.map(({ id }) => id))).toEqual(new Set(own.map(({ id }) => id)));
    expect(got.length - first.length).toBeLessThanOrEqual(KILLS * PER_ENDPOINT);
    expect(got.every(({ id, event }) => id === event)).toBe(true);
    const bySubject = (rows: readonly { id: string; subject: string }[]): Map<string, string[]> => {
      const by = new Map<string, string[]>();
      for (const { id, subject } of rows) by.set(subject, [...(by.get(subject) ?? []), id]);
      return by;
    };
    const expected = bySubject(own.map(({ id, subject_id }) => ({ id, subject: globalId("Booking", subject_id) })));
    const seen = bySubject(first);
    for (const [subject, ids] of expected) expect(seen.get(subject)).toEqual(ids);
    for (const canary of canaries) expect(JSON.stringify(got)).not.toContain(globalId("Booking", canary));
  },
  sized(120_000, 1_800_000),
);
