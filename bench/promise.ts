/**
 * The promise on a database of national size: ten thousand open claims, fifteen hundred clinics, ten working days. What
 * reading and deciding cost, what the watch costs, how long a clinic waits that withdraws a day, and what the check of a
 * booking against the plan adds to it.
 */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { BookSlot } from "../src/features/bookings/book/book-slot.js";
import { newContext, type Context, type Services } from "../src/gateway/api/context.js";
import { globalId } from "../src/gateway/api/global-id.js";
import { connectDatabase, type Database } from "../src/platform/postgres/database.js";
import { ensureDatabase } from "../src/platform/embedded/embedded-postgres.js";
import { migrateUp } from "../src/platform/postgres/migrate.js";
import { transaction } from "../src/platform/postgres/transaction.js";
import { ANONYMOUS, WORKER, type Viewer } from "../src/platform/viewer.js";
import { buildPlan } from "../src/features/promise/plan/build-plan.js";
import { makePromiseService, type PromiseService } from "../src/features/promise/plan/keep-plan.js";
import { loadPromises } from "../src/features/promise/plan/promise.store.js";
import { watchPromises } from "../src/features/promise/watch/watch-promises.js";
import { PromiseScenarios } from "../src/features/promise/what-if/promise-scenarios.js";
import { WithdrawSlots } from "../src/features/capacity/withdrawals/withdraw-slots.js";
import { seedNetwork } from "../seeds/load.js";
import type { BenchContext } from "./context.js";
import { atMost, spread, type PartResult } from "./ratios.js";

const CLINICS = 1_500;
const CLAIMS = 10_000;
/** Eight weeks of openings, of which ten working days hold about 18,000. */
const SLOTS = 72_000;

/** One approved claim for each of the first members, spread over the last ten working days, for what people mostly need. */
const OPEN_CLAIMS = `
with chosen as (
  select m.id as member_id, p.id as policy_id, row_number() over (order by m.id) as n from member m join policy p on p.member_id = m.id
  where m.lat is not null and m.birth_date < current_date - interval '19 years' limit ${CLAIMS}),
days as (select array_agg(d order by d) as open from (select d::date from generate_series(current_date - 40, current_date + 60, interval '1 day') d where extract(isodow from d) < 6) x),
facts as (
  select c.*, (array['PHYSIOTHERAPY','PHYSIOTHERAPY','PHYSIOTHERAPY','PHYSIOTHERAPY','PHYSIOTHERAPY','PSYCHOLOGIST','PSYCHOLOGIST','PSYCHOLOGIST','CHIROPRACTIC','SPECIALIST_EXAMINATION'])[1 + n % 10] as service,
    (select count(*) from unnest(open) d where d <= current_date)::int - (n % 9)::int as start, open from chosen c, days)
insert into claim (id, reference, member_id, policy_id, product, under, service_code, state, received_at, approved_at, condition_code, condition_arose_on, referral_type, referral_issued_on,
  guarantee_outcome, guarantee_class, clock_start_on, first_target_on, target_on, latest_on, deadline_at)
select gen_random_uuid(), 'N-' || n, member_id, policy_id, 'OCCUPATIONAL', 'BASE', service, 'APPROVED', open[start], open[start], 'BACK_PAIN', current_date - 20, 'GP', current_date - 15,
  'RUNNING', 'NETWORK_10', open[start], open[start + 4], open[start + 5], open[start + 10], (open[start + 10] + 1)::timestamp at time zone 'Europe/Copenhagen'
from facts`;
/** The seed's many members live nowhere; here they live where clinics are. */
const HOMES = `
update member m set postnr = k.postnr, lat = k.lat + (hashtext('lat' || m.id) % 1000) / 7000.0, lon = k.lon + (hashtext('lon' || m.id) % 1000) / 4000.0
from (select row_number() over (order by md5(id::text)) as n, count(*) over () as of, lat, lon, postnr from clinic) k
where m.lat is null and k.n = 1 + abs(hashtext(m.id::text)) % k.of`;
const CONSENTS = `insert into consent (id, member_id, claim_id, given_by, purpose, text_version, assurance, given_on, expires_on)
  select gen_random_uuid(), member_id, id, member_id, 'TREATMENT', '2025-1', 'SUBSTANTIAL', current_date - 1, current_date + 300 from claim`;

