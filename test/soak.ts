/**
 * npm run test:soak [-- --minutes 60 --load 1]: two gateways under a mixed load on a small network: searches, bookings, cancellations, lists, subscribers who come
 * and go, the background work. Every ten seconds it is noted what each process and the database hold; a straight line is laid through what came after
 * the warm-up, and what it rises by in that time must stay under a limit. What leaks is found in an hour, or in a few minutes where it is much.
 */
import "reflect-metadata";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { cpuOf, cpuOfDatabase } from "../bench/processes.js";
import { ensureDatabase, startEmbedded } from "../src/platform/embedded/embedded-postgres.js";
import { globalId } from "../src/gateway/api/global-id.js";
import { CANCEL } from "./bookings/documents.js";
import { nothingIn, say, startDrill, type Drill } from "./support/drill.js";
import { openSocket } from "./support/subscribe.js";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "60" }, load: { type: "string", default: "1" } } });
const MINUTES = Number(values.minutes);
/** Share of the usual load, for a machine that does other things as well. */
const LOAD = Number(values.load);
const BOOKINGS_PER_SECOND = 3 * LOAD;
const SAMPLE_MS = 10_000;
/** Of the time: caches fill, pools open, statements are prepared. */
const WARM_UP = 1 / 3;

type Sample = Readonly<Record<string, number>>;
/** What a figure may rise by from the end of the warm-up to the end: a share of its mean, or so much, whichever is more. */
type Limit = { readonly share: number; readonly least: number };
const LIMITS: readonly (readonly [RegExp, Limit])[] = [
  [/heapMb$/, { share: 0.08, least: 6 }],
  [/rssMb$/, { share: 0.12, least: 30 }],
  [/(handles|timers|fds)$/, { share: 0.05, least: 4 }],
  // pools give up what is idle and open it again: an hour at half the load rose by 3.7 of 45
  [/connections$/, { share: 0.15, least: 6 }],
  // a gateway meets the statements of a job when its turn at it comes, some twenty; names that are made up would rise with the time, by hundreds an hour
  [/statementNames$/, { share: 0.1, least: 30 }],
  [/bytesPerRow/, { share: 0.2, least: 24 }],
  [/deadShare/, { share: 0, least: 0.25 }],
];
/** How old the connection is that has met most: in that hour it rose by 15 in one gateway and fell by 19 in the other. */
const NOT_JUDGED = /prepared(OfOne)?$/;

/** By how much the straight line through the values rises from the first to the last. */
function rise(values: readonly number[]): number {
  const n = values.length;
  if (n < 2) return 0;
  const [meanX, meanY] = [(n - 1) / 2, values.reduce((a, b) => a + b, 0) / n];
  const over = values.reduce((sum, y, x) => sum + (x - meanX) * (y - meanY), 0);
  const under = values.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0);
  return (over / under) * (n - 1);
}

/** Tables that are written to all the time, with their indexes: what they take for each row that lives, and how many dead rows lie among them. */
const TABLES = `select relname as name, n_live_tup::float8 as live, n_dead_tup::float8 as dead, pg_total_relation_size(relid)::float8 as bytes
  from pg_stat_user_tables where n_live_tup + n_dead_tup > 500 and n_tup_ins + n_tup_upd + n_tup_del > 500`;

async function ofDatabase(owner: pg.Client): Promise<Sample> {
  const { rows: tables } = await owner.query<{ name: string; live: number; dead: number; bytes: number }>(TABLES);
  const { rows } = await owner.query<{ n: number }>(
    "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  return Object.fromEntries([
    ["database connections", rows[0]?.n ?? 0],
    ...tables.flatMap(({ name, live, dead, bytes }) => [
      [`${name} bytesPerRow`, bytes / Math.max(live, 1)],
      [`${name} deadShare`, dead / (live + dead)],
    ]),
  ]) as Sample;
}

type Loads = { stop: boolean; readonly counts: Record<string, number> };

