/**
 * Closing a batch of 100,000 lines through the product's own act, against one plain SQL statement that only groups and
 * marks them, and against COPY of the same lines; each round on fresh lines, the three in turn. Then the file itself.
 */
import "reflect-metadata";
import { randomBytes, randomUUID } from "node:crypto";
import { settlementLine } from "../schema/tables/settlement.js";
import { copyRows } from "../seeds/copy.js";
import { uuidv7 } from "../src/kernel/id.js";
import { connectDatabase, type Database } from "../src/platform/postgres/database.js";
import { bulkConnection } from "../src/platform/postgres/bulk.js";
import { ensureDatabase } from "../src/platform/embedded/embedded-postgres.js";
import { migrateUp } from "../src/platform/postgres/migrate.js";
import { PAYMENT_SETTINGS, paymentSettings } from "../src/features/settlement/payments/payment-settings.js";
import { readSettings } from "../src/platform/settings/setting.js";
import { claimKey, type IdempotencyKey } from "../src/platform/idempotency.js";
import { transaction, type Tx } from "../src/platform/postgres/transaction.js";
import { ANONYMOUS, type Viewer } from "../src/platform/viewer.js";
import { CHANNELS } from "../src/features/settlement/channels/index.js";
import { openClosing } from "../src/features/settlement/batches/closing/close-settlement-batch.js";
import { gatherBatch } from "../src/features/settlement/batches/closing/gather-batch.js";
import { approvedDigest } from "../src/features/settlement/payments/approved-order.js";
import { batchById } from "../src/features/settlement/settlement.store.js";
import { exportBatch } from "../src/features/settlement/payments/export-payment-file.js";
import { payeesOf } from "../src/features/settlement/payments/export.store.js";
import { cpuDuring } from "./processes.js";
import { startCluster } from "./world.js";
import { asserted } from "../test/support/asserted.js";

const DATABASE = "bench_settlement";
const PAYEES = 1_500;
const TARGET_MS = 10_000;

export type SettlementResult = {
  readonly name: "settlement";
  readonly lines: number;
  readonly payments: number;
  readonly closeMs: number;
  readonly floorMs: number;
  readonly copyMs: number;
  /** Plain statement to product: 1 is as fast as the statement alone. */
  readonly ratioToStatement: number;
  readonly ratioToCopy: number;
  /** Plain statement to product, by processor time of gateway and database. */
  readonly cpuRatio: number;
  /** Order, XML, reading back, ledger entries and marking every line as sent. */
  readonly exportMs: number;
  readonly fileBytes: number;
  /** Megabytes that the gateway's process grew to while it closed the batch. */
  readonly memoryMb: number;
  /** The longest that a member's word on one of the lines waited while the product gathered them, and while the plain statement did. */
  readonly longestWaitMs: number;
  readonly longestWaitOfStatementMs: number;
  /** The longest that a booking waited for the book meanwhile, the one thing that both write to. */
  readonly longestBookingMs: number;
  readonly targetMs: number;
  readonly passed: boolean;
};

const finance = (subject: string): Viewer => ({ ...ANONYMOUS, role: "FINANCE", subject });

export async function run(options: { readonly lines?: number; readonly rounds?: number } = {}): Promise<SettlementResult> {
  const { lines = 100_000, rounds = 2 } = options;
  const cluster = await startCluster();
  const url = await ensureDatabase(cluster, DATABASE);
  await migrateUp(url);
  const database = connectDatabase(url, { max: 2 });
  try {
    const world = await makePayees(url);
    const times = { close: [] as number[], floor: [] as number[], copy: [] as number[], send: [] as number[], cpuRatio: [] as number[] };
    const cpu = (work: () => Promise<unknown>): Promise<number> => cpuDuring(cluster.pid, DATABASE, work);
    let fileBytes = 0;
    let memoryMb = 0;
    for (let round = 0; round < rounds; round += 1) {
      // who goes first changes with the round: the first one finds colder caches
      let floorCpu = 0;
      const floor = async (): Promise<void> => {
        times.copy.push(await freshLines(url, world, lines));
        floorCpu = await cpu(async () => times.floor.push(await plainStatement(url)));
      };
      if (round % 2 === 0) await floor();
      times.copy.push(await freshLines(url, world, lines));
      let closed = { ms: 0, batchId: "" };
      const closeCpu = await cpu(async () => {
        const { answer, mb } = await memoryDuring(() => productClose(database, lines));
        closed = answer;
        memoryMb = Math.max(memoryMb, mb);
      });
      times.close.push(closed.ms);
      const sent = await productExport(database, closed.batchId);
      times.send.push(sent.ms);
      fileBytes = sent.bytes;
      if (round % 2 === 1) await floor();
      times.cpuRatio.push(floorCpu / closeCpu);
    }
    // once more with somebody who answers meanwhile: what is measured above has nobody else at work
    await freshLines(url, world, lines);
    const longestWaitOfStatementMs = await longestWait(url, () => plainStatement(url), answerOne);
    await freshLines(url, world, lines);
    const longestWaitMs = await longestWait(url, () => productClose(database, lines), answerOne);
    await freshLines(url, world, lines);
    const longestBookingMs = await longestWait(url, () => productClose(database, lines), bookOne);
    const [closeMs, floorMs, copyMs, exportMs] = [times.close, times.floor, times.copy, times.send].map(median) as [
      number,
      number,
      number,
      number,
    ];
    const ratio = (ms: number): number => Math.round((ms / closeMs) * 100) / 100;
    return {
      name: "settlement",
      lines,
      payments: PAYEES,
      closeMs,
      floorMs,
      copyMs,
      ratioToStatement: ratio(floorMs),
      ratioToCopy: ratio(copyMs),
      cpuRatio: Math.round(median(times.cpuRatio) * 1_000) / 1_000,
      exportMs,
      fileBytes,
      memoryMb,
      longestWaitMs,
      longestWaitOfStatementMs,
      longestBookingMs,
      targetMs: TARGET_MS,
      passed: closeMs < TARGET_MS,
    };
  } finally {
    await database.close();
    await cluster.stop();
  }
}

