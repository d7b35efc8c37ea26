/** Reference data and the fictional network into a database, in one transaction: all of it or nothing. */
import type postgres from "postgres";
import { clinic, clinicService, practitioner, practitionerClinic, provider, providerAccount } from "../schema/tables/clinic.js";
import { guardianship, member, memberCpr, policy } from "../schema/tables/member.js";
import { credential } from "../schema/tables/network.js";
import { agreedRate } from "../schema/tables/rate.js";
import { slot } from "../schema/tables/slot.js";
import { bulkToPrimary } from "../src/platform/postgres/bulk.js";
import { lockKey } from "../src/platform/postgres/locks.js";
import { CLAIM_TABLES, seededClaims } from "./claims.js";
import { copyRows } from "./copy.js";
import { measuringMembers, TEST_PERSONS, testMembers } from "./members.js";
import { generateNetwork } from "./network.js";
import { agreedRates } from "./rates.js";
import { loadReference } from "./reference.js";
import { mismatch, seededBefore, withDefaults, VERSION, type FullOptions, type SeedOptions, type SeedRecord } from "./seed-options.js";
import { slots } from "./slots.js";
import { asOwner, unguarded } from "./unguarded.js";

type SeedPhase = "reference" | "network" | "rates" | "slots" | "indexes" | "members" | "statistics";
export type SeedProgress = (phase: SeedPhase, done: number, total: number) => void;
export type SeedResult = {
  /** OTHER: this database was seeded with other parameters; `record` says which, `differs` what. Nothing was changed. */
  readonly status: "SEEDED" | "ALREADY" | "OTHER";
  readonly record: SeedRecord;
  readonly differs: readonly string[];
  readonly ms: number;
};

const COPIED = [
  "provider",
  "provider_account",
  "clinic",
  "practitioner",
  "credential",
  "practitioner_clinic",
  "clinic_service",
  "agreed_rate",
  "slot",
  "member",
  "member_cpr",
  "guardianship",
  "policy",
  ...CLAIM_TABLES,
];
const UNGUARDED = ["slot", "agreed_rate"];
const LISTING_TRIGGERS = [
  { on: "clinic_service", name: "listing_of_new_services" },
  { on: "agreed_rate", name: "listing_of_new_rates" },
];
const KEPT_ON_RESET = ["postal_code", "service", "public_tariff", "installation"];

/** Postal codes, services and tariffs only: what a production database needs, too. */
export async function seedReference(url: string, onProgress: SeedProgress = () => {}): Promise<void> {
  await connected(url, (sql) => sql.begin((tx) => reference(tx, onProgress)));
}

/** Loads the fictional network unless one is there. Safe to call at every start. */
export async function seedNetwork(url: string, given: SeedOptions = {}, onProgress: SeedProgress = () => {}): Promise<SeedResult> {
  if (process.env["NODE_ENV"] === "production") throw new Error("the fictional network is never loaded with NODE_ENV=production");
  const began = performance.now();
  return connected(url, async (sql) => {
    const result = await sql.begin(async (tx): Promise<Omit<SeedResult, "ms">> => {
      await tx.unsafe(`select pg_advisory_xact_lock(${lockKey("seed")})`);
      if (given.reset) await reset(tx);
      const before = await seededBefore(tx);
      if (before) {
        await reference(tx, onProgress);
        const differs = mismatch(before, given);
        return { status: differs.length === 0 ? "ALREADY" : "OTHER", record: before, differs };
      }
      await refuseOthersData(tx);
      const today = await databasesDay(tx);
      const options = withDefaults(given, today);
      await reference(tx, onProgress);
      const loaded = await asOwner(tx, COPIED, () => load(tx, options, today, onProgress));
      const record: SeedRecord = { version: VERSION, seed: options.seed, asked: options.slots, from: options.from, ...loaded };
      await tx`insert into installation (key, value) values ('seed', ${tx.json(record)})`;
      return { status: "SEEDED", record, differs: [] };
    });
    if (result.status === "SEEDED") await settle(sql, onProgress);
    return { ...result, ms: Math.round(performance.now() - began) };
  });
}

async function reference(tx: postgres.ISql, onProgress: SeedProgress): Promise<void> {
  onProgress("reference", 0, 1);
  await loadReference(tx);
  onProgress("reference", 1, 1);
}

type Loaded = Pick<SeedRecord, "clinics" | "practitioners" | "members" | "slots" | "claims">;