async function post(url: string, token: string, query: string, variables: object = {}): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(10_000),
  });
  return response.json();
}

const SEARCH =
  '{ providers(near: {postalCode: "8000"}, service: PHYSIOTHERAPY, first: 10) { edges { node { distanceKm earliestAt clinic { name } } } } }';
const LIST = "{ bookings(first: 10) { edges { node { reference startsAt state } } } }";

/** Everything but the bookings, each as a loop of its own. */
function load({ gateways, world, issuer, crowd }: Drill, loads: Loads): Promise<unknown> {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (subject: string): Promise<string> => {
    const token = tokens.get(subject) ?? issuer.mint({ sub: subject, role: "MEMBER" }, 12 * 3_600);
    tokens.set(subject, token);
    return token;
  };
  const anyOf = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
  const url = (): string => anyOf(gateways).url;
  const again = async (name: string, everyMs: number, act: () => Promise<unknown>): Promise<void> => {
    while (!loads.stop) {
      const ok = await act().then(
        (answer) => answer !== false,
        (error: unknown) => {
          say(`${name} failed: ${String(error)}`);
          return false;
        },
      );
      loads.counts[ok ? name : `${name} failed`] = (loads.counts[ok ? name : `${name} failed`] ?? 0) + 1;
      await pause(everyMs / LOAD);
    }
  };
  const answered = (answer: any, field: string): boolean => {
    if (answer.data?.[field]) return true;
    throw new Error(JSON.stringify(answer.errors));
  };
  let cancelled = 0;
  const cancelOne = async (): Promise<boolean> => {
    const told = crowd.told[cancelled];
    if (!told) return true;
    cancelled += 2;
    if (told.bookingId === null) return true;
    const id = globalId("Booking", told.bookingId);
    const answer = await post(url(), await tokenOf(told.person.member.subject), CANCEL, {
      input: { idempotencyKey: crypto.randomUUID(), bookingId: id },
    });
    if (Array.isArray(answer.data?.cancelBooking?.errors)) return true;
    throw new Error(JSON.stringify(answer.errors));
  };
  const search = async (): Promise<boolean> => {
    const { member } = anyOf(world.people);
    return answered(await post(url(), await tokenOf(member.subject), SEARCH), "providers");
  };
  const list = async (): Promise<boolean> =>
    answered(await post(url(), await tokenOf(anyOf(world.people).member.subject), LIST), "bookings");
  const subscribe = async (): Promise<boolean> => {
    const socket = openSocket(url(), { authorization: `Bearer ${await tokenOf(anyOf(world.people).member.subject)}` });
    const listening = socket.listen("subscription { bookingChanged { change } }");
    await pause(1_500);
    await socket.stop();
    return listening.errors.length === 0;
  };
  return Promise.all([
    again("search", 150, search),
    again("search", 150, search),
    again("list", 300, list),
    again("cancel", 700, cancelOne),
    again("subscribe", 500, subscribe),
  ]);
}

function judge(samples: readonly Sample[]): readonly string[] {
  const after = samples.slice(Math.floor(samples.length * WARM_UP));
  const names = [...new Set(after.flatMap((sample) => Object.keys(sample)))].sort();
  const faults: string[] = [];
  for (const name of names) {
    // one that came up on the way has no line through its life yet
    const line = after.flatMap((sample) => sample[name] ?? []);
    if (line.length < after.length / 2) continue;
    const mean = line.reduce((a, b) => a + b, 0) / line.length;
    const [, limit] = LIMITS.find(([which]) => which.test(name)) ?? [];
    const risen = rise(line);
    const most = limit ? Math.max(limit.share * mean, limit.least) : Infinity;
    const told = `${name}: ${mean.toFixed(2)} on the mean, risen by ${risen.toFixed(2)}${Number.isFinite(most) ? ` of ${most.toFixed(2)}` : ""}`;
    if (!limit && !NOT_JUDGED.test(name)) throw new Error(`no limit for ${name}`);
    const isFault = risen > most;
    if (isFault) faults.push(told);
    if (isFault || !/bytesPerRow|deadShare/.test(name)) say(`${isFault ? "NO " : "yes"}  ${told}`);
  }
  say(
    `${names.filter((name) => /bytesPerRow/.test(name)).length} tables with their indexes: ${faults.filter((fault) => /bytesPerRow|deadShare/.test(fault)).length} over their limits`,
  );
  return faults;
}

