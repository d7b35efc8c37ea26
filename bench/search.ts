/**
 * The nearby search through the product's own gateway, beside the same statement as raw rows over plain Node HTTP, and
 * beside rivals. Twenty providers, each with distance, next three free slots and agreed rate; once more with the claim it is
 * for, which adds price and margin.
 */
import "reflect-metadata";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Agent } from "undici";
import { searchStatement, searchText, WINDOW_DAYS, type ProviderSearch } from "../src/features/network/search/find-providers.store.js";
import { WHOLE_AS_TEXT, WHOLE_ROWS } from "../src/features/network/search/search-text.js";
import { readSearchCase, SEARCH_CASE, type SearchCase } from "../src/features/claims/case-file/search-case.store.js";
import { claimSearchOf } from "../src/features/network/search/search-plan.js";
import { toPlane } from "../src/kernel/place.js";
import { connectDatabase } from "../src/platform/postgres/database.js";
import { transaction } from "../src/platform/postgres/transaction.js";
import { WORKER } from "../src/platform/viewer.js";
import { openingsIn } from "../src/features/network/search/listing-texts.js";
import { globalId, readId } from "../src/gateway/api/global-id.js";
import { load, send, type Asked, type Measured, type Target } from "./load.js";
import { memoryOf, serve, type Served } from "./processes.js";
import { atLeast, atMost, compare, type Bar, type PartResult } from "./ratios.js";
import type { BenchContext } from "./context.js";
import { placesOf, type BenchMember, type BenchPlace, type World } from "./world.js";

const PAGE = 20;
const SERVICES = ["PHYSIOTHERAPY", "PSYCHOLOGIST", "CHIROPRACTIC"] as const;
const FIELDS = `edges { cursor node { id distanceKm earliestAt clinic { id name address { line postalCode town } phone lastSyncedAt }
  nextSlots { slot { id } startsAt endsAt channel freeUnits practitioner { id } } rate { amountMinor currency }`;
const NEARBY = `query Nearby($near: NearInput!, $service: ServiceCode!, $first: Int!) {
  providers(near: $near, service: $service, first: $first) { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`;
const EARLIEST = NEARBY.replace("first: $first)", "first: $first, order: EARLIEST)");
const FOR_CLAIM = `query NearbyForClaim($near: NearInput!, $service: ServiceCode!, $first: Int!, $claimId: ID!) {
  providers(near: $near, service: $service, first: $first, claimId: $claimId) { ${FIELDS} latestOn marginWorkingDays
    price { gross { amountMinor } publicPays { amountMinor } insurerPays { amountMinor } memberPays { amountMinor } } } } pageInfo { hasNextPage endCursor } } }`;
const OFFERS = `query Nearby($px: Float!, $py: Float!, $radius: Float!, $service: Int!, $first: Int!) { nearby(px: $px, py: $py, radius: $radius, service: $service, first: $first) {
  edges { cursor node { rowId distanceKm(px: $px, py: $py) name address postnr town phone lastSyncedAt rateMinor
    nextSlots { nodes { rowId startsAt endsAt channel freeUnits practitionerId } } } } pageInfo { hasNextPage endCursor } } }`;

type Wanted = BenchPlace & {
  readonly claim: SearchCase;
  readonly service: string;
  readonly bit: number;
  readonly radiusKm: number;
  readonly member: BenchMember;
};

/** Each member's claim as the product reads it for a search. */
async function casesOf(world: World): Promise<ReadonlyMap<string, SearchCase>> {
  const database = connectDatabase(world.url);
  try {
    const cases = new Map<string, SearchCase>();
    for (const { claimId } of world.members) {
      const found = await transaction(database, WORKER, (tx) => readSearchCase(tx, claimId));
      if (found) cases.set(claimId, found);
    }
    return cases;
  } finally {
    await database.close();
  }
}

