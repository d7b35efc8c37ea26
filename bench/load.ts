/** Callers that ask without a pause over kept connections, for a time; what they waited, and what it took of the processors. */
import http from "node:http";
import { cpuOf, cpuOfDatabase } from "./processes.js";

/** A request as it is sent: made before the clock runs. */
export type Asked = { readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };

export type Measured = {
  readonly requests: number;
  readonly failures: number;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Microseconds per request. */
  readonly serverCpu: number;
  readonly databaseCpu: number;
  readonly cpu: number;
};

export type Target = { readonly url: string; readonly pid: number };
export type Watched = { readonly postmaster: number; readonly database: string };

/** Connections come and go: what one had is known as of the last look. */
const LOOK_MS = 200;

export async function load(
  target: Target,
  watched: Watched,
  requests: readonly Asked[],
  callers: number,
  ms: number,
  most = Infinity,
): Promise<Measured> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: callers });
  const waits: number[] = [];
  let failures = 0;
  let next = 0;
  const before = [cpuOf(target.pid), cpuOfDatabase(watched.postmaster, watched.database)] as const;
  const look = setInterval(() => cpuOfDatabase(watched.postmaster, watched.database), LOOK_MS);
  const began = performance.now();
  const caller = async (): Promise<void> => {
    while (performance.now() - began < ms && waits.length < most) {
      const asked = requests[next++ % requests.length];
      if (!asked) return;
      const at = performance.now();
      const { status } = await send(agent, target.url, asked);
      waits.push(performance.now() - at);
      if (status !== 200) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  clearInterval(look);
  const seconds = (performance.now() - began) / 1000;
  const n = Math.max(1, waits.length);
  const serverCpu = (cpuOf(target.pid) - before[0]) / n;
  const databaseCpu = (cpuOfDatabase(watched.postmaster, watched.database) - before[1]) / n;
  agent.destroy();
  waits.sort((a, b) => a - b);
  const at = (part: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? NaN;
  return {
    requests: waits.length,
    failures,
    perSecond: waits.length / seconds,
    medianMs: at(0.5),
    p99Ms: at(0.99),
    serverCpu,
    databaseCpu,
    cpu: serverCpu + databaseCpu,
  };
}

export function send(agent: http.Agent, url: string, { path, headers, body }: Asked): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url + path,
      { method: "POST", agent, headers: { ...headers, "content-length": Buffer.byteLength(body) } },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
        response.on("error", reject);
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}
