/**
 * 5,000 companies with a clinic each and 20,000 practitioners put to the gateway as CSV files, against a plain COPY of the same rows into
 * the same tables. Then the agreements and authorisations of the files, agreed to by a second person, and every file once more.
 */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { seedReference } from "../seeds/load.js";
import { startApp } from "../src/assembly/app.js";
import { loadConfig } from "../src/assembly/config.js";
import { cvrFrom } from "../src/kernel/check-digits.js";
import { ensureDatabase } from "../src/platform/embedded/embedded-postgres.js";
import { createLog } from "../src/platform/log.js";
import { migrateUp } from "../src/platform/postgres/migrate.js";
import { newId } from "../src/platform/random.js";
import { startCluster } from "./world.js";

const DATABASE = "bench_network";

export type NetworkResult = {
  readonly clinics: number;
  readonly practitioners: number;
  readonly companySeconds: number;
  readonly clinicSeconds: number;
  readonly practitionerSeconds: number;
  /** A second person agrees to all agreements, then to all authorisations. */
  readonly approvalSeconds: number;
  /** Rows of clinics and practitioners a second through the gateway over those of COPY. */
  readonly ratioToCopy: number;
  readonly unchangedPerSecond: number;
  /** Steps in which others saw the file of practitioners move. */
  readonly progressSeen: number;
};

type Put = {
  readonly inserted: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly proposal: { readonly id: string } | null;
};