const ms = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
const round = (n: number): number => Math.round(n * 100) / 100;
const quantile = (values: readonly number[], q: number): number =>
  round([...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? NaN);

export async function run({ cluster, short, log }: BenchContext): Promise<PartResult[]> {
  const url = await ensureDatabase(cluster, "bench_promise");
  await migrateUp(url);
  const seeded = await seedNetwork(url, { clinics: CLINICS, slots: SLOTS, members: CLAIMS + 6_000 });
  if (seeded.status === "SEEDED") log(`made bench_promise in ${Math.round(seeded.ms / 1_000)} s`);
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  const database = connectDatabase(url, { max: 6, statementMs: 30_000 });
  try {
    await afresh(owner);
    const plan = await planFigures(database, short ? 3 : 7);
    const watch = await watchFigures(database);
    const admission = await admissionFigures(database, owner, short ? 120 : 400);
    const withdrawal = await withdrawalFigures(database, owner, short ? 30 : 120);
    const scenarios = await scenarioFigures(database, owner, short ? 2 : 5);
    const figures = { ...plan, ...scenarios, ...watch, ...admission, ...withdrawal };
    const bars = [
      atMost("10,000 claims x 1,500 clinics decided, ms", 1_000, figures.decideMs),
      atMost("four scenarios beside today, ms", 2_000, figures.scenariosMs),
      atMost("one clinic-day withdrawn and committed, P99 ms", 500, figures.withdrawP99Ms),
      atMost("what the admission check adds to a booking, of its time", 0.15, figures.admissionAdds),
    ];
    return [{ name: "promise", title: "The promise in the database, at national size", compared: [], bars, figures, notes: [] }];
  } finally {
    await database.close();
    await owner.end();
  }
}

/** Claims move on with the days, so they are made anew for each run. */
async function afresh(owner: pg.Pool): Promise<void> {
  await owner.query(
    "truncate booking, hold, claim, consent, treatment_usage, ledger_entry, posting, decision, claim_event, outbox, audit_event, idempotency cascade",
  );
  await owner.query(
    "update slot set booked = 0, held_until = null, state = 'OPEN' where booked > 0 or state <> 'OPEN' or held_until is not null",
  );
  await owner.query(HOMES);
  await owner.query(OPEN_CLAIMS);
  await owner.query(CONSENTS);
  await owner.query("vacuum analyze claim, slot, consent");
}

async function planFigures(
  database: Database,
  rounds: number,
): Promise<{ openClaims: number; buckets: number; units: number; unplaced: number; readMs: number; decideMs: number }> {
  const reads: number[] = [];
  const decisions: number[] = [];
  let figures = { openClaims: 0, buckets: 0, units: 0, unplaced: 0 };
  for (let i = 0; i < rounds; i += 1) {
    let instance: Awaited<ReturnType<typeof loadPromises>> | undefined;
    reads.push(await ms(async () => (instance = await transaction(database, WORKER, (tx) => loadPromises(tx)))));
    if (!instance) continue;
    const { claims, buckets } = instance;
    decisions.push(
      await ms(
        async () =>
          (figures = {
            openClaims: claims.length,
            buckets: buckets.length,
            units: buckets.reduce((sum, b) => sum + b.units, 0),
            unplaced: (await buildPlan(claims, buckets)).unplacedCount,
          }),
      ),
    );
  }
  return { ...figures, readMs: round(spread(reads).median), decideMs: round(spread(decisions).median) };
}

/** A clinic leaves, a fifth more is reported, a holiday closes half, a clinic opens three units a week: asked all at once, as a manager may. */
async function scenarioFigures(
  database: Database,
  owner: pg.Pool,
  rounds: number,
): Promise<Record<"scenariosMs" | "scenarioMs" | "scenariosCpuMs", number>> {
  const { rows } = await owner.query<{ clinic_id: string }>(
    `select s.clinic_id from slot s where (s.service_mask & 1) <> 0 and s.state = 'OPEN' and s.starts_at > now()
     and s.starts_at < now() + interval '10 days' group by 1 order by count(*) desc, 1 limit 2`,
  );
  const [leaving = "", adding = ""] = rows.map(({ clinic_id }) => globalId("Clinic", clinic_id));
  const day = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
  const manager: Viewer = { ...ANONYMOUS, role: "NETWORK_MANAGER", subject: "manager", assurance: "SUBSTANTIAL" };
  const all = [
    { name: "leaves", withoutClinicIds: [leaving] },
    { name: "more", demandPercent: 20 },
    { name: "holiday", closed: { from: day(2), through: day(9), percent: 50 } },
    { name: "three more", added: [{ clinicId: adding, service: "PHYSIOTHERAPY" as const, unitsPerWeek: 3 }] },
  ];
  const services = { config: { smallCounts: 1 } } as unknown as Services;
  const ctx = (): Context => newContext({ viewer: manager, traceId: "bench", signal: new AbortController().signal, database, services });
  const times: Record<"four" | "one" | "cpu", number[]> = { four: [], one: [], cpu: [] };
  for (let turn = 0; turn <= rounds; turn += 1) {
    const one = await ms(() => new PromiseScenarios().promiseScenarios(ctx(), all.slice(1, 2), []));
    const before = process.cpuUsage();
    const four = await ms(() => new PromiseScenarios().promiseScenarios(ctx(), all, []));
    const { user, system } = process.cpuUsage(before);
    // the first warms the statements up
    if (turn === 0) continue;
    times.one.push(one);
    times.four.push(four);
    times.cpu.push((user + system) / 1_000);
  }
  return {
    scenariosMs: round(spread(times.four).median),
    scenarioMs: round(spread(times.one).median),
    scenariosCpuMs: round(spread(times.cpu).median),
  };
}

async function watchFigures(database: Database): Promise<{ watchFirstMs: number; watchSteadyMs: number }> {
  const watchFirstMs = round(await ms(() => watchPromises(database)));
  return { watchFirstMs, watchSteadyMs: round(await ms(() => watchPromises(database))) };
}

function contextFor(database: Database, viewer: Viewer, promise: PromiseService | null): Context {
  const services = (promise ? { promise } : {}) as unknown as Services;
  return newContext({ viewer, traceId: "bench", signal: new AbortController().signal, database, services });
}

type Free = { readonly claim_id: string; readonly member_id: string; readonly slot_id: string };

/** Claims with a free time near each: what members would book. */
async function freeTimes(owner: pg.Pool, count: number): Promise<Free[]> {
  const { rows } = await owner.query<Free>(
    `select distinct on (slot_id) * from (
       select c.id as claim_id, c.member_id, s.id as slot_id, row_number() over (partition by c.id order by s.starts_at) as nth
       from (select c.* from claim c where c.first_booking_id is null and c.service_code = 'PHYSIOTHERAPY' order by md5(c.id::text) limit $1 * 3) c join member m on m.id = c.member_id
       join clinic k on abs(k.lat - m.lat) < 0.1 and abs(k.lon - m.lon) < 0.15
       join slot s on s.clinic_id = k.id and s.state = 'OPEN' and s.booked < s.capacity and s.starts_at > now() and s.starts_at < c.deadline_at and s.funding = 'PRIVATE' and (s.service_mask & 1) <> 0 and s.audience <> 'CHILD' and not s.on_call and s.channel = 'IN_PERSON') x
     where nth = 1 + (hashtext(claim_id::text) & 7) order by slot_id`,
    [count],
  );
  return rows.slice(0, count);
}

const bookAs = (
  database: Database,
  promise: PromiseService | null,
  { claim_id, member_id, slot_id }: Free,
): ReturnType<BookSlot["bookSlot"]> => {
  const member: Viewer = { ...ANONYMOUS, role: "MEMBER", subject: `member-${member_id}`, memberIds: [member_id], assurance: "SUBSTANTIAL" };
  return new BookSlot().bookSlot(
    { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim_id), slotId: globalId("Slot", slot_id) },
    contextFor(database, member, promise),
  );
};

