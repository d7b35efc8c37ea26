/** Clients that each keep a connection and work through it without a pause; what they waited and what it took. */
import type pg from "pg";
import type { Measured, Watched } from "./load.js";
import { cpuOf, cpuOfDatabase } from "./processes.js";

export type Clients = {
  readonly measure: (watched: Watched, ms: number, most?: number) => Promise<Measured>;
  readonly close: () => Promise<void>;
};

export async function clients(pool: pg.Pool, count: number, work: (client: pg.PoolClient) => Promise<void>): Promise<Clients> {
  const connections = await Promise.all(Array.from({ length: count }, () => pool.connect()));
  return {
    measure: async (watched, ms, most = Infinity) => {
      const waits: number[] = [];
      let begun = 0;
      const before = [cpuOf(process.pid), cpuOfDatabase(watched.postmaster, watched.database)] as const;
      const began = performance.now();
      await Promise.all(
        connections.map(async (client) => {
          while (performance.now() - began < ms && begun++ < most) {
            const at = performance.now();
            await work(client);
            waits.push(performance.now() - at);
          }
        }),
      );
      const cpu = [cpuOf(process.pid) - before[0], cpuOfDatabase(watched.postmaster, watched.database) - before[1]] as const;
      return measured(waits, performance.now() - began, ...cpu);
    },
    close: async () => {
      for (const client of connections) client.release();
      await pool.end();
    },
  };
}

function measured(waits: number[], ms: number, serverCpu: number, databaseCpu: number): Measured {
  const n = Math.max(1, waits.length);
  waits.sort((a, b) => a - b);
  const at = (part: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? NaN;
  return {
    requests: waits.length,
    failures: 0,
    perSecond: waits.length / (ms / 1_000),
    medianMs: at(0.5),
    p99Ms: at(0.99),
    serverCpu: serverCpu / n,
    databaseCpu: databaseCpu / n,
    cpu: (serverCpu + databaseCpu) / n,
  };
}