type Payee = { readonly providerId: string; readonly clinicId: string };
const id = (): string => uuidv7(Date.now(), randomBytes(10));

async function makePayees(url: string): Promise<Payee[]> {
  const payees = Array.from({ length: PAYEES }, () => ({ providerId: id(), clinicId: id() }));
  const sql = bulkConnection(url);
  try {
    await sql.unsafe("set session_replication_role = replica; truncate provider, provider_account cascade");
    await sql.unsafe(
      `insert into provider (id, legal_name, cvr, kind) select u::uuid, 'Klinik ' || n || ' ApS', lpad(n::text, 8, '0'), 'PHYSIOTHERAPIST' from unnest($1::text[]) with ordinality as x(u, n)`,
      [payees.map((p) => p.providerId)],
    );
    await sql.unsafe(
      "insert into provider_account (provider_id, registration_number, account_number) select id, '9990', lpad(cvr, 10, '0') from provider",
    );
    // as it is a minute after they came in
    await sql.unsafe("vacuum analyze provider, provider_account");
  } finally {
    await sql.end();
  }
  return payees;
}

/** Lines without the bookings behind them: what is measured reads and writes lines only. Answers the milliseconds of COPY. */
async function freshLines(url: string, payees: readonly Payee[], lines: number): Promise<number> {
  const sql = bulkConnection(url);
  try {
    await sql.unsafe(
      "truncate settlement_line, settlement_payment, settlement_batch, settlement_attempt, payment_file, bank_event, ledger_entry, posting cascade",
    );
    const rows = Array.from({ length: lines }, (_, i) => line(payees[i % payees.length] ?? { providerId: "", clinicId: "" }, i));
    // the bookings are not there; the other guards of the table stay
    await sql.unsafe("set session_replication_role = replica");
    const started = performance.now();
    await copyRows(sql, settlementLine, rows);
    const ms = Math.round(performance.now() - started);
    await sql.unsafe("vacuum analyze settlement_line");
    return ms;
  } finally {
    await sql.end();
  }
}

function line(payee: Payee, i: number): object {
  return {
    id: id(),
    bookingId: id(),
    providerId: payee.providerId,
    clinicId: payee.clinicId,
    kind: "TREATMENT",
    amountMinor: BigInt(30_000 + (i % 40_000)),
    treatedOn: "2026-01-15",
    state: "READY",
    readyAt: new Date("2026-01-16T10:00:00Z"),
    attempt: 1,
  };
}

/** The floor: the same rows grouped, inserted and marked by one statement, no gateway, no viewer, no checks of our own. */
async function plainStatement(url: string): Promise<number> {
  const sql = bulkConnection(url);
  try {
    const batch = id();
    await sql.unsafe(
      "insert into settlement_batch (id, reference, through_on, execution_on, line_count, payment_count, total_minor, closed_by) values ($1, 'FLOOR', '2026-01-31', '2026-02-02', 0, 0, 0, 'floor')",
      [batch],
    );
    const started = performance.now();
    await sql.unsafe(
      `with due as (select provider_id, sum(amount_minor) as total, count(*) as n from settlement_line where state = 'READY' and ready_at <= now() group by 1),
         paid as (insert into settlement_payment (id, batch_id, provider_id, end_to_end_id, amount_minor, line_count, expected_on, payee_name, registration_number, account_number)
           select gen_random_uuid(), $1, provider_id, 'E' || row_number() over (), total, n, '2026-02-02', 'K', '9990', '1' from due returning id, provider_id)
       update settlement_line l set state = 'BATCHED', payment_id = paid.id from paid where l.provider_id = paid.provider_id and l.state = 'READY' and l.ready_at <= now()`,
      [batch],
    );
    return Math.round(performance.now() - started);
  } finally {
    await sql.end();
  }
}