/** With and without the check in turn, so that a busy moment of the machine meets both. */
async function admissionFigures(
  database: Database,
  owner: pg.Pool,
  count: number,
): Promise<Record<"bookMs" | "bookCheckedMs" | "admissionAdds" | "booked" | "refusedAsHarmful", number>> {
  const promise = makePromiseService(database, { refreshSeconds: 3_600, staleSeconds: 3_600 });
  const times: Record<"plain" | "checked", number[]> = { plain: [], checked: [] };
  let booked = 0;
  let refusedAsHarmful = 0;
  try {
    await promise.refresh();
    for (const [i, free] of (await freeTimes(owner, count)).entries()) {
      const checked = i % 2 === 1;
      let answer: Awaited<ReturnType<BookSlot["bookSlot"]>> | undefined;
      const took = await ms(async () => (answer = await bookAs(database, checked ? promise : null, free)));
      if (answer?.booking) {
        booked += 1;
        // the first ones warm the statements up
        if (i > 20) times[checked ? "checked" : "plain"].push(took);
      }
      if (answer?.errors.some(({ code }) => code === "HARMS_OTHER_PROMISE")) refusedAsHarmful += 1;
    }
  } finally {
    await promise.stop();
  }
  const [bookMs, bookCheckedMs] = [spread(times.plain).median, spread(times.checked).median];
  return {
    bookMs: round(bookMs),
    bookCheckedMs: round(bookCheckedMs),
    admissionAdds: round(bookCheckedMs / bookMs - 1),
    booked,
    refusedAsHarmful,
  };
}