async function wantedOf(world: World, n: number): Promise<Wanted[]> {
  const places = placesOf(world);
  const cases = await casesOf(world);
  return Array.from({ length: n }, (_, i) => {
    const place = places[(i * 37) % places.length];
    const member = world.members[i % world.members.length];
    const service = world.services.find(({ code }) => code === SERVICES[i % SERVICES.length]);
    const claim = member && cases.get(member.claimId);
    if (!place || !member || !claim || !service) throw new Error("the bench's database has no places, members or services");
    return { ...place, claim, service: service.code, bit: service.bit, radiusKm: service.radiusKm, member };
  });
}

function searchOf(w: Wanted, order: "DISTANCE" | "EARLIEST", claim: SearchCase | null = null): ProviderSearch {
  const to = new Date(Date.now() + WINDOW_DAYS * 86_400_000);
  const bounds = { ...toPlane(w.lat, w.lon), radiusKm: w.radiusKm, serviceBit: w.bit, from: null, to, channel: null, language: null };
  const of = claim && { ...claimSearchOf(claim, bounds), gender: null };
  return { ...bounds, forChild: false, privateOnly: false, claim: of, order, after: null, limit: PAGE + 1 };
}

const valuesOf = (search: ProviderSearch): readonly unknown[] => searchStatement(search).values ?? [];

const JSON_TYPE = { "content-type": "application/json" };

type Statement = { readonly name: string; readonly values: readonly unknown[] };
const raw = (name: string, values: readonly unknown[], before?: Statement): Asked => ({
  path: "/",
  headers: JSON_TYPE,
  body: JSON.stringify({ name, values, before }),
});
const graphql = (query: string, variables: object, token?: string): Asked => ({
  path: "/graphql",
  headers: { ...JSON_TYPE, ...(token ? { authorization: `Bearer ${token}` } : {}) },
  body: JSON.stringify({ query, variables }),
});

type Kind = { readonly name: string; readonly floor: (w: Wanted) => Asked; readonly product: (w: Wanted) => Asked };

const near = ({ lat, lon }: Wanted) => ({ location: { latitude: lat, longitude: lon } });
const KINDS: readonly Kind[] = [
  {
    name: "by distance",
    floor: (w) => raw("DISTANCE", valuesOf(searchOf(w, "DISTANCE"))),
    product: (w) => graphql(NEARBY, { near: near(w), service: w.service, first: PAGE }, w.member.token),
  },
  {
    name: "by distance, for a claim",
    // which openings a claim may book follows from its case: both read the case first, and then the openings it may book
    floor: (w) =>
      raw("CLAIM", valuesOf(searchOf({ ...w, ...PHYSIO(w) }, "DISTANCE", w.claim)), { name: "CASE", values: [w.member.claimId] }),
    product: (w) =>
      graphql(
        FOR_CLAIM,
        { near: near(w), service: "PHYSIOTHERAPY", first: PAGE, claimId: globalId("Claim", w.member.claimId) },
        w.member.token,
      ),
  },
  {
    name: "by earliest",
    floor: (w) => raw("EARLIEST", valuesOf(searchOf(w, "EARLIEST"))),
    product: (w) => graphql(EARLIEST, { near: near(w), service: w.service, first: PAGE }, w.member.token),
  },
];

/** The members' claims are for physiotherapy. */
function PHYSIO(w: Wanted): { bit: number; radiusKm: number } {
  return w.service === "PHYSIOTHERAPY" ? w : { bit: 0, radiusKm: 25 };
}

type Candidate = {
  readonly name: string;
  readonly target: Target;
  readonly requests: readonly Asked[];
  readonly read: (text: string) => Found[];
};
/** What every candidate must agree on: slots in order, and the rate. */
type Found = { readonly id: string; readonly slots: readonly string[]; readonly rateMinor: number };

const uuidOf = (id: string): string => readId(id)?.uuid ?? id;

