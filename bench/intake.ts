/**
 * Ten thousand openings through publishSlots, over HTTP and GraphQL, against a plain COPY of the same rows into the same table
 * with the same indexes and constraints; in turn, on fresh rows, with synchronous_commit on. Then the same feed once more.
 */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { startApp, type App } from "../src/assembly/app.js";
import { globalId } from "../src/gateway/api/global-id.js";
import { loadConfig } from "../src/assembly/config.js";
import { ensureDatabase } from "../src/platform/embedded/embedded-postgres.js";
import { createLog } from "../src/platform/log.js";
import { migrateUp } from "../src/platform/postgres/migrate.js";
import { newId } from "../src/platform/random.js";
import { cpuDuring } from "./processes.js";
import { startPutting } from "./putting.js";
import { startCluster } from "./world.js";

const DATABASE = "bench_intake";
const LINES = 10_000;
const PRACTITIONERS = 20;
const SLOT_MINUTES = 30;
const TARGET = 0.25;

/**
 * Of requests that are sent one by one: alone, beside a process that only uses a processor and asks the gateway nothing, and while
 * another process puts calendars of twenty thousand entries; in turn.
 */
type BesideCalendars = {
  readonly aloneP99Ms: number;
  readonly besideBusyP99Ms: number;
  readonly besideP99Ms: number;
  /** Medians of the rounds' ratios: calendars to alone, and calendars to the busy process. */
  readonly p99Ratio: number;
  readonly p99RatioToBusy: number;
  readonly medianRatio: number;
  /** Processor time for which the thread that answers did not come to the next request, at most: alone, and beside. */
  readonly aloneHeldMs: number;
  readonly besideHeldMs: number;
  readonly calendarsRead: number;
};

export type IntakeResult = {
  readonly beside: BesideCalendars;
  readonly name: "intake";
  readonly lines: number;
  readonly rounds: number;
  readonly copyRowsPerSecond: number;
  readonly publishRowsPerSecond: number;
  /** Median of the ratios of one publication to the COPY beside it. */
  readonly ratioToCopy: number;
  readonly ratios: readonly number[];
  /** The same by processor time of gateway, caller and database. */
  readonly cpuRatio: number;
  readonly unchangedLinesPerSecond: number;
  /** Slots touched by publishing the same feed again: 0. */
  readonly unchangedRowsWritten: number;
  readonly target: number;
  readonly passed: boolean;
};

type Clinic = {
  readonly id: string;
  readonly providerId: string;
  readonly cvr: string;
  readonly practitioners: readonly string[];
  readonly mask: string;
};
type Line = { readonly externalId: string; readonly practitionerId: string; readonly startsAt: string; readonly endsAt: string };

