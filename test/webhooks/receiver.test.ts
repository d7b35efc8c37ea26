/** A receiver of a foreign hand, killed and started again while events come: nothing is lost, nothing is anybody else's. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { newTestId } from "../support/make.js";
import { FULL, sized } from "../support/size.js";
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

/** What the receiver has written down so far, read on from where it was last looked at. */
async function follow(file: string): Promise<() => Promise<readonly any[]>> {
  const opened = await open(file, "a+");
  const lines: any[] = [];
  let rest = "";
  let at = 0;
  return async () => {
    const { size } = await opened.stat();
    if (size === at) return lines;
    const { bytesRead, buffer } = await opened.read(Buffer.alloc(size - at), 0, size - at, at);
    at += bytesRead;
    const whole = `${rest}${buffer.toString("utf8", 0, bytesRead)}`.split("\n");
    rest = whole.pop() ?? "";
    lines.push(...whole.map((line) => JSON.parse(line)));
    return lines;
  };
}

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
    await start();
    const got = await follow(file);
    const began = performance.now();
    const subjects = Array.from({ length: Math.ceil(EVENTS / 8) }, newTestId);
    const canaries = Array.from({ length: 20 }, newTestId);
    const batch = Math.ceil(EVENTS / (KILLS + 1));
    let over = false;
    // as the gateway does it, but for the pauses after a failure
    const working = (async () => {
      for (; !over; await pause(50)) {
        await run.deliver();
        await run.hurry();
      }
    })();
    for (let made = 0; made < EVENTS; made += batch) {
      const before = (await got()).length;
      await happen(t, clinic, Math.min(batch, EVENTS - made), subjects);
      await happen(t, other, 20, canaries);
      await run.relay();
      while ((await got()).length < before + batch / 4) await pause(5);
      if (made + batch >= EVENTS) break;
      child?.kill("SIGKILL");
      await pause(50);
      await start();
    }
    while ((await t.rows("select from webhook_delivery where state = 'WAITING' limit 1")).length > 0) await pause(20);
    over = true;
    await working;
    const told = await got();
    if (FULL)
      process.stdout.write(
        `${told.length} told of ${EVENTS} events in ${Math.round((performance.now() - began) / 1_000)} s, ${KILLS} kills\n`,
      );
    const own = await t.rows("select id, subject_id from event where provider_id = $1 order by position", [clinic.providerId]);
    expect(own).toHaveLength(EVENTS);
    expect(told.filter(({ refused }) => refused)).toEqual([]);
    // once each, in the order in which they came first
    const first = [...new Map([...told].reverse().map((line) => [line.id, line])).values()].reverse();
    expect(new Set(first.map(({ id }) => id))).toEqual(new Set(own.map(({ id }) => id)));
    expect(told.length - first.length).toBeLessThanOrEqual(KILLS * PER_ENDPOINT);
    expect(told.every(({ id, event }) => id === event)).toBe(true);
    const bySubject = (rows: readonly { id: string; subject: string }[]): Map<string, string[]> => {
      const by = new Map<string, string[]>();
      for (const { id, subject } of rows) by.set(subject, [...(by.get(subject) ?? []), id]);
      return by;
    };
    const expected = bySubject(own.map(({ id, subject_id }) => ({ id, subject: globalId("Booking", subject_id) })));
    const seen = bySubject(first);
    for (const [subject, ids] of expected) expect(seen.get(subject)).toEqual(ids);
    const text = JSON.stringify(told);
    for (const canary of canaries) expect(text).not.toContain(globalId("Booking", canary));
  },
  sized(120_000, 1_800_000),
);