type Row = { id: string; slots: string | [id: string, startsAt: string][]; rates: string };
const fromRows = (text: string): Found[] => {
  const answer: Row[] | { rows: Row[] } = JSON.parse(text);
  const rows = Array.isArray(answer) ? answer : answer.rows;
  const today = new Date().toISOString().slice(0, 10);
  return rows.slice(0, PAGE).map(({ id, slots, rates }) => {
    const all: [string, number, string, string, string | null][] = JSON.parse(rates);
    const openings = typeof slots === "string" ? openingsIn(slots, (_, id) => id) : slots.map(([slot, startsAt]) => ({ slot, startsAt }));
    const on = (openings[0]?.startsAt ?? today).slice(0, 10);
    const rate = all.find(([, , , from, until]) => from <= on && (until === null || on < until));
    return { id, slots: openings.map((opening) => opening.slot), rateMinor: rate?.[1] ?? 0 };
  });
};

type Node = { id: string; nextSlots: { slot: { id: string } }[]; rate: { amountMinor: string } | null };
const fromGraphql = (text: string): Found[] => {
  const { data }: { data: { providers: { edges: { node: Node }[] } } } = JSON.parse(text);
  return data.providers.edges.map(({ node }) => ({
    id: uuidOf(node.id),
    slots: node.nextSlots.map(({ slot }) => uuidOf(slot.id)),
    rateMinor: Number(node.rate?.amountMinor ?? 0),
  }));
};

type Offer = { rowId: string; nextSlots: { nodes: { rowId: string }[] }; rateMinor: string | null };
const fromOffers = (text: string): Found[] => {
  const { data }: { data: { nearby: { edges: { node: Offer }[] } } } = JSON.parse(text);
  return data.nearby.edges.map(({ node }) => ({
    id: node.rowId,
    slots: node.nextSlots.nodes.map(({ rowId }) => rowId),
    rateMinor: Number(node.rateMinor ?? 0),
  }));
};

const rival = (file: string): string => fileURLToPath(new URL(`rivals/${file}`, import.meta.url));
const FLOOR_OPTIONS = "-c default_transaction_read_only=on -c plan_cache_mode=force_generic_plan";

type Servers = { readonly floor: Served; readonly product: Served; readonly rivals: readonly Served[] };

async function startAll(ctx: BenchContext, world: World): Promise<Servers> {
  const by = searchText("DISTANCE", WHOLE_ROWS);
  const asText = { name: "providers-as-text", text: searchText("DISTANCE", WHOLE_AS_TEXT) };
  const statements = {
    DISTANCE: by,
    EARLIEST: searchText("EARLIEST", WHOLE_ROWS),
    CLAIM: searchText("DISTANCE", WHOLE_ROWS, true),
    CASE: SEARCH_CASE.text,
    TEXT: asText.text,
  };
  const env = {
    DATABASE_URL: world.url,
    FLOOR_OPTIONS,
    FLOOR_STATEMENTS: JSON.stringify(statements),
    RIVAL_STATEMENT: JSON.stringify({ name: asText.name, text: asText.text }),
  };
  const floor = await serve("floor", fileURLToPath(new URL("floor-server.ts", import.meta.url)), env, { path: "/" });
  const product = await ctx.gateway(world);
  const rivals: Served[] = [];
  if (ctx.short) ctx.log("rivals are left out of a short run");
  else if (existsSync(rival("node_modules"))) {
    await prepareRival(world);
    rivals.push(await serve(MERCURIUS, rival("mercurius.mjs"), env));
    rivals.push(await serve(POSTGRAPHILE, rival("postgraphile.mjs"), env));
  } else ctx.log("no rivals: run npm ci in bench/rivals to compare with them");
  return { floor, product, rivals };
}

/** The functions that PostGraphile needs, made anew: the tables under them may have changed. */
async function prepareRival({ url }: World): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(readFileSync(rival("postgraphile.sql"), "utf8"));
  await client.end();
}

const GATEWAY = "gateway";
const MERCURIUS = "Mercurius, compiled";
const POSTGRAPHILE = "PostGraphile 5";

