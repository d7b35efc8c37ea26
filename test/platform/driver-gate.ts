/**
 * The gate every driver has to pass (bar R3), as a process of its own: an uncaught exception must end it. Many tenants write in
 * pairs through the real data layer while their server processes are killed; half of them mean to roll back.
 * Arguments: admin URL, least number of transactions, most seconds. Prints one line of JSON.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Refused, refusal } from "../../src/kernel/refusal.js";
import { bulkConnection } from "../../src/platform/postgres/bulk.js";
import { connectDatabase } from "../../src/platform/postgres/database.js";
import { UnknownOutcome } from "../../src/platform/postgres/database-errors.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS, type Viewer } from "../../src/platform/viewer.js";
import { asserted } from "../support/asserted.js";

const [url = "", least = "10000", mostSeconds = "45"] = process.argv.slice(2);
const KILL_EVERY_MS = 40;
const CALLERS = 24;
const HUNG_MS = 12_000;
const NAME = `gate-${randomUUID()}`;

const admin = bulkConnection(url, 2);
await admin.unsafe(`
  do $$ begin create role gateway_app nologin; exception when duplicate_object or unique_violation then null; end $$;
  grant usage on schema public to gateway_app;
  create table half (tenant text not null, request uuid not null, side int not null, primary key (request, side));
  alter table half enable row level security;
  alter table half force row level security;
  create policy own on half using (tenant = current_setting('app.provider_id', true)) with check (tenant = current_setting('app.provider_id', true));
  grant select, insert on half to gateway_app;`);

const database = connectDatabase(url, { max: 10, applicationName: NAME });
const tenants = Array.from({ length: 6 }, (_, n): Viewer => ({
  ...ANONYMOUS,
  role: "CLINIC_STAFF",
  subject: `s${n}`,
  providerId: `tenant-${n}`,
}));
type End = "kept" | "refused" | "failed" | "unknown" | "hung";
const ends = new Map<string, { tenant: string; end: End }>();
let crossed = 0;
let running = true;

async function one(viewer: Viewer): Promise<void> {
  const request = randomUUID();
  const tenant = viewer.providerId ?? "";
  const work = transaction(database, viewer, async (tx) => {
    const insert = "insert into half (tenant, request, side) values ($1, $2, $3)";
    await tx.query(asserted(insert, [tenant, request, 1], "gate-insert"));
    if (Math.random() < 0.3) await pause(Math.random() * 8);
    const [seen] = await tx.query(
      asserted<{ tenant: string; foreign: bigint }>(
        "select current_setting('app.provider_id') as tenant, (select count(*) from half where request = $1 and tenant <> $2) as foreign",
        [request, tenant],
        "gate-look",
      ),
    );
    if (seen?.tenant !== tenant || seen.foreign !== 0n) crossed += 1;
    await tx.query(asserted(insert, [tenant, request, 2], "gate-insert"));
    if (Math.random() < 0.5) throw new Refused([refusal("BUSY", "meant to roll back")]);
  });
  const end = await Promise.race([
    work.then(
      (): End => "kept",
      (error: unknown): End => (error instanceof Refused ? "refused" : error instanceof UnknownOutcome ? "unknown" : "failed"),
    ),
    pause(HUNG_MS, "hung" as const, { ref: false }),
  ]);
  ends.set(request, { tenant, end });
}

async function kill(): Promise<number> {
  let kills = 0;
  while (running) {
    const rows =
      await admin`select pg_terminate_backend(pid) from (select pid from pg_stat_activity where application_name = ${NAME} order by random() limit 1) p`;
    kills += rows.length;
    await pause(KILL_EVERY_MS);
  }
  return kills;
}

const began = performance.now();
const killer = kill();
await Promise.all(
  Array.from({ length: CALLERS }, async (_, caller) => {
    while (ends.size < Number(least) && performance.now() - began < Number(mostSeconds) * 1000) {
      const viewer = tenants[(caller + ends.size) % tenants.length];
      if (viewer) await one(viewer);
    }
  }),
);
running = false;
const kills = await killer;
const seconds = (performance.now() - began) / 1000;
await database.close();

const rows = await admin<{ request: string; sides: number; tenants: number; tenant: string }[]>`
  select request::text, count(*)::int as sides, count(distinct tenant)::int as tenants, min(tenant) as tenant from half group by 1`;
const stored = new Map(rows.map((row) => [row.request, row]));
const count = (end: End): number => [...ends.values()].filter((e) => e.end === end).length;
const having = (test: (end: End, sides: number) => boolean): number =>
  [...ends].filter(([request, { end }]) => test(end, stored.get(request)?.sides ?? 0)).length;
await admin.end({ timeout: 5 });

console.log(
  JSON.stringify({
    transactions: ends.size,
    seconds: Math.round(seconds * 10) / 10,
    kills,
    kept: count("kept"),
    refused: count("refused"),
    failed: count("failed"),
    unknown: count("unknown"),
    hung: count("hung"),
    half: rows.filter((row) => row.sides !== 2).length,
    lost: having((end, sides) => end === "kept" && sides !== 2),
    resurrected: having((end, sides) => (end === "refused" || end === "failed") && sides > 0),
    crossed: crossed + rows.filter((row) => row.tenants !== 1 || ends.get(row.request)?.tenant !== row.tenant).length,
  }),
);
