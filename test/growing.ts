/**
 * npm run test:growing: what a gateway more, a replica and a pooler change, on one machine. A fixed load (ten searches to a booking) runs before 1, 2 and 4
 * gateways, with 0, 1 and 2 replicas, with and without PgBouncer, and the processor time of each kind of process is counted from /proc: a busy
 * machine changes waiting, not work. Printed per request, and as a ratio to one gateway alone: what does not grow with the gateways can be
 * multiplied by machines, what is the primary's cannot. `--bookings` in each variant (700): with few, the code that each process compiles is most of it.
 */
import "reflect-metadata";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { setTimeout as pause } from "node:timers/promises";
import { cpuOf, cpuOfDatabase } from "../bench/processes.js";
import { ensureDatabase, startEmbedded, type EmbeddedPostgres } from "../src/platform/embedded/embedded-postgres.js";
import { loginOf, makeLogins } from "../src/platform/postgres/connections/logins.js";
import { clients } from "./crash/clients.js";
import { needs, say, startDrill } from "./support/drill.js";
import { gatewayProcess, type GatewayProcess } from "./support/gateway-process.js";
import { freePort } from "../src/platform/embedded/free-port.js";
import { PGBOUNCER, POOLED, startPooler } from "./support/pooler.js";
import { startStandby } from "./support/standby.js";

needs(PGBOUNCER === "" ? ["PgBouncer: apt-get install pgbouncer"] : []);

const { values } = parseArgs({ options: { bookings: { type: "string", default: "700" } } });
const BOOKINGS = Number(values.bookings);
const SEARCHES = 10 * BOOKINGS;
const CALLERS = 8;
/** Compiled and prepared by then. */
const WARM_UP = 300;
const VARIANTS = [
  { gateways: 1, replicas: 0, pooled: false },
  { gateways: 2, replicas: 0, pooled: false },
  { gateways: 4, replicas: 0, pooled: false },
  { gateways: 2, replicas: 0, pooled: true },
  { gateways: 4, replicas: 0, pooled: true },
  { gateways: 2, replicas: 1, pooled: false },
  { gateways: 2, replicas: 2, pooled: false },
] as const;
const SEARCH =
  '{ providers(near: {postalCode: "8000"}, service: PHYSIOTHERAPY, first: 10) { edges { node { distanceKm earliestAt clinic { name } } } } }';

type Figures = { readonly gateways: number; readonly primary: number; readonly replicas: number; readonly pooler: number };

