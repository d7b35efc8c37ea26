/**
 * 300,000 persons with a policy and a number each, put to the gateway in files of 20,000 lines, against a plain COPY of the same rows
 * into the same tables. Then the last file once more, and a file in which every cover has changed.
 */
import "reflect-metadata";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { startApp, type App } from "../src/assembly/app.js";
import { loadConfig } from "../src/assembly/config.js";
import { ensureDatabase } from "../src/platform/embedded/embedded-postgres.js";
import { createLog } from "../src/platform/log.js";
import { migrateUp } from "../src/platform/postgres/migrate.js";
import { newId } from "../src/platform/random.js";
import { cpuDuring } from "./processes.js";
import { startCluster } from "./world.js";

const DATABASE = "bench_members";
const FILE_LINES = 20_000;

export type MembersResult = {
  readonly members: number;
  readonly seconds: number;
  readonly membersPerSecond: number;
  readonly copyRowsPerSecond: number;
  readonly ratioToCopy: number;
  readonly cpuRatio: number;
  readonly unchangedPerSecond: number;
  readonly changedPerSecond: number;
  /** The slowest answer to a request of somebody else meanwhile, in milliseconds. */
  readonly othersWaitMs: number;
};

export async function run(options: { readonly members?: number } = {}): Promise<MembersResult> {
  const { members = 300_000 } = options;
  const cluster = await startCluster();
  const url = await ensureDatabase(cluster, DATABASE);
  await migrateUp(url);
  const dir = await mkdtemp(path.join(tmpdir(), "bench-members-"));
  const config = loadConfig({ DATA_DIR: dir, PORT: "0", RUN_JOBS: "false", SEED: "none", LOG_LEVEL: "silent", RATE_LIMITS: "false" });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const app = await startApp({ config, databaseUrl: url, log: createLog("silent") });
  try {
    const cpu = (work: () => Promise<unknown>): Promise<number> => cpuDuring(cluster.pid, DATABASE, work);
    return await measure(app, client, members, cpu);
  } finally {
    await app.stop();
    await client.end();
    await cluster.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function measure(
  app: App,
  client: pg.Client,
  members: number,
  cpu: (work: () => Promise<unknown>) => Promise<number>,
): Promise<MembersResult> {
  const token = (await app.identity.issuer?.mint({ sub: "bench", role: "INTEGRATION" })) ?? "";
  await client.query("truncate member, member_cpr, policy, idempotency, outbox, audit_event cascade");
  let copyMs = 0;
  // the first copy warms up and is not counted
  await copied(client, FILE_LINES, 9_000_000);
  const copyCpu = await cpu(async () => (copyMs = await copied(client, FILE_LINES, 8_000_000)));
  await client.query("truncate member, member_cpr, policy cascade");
  const files = Array.from({ length: Math.ceil(members / FILE_LINES) }, (_, n) => n * FILE_LINES);
  let othersWaitMs = 0;
  let done = false;
  const others = (async () => {
    while (!done) {
      const started = performance.now();
      await fetch(`${app.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ __typename }" }),
      }).then((response) => response.text());
      othersWaitMs = Math.max(othersWaitMs, performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  const times: number[] = [];
  const began = performance.now();
  const putCpu = await cpu(async () => {
    for (const first of files) {
      const body = fileOf(first, Math.min(FILE_LINES, members - first), 1, null);
      const started = performance.now();
      await put(app.url, token, body, "inserted");
      times.push(performance.now() - started);
    }
  });
  const seconds = (performance.now() - began) / 1_000;
  done = true;
  await others;
  const last = files.at(-1) ?? 0;
  const count = Math.min(FILE_LINES, members - last);
  const again = await timed(() => put(app.url, token, fileOf(last, count, 1, null), "unchanged"));
  const changed = await timed(() => put(app.url, token, fileOf(last, count, 2, "2027-12-31"), "changed"));
  const perMember = times.reduce((sum, ms) => sum + ms, 0) / members;
  const perCopied = copyMs / FILE_LINES;
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    members,
    seconds: Math.round(seconds),
    membersPerSecond: Math.round(1_000 / perMember),
    copyRowsPerSecond: Math.round(1_000 / perCopied),
    ratioToCopy: round(perCopied / perMember),
    cpuRatio: round(copyCpu / FILE_LINES / (putCpu / members)),
    unchangedPerSecond: Math.round((count / again) * 1_000),
    changedPerSecond: Math.round((count / changed) * 1_000),
    othersWaitMs: Math.round(othersWaitMs),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Of persons born from 1858 to 1899: nobody who lives has such a number. */
function civilNumber(n: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const serial = 5_000 + (n % 4_000);
  const day = Math.floor(n / 4_000);
  return `${two(1 + (day % 28))}${two(1 + (Math.floor(day / 28) % 12))}${two(58 + (Math.floor(day / 336) % 42))}${serial}`;
}

const person = (n: number) => ({
  givenNames: "Måling Test",
  familyName: `Nummer ${n}`,
  birthDate: `18${58 + (n % 42)}-01-01`,
  addressLine: `Målevej ${n % 200}`,
  postalCode: "8000",
  phone: `+4500${String(n % 1_000_000).padStart(6, "0")}`,
  email: `m${n}@medlem.example`,
});

function fileOf(first: number, count: number, version: number, coverEnd: string | null): string {
  return Array.from({ length: count }, (_, i) => {
    const n = first + i;
    return JSON.stringify({
      memberKey: `person-${n}`,
      version,
      ...person(n),
      gender: n % 2 === 0 ? "FEMALE" : "MALE",
      civilNumber: civilNumber(n),
      policyKey: `policy-${n}`,
      product: "OCCUPATIONAL",
      role: "EMPLOYEE",
      scheme: "MANDATORY",
      coverStart: "2024-01-01",
      coverEnd,
      options: ["A", "B"],
    });
  }).join("\n");
}

async function put(url: string, token: string, body: string, expected: string): Promise<void> {
  const response = await fetch(`${url}/graphql?of=members&mode=CONTINUE`, {
    method: "PUT",
    headers: { "content-type": "application/x-ndjson", authorization: `Bearer ${token}` },
    body,
  });
  const text = await response.text();
  const lines = body.split("\n").length;
  const { counts } = JSON.parse(text) as { counts?: Record<string, number> | null };
  if (counts?.[expected] !== lines) throw new Error(`the intake went wrong: ${text.slice(0, 500)}`);
}

/** The same rows, with bytes of the size of a sealed number and of its hash in their place. */
async function copied(client: pg.Client, count: number, first: number): Promise<number> {
  const ids = Array.from({ length: count }, () => newId());
  const rows = ids.map((id, i) => {
    const { givenNames, familyName, birthDate, addressLine, postalCode, phone, email } = person(first + i);
    const sealed = "ab".repeat(42);
    return [
      id,
      `person-${first + i}`,
      1,
      newId(),
      givenNames,
      familyName,
      birthDate,
      "female",
      `\\\\x${sealed}`,
      addressLine,
      postalCode,
      phone,
      email,
    ];
  });
  const indexes = ids.map((id, i) => [`\\\\x${String(first + i).padStart(64, "0")}`, "k1", id]);
  const policies = ids.map((id, i) => [
    newId(),
    id,
    `policy-${first + i}`,
    1,
    "OCCUPATIONAL",
    "EMPLOYEE",
    "MANDATORY",
    "2024-01-01",
    "{A,B}",
  ]);
  const started = performance.now();
  await copy(
    client,
    "member (id, external_key, source_version, family_id, given_names, family_name, birth_date, gender, cpr_encrypted, address_line, postnr, phone, email)",
    rows,
  );
  await copy(client, "member_cpr (blind_index, key_id, member_id)", indexes);
  await copy(client, "policy (id, member_id, external_key, source_version, product, role, scheme, cover_start, optional)", policies);
  return performance.now() - started;
}

async function copy(client: pg.Client, into: string, rows: readonly (readonly unknown[])[]): Promise<void> {
  const text = `${rows.map((row) => row.join("\t")).join("\n")}\n`;
  await pipeline(Readable.from([text]), client.query(copyFrom(`copy ${into} from stdin`)));
}

if (process.argv[1]?.endsWith("bench/members.ts")) console.log(JSON.stringify(await run(), null, 2));