export async function run(options: { readonly clinics?: number; readonly practitioners?: number } = {}): Promise<NetworkResult> {
  const { clinics = 5_000, practitioners = 20_000 } = options;
  const cluster = await startCluster();
  const url = await ensureDatabase(cluster, DATABASE);
  await migrateUp(url);
  await seedReference(url);
  const dir = await mkdtemp(path.join(tmpdir(), "bench-network-"));
  const config = loadConfig({ DATA_DIR: dir, PORT: "0", RUN_JOBS: "false", SEED: "none", LOG_LEVEL: "silent", RATE_LIMITS: "false" });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("select set_config('app.role', 'WORKER', false)");
  const app = await startApp({ config, databaseUrl: url, log: createLog("silent") });
  const token = async (sub: string): Promise<string> => (await app.identity.issuer?.mint({ sub, role: "NETWORK_MANAGER" })) ?? "";
  const [one, two] = [await token("bench-1"), await token("bench-2")];
  try {
    await client.query(
      "truncate provider, practitioner, idempotency, outbox, audit_event, proposal, network_change, network_intake cascade",
    );
    const copyPerRow = await copied(client, clinics, practitioners);
    await client.query("truncate provider, practitioner cascade");
    const files = { organisations: companies(clinics), clinics: places(clinics), practitioners: people(practitioners, clinics) };
    const results: Put[] = [];
    const seconds: number[] = [];
    let progressSeen = 0;
    for (const [of, content] of Object.entries(files)) {
      const watching = of === "practitioners" ? watch(client, () => (progressSeen += 1)) : null;
      const began = performance.now();
      results.push(await put(app.url, one, of, content));
      seconds.push((performance.now() - began) / 1_000);
      await watching?.();
    }
    const approve = await readFile("schema/operations/network/approve-proposal.graphql", "utf8");
    const began = performance.now();
    for (const { proposal } of results) if (proposal) await approved(app.url, two, approve, proposal.id);
    const approvalSeconds = (performance.now() - began) / 1_000;
    const started = performance.now();
    for (const [of, content] of Object.entries(files)) {
      const again = await put(app.url, one, of, content);
      if (again.inserted > 0 || again.refused > 0 || again.proposal) throw new Error(`${of} changed something the second time`);
    }
    const unchangedPerSecond = ((clinics * 2 + practitioners) / (performance.now() - started)) * 1_000;
    const [, clinicSeconds = 0, practitionerSeconds = 0] = seconds;
    const round = (value: number): number => Math.round(value * 100) / 100;
    return {
      clinics,
      practitioners,
      companySeconds: round(seconds[0] ?? 0),
      clinicSeconds: round(clinicSeconds),
      practitionerSeconds: round(practitionerSeconds),
      approvalSeconds: round(approvalSeconds),
      ratioToCopy: round((copyPerRow * (clinics + practitioners)) / ((clinicSeconds + practitionerSeconds) * 1_000)),
      unchangedPerSecond: Math.round(unchangedPerSecond),
      progressSeen,
    };
  } finally {
    await app.stop();
    await client.end();
    await cluster.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Asks how far the file has come until it is told to stop; each new figure is a step. */
function watch(client: pg.Client, step: () => void): () => Promise<void> {
  let stopped = false;
  let last = 0;
  const watching = (async () => {
    while (!stopped) {
      const { rows } = await client.query<{ done: number }>(
        "select done from network_intake where state = 'RUNNING' order by id desc limit 1",
      );
      const done = rows[0]?.done ?? last;
      if (done > last) step();
      last = Math.max(last, done);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return async () => {
    stopped = true;
    await watching;
  };
}

const cvrs: string[] = [];
function cvr(n: number): string {
  for (let next = Number(cvrs.at(-1)?.slice(1, 7) ?? 100_000) + 1; cvrs.length <= n; next += 1) {
    const made = cvrFrom(`3${String(next).padStart(6, "0")}`);
    if (made !== null) cvrs.push(made);
  }
  return cvrs[n] ?? "";
}
const pNumber = (n: number): string => `7${String(n).padStart(9, "0")}`;

function companies(count: number): string {
  const lines = Array.from({ length: count }, (_, n) => `o${n},Måleklinik ${n} ApS,${cvr(n)},PHYSIOTHERAPIST,2025-01-01,Aftale ${n}`);
  return ["external_id,legal_name,cvr,kind,agreement_from,agreement_source", ...lines].join("\n");
}

function places(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, n) => `c${n},o${n},Måleklinikken ${n},${pNumber(n)},Målevej ${n},8000,PHYSIOTHERAPY:IN_PERSON+ONLINE|MASSAGE`,
  );
  return ["external_id,organisation,name,p_number,street,postal_code,services", ...lines].join("\n");
}

function people(count: number, clinics: number): string {
  const lines = Array.from(
    { length: count },
    (_, n) => `t${n},Måling Test,Nummer ${n},female,AUT${n},PHYSIOTHERAPIST,c${n % clinics},2015-01-01,Registeret`,
  );
  return [
    "external_id,given_names,family_name,gender,authorisation_id,profession,clinics,authorised_from,authorisation_source",
    ...lines,
  ].join("\n");
}

async function put(url: string, token: string, of: string, body: string): Promise<Put> {
  const response = await fetch(`${url}/graphql?of=${of}&mode=CONTINUE`, {
    method: "PUT",
    headers: { "content-type": "text/csv", authorization: `Bearer ${token}` },
    body,
  });
  const text = await response.text();
  const answer = JSON.parse(text) as Put;
  if (answer.refused !== 0) throw new Error(`the intake went wrong: ${text.slice(0, 500)}`);
  return answer;
}

async function approved(url: string, token: string, query: string, id: string): Promise<void> {
  const body = JSON.stringify({ query, variables: { input: { idempotencyKey: randomUUID(), id } } });
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body,
  });
  const text = await response.text();
  if (!text.includes('"state":"APPROVED"')) throw new Error(`the approval went wrong: ${text.slice(0, 500)}`);
}

/** The same rows of clinics and practitioners with what hangs on them; milliseconds for each. */
async function copied(client: pg.Client, clinics: number, practitioners: number): Promise<number> {
  const owners = Array.from({ length: clinics }, () => newId());
  const ids = owners.map(() => newId());
  await copy(
    client,
    "provider (id, external_id, legal_name, cvr, kind)",
    owners.map((id, n) => [id, `o${n}`, `Måleklinik ${n} ApS`, cvr(n), "PHYSIOTHERAPIST"]),
  );
  const began = performance.now();
  const rows = ids.map((id, n) => [
    id,
    owners[n],
    `c${n}`,
    `Måleklinikken ${n}`,
    pNumber(n),
    `Målevej ${n}`,
    "8000",
    "Aarhus C",
    "1082",
    56.1535,
    10.2034,
    "(0,0)",
  ]);
  await copy(client, "clinic (id, provider_id, external_id, name, p_number, address, postnr, town, region_code, lat, lon, pos)", rows);
  const offers = ids.flatMap((id, n) =>
    (["PHYSIOTHERAPY", "MASSAGE"] as const).map((code, k) => [
      newId(),
      id,
      owners[n],
      code,
      k === 0 ? 0 : 22,
      "(0,0)",
      "{IN_PERSON}",
      "{da}",
      true,
    ]),
  );
  await copy(
    client,
    "clinic_service (id, clinic_id, provider_id, service_code, service_bit, pos, channels, languages, treats_children)",
    offers,
  );
  const who = Array.from({ length: practitioners }, () => newId());
  await copy(
    client,
    "practitioner (id, external_id, given_names, family_name, gender, authorisation_id, profession)",
    who.map((id, n) => [id, `t${n}`, "Måling Test", `Nummer ${n}`, "female", `AUT${n}`, "PHYSIOTHERAPIST"]),
  );
  await copy(
    client,
    "practitioner_clinic (practitioner_id, clinic_id)",
    who.map((id, n) => [id, ids[n % clinics]]),
  );
  return (performance.now() - began) / (clinics + practitioners);
}

async function copy(client: pg.Client, into: string, rows: readonly (readonly unknown[])[]): Promise<void> {
  const lines = rows.map((row) => `${row.map(String).join("\t")}\n`);
  await pipeline(Readable.from(lines), client.query(copyFrom(`copy ${into} from stdin`)));
}