export async function run(options: { readonly rounds?: number } = {}): Promise<IntakeResult> {
  const { rounds = 3 } = options;
  const cluster = await startCluster();
  const url = await ensureDatabase(cluster, DATABASE);
  await migrateUp(url);
  const dir = await mkdtemp(path.join(tmpdir(), "bench-intake-"));
  const config = loadConfig({ DATA_DIR: dir, PORT: "0", RUN_JOBS: "false", SEED: "none", LOG_LEVEL: "silent", RATE_LIMITS: "false" });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const app = await startApp({ config, databaseUrl: url, log: createLog("silent") });
  try {
    const cpu = (work: () => Promise<unknown>): Promise<number> => cpuDuring(cluster.pid, DATABASE, work);
    return await measure(app, client, await makeClinic(client), rounds, cpu);
  } finally {
    await app.stop();
    await client.end();
    await cluster.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

type Cpu = (work: () => Promise<unknown>) => Promise<number>;

async function measure(app: App, client: pg.Client, clinic: Clinic, rounds: number, cpu: Cpu): Promise<IntakeResult> {
  const token = (await app.identity.issuer?.mint({ sub: "bench", role: "CLINIC_STAFF", cvr: clinic.cvr })) ?? "";
  const copies: number[] = [];
  const publications: number[] = [];
  const repeats: number[] = [];
  const cpuRatios: number[] = [];
  let written = 0;
  // the first round warms both up and is not counted
  for (let round = 0; round <= rounds; round += 1) {
    let [copy, publish] = [0, 0];
    const copied = linesOf(clinic, 2 * round);
    const copyCpu = await cpu(async () => (copy = await copyMs(client, clinic, copied)));
    const lines = linesOf(clinic, 2 * round + 1);
    const publishCpu = await cpu(async () => (publish = await publishMs(app.url, token, clinic, lines, "inserted")));
    const before = await slotVersions(client, clinic.id);
    const repeat = await publishMs(app.url, token, clinic, lines, "unchanged");
    written += before === (await slotVersions(client, clinic.id)) ? 0 : 1;
    if (round === 0) continue;
    cpuRatios.push(round2(copyCpu / publishCpu));
    copies.push(copy);
    publications.push(publish);
    repeats.push(repeat);
  }
  // what a practitioner has ahead, five hundred openings, instead of all that was published above
  const usual = await makeClinic(client, "87654321");
  const usualToken = (await app.identity.issuer?.mint({ sub: "bench", role: "CLINIC_STAFF", cvr: usual.cvr })) ?? "";
  await publishMs(app.url, usualToken, usual, linesOf(usual, 0), "inserted");
  const beside = await besideCalendars(app, usualToken, usual, rounds);
  const ratios = copies.map((ms, n) => round2(ms / (publications[n] ?? ms)));
  const perSecond = (times: readonly number[]): number => Math.round(LINES / (median(times) / 1_000));
  return {
    name: "intake",
    beside,
    lines: LINES,
    rounds,
    copyRowsPerSecond: perSecond(copies),
    publishRowsPerSecond: perSecond(publications),
    ratioToCopy: median(ratios),
    ratios,
    cpuRatio: median(cpuRatios),
    unchangedLinesPerSecond: perSecond(repeats),
    unchangedRowsWritten: written,
    target: TARGET,
    passed: median(ratios) >= TARGET && written === 0,
  };
}

const TURN_MS = Number(process.env["TURN_MS"] ?? 3_000);
const PAUSE_MS = 3;

async function besideCalendars(app: App, token: string, clinic: Clinic, rounds: number): Promise<BesideCalendars> {
  const putting = {
    url: app.url,
    token,
    clinicId: globalId("Clinic", clinic.id),
    practitionerIds: clinic.practitioners.map((id) => globalId("Practitioner", id)),
  };
  const turns: { alone: Turn; busy: Turn; beside: Turn }[] = [];
  let read = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const alone = await takeTurn(app.url, clinic);
    const endBusy = await startPutting({ ...putting, kind: "busy" });
    const busy = await takeTurn(app.url, clinic);
    await endBusy();
    const endPuts = await startPutting({ ...putting, kind: "calendars" });
    const beside = await takeTurn(app.url, clinic);
    const put = await endPuts();
    // the first warms all of it up
    if (round === 0) continue;
    read += put;
    turns.push({ alone, busy, beside });
  }
  const of = (figure: (turn: (typeof turns)[number]) => number): number => round2(median(turns.map(figure)));
  return {
    aloneP99Ms: of(({ alone }) => alone.p99),
    besideBusyP99Ms: of(({ busy }) => busy.p99),
    besideP99Ms: of(({ beside }) => beside.p99),
    p99Ratio: of(({ alone, beside }) => beside.p99 / alone.p99),
    p99RatioToBusy: of(({ busy, beside }) => beside.p99 / busy.p99),
    medianRatio: of(({ alone, beside }) => beside.median / alone.median),
    aloneHeldMs: of(({ alone }) => alone.held),
    besideHeldMs: of(({ beside }) => beside.held),
    calendarsRead: read,
  };
}

type Turn = { readonly median: number; readonly p99: number; readonly held: number };

async function takeTurn(url: string, clinic: Clinic): Promise<Turn> {
  const held = watchHolds();
  const sorted = await waits(url, clinic, TURN_MS);
  const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? NaN;
  return { median: at(0.5), p99: at(0.99), held: held() };
}

/** Counts what this thread works between two turns of its loop; what the machine does beside it does not count. Ends with the most. */
function watchHolds(): () => number {
  let before = process.threadCpuUsage();
  let most = 0;
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    most = Math.max(most, (user + system) / 1_000);
  }, 1);
  return () => {
    clearInterval(timer);
    return most;
  };
}

