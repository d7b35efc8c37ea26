/**
 * What row-level security and the audit trail cost. The same bookings and the same searches, side by side: without both, with
 * row security, and as in production. Without audit means a trigger that drops its rows, so the statement stays the same.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { BookSlot } from "../src/features/bookings/book/book-slot.js";
import { newContext, type Context } from "../src/gateway/api/context.js";
import { globalId } from "../src/gateway/api/global-id.js";
import { searchStatement, type ProviderSearch } from "../src/features/network/search/find-providers.store.js";
import { connectDatabase, type Database } from "../src/platform/postgres/database.js";
import { ensureDatabase } from "../src/platform/embedded/embedded-postgres.js";
import { migrateUp } from "../src/platform/postgres/migrate.js";
import { WORKER, type Viewer } from "../src/platform/viewer.js";
import { toPlane } from "../src/kernel/place.js";
import { seedReference } from "../seeds/load.js";
import { bookable, type Bookable } from "./booking-world.js";
import type { BenchContext } from "./context.js";
import { cpuDuring } from "./processes.js";
import { atMost, spread, type PartResult } from "./ratios.js";

const DATABASE = "bench_security";
const AIM = 1.1;
const AT_ONCE = 4;
const TEAM: Viewer = { ...WORKER, role: "HEALTH_TEAM", subject: "bench", purpose: "CASE_HANDLING:BENCH" };

export async function run(ctx: BenchContext): Promise<readonly PartResult[]> {
  const booking = await bookings(ctx);
  const search = await searches(ctx);
  const figures = { ...booking, ...search };
  const bars = [
    atMost("a booking with row security and audit / without", AIM, figures["bookingBothRatio"] ?? NaN),
    atMost("a search with row security / without", AIM, figures["searchRatio"] ?? NaN),
  ];
  const notes = ["Ratios of the processor time per operation, gateway and database together; medians of rounds that alternate."];
  return [{ name: "security", title: "The cost of row security and audit", compared: [], bars, figures, notes }];
}

const OFF = `create or replace function audit_is_off() returns trigger language plpgsql as $$ begin return null; end $$;
  drop trigger if exists audit_is_off on audit_event;
  create trigger audit_is_off before insert on audit_event for each row execute function audit_is_off()`;
const ON = "drop trigger if exists audit_is_off on audit_event";

async function bookings(ctx: BenchContext): Promise<Record<string, number>> {
  const url = await ensureDatabase(ctx.cluster, DATABASE);
  await migrateUp(url);
  await seedReference(url);
  const pool = quiet(new pg.Pool({ connectionString: url, max: 4 }));
  const each = ctx.short ? 60 : 250;
  const rounds = ctx.short ? 5 : 9;
  const world = await bookable(pool, each * (rounds * 3 + 2), ctx.short ? 500 : 1_500);
  const open = { bare: connectDatabase(url, { role: null, max: AT_ONCE }), guarded: connectDatabase(url, { max: AT_ONCE }) };
  let next = 0;
  const take = (): number => next++;
  const timed = { bare: [] as number[], rows: [] as number[], both: [] as number[] };
  try {
    const cost = (database: Database): Promise<number> =>
      cpuDuring(ctx.cluster.pid, DATABASE, () => together(each, () => book(database, world, take()))).then((us) => us / each);
    // V8 compiles what runs often before anything is counted
    for (const database of [open.bare, open.guarded]) await together(each, () => book(database, world, take()));
    for (let round = 0; round < rounds; round += 1) {
      const withoutAudit = async (): Promise<void> => {
        await pool.query(OFF);
        timed.bare.push(await cost(open.bare));
        timed.rows.push(await cost(open.guarded));
        await pool.query(ON);
      };
      // who goes first changes with the round
      if (round % 2 === 0) await withoutAudit();
      timed.both.push(await cost(open.guarded));
      if (round % 2 === 1) await withoutAudit();
    }
  } finally {
    await Promise.all([open.bare.close(), open.guarded.close(), pool.end()]);
  }
  return {
    bookingBareCpu: spread(timed.bare).median,
    bookingRowSecurityRatio: ratio(timed.rows, timed.bare),
    bookingBothRatio: ratio(timed.both, timed.bare),
  };
}

async function book(database: Database, { claims, slots }: Bookable, n: number): Promise<void> {
  const ctx: Context = newContext({
    viewer: TEAM,
    traceId: "bench",
    signal: new AbortController().signal,
    database,
    services: {} as Context["services"],
  });
  const input = {
    idempotencyKey: randomUUID(),
    claimId: globalId("Claim", claims[n % claims.length] ?? ""),
    slotId: globalId("Slot", slots[n] ?? ""),
  };
  const { errors } = await new BookSlot().bookSlot(input, ctx);
  if (errors.length > 0) throw new Error(`a booking was refused: ${errors.map(({ code }) => code).join(", ")}`);
}

/** The search's statement as its role, and as one that no policy binds. */
async function searches(ctx: BenchContext): Promise<Record<string, number>> {
  const { url, database } = await ctx.world("small");
  const settings = "-c default_transaction_read_only=on -c plan_cache_mode=force_generic_plan";
  const free = quiet(new pg.Pool({ connectionString: url, max: AT_ONCE, options: settings }));
  const bound = quiet(new pg.Pool({ connectionString: url, max: AT_ONCE, options: `${settings} -c role=gateway_directory` }));
  const { x, y } = toPlane(55.6761, 12.5683);
  const search: ProviderSearch = {
    x,
    y,
    radiusKm: 50,
    serviceBit: 0,
    from: null,
    to: new Date(Date.now() + 14 * 86_400_000),
    channel: null,
    language: null,

    forChild: false,
    privateOnly: false,
    claim: null,
    order: "DISTANCE",
    after: null,
    limit: 21,
  };
  const { name, text, values = [] } = searchStatement(search);
  const ask = (pool: pg.Pool) => () => pool.query({ name, text, values: [...values] }).then(() => {});
  const each = ctx.short ? 150 : 400;
  const cost = (pool: pg.Pool): Promise<number> =>
    cpuDuring(ctx.cluster.pid, database, () => together(each, ask(pool))).then((us) => us / each);
  const timed = { free: [] as number[], bound: [] as number[] };
  try {
    for (const pool of [free, bound]) await together(40, ask(pool));
    for (let round = 0; round < (ctx.short ? 5 : 9); round += 1) {
      timed.free.push(await cost(free));
      timed.bound.push(await cost(bound));
    }
  } finally {
    await Promise.all([free.end(), bound.end()]);
  }
  return { searchBareCpu: spread(timed.free).median, searchRatio: ratio(timed.bound, timed.free) };
}

/** An idle connection may end with the cluster; whoever asks next meets it. */
function quiet(pool: pg.Pool): pg.Pool {
  return pool.on("error", () => {});
}

/** So many, some at once. */
async function together(count: number, work: () => Promise<void>): Promise<void> {
  let left = count;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await work();
    }),
  );
}

/** Round by round, because only neighbours in time had the same machine. */
function ratio(candidate: readonly number[], floor: readonly number[]): number {
  return spread(candidate.map((us, i) => us / (floor[i] ?? NaN))).median;
}