function candidatesOf(kind: Kind, servers: Servers, wanted: readonly Wanted[]): Candidate[] {
  const { floor, product, rivals } = servers;
  const own: Candidate[] = [
    { name: "raw rows over plain Node", target: floor, requests: wanted.map(kind.floor), read: fromRows },
    { name: GATEWAY, target: product, requests: wanted.map(kind.product), read: fromGraphql },
  ];
  if (kind !== KINDS[0]) return own;
  // a check asks whether we fell behind the floor; rivals are for people
  const others = rivals.map((target): Candidate => {
    if (target.name === MERCURIUS)
      return {
        name: target.name,
        target,
        requests: wanted.map((w) => graphql(NEARBY, { near: near(w), service: w.service, first: PAGE })),
        read: fromGraphql,
      };
    const variables = (w: Wanted) => ({
      px: toPlane(w.lat, w.lon).x,
      py: toPlane(w.lat, w.lon).y,
      radius: w.radiusKm,
      service: w.bit,
      first: PAGE,
    });
    return { name: target.name, target, requests: wanted.map((w) => graphql(OFFERS, variables(w))), read: fromOffers };
  });
  // what only a program can read that was told how: cheaper than rows for anybody, and what the gateway itself is sent
  const text = wanted.map((w) => raw("TEXT", valuesOf(searchOf(w, "DISTANCE"))));
  const told: Candidate[] =
    rivals.length > 0 ? [{ name: "rows with openings as text", target: floor, requests: text, read: fromRows }] : [];
  return [...own, ...told, ...others];
}

/** Nobody is timed who answers something else. */
async function mustAgree(candidates: readonly Candidate[], sample: number): Promise<void> {
  const agent = new Agent();
  try {
    for (let i = 0; i < sample; i += 1) {
      const answers: string[] = [];
      for (const { name, target, requests, read } of candidates) {
        const asked = requests[(i * 7) % requests.length];
        if (!asked) continue;
        const { status, text } = await send(agent, target.url, asked);
        if (status !== 200) throw new Error(`${name} answered ${status}: ${text.slice(0, 500)}`);
        answers.push(JSON.stringify(read(text)));
        if (answers.at(-1) !== answers[0])
          throw new Error(`${name} answers something else than the floor:\n${answers.at(-1)?.slice(0, 600)}\n${answers[0]?.slice(0, 600)}`);
      }
    }
  } finally {
    await agent.close();
  }
}

const CALLERS = 16;
/** Until V8 has compiled what runs often, which takes so many requests; on a busy machine, no longer than this. */
const WARM_REQUESTS = 2_500;
const WARM_REQUESTS_SHORT = 1_500;
const WARM_MS = 30_000;

async function interleaved(ctx: BenchContext, world: World, candidates: readonly Candidate[]): Promise<Map<string, Measured[]>> {
  const watched = { postmaster: ctx.cluster.pid, database: world.database };
  const measured = new Map<string, Measured[]>(candidates.map(({ name }) => [name, []]));
  const warm = ctx.short ? WARM_REQUESTS_SHORT : WARM_REQUESTS;
  for (const { target, requests } of candidates) await load(target, watched, requests, CALLERS, WARM_MS, warm);
  for (let round = 0; round < ctx.rounds; round += 1) {
    for (const { name, target, requests } of candidates) {
      const one = await load(target, watched, requests, CALLERS, ctx.longestMs, ctx.roundRequests);
      if (one.failures > 0) throw new Error(`${name}: ${one.failures} of ${one.requests} requests failed`);
      measured.get(name)?.push(one);
    }
  }
  return measured;
}