async function load(tx: postgres.ISql, options: FullOptions, today: string, onProgress: SeedProgress): Promise<Loaded> {
  const network = generateNetwork(options);
  const total = network.clinics.length;
  onProgress("network", 0, total);
  await copyRows(tx, provider, network.providers);
  await copyRows(tx, providerAccount, network.accounts);
  await copyRows(tx, clinic, network.clinics, (done) => onProgress("network", done, total));
  await copyRows(tx, practitioner, network.practitioners);
  await copyRows(tx, credential, network.credentials);
  await copyRows(tx, practitionerClinic, network.practitionerClinics);
  for (const trigger of LISTING_TRIGGERS) await tx.unsafe(`alter table ${trigger.on} disable trigger ${trigger.name}`);
  await copyRows(tx, clinicService, network.clinicServices);
  const slotsLoaded = await unguarded(
    tx,
    UNGUARDED,
    async () => {
      const rates = network.clinicServices.length * 6;
      await copyRows(tx, agreedRate, agreedRates(network, options), (done) => onProgress("rates", done, rates));
      return copyRows(tx, slot, slots(network, options), (done) => onProgress("slots", done, options.slots));
    },
    (done, of) => onProgress("indexes", done, of),
  );
  // what follows row by row in ordinary life is made here in one go, once the indexes it reads are back
  for (const trigger of LISTING_TRIGGERS) await tx.unsafe(`alter table ${trigger.on} enable trigger ${trigger.name}`);
  await tx`analyze agreed_rate`;
  await tx`select refresh_listings(array_agg(id)) from clinic`;
  await loadMembers(tx, options, onProgress);
  const claims = options.claims ? await loadClaims(tx, options, today) : 0;
  return { clinics: total, practitioners: network.practitioners.length, members: options.members, slots: slotsLoaded, claims };
}

async function loadMembers(
  tx: postgres.ISql,
  options: { readonly members: number; readonly from: string } & Pick<SeedOptions, "sealer">,
  onProgress: SeedProgress,
): Promise<void> {
  const persons = testMembers(options);
  await copyRows(tx, member, persons.members);
  await copyRows(tx, memberCpr, persons.cprs);
  await copyRows(tx, guardianship, persons.guardianships);
  await copyRows(tx, policy, persons.policies);
  onProgress("members", persons.members.length, options.members);
  if (options.members <= TEST_PERSONS) return;
  const each = function* <T>(
    pick: (pair: ReturnType<typeof measuringMembers> extends Iterable<infer Pair> ? Pair : never) => T,
  ): Generator<T> {
    for (const pair of measuringMembers(options.members)) yield pick(pair);
  };
  await copyRows(
    tx,
    member,
    each((pair) => pair.member),
    (done) => onProgress("members", TEST_PERSONS + done, options.members),
  );
  await copyRows(
    tx,
    policy,
    each((pair) => pair.policy),
  );
}

/** Days of claims are counted back from the day of loading, so that no promise of a new installation is broken already. */
async function loadClaims(tx: postgres.ISql, options: FullOptions, today: string): Promise<number> {
  const [first, ...others] = seededClaims(testMembers(options), { seed: options.seed, today });
  const claims = first ? await copyRows(tx, first.table, first.rows) : 0;
  for (const { table, rows } of others) await copyRows(tx, table, rows);
  return claims;
}

/** Statistics for the planner, and the visibility map that lets the next-opening index answer alone. */
async function settle(sql: postgres.ISql, onProgress: SeedProgress): Promise<void> {
  const tables = [...COPIED, "postal_code", "service", "public_tariff"];
  for (const [n, table] of tables.entries()) {
    await sql.unsafe(`vacuum (analyze) ${table}`);
    onProgress("statistics", n + 1, tables.length);
  }
}

async function databasesDay(tx: postgres.ISql): Promise<string> {
  const [row] = await tx<{ today: string }[]>`select clock_today()::text as today`;
  return row?.today ?? "";
}

/** A network that somebody else brought in is not mixed with a fictional one. */
async function refuseOthersData(tx: postgres.ISql): Promise<void> {
  const [found] = await tx<{ any: boolean }[]>`select exists (select 1 from provider) or exists (select 1 from member) as any`;
  if (found?.any) throw new Error("this database holds providers or members that the seed did not make; --reset would remove them");
}

async function reset(tx: postgres.ISql): Promise<void> {
  const tables = await tx<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' and tablename <> all (${KEPT_ON_RESET})`;
  await tx.unsafe(`truncate ${tables.map((t) => t.name).join(", ")}`);
  await tx`delete from installation where key = 'seed'`;
}

async function connected<T>(url: string, act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = await bulkToPrimary(url);
  try {
    // one connection: the role set here holds for every statement below
    await sql`select set_config('app.role', 'WORKER', false), set_config('app.subject', 'seed', false)`;
    return await act(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
