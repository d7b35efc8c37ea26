/**
 * A whole booking, over HTTP and GraphQL with row security, audit and admission on, beside pgbench's TPC-B-like transaction
 * (five statements and a commit) through node-postgres: same server, same number of clients, synchronous_commit on. A booking
 * writes about twice as much. Then 500 callers at once for one slot, while others book elsewhere.
 */
import { randomUUID } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { makeDevIssuer } from "../src/gateway/identity/dev-issuer.js";
import { globalId } from "../src/gateway/api/global-id.js";
import { DEVELOPMENT_ISSUER } from "../src/assembly/config.js";
import { ensureDatabase } from "../src/platform/embedded/embedded-postgres.js";
import { migrateUp } from "../src/platform/postgres/migrate.js";
import { seedReference } from "../seeds/load.js";
import type { BenchContext } from "./context.js";
import { bookable, type Bookable } from "./booking-world.js";
import { connect, load, send, type Asked, type Measured, type Target, type Watched } from "./load.js";
import { memoryOf } from "./processes.js";
import { atLeast, atMost, compare, spread, type PartResult } from "./ratios.js";
import { bareBooking } from "./bare-booking.js";
import type { Clients } from "./clients.js";
import { tpcb } from "./tpcb.js";
import { benchFolder, SIZES } from "./world.js";

const DATABASE = "bench_booking";
const CLIENTS = 8;
const CROWD = 500;
/**
 * Wanted were 0.30 of TPC-B; the statements alone, without a gateway, cost more than that leaves for both. This is what a booking
 * with everything it promises kept in every quiet run (docs/decisions/0034-what-a-booking-costs.md).
 */
const TARGET = 0.17;
const BOOK =
  "mutation Book($input: BookSlotInput!) { bookSlot(input: $input) { booking { id reference startsAt standing quote { insurerPays { amountMinor } memberPays { amountMinor } } } alternatives { id } errors { code message } replayed } }";

export async function run(ctx: BenchContext): Promise<readonly PartResult[]> {
  const url = await ensureDatabase(ctx.cluster, DATABASE);
  await migrateUp(url);
  await seedReference(url);
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  const floor = await tpcb(url, CLIENTS);
  const world = { size: SIZES.small, database: DATABASE, url, members: [], services: [], places: [] };
  const gateway = await ctx.gateway(world);
  try {
    const world = await (ctx.short ? bookable(pool, 9_000, 500) : bookable(pool, 60_000));
    const watched = { postmaster: ctx.cluster.pid, database: DATABASE };
    const stage = { ctx, url, floor, target: gateway, watched, pool, ...shared(world, requestsOf(world, await teamTokens())) };
    const [rounds, booked] = await sideBySide(stage);
    return [await resultOf(stage, rounds, booked)];
  } finally {
    await gateway.stop();
    await floor.close();
    await pool.end();
  }
}

type Stage = {
  readonly ctx: BenchContext;
  readonly url: string;
  readonly floor: Clients;
  readonly target: Target;
  readonly watched: Watched;
  readonly pool: pg.Pool;
  readonly requests: Asked[];
  /** For the statement written by hand, which is fast: half of the slots, which no request asks for. */
  readonly bare: readonly { readonly claimId: string; readonly slotId: string }[];
};

function shared({ claims, slots }: Bookable, requests: Asked[]): Pick<Stage, "requests" | "bare"> {
  const first = Math.floor(slots.length / 2);
  const bare = slots.slice(first).map((slotId, i) => ({ slotId, claimId: claims[(first + i) % claims.length] ?? "" }));
  return { requests: requests.slice(0, first), bare };
}

/** Acted for by several people of the health team: a token each, as many as there are clients. */
async function teamTokens(): Promise<string[]> {
  const issuer = await makeDevIssuer({
    dir: path.join(benchFolder(), "secrets"),
    issuer: DEVELOPMENT_ISSUER,
    audience: "provider-network-gateway",
  });
  return Promise.all(Array.from({ length: CLIENTS }, (_, i) => issuer.mint({ sub: `bench-team-${i}`, role: "HEALTH_TEAM" })));
}

function requestsOf({ claims, slots }: Bookable, tokens: readonly string[]): Asked[] {
  return slots.map((slotId, n) => asked(claims[n % claims.length] ?? "", slotId, tokens[n % tokens.length] ?? ""));
}