async function main(): Promise<void> {
  const dir = mkdtempSync(path.join(tmpdir(), "growing-"));
  chmodSync(dir, 0o711);
  const ends: (() => Promise<unknown> | void)[] = [() => rmSync(dir, { recursive: true, force: true })];
  try {
    const primary = await startEmbedded({
      dataDir: path.join(dir, "primary"),
      settings: { shared_buffers: "128MB" },
    });
    ends.push(() => primary.stop());
    const ownerUrl = await ensureDatabase(primary, "gateway");
    const logins = [...POOLED, "gateway_verifier" as const].map((name) => loginOf(ownerUrl, name));
    const drill = await startDrill({
      ownerUrl,
      dir,
      bookings: BOOKINGS * (VARIANTS.length + 2),
      gateways: 0,
      prepared: () => makeLogins(ownerUrl, logins),
    });
    const standbys: EmbeddedPostgres[] = [];
    for (const name of ["one", "two"]) {
      const standby = await startStandby(primary, path.join(dir, "primary"), path.join(dir, name));
      standbys.push(standby);
      ends.push(() => standby.stop());
    }
    const pooler = await startPooler({ dir, ownerUrl, connections: 10 });
    ends.push(pooler.stop);
    const member = await drill.issuer.mint({ sub: drill.world.people[0]?.member.subject ?? "", role: "MEMBER" }, 12 * 3_600);

    const measure = async (variant: (typeof VARIANTS)[number]): Promise<Figures> => {
      const gateways: GatewayProcess[] = [];
      for (let n = 0; n < variant.gateways; n += 1) {
        const replica = standbys[n % Math.max(variant.replicas, 1)];
        const way = variant.pooled ? pooler.way : (name: (typeof POOLED)[number]) => loginOf(ownerUrl, name);
        const replicaUrl = replica && new URL(loginOf(ownerUrl, "gateway_login"));
        if (replicaUrl && replica) replicaUrl.port = String(replica.port);
        gateways.push(
          gatewayProcess(await freePort(), {
            DATA_DIR: path.join(dir, "gateway"),
            POOL_SIZE: "5",
            DATABASE_URL: way("gateway_login"),
            JOBS_DATABASE_URL: way("gateway_jobs"),
            RETENTION_DATABASE_URL: way("gateway_removal"),
            ...(variant.pooled ? { POOLER: "transaction", DIRECT_DATABASE_URL: loginOf(ownerUrl, "gateway_login") } : {}),
            ...(variant.replicas > 0 && replicaUrl ? { DIRECTORY_DATABASE_URL: replicaUrl.href } : {}),
          }),
        );
      }
      try {
        await Promise.all(gateways.map((each) => each.start()));
        let asked = 0;
        const search = async (most: number): Promise<void> => {
          while (asked < most) {
            const gateway = gateways[(asked += 1) % gateways.length];
            const response = await fetch(`${gateway?.url}/graphql`, {
              method: "POST",
              headers: { "content-type": "application/json", authorization: `Bearer ${member}` },
              body: JSON.stringify({ query: SEARCH }),
            }).catch(() => null);
            await response?.arrayBuffer();
          }
        };
        const searching = async (most: number): Promise<void> => {
          asked = 0;
          await Promise.all(Array.from({ length: CALLERS }, () => search(most)));
        };
        const crowd = clients({
          urls: gateways.map(({ url }) => url),
          world: drill.world,
          tokenOf: ({ member: { subject } }) => drill.issuer.mint({ sub: subject, role: "MEMBER" }, 3_600),
          freshKeys: false,
        });
        await searching(WARM_UP * gateways.length);
        await crowd.run(CALLERS, 10, () => 10);
        const now = (): Figures => ({
          gateways: gateways.reduce((sum, each) => sum + cpuOf(each.pid()), 0),
          primary: cpuOfDatabase(primary.pid, "gateway"),
          replicas: standbys.reduce((sum, each) => sum + cpuOfDatabase(each.pid, "gateway"), 0),
          pooler: cpuOf(pooler.pid),
        });
        const before = now();
        const look = setInterval(now, 100);
        await Promise.all([searching(SEARCHES), crowd.run(4, 10 + BOOKINGS, () => 10 + BOOKINGS)]);
        clearInterval(look);
        const after = now();
        const requests = SEARCHES + BOOKINGS;
        const each = (kind: keyof Figures): number => (after[kind] - before[kind]) / requests / 1_000;
        return { gateways: each("gateways"), primary: each("primary"), replicas: each("replicas"), pooler: each("pooler") };
      } finally {
        await Promise.all(gateways.map((each) => each.stop()));
        await pause(500);
      }
    };
    let first: Figures | null = null;
    say("| Gateways | Replicas | Pooler | Gateways, ms | Primary, ms | Replicas, ms | Pooler, ms | Primary, ratio | All, ratio |");
    say("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (const variant of VARIANTS) {
      const found = await measure(variant);
      first ??= found;
      const all = (of: Figures): number => of.gateways + of.primary + of.replicas + of.pooler;
      const cells = [found.gateways, found.primary, found.replicas, found.pooler, found.primary / first.primary, all(found) / all(first)];
      say(
        `| ${variant.gateways} | ${variant.replicas} | ${variant.pooled ? "yes" : "no"} | ${cells.map((cell) => cell.toFixed(2)).join(" | ")} |`,
      );
    }
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
