import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { startApp, type Answer, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { sized } from "../support/size.js";
import { approve, close, exportFile, importFile } from "./acts.js";
import { attend } from "./attended.js";
import { notification, paymentsIn, statusReport } from "./bank.js";

const CYCLES = sized(2, 20);
let t: TestApp;
let clinics: MadeClinic[];
let kills = 0;
let fast = 40;

beforeAll(async () => {
  t = await startApp();
  clinics = await Promise.all([t.make.clinic(), t.make.clinic(), t.make.clinic()]);
});
afterAll(async () => t.stop());

/** Sends a request, kills whatever the gateway has open in the database at some moment of it, and asks again as a client would. */
async function survive(field: string, send: (key: string) => Promise<Answer>): Promise<any> {
  const key = randomUUID();
  const started = performance.now();
  const first = send(key);
  await pause(Math.random() * fast);
  const killed = await t.rows(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (state = 'active' or state like 'idle in%')",
  );
  kills += killed.length;
  let answer = await first;
  if (killed.length === 0) fast = Math.max(10, performance.now() - started);
  for (let i = 0; i < 50 && (!answer.data?.[field] || answer.data[field].errors.some((e: any) => e.retryable)); i += 1) {
    await pause(20);
    answer = await send(key);
  }
  expect(answer.data?.[field]?.errors).toEqual([]);
  return answer.data[field];
}

const sound = async (): Promise<void> => expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);

it(`${CYCLES} settlements with the database killed at every step pay every treatment once`, async () => {
  let treatments = 0;
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    for (const clinic of clinics) treatments += (await attend(t, clinic, { count: 10 })).length;
    const { batch } = await survive("closeSettlementBatch", (key) => close(t.asFinance("a"), "2099-12-31", key));
    await sound();
    await survive("approveSettlementBatch", (key) => approve(t.asFinance("b"), batch.id, key));
    const { file } = await survive("exportPaymentFile", (key) => exportFile(t.asFinance("a"), batch.id, null, key));
    await sound();
    const payments = paymentsIn(file.content);
    const report = statusReport(
      batch.reference,
      payments.map((p) => ({ ...p, status: "ACCP" })),
    );
    await survive("importBankFile", (key) => importFile(t.asFinance("a"), report, key));
    const booked = notification(payments);
    await survive("importBankFile", (key) => importFile(t.asFinance("a"), booked, key));
    await sound();
  }
  const [counts] = await t.rows<{ paid: number; batches: number }>(
    "select (select count(*)::int from settlement_line where state = 'PAID') as paid, (select count(*)::int from settlement_batch) as batches",
  );
  expect(counts).toEqual({ paid: treatments, batches: CYCLES });
  expect(kills).toBeGreaterThan(0);
}, 180_000);
