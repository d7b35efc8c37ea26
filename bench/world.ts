/** The bench's own PostgreSQL and data: an embedded cluster outside the product's, one database per size, made once and kept. */
import { randomUUID } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { makeDevIssuer } from "../src/gateway/identity/dev-issuer.js";
import { DEVELOPMENT_ISSUER } from "../src/assembly/config.js";
import { ensureDatabase, startEmbedded, type EmbeddedPostgres } from "../src/platform/embedded/embedded-postgres.js";
import { migrateUp } from "../src/platform/postgres/migrate.js";
import { seedNetwork, type SeedProgress } from "../seeds/load.js";
import { maker } from "../test/support/make.js";

export type Size = { readonly name: "small" | "full"; readonly clinics: number; readonly slots: number; readonly members: number };
/** `full` is the size the promises are made for; `small` has its clinics and a hundredth of its slots, which isolates what slots cost. */
export const SIZES: Readonly<Record<Size["name"], Size>> = {
  small: { name: "small", clinics: 5_000, slots: 50_000, members: 2_000 },
  full: { name: "full", clinics: 5_000, slots: 5_000_000, members: 2_000 },
};

export type BenchPlace = { readonly lat: number; readonly lon: number };
export type BenchMember = { readonly subject: string; readonly claimId: string; readonly token: string };
export type World = {
  readonly size: Size;
  readonly database: string;
  readonly url: string;
  /** Members with an approved claim for physiotherapy, and a token. */
  readonly members: readonly BenchMember[];
  readonly services: readonly { readonly code: string; readonly bit: number; readonly radiusKm: number }[];
  readonly places: readonly BenchPlace[];
};

const SETTINGS = { shared_buffers: "1GB", max_wal_size: "8GB", synchronous_commit: "on", checkpoint_timeout: "30min" };
const MEMBERS = 48;

export function benchFolder(): string {
  return process.env["BENCH_DATA_DIR"] ?? path.join(".data", "bench");
}

export function startCluster(): Promise<EmbeddedPostgres> {
  return startEmbedded({ dataDir: benchFolder(), settings: SETTINGS });
}

export async function makeWorld(cluster: EmbeddedPostgres, size: Size, log: (line: string) => void): Promise<World> {
  const database = `bench_${size.name}`;
  const url = await ensureDatabase(cluster, database);
  await migrateUp(url);
  const asked = { clinics: size.clinics, slots: size.slots, members: size.members };
  const { status, ms } = await seedNetwork(url, asked, everyTenth(log));
  if (status === "SEEDED") log(`made ${database} in ${Math.round(ms / 1000)} s`);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    const services = await pool.query<World["services"][number]>('select code, bit, radius_km as "radiusKm" from service');
    const places = await pool.query<BenchPlace>(
      "select lat, lon from postal_code where kind = 'area' and lat is not null order by md5(postnr)",
    );
    return { size, database, url, members: await membersIn(pool, "subject"), services: services.rows, places: places.rows };
  } finally {
    await pool.end();
  }
}

/** A line for each tenth of a phase: five million rows take minutes. */
function everyTenth(log: (line: string) => void): SeedProgress {
  const began = performance.now();
  let said = "";
  return (phase, done, total) => {
    const tenth = `${phase} ${Math.floor((done / total) * 10) * 10} %`;
    if (tenth === said || phase === "reference") return;
    said = tenth;
    log(`  ${Math.round((performance.now() - began) / 1000)} s: ${tenth}`);
  };
}

export function placesOf({ places }: World): readonly BenchPlace[] {
  return places;
}

/** Others than the world's own, for who writes with them: what a search finds depends on what its claim has booked. */
export async function membersOfTheirOwn({ url }: World, prefix: string): Promise<BenchMember[]> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    return await membersIn(pool, prefix);
  } finally {
    await pool.end();
  }
}

async function membersIn(pool: pg.Pool, prefix: string): Promise<BenchMember[]> {
  const make = maker(pool);
  const known = await pool.query<{ subject: string; claimId: string }>(
    `select m.identity_subject as subject, min(c.id::text) as "claimId" from member m join claim c on c.member_id = m.id
     where m.identity_subject like $1 || '-%' and c.latest_on > current_date group by 1 limit ${MEMBERS}`,
    [prefix],
  );
  const members = [...known.rows];
  while (members.length < MEMBERS) {
    const member = await make.member({ row: { identity_subject: `${prefix}-${randomUUID()}` } });
    members.push({ subject: member.subject, claimId: (await make.claim(member)).id });
  }
  const issuer = await makeDevIssuer({
    dir: path.join(benchFolder(), "secrets"),
    issuer: DEVELOPMENT_ISSUER,
    audience: "provider-network-gateway",
  });
  return Promise.all(members.map(async (m) => ({ ...m, token: await issuer.mint({ sub: m.subject, role: "MEMBER" }) })));
}