function asked(claimId: string, slotId: string, token: string): Asked {
  const input = { idempotencyKey: randomUUID(), claimId: globalId("Claim", claimId), slotId: globalId("Slot", slotId) };
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}`, "x-purpose": "CASE_HANDLING:BENCH" };
  return { path: "/graphql", headers, body: JSON.stringify({ query: BOOK, variables: { input } }) };
}

const TPCB = "tpc-b through node-postgres";
const BARE = "rows of a booking, one statement";
const BOOKED = "booking through the gateway";

/** Round by round, all in turn; what comes before the first round warms up and is not counted. */
async function sideBySide(stage: Stage): Promise<[ReadonlyMap<string, Measured[]>, number]> {
  const { ctx, url, floor, watched, pool } = stage;
  const rounds = new Map<string, Measured[]>([TPCB, BOOKED, BARE].map((name) => [name, []]));
  await floor.measure(watched, ctx.roundMs);
  let used = 0;
  for (let round = 0; round < WARM_ROUNDS; round += 1) used += (await book(stage, used)).requests;
  const bare = await bareBooking(url, CLIENTS, stage.bare);
  try {
    await bare.measure(watched, ctx.longestMs, WARM);
    // what autovacuum does for a server in its first minutes: plans that were made for empty tables are made anew
    await pool.query("analyze");
    for (let round = 0; round < ctx.rounds; round += 1) {
      rounds.get(TPCB)?.push(await floor.measure(watched, ctx.roundMs));
      rounds.get(BARE)?.push(await bare.measure(watched, ctx.longestMs, ctx.roundRequests));
      const booked = await book(stage, used);
      used += booked.requests;
      rounds.get(BOOKED)?.push(booked);
    }
  } finally {
    await bare.close();
  }
  return [rounds, used];
}

/** Before anything is measured: of the gateway rounds, of the hand-written statement runs. */
const WARM_ROUNDS = 3;
const WARM = 100;

async function book({ ctx, target, watched, requests }: Stage, used: number): Promise<Measured> {
  const left = requests.slice(used);
  const booked = await load(target, watched, left, CLIENTS, ctx.longestMs, ctx.roundRequests);
  if (booked.requests >= left.length) throw new Error("the bench ran out of slots to book");
  if (booked.failures > 0) throw new Error(`${booked.failures} bookings were not answered with 200`);
  return booked;
}

async function resultOf(stage: Stage, rounds: ReadonlyMap<string, readonly Measured[]>, asked: number): Promise<PartResult> {
  const { rows } = await stage.pool.query<{ n: number }>("select count(*)::int as n from booking where reference like 'B-%'");
  // every request was for a slot of its own and nothing stood against it: what was measured were bookings, not refusals
  const made = rows[0]?.n ?? 0;
  if (made !== asked) throw new Error(`${asked} requests made ${made} bookings`);
  const compared = compare(rounds);
  const crowd = stage.ctx.ratiosOnly ? null : await crowded(stage, asked);
  const of = (candidate: string): number => compared.find((c) => c.candidate === candidate)?.throughputRatio.median ?? NaN;
  const { peakMb } = memoryOf(stage.target.pid);
  return {
    name: "booking",
    title: `A booking beside TPC-B, ${CLIENTS} clients`,
    compared,
    bars: [
      atLeast("bookings of TPC-B transactions", TARGET, of(BOOKED)),
      atMost("memory of a gateway that books, MB", 350, peakMb),
      ...(crowd ? [atMost(`${CROWD} callers on one slot, P99 ms`, 2_000, crowd.p99Ms)] : []),
    ],
    figures: { reachedOfBareStatement: of(BOOKED) / of(BARE), ...crowd, peakMb },
    notes: [
      "A booking writes twelve rows in nine tables and changes two; TPC-B writes one and changes three. Bookings at 1.00 of the statement are not reachable: it reads, decides, protects and answers nothing.",
    ],
  };
}

type Crowded = { readonly p99Ms: number; readonly medianMs: number; readonly elsewhereBefore: number; readonly elsewhereDuring: number };

/** One slot, 500 callers, all at once; the others' bookings are measured for the same time before and during. */
async function crowded({ ctx, target, watched, pool, requests }: Stage, used: number): Promise<Crowded> {
  const spare = requests.slice(used);
  const [first] = spare;
  if (!first) throw new Error("the bench ran out of slots to book");
  const crowd = spare.slice(1, CROWD + 1).map((other) => ({ ...other, body: withSlotOf(other, first) }));
  const elsewhere = spare.slice(CROWD + 1);
  const before = await load(target, watched, elsewhere, CLIENTS, ctx.roundMs);
  const connections = connect(target.url, CROWD);
  const waits: number[] = [];
  const rush = Promise.all(
    crowd.map(async (one) => {
      const at = performance.now();
      const { text } = await send(connections, target.url, one);
      waits.push(performance.now() - at);
      return /"booking":\{/.test(text);
    }),
  );
  const during = await load(target, watched, elsewhere.slice(before.requests), CLIENTS, ctx.roundMs);
  const winners = (await rush).filter(Boolean).length;
  await connections.close();
  if (winners !== 1) throw new Error(`${winners} callers won one slot`);
  const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from slot where booked > capacity");
  if (rows[0]?.n !== 0) throw new Error("a slot was sold twice");
  waits.sort((a, b) => a - b);
  return {
    p99Ms: waits[Math.floor(waits.length * 0.99)] ?? NaN,
    medianMs: spread(waits).median,
    elsewhereBefore: before.perSecond,
    elsewhereDuring: during.perSecond,
  };
}

function withSlotOf(own: Asked, other: Asked): string {
  const [mine, theirs] = [JSON.parse(own.body) as Sent, JSON.parse(other.body) as Sent];
  return JSON.stringify({ ...mine, variables: { input: { ...mine.variables.input, slotId: theirs.variables.input["slotId"] } } });
}

type Sent = { readonly variables: { readonly input: Readonly<Record<string, string>> } };