export async function run(ctx: BenchContext): Promise<PartResult[]> {
  const world = await ctx.world(ctx.scale);
  const wanted = await wantedOf(world, 300);
  const [first] = wanted;
  if (!first) return [];
  const servers = await startAll(ctx, world);
  const results: PartResult[] = [];
  try {
    for (const kind of KINDS) {
      const candidates = candidatesOf(kind, servers, wanted);
      await mustAgree(candidates, 12);
      const rounds = await interleaved(ctx, world, candidates);
      results.push({
        name: `search ${kind.name}`,
        title: `Nearby search ${kind.name}, ${world.size.slots.toLocaleString("en")} slots`,
        compared: compare(rounds),
        bars: barsOf(kind, rounds),
        figures: {},
        notes: [],
      });
    }
    if (!ctx.ratiosOnly) results.push(await growth(ctx, servers.product, world, wanted));
  } finally {
    for (const each of [servers.floor, servers.product, ...servers.rivals]) await each.stop();
  }
  return results;
}

/** Wanted were 3, which is 0.8 of the floor or more; this held in every quiet run (docs/decisions/0030-the-nearby-search.md). */
const OF_POSTGRAPHILE = 2.5;

function barsOf(kind: Kind, rounds: ReadonlyMap<string, readonly Measured[]>): Bar[] {
  const compared = compare(rounds);
  const gateway = compared.find(({ candidate }) => candidate === GATEWAY);
  if (!gateway) return [];
  const bars = [
    atLeast("CPU per request, floor / gateway", 0.7, gateway.cpuRatio.median),
    atLeast("requests per second, gateway / floor", 0.65, gateway.throughputRatio.median),
    atMost(`P99 in ms at ${CALLERS} callers`, 150, gateway.p99Ms),
    atMost(`median in ms at ${CALLERS} callers`, 25, gateway.medianMs),
  ];
  if (kind !== KINDS[0]) return bars;
  const wanted: readonly (readonly [string, number])[] = [
    [POSTGRAPHILE, OF_POSTGRAPHILE],
    [MERCURIUS, 1],
  ];
  for (const [rival, least] of wanted) {
    const pair = [rival, GATEWAY].map((name): [string, readonly Measured[]] => [name, rounds.get(name) ?? []]);
    if (rounds.has(rival))
      bars.push(atLeast(`requests per second, gateway / ${rival}`, least, compare(new Map(pair))[1]?.throughputRatio.median ?? NaN));
  }
  return bars;
}

/** The same gateway over a hundredth of the slots, and what it needs of memory and of time to start. */
async function growth(ctx: BenchContext, large: Served, world: World, wanted: readonly Wanted[]): Promise<PartResult> {
  const memory = memoryOf(large.pid);
  const again = await ctx.gateway(world);
  const startedMs = again.startedMs;
  await again.stop();
  const bars = [
    atMost("memory of a gateway under load, MB", 350, memory.peakMb),
    atMost("start beside an existing database, ms", 3_000, startedMs),
  ];
  const figures: Record<string, number> = { rssMb: memory.nowMb, peakMb: memory.peakMb, startMs: startedMs };
  const [kind] = KINDS;
  if (ctx.scale !== "full" || !kind) return { name: "growth", title: "Memory and start", compared: [], bars, figures, notes: [] };
  const few = await ctx.world("small");
  const small = await ctx.gateway(few);
  try {
    const rounds = new Map<string, Measured[]>([
      ["50,000 slots", []],
      ["5,000,000 slots", []],
    ]);
    const on = [
      { name: "50,000 slots", target: small, world: few, requests: (await wantedOf(few, 300)).map(kind.product) },
      { name: "5,000,000 slots", target: large, world, requests: wanted.map(kind.product) },
    ];
    for (let round = -1; round < ctx.rounds; round += 1) {
      for (const { name, target, world: at, requests } of on) {
        const one = await load(target, { postmaster: ctx.cluster.pid, database: at.database }, requests, CALLERS, ctx.roundMs);
        if (round >= 0) rounds.get(name)?.push(one);
      }
    }
    const compared = compare(rounds);
    const cost = 1 / (compared[1]?.cpuRatio.median ?? NaN);
    bars.push(atMost("cost of a search, 5,000,000 / 50,000 slots", 1.5, cost));
    return { name: "growth", title: "The same search over more slots; memory and start", compared, bars, figures, notes: [] };
  } finally {
    await small.stop();
  }
}
