/** Gateways as they run in production, each a process of its own, on the database of a test. */
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { makeDevIssuer, type DevIssuer } from "../../src/gateway/identity/dev-issuer.js";
import { DEVELOPMENT_ISSUER } from "../../src/assembly/config.js";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { takeAway } from "../sabotage/database.js";
import { bodyOf, doorOf, worldOn, type Answer, type Door, type TestWorld } from "./app.js";
import { freshDatabase, type FreshDatabase } from "./database.js";
import { gatewayProcess, type GatewayProcess } from "./gateway-process.js";

type Outside = Door & { readonly process: GatewayProcess };

export type Processes = TestWorld & {
  readonly gateways: readonly Outside[];
  /** A token for those who ask with a client of their own. */
  readonly token: DevIssuer["mint"];
  readonly stop: () => Promise<void>;
};

export async function startProcesses(count: number, env: Record<string, string> = {}, on?: FreshDatabase): Promise<Processes> {
  const fresh = on ?? (await freshDatabase({ reference: true }));
  const dir = await mkdtemp(path.join(tmpdir(), "gateways-"));
  const issuer = await makeDevIssuer({ dir: path.join(dir, "secrets"), issuer: DEVELOPMENT_ISSUER, audience: "provider-network-gateway" });
  const agent = new Agent({ keepAlive: true, maxSockets: 600 });
  const gateways: Outside[] = [];
  // set only by test/sabotage, which takes a control away to see whether a test notices
  const gone = (process.env["SABOTAGE"] ?? "").split(",").filter(Boolean);
  await takeAway(fresh.database.pool, gone);
  for (let n = 0; n < count; n += 1) {
    const gateway = gatewayProcess(
      await freePort(),
      { DATABASE_URL: fresh.url, DATA_DIR: dir, NODE_ENV: "test", ...env },
      gone.length > 0 ? ["./test/sabotage/without.mjs"] : [],
    );
    gateways.push({ process: gateway, ...doorTo(gateway.url, issuer, agent) });
  }
  const stop = async (): Promise<void> => {
    agent.destroy();
    await Promise.all(gateways.map((g) => g.process.stop()));
    await rm(dir, { recursive: true, force: true });
    if (!on) await fresh.drop();
  };
  await Promise.all(gateways.map((g) => g.process.start())).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { ...worldOn(fresh), gateways, token: issuer.mint, stop };
}

function doorTo(url: string, issuer: DevIssuer, agent: Agent): Door {
  return doorOf((claims, more = {}) => {
    const token = claims ? issuer.mint(claims, 6 * 3_600) : undefined;
    return async (query, variables = {}, headers = {}) =>
      post(`${url}/graphql`, bodyOf(query, variables), agent, {
        "content-type": "application/json",
        ...(token ? { authorization: `Bearer ${await token}` } : {}),
        ...more,
        ...headers,
      });
  });
}

/** `statements` is not known of another process. */
async function post(url: string, body: string, agent: Agent, headers: Record<string, string>): Promise<Answer> {
  const response = await new Promise<import("node:http").IncomingMessage>((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers: { ...headers, "content-length": Buffer.byteLength(body) } }, resolve);
    sent.on("error", reject).end(body);
  });
  const answered = await text(response);
  const parsed = (answered.startsWith("{") ? JSON.parse(answered) : {}) as Partial<Pick<Answer, "data" | "errors" | "extensions">>;
  return {
    status: response.statusCode ?? 0,
    data: parsed.data,
    errors: parsed.errors,
    extensions: parsed.extensions,
    text: answered,
    headers: response.headers as Record<string, string>,
    statements: Number.NaN,
  };
}