/** As every act does first: the outcome is stored with the key it claimed. */
async function claimed(tx: Tx, viewer: Viewer, operation: string): Promise<IdempotencyKey> {
  const keyed = { operation, key: randomUUID(), input: {}, keepHours: 720 };
  await claimKey(tx, viewer.subject, keyed);
  return keyed;
}

async function productClose(database: Database, lines: number): Promise<{ ms: number; batchId: string }> {
  const viewer = finance("closer");
  const by = { viewer, traceId: "bench", nemKonto: false };
  const started = performance.now();
  const opened = await transaction(database, viewer, async (tx) =>
    openClosing(by, tx, "2026-01-31", await claimed(tx, viewer, "closeSettlementBatch")),
  );
  if ("refusal" in opened) throw new Error(opened.refusal.code);
  const { batch } = opened;
  if (batch.state === "GATHERING") await gatherBatch(database, by, batch);
  const ms = Math.round(performance.now() - started);
  const closed = await transaction(database, viewer, (tx) => batchById(tx, batch.id));
  if (closed?.line_count !== lines) throw new Error(`the batch holds ${String(closed?.line_count)} lines`);
  return { ms, batchId: closed.id };
}

/** Megabytes that this process grew to above what it had, looked at every few milliseconds. */
async function memoryDuring<T>(work: () => Promise<T>): Promise<{ answer: T; mb: number }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
  try {
    return { answer: await work(), mb: Math.round((most - before) / 1_000_000) };
  } finally {
    clearInterval(looking);
  }
}

type OneAct = readonly [sql: string, of: (line: string) => readonly string[]];

/** A member's word on a treatment (confirmed, or disputed after all), as answerAttendance changes the line. */
const answerOne: OneAct = [
  "update settlement_line set ready_at = least(ready_at, now()) where id = $1::uuid and state in ('READY', 'DISPUTED')",
  (line) => [line],
];
/** What a booking writes that settlement reads and writes too: its pending entry in the book, behind the book's lock. */
const bookOne: OneAct = [
  `with e as (insert into ledger_entry (id, kind, status, effective_on, actor)
     values (gen_random_uuid(), 'BOOKING', 'PENDING', '2026-02-01', 'bench') returning id)
   insert into posting (id, entry_id, account, amount_minor)
   select gen_random_uuid(), e.id, p.account, p.minor from e, (values ('INSURER_EXPENSE', 1), ('CLINIC_PAYABLE', -1)) as p (account, minor)`,
  () => [],
];

/** The longest that one of these acts waited while lines were gathered: one after the other, each in a transaction of its own. */
async function longestWait(url: string, work: () => Promise<unknown>, [act, of]: OneAct): Promise<number> {
  const sql = bulkConnection(url);
  let working = true;
  let longest = 0;
  const done = work().finally(() => (working = false));
  try {
    const lines: { id: string }[] = await sql.unsafe("select id from settlement_line order by random() limit 20000");
    for (const { id: line } of lines) {
      if (!working) break;
      const started = performance.now();
      await sql.unsafe(act, [...of(line)]);
      longest = Math.max(longest, performance.now() - started);
    }
    await done;
    return Math.round(longest);
  } finally {
    await done.catch(() => undefined);
    await sql.end();
  }
}

async function productExport(database: Database, batchId: string): Promise<{ ms: number; bytes: number }> {
  const viewer = finance("sender");
  const settings = paymentSettings(readSettings(PAYMENT_SETTINGS, {}, false).values, false, []);
  const approve = `update settlement_batch set state = 'APPROVED', approved_by = 'approver', approved_at = now(), approved_sha256 = $2
    where id = $1`;
  await transaction(database, viewer, async (tx) => {
    const digest = approvedDigest(await payeesOf(tx, batchId), settings.payer?.iban ?? null);
    await tx.query(asserted(approve, [batchId, digest]));
  });
  const started = performance.now();
  const file = await transaction(database, viewer, async (tx) => {
    const key = await claimed(tx, viewer, "exportPaymentFile");
    return exportBatch({ viewer, traceId: "bench" }, tx, { batchId, channel: null, settings, channels: CHANNELS, keyed: key });
  });
  return { ms: Math.round(performance.now() - started), bytes: Buffer.byteLength(file[0]?.content ?? "") };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

if (process.argv[1]?.endsWith("bench/settlement.ts")) console.log(JSON.stringify(await run(), null, 2));