type ClinicDay = { readonly clinic_id: string; readonly provider_id: string; readonly day: string; readonly booked: number };

/** Fills days of clinics near members with bookings, then withdraws them, one day at a time. */
async function withdrawalFigures(
  database: Database,
  owner: pg.Pool,
  count: number,
): Promise<Record<"clinicDays" | "appointments" | "moved" | "withdrawP50Ms" | "withdrawP99Ms" | "previewP50Ms", number>> {
  for (const free of await freeTimes(owner, count * 6)) await bookAs(database, null, free);
  const { rows } = await owner.query<ClinicDay>(
    `select clinic_id, provider_id, (starts_at at time zone 'Europe/Copenhagen')::date::text as day, count(*)::int as booked from booking where state = 'CONFIRMED' and starts_at > now() + interval '1 day'
     group by 1, 2, 3 order by count(*) desc, 1, 3 limit $1`,
    [count],
  );
  const times: number[] = [];
  const previews: number[] = [];
  let appointments = 0;
  let moved = 0;
  for (const { clinic_id, provider_id, day } of rows) {
    const clinic: Viewer = {
      ...ANONYMOUS,
      role: "CLINIC_STAFF",
      subject: `staff-${provider_id}`,
      providerId: provider_id,
      assurance: "SUBSTANTIAL",
    };
    const of = { clinicId: globalId("Clinic", clinic_id), from: new Date(`${day}T00:00:00+01:00`), to: new Date(`${day}T23:59:00+01:00`) };
    const ask = (preview: boolean) =>
      new WithdrawSlots().withdrawSlots({ ...of, preview, idempotencyKey: randomUUID() }, contextFor(database, clinic, null));
    previews.push(await ms(() => ask(true)));
    let answer: Awaited<ReturnType<typeof ask>> | undefined;
    times.push(await ms(async () => (answer = await ask(false))));
    appointments += answer?.appointments.length ?? 0;
    moved += answer?.appointments.filter(({ outcome }) => outcome === "MOVED").length ?? 0;
  }
  return {
    clinicDays: rows.length,
    appointments,
    moved,
    withdrawP50Ms: quantile(times, 0.5),
    withdrawP99Ms: quantile(times, 0.99),
    previewP50Ms: quantile(previews, 0.5),
  };
}
