/** The bench's own PostgreSQL and data: an embedded cluster outside the product's, one database per size, made once and kept. */
import path from "node:path";
import { ensureDatabase, startEmbedded, type EmbeddedPostgres } from "../src/platform/embedded-postgres.js";
import { migrateUp } from "../src/platform/migrate.js";
import { seedNetwork } from "../seeds/load.js";

export type Size = { readonly name: string; readonly clinics: number; readonly slots: number; readonly members: number };
/** `full` is the size the promises are made for; `small` has its clinics and a hundredth of its slots, which isolates what slots cost. */
export const SIZES = {
  small: { name: "small", clinics: 5_000, slots: 50_000, members: 2_000 },
  full: { name: "full", clinics: 5_000, slots: 5_000_000, members: 2_000 },
} as const satisfies Record<string, Size>;

/** First day of the slots; the bench asks for days after today, so a database older than a month is made anew. */
export type World = { readonly url: string; readonly seededMs: number | null };

const SETTINGS = { shared_buffers: "1GB", max_wal_size: "8GB", synchronous_commit: "on" };

export function benchFolder(): string {
  return process.env["BENCH_DATA_DIR"] ?? path.join(".data", "bench");
}

export function startCluster(): Promise<EmbeddedPostgres> {
  return startEmbedded({ dataDir: benchFolder(), settings: SETTINGS });
}

export async function makeWorld(cluster: EmbeddedPostgres, size: Size, log: (line: string) => void = () => {}): Promise<World> {
  const url = await ensureDatabase(cluster, `bench_${size.name}`);
  await migrateUp(url);
  const result = await seedNetwork(url, { clinics: size.clinics, slots: size.slots, members: size.members }, (phase, done, total) => {
    if (done >= total) log(`${size.name}: ${phase} ${done}`);
  });
  return { url, seededMs: result.status === "SEEDED" ? result.ms : null };
}
