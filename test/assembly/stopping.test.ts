/** How a gateway goes: the balancer knows first, whoever asks is answered, and nobody's connection is torn. */
import "reflect-metadata";
import { Agent, request, type IncomingMessage } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { gatewayProcess } from "../support/gateway-process.js";

const SOCKETS = 200;
let fresh: FreshDatabase;
const folder = mkdtempSync(path.join(tmpdir(), "stopping-"));
beforeAll(async () => {
  fresh = await freshDatabase({ reference: true });
});
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

type Told = { readonly status: number; readonly closes: boolean; readonly text: string };

/** One request over the agent's only connection. */
function ask(url: string, agent: Agent, at: string): Promise<Told> {
  const body = at === "/graphql" ? JSON.stringify({ query: "{ services { code name } }" }) : null;
  return new Promise((resolve, reject) => {
    const headers = body === null ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const asked = request(`${url}${at}`, { method: body === null ? "GET" : "POST", agent, headers }, (answer: IncomingMessage) => {
      let text = "";
      answer.on("data", (bytes: Buffer) => (text += bytes.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, closes: answer.headers.connection === "close", text }));
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(body ?? undefined);
  });
}

it("at SIGTERM /ready turns red first, 200 callers are answered to the last, and the process ends within 10 s", async () => {
  const gateway = gatewayProcess(await freePort(), { DATABASE_URL: fresh.url, DATA_DIR: folder, DRAIN_SECONDS: "2" });
  await gateway.start();
  const torn: string[] = [];
  let answered = 0;
  let polite = 0;
  const caller = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      for (;;) {
        const { status, closes, text } = await ask(gateway.url, agent, "/graphql");
        if (status !== 200 || !text.includes('"services"')) torn.push(`${status} ${text.slice(0, 80)}`);
        answered += 1;
        // told that this connection ends: whoever wants more opens another, elsewhere
        if (closes) return void (polite += 1);
        await pause(Math.random() * 200);
      }
    } catch (error) {
      torn.push(String(error));
    } finally {
      agent.destroy();
    }
  };
  const callers = Array.from({ length: SOCKETS }, caller);
  while (answered < 2 * SOCKETS) await pause(50);
  const began = performance.now();
  const ended = gateway.terminate();
  await pause(100);
  const probe = await ask(gateway.url, new Agent(), "/ready");
  await Promise.all(callers);
  expect([await ended, torn, polite]).toEqual([0, [], SOCKETS]);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect([probe.status, probe.text]).toEqual([503, '{"status":"unavailable","because":["STOPPING"]}']);
}, 120_000);

it("what fails and is waited for by nobody is written down, and ends nobody's gateway", async () => {
  const dropped = 'setInterval(() => void Promise.reject(new Error("let go of")), 500)';
  const gateway = gatewayProcess(await freePort(), { DATABASE_URL: fresh.url, DATA_DIR: folder }, [`data:text/javascript,${dropped}`]);
  await gateway.start();
  while (!gateway.stderr().includes("let go of")) await pause(50);
  expect(gateway.stderr()).toContain("something failed that nobody waited for");
  expect(await gateway.isReady()).toBe(true);
  expect(gateway.selfExits()).toBe(0);
  await gateway.stop();
}, 60_000);