async function main(): Promise<boolean> {
  const dir = mkdtempSync(path.join(tmpdir(), "soak-"));
  chmodSync(dir, 0o711);
  const ends: (() => Promise<void> | void)[] = [() => rmSync(dir, { recursive: true, force: true })];
  try {
    const server = await startEmbedded({ dataDir: path.join(dir, "postgres"), settings: { shared_buffers: "128MB" } });
    ends.push(() => server.stop());
    const ownerUrl = await ensureDatabase(server, "gateway");
    const probes = [0, 1].map((n) => path.join(dir, `probe-${n}`));
    const drill = await startDrill({
      ownerUrl,
      dir,
      bookings: Math.ceil(MINUTES * 60 * BOOKINGS_PER_SECOND),
      env: { RUN_JOBS: "true", PROMISE_REFRESH_SECONDS: "10", RATE_LIMITS: "true" },
      each: (n) => ({ env: { PROBE_TO: probes[n] ?? "" }, before: ["./test/support/soak-probe.mjs"] }),
    });
    ends.push(drill.stop);
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    ends.push(() => owner.end());
    const loads: Loads = { stop: false, counts: {} };
    const began = performance.now();
    const used = (): readonly [gateways: number, database: number] => [
      drill.gateways.reduce((sum, each) => sum + cpuOf(each.pid()), 0),
      cpuOfDatabase(server.pid, "gateway"),
    ];
    const before = used();
    const over = (): boolean => performance.now() - began > MINUTES * 60_000;
    const booking = drill.crowd.run(
      6,
      () => (over() ? 0 : Infinity),
      () => ((performance.now() - began) / 1_000) * BOOKINGS_PER_SECOND,
    );
    const loading = load(drill, loads);
    const samples: Sample[] = [];
    while (!over()) {
      await pause(SAMPLE_MS);
      const processes = probes.flatMap((file, n) => {
        const last = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").at(-1) : undefined;
        const noted = last ? (JSON.parse(last) as Sample) : {};
        return Object.entries(noted).map(([name, value]): [string, number] => [`gateway ${n + 1} ${name}`, value]);
      });
      samples.push({ ...Object.fromEntries(processes), ...(await ofDatabase(owner)) });
      used();
    }
    const cores = used().map((now, i) => (now - (before[i] ?? 0)) / 1_000 / (performance.now() - began));
    loads.stop = true;
    await Promise.all([loading, booking]);
    say(`${MINUTES} minutes: ${drill.crowd.acknowledged()} bookings, ${JSON.stringify(loads.counts)}`);
    say(`of a core, on the mean: ${cores[0]?.toFixed(2)} the gateways, ${cores[1]?.toFixed(2)} the database`);
    const faults = judge(samples);
    const failed = Object.entries(loads.counts).filter(([name]) => name.endsWith("failed"));
    for (const [name, n] of failed) say(`${name}: ${n}`);
    const { rows } = await owner.query<{ n: number }>("select count(*)::int as n from slot where booked < 0 or booked > capacity");
    say(`${rows[0]?.n ?? 0} slots sold twice; ended by themselves: ${drill.gateways.reduce((sum, each) => sum + each.selfExits(), 0)}`);
    return faults.length === 0 && rows[0]?.n === 0 && nothingIn({ exits: drill.gateways.reduce((sum, each) => sum + each.selfExits(), 0) });
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

main().then(
  (passed) => {
    say(passed ? "nothing rises without end" : "FAILED");
    process.exit(passed ? 0 : 1);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
