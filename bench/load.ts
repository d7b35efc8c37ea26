/**
 * Callers that ask without a pause over kept connections, for a time; what they waited, and what it took of the processors.
 * They run beside what they measure, so they are made of the client that takes least: undici's dispatch.
 */
import { Pool, type Dispatcher } from "undici";
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
  const connections = connect(target.url, callers);
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
      const status = await statusOf(connections, asked);
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
  await connections.destroy();
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

/** As many connections as there are callers, each answering one request at a time. */
export function connect(url: string, connections: number): Pool {
  return new Pool(url, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
}

/** Of an answer only that it came whole, and its status. */
function statusOf(connections: Pool, asked: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    let status = 0;
    connections.dispatch(requestOf(asked), {
      onRequestStart: () => {},
      onResponseStart: (_, code) => void (status = code),
      onResponseData: () => {},
      onResponseEnd: () => resolve(status),
      onResponseError: (_, error) => reject(error),
    });
  });
}

export async function send(connections: Dispatcher, url: string, asked: Asked): Promise<{ status: number; text: string }> {
  const { statusCode, body } = await connections.request({ origin: url, ...requestOf(asked) });
  return { status: statusCode, text: await body.text() };
}

function requestOf({ path, headers, body }: Asked): Dispatcher.RequestOptions {
  return { path, method: "POST", headers: { ...headers }, body };
}