/** How long each of these requests was waited for, shortest first. */
async function waits(url: string, clinic: Clinic, ms: number): Promise<number[]> {
  const body = JSON.stringify({ query: "query ($id: ID!) { clinic(id: $id) { name } }", variables: { id: globalId("Clinic", clinic.id) } });
  const found: number[] = [];
  for (const until = performance.now() + ms; performance.now() < until;) {
    const began = performance.now();
    const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
    if (!(await response.text()).includes('"Bench"')) throw new Error("the clinic of the bench was not found");
    found.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return found.sort((a, b) => a - b);
}

/** A clinic of twenty, and an empty calendar: a database that was kept from an earlier run is emptied of slots. */
async function makeClinic(client: pg.Client, cvr = "12345678"): Promise<Clinic> {
  await client.query("truncate clinic, provider, practitioner, idempotency, outbox, audit_event cascade");
  const clinic = { id: newId(), providerId: newId(), cvr, practitioners: Array.from({ length: PRACTITIONERS }, newId) };
  await client.query("insert into provider (id, legal_name, cvr, kind) values ($1, 'Bench ApS', $2, 'PHYSIOTHERAPIST')", [
    clinic.providerId,
    clinic.cvr,
  ]);
  await client.query("insert into postal_code (postnr, town, kind) values ('8000', 'Aarhus C', 'TOWN') on conflict do nothing");
  await client.query(
    "insert into service (code, bit, name_en, name_da, radius_km, first_minutes, follow_up_minutes) values ('PHYSIOTHERAPY', 0, 'x', 'x', 25, 45, 30) on conflict do nothing",
  );
  await client.query(
    "insert into clinic (id, provider_id, name, p_number, address, postnr, town, lat, lon, pos) values ($1, $2, 'Bench', '1234567890', 'Vej 1', '8000', 'Aarhus C', 56.15, 10.2, '(0,0)')",
    [clinic.id, clinic.providerId],
  );
  await client.query(
    `insert into practitioner (id, given_names, family_name, gender, authorisation_id, profession)
     select id, 'A', 'B', 'female', 'A' || n, 'PHYSIOTHERAPIST' from unnest($1::uuid[]) with ordinality as p(id, n)`,
    [clinic.practitioners],
  );
  await client.query("insert into practitioner_clinic (practitioner_id, clinic_id) select id, $1 from practitioner", [clinic.id]);
  const { rows } = await client.query<{ bit: number }>(
    `insert into clinic_service (id, clinic_id, provider_id, service_code, service_bit, pos, channels, languages, treats_children)
     select $1, $2, $3, code, bit, '(0,0)', '{IN_PERSON}', '{da}', true from service where code = 'PHYSIOTHERAPY' returning service_bit as bit`,
    [newId(), clinic.id, clinic.providerId],
  );
  return { ...clinic, mask: String(1n << BigInt(rows[0]?.bit ?? 0)) };
}

/** Ten thousand openings in a stretch of time of their own, as a clinic's calendar lists them: by practitioner, then by time. */
function linesOf(clinic: Clinic, block: number): Line[] {
  const each = LINES / PRACTITIONERS;
  const start = Date.now() - (Date.now() % 86_400_000) + 86_400_000 + block * each * SLOT_MINUTES * 60_000;
  return clinic.practitioners.flatMap((practitionerId, p) =>
    Array.from({ length: each }, (_, n) => ({
      externalId: `${block}-${p}-${n}`,
      practitionerId,
      startsAt: new Date(start + n * SLOT_MINUTES * 60_000).toISOString(),
      endsAt: new Date(start + (n + 1) * SLOT_MINUTES * 60_000).toISOString(),
    })),
  );
}

async function copyMs(client: pg.Client, clinic: Clinic, lines: readonly Line[]): Promise<number> {
  const rows = lines.map((line) =>
    [
      newId(),
      clinic.id,
      clinic.providerId,
      line.practitionerId,
      line.externalId,
      line.startsAt,
      line.endsAt,
      clinic.mask,
      "IN_PERSON",
      "BOTH",
      "{da}",
      "PRIVATE",
      1,
    ].join("\t"),
  );
  const text = `${rows.join("\n")}\n`;
  const started = performance.now();
  await pipeline(
    Readable.from([text]),
    client.query(
      copyFrom(
        "copy slot (id, clinic_id, provider_id, practitioner_id, external_id, starts_at, ends_at, service_mask, channel, audience, languages, funding, capacity) from stdin",
      ),
    ),
  );
  return performance.now() - started;
}

const PUBLISH =
  "mutation Publish($input: PublishSlotsInput!) { publishSlots(input: $input) { counts { inserted changed unchanged withdrawn refused } errors { code message } } }";

async function publishMs(
  url: string,
  token: string,
  clinic: Clinic,
  lines: readonly Line[],
  expected: "inserted" | "unchanged",
): Promise<number> {
  const input = {
    idempotencyKey: randomUUID(),
    clinicId: globalId("Clinic", clinic.id),
    mode: "CONTINUE",
    lines: lines.map((line) => ({ ...line, practitionerId: globalId("Practitioner", line.practitionerId), services: ["PHYSIOTHERAPY"] })),
  };
  const body = JSON.stringify({ query: PUBLISH, variables: { input } });
  const started = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body,
  });
  const text = await response.text();
  const ms = performance.now() - started;
  const answer = JSON.parse(text) as { data?: { publishSlots?: { counts: Record<string, number> | null } } };
  if (answer.data?.publishSlots?.counts?.[expected] !== LINES) throw new Error(`publishing went wrong: ${text.slice(0, 500)}`);
  return ms;
}

/** Changes as soon as any slot's row is written again. */
async function slotVersions(client: pg.Client, clinicId: string): Promise<string> {
  const { rows } = await client.query<{ print: string }>(
    "select md5(string_agg(xmin::text || ctid::text, ',' order by ctid)) as print from slot where clinic_id = $1",
    [clinicId],
  );
  return rows[0]?.print ?? "";
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

if (process.argv[1]?.endsWith("bench/intake.ts")) console.log(JSON.stringify(await run(), null, 2));
