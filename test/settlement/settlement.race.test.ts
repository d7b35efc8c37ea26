import { randomUUID } from "node:crypto";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { startApp, type Answer, type Asker, type TestApp } from "../support/app.js";
import { sized } from "../support/size.js";
import { approve, close, exportFile, importFile } from "./acts.js";
import { attend } from "./attended.js";
import { notification, paymentsIn, statusReport, type Told } from "./bank.js";

const TREATMENTS = sized(60, 1_000);
const CLINICS = TREATMENTS / 20;

/** Two gateways on one database, which alone decides between them. */
let one: TestApp;
let two: TestApp;

beforeAll(async () => {
  one = await startApp();
  two = await one.another();
  for (let i = 0; i < CLINICS; i += 1) {
    await attend(one, await one.make.clinic(), { count: TREATMENTS / CLINICS, minor: (n) => 30_000 + n });
  }
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

const finance = (sub: string): Asker[] => [one.asFinance(sub), two.asFinance(sub)];
const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((x) => [Math.random(), x] as const)
    .sort(([a], [b]) => a - b)
    .map(([, x]) => x);

/** Five at once from two gateways; whoever was told to ask again does, as a client would. */
async function fiveTimes(field: string, send: (as: Asker) => Promise<Answer>, sub: string): Promise<any[]> {
  const gateways = finance(sub);
  const ask = async (as: Asker): Promise<any> => {
    for (;;) {
      const answer = (await send(as)).data[field];
      if (!answer.errors.some((e: any) => e.retryable || e.code === "BUSY")) return answer;
    }
  };
  return Promise.all([0, 1, 2, 3, 4].map((i) => ask(gateways[i % 2]!)));
}

const faults = () => transaction(one.fresh.database, WORKER, checkLedger);
const count = async (sql: string): Promise<number> => Number((await one.rows<{ n: string }>(`select count(*) as n from ${sql}`))[0]?.n);

it(`${TREATMENTS} attended treatments are settled once each, though every command is fired five times from two gateways`, async () => {
  const key = randomUUID();
  const closed = await fiveTimes("closeSettlementBatch", (as) => close(as, "2099-12-31", key), "finance-1");
  expect(new Set(closed.map((c) => c.batch?.id)).size).toBe(1);
  expect(closed.filter((c) => !c.replayed)).toHaveLength(1);
  // five more with keys of their own find nothing left
  const late = await fiveTimes("closeSettlementBatch", (as) => close(as), "finance-1");
  expect(late.map((l) => l.errors[0]?.code)).toEqual(Array(5).fill("NOTHING_DUE"));
  expect(await count("settlement_batch")).toBe(1);

  const batchId = closed[0].batch.id;
  const approved = await fiveTimes("approveSettlementBatch", (as) => approve(as, batchId), "finance-2");
  expect(approved.filter((a) => a.errors.length === 0)).toHaveLength(1);

  const exported = await fiveTimes("exportPaymentFile", (as) => exportFile(as, batchId), "finance-1");
  expect(new Set(exported.map((e) => e.file.sha256)).size).toBe(1);
  expect(await count("ledger_entry where kind = 'PAYMENT_SENT'")).toBe(CLINICS);

  const payments = paymentsIn(exported[0].file.content);
  expect(payments).toHaveLength(CLINICS);
  const told: Told[] = payments.map((p, i) => (i === 0 ? { ...p, status: "RJCT", reason: "MS03" } : p));
  await fiveTimes("importBankFile", (as) => importFile(as, statusReport(closed[0].batch.reference, told)), "bank");
  await fiveTimes("importBankFile", (as) => importFile(as, notification(payments.slice(1))), "bank");
  expect(await faults()).toEqual([]);

  const again = await fiveTimes("closeSettlementBatch", (as) => close(as), "finance-1");
  const second = again.find((a) => a.batch);
  expect(again.filter((a) => a.batch)).toHaveLength(1);
  await approve(one.asFinance("finance-2"), second.batch.id);
  const retry = paymentsIn((await exportFile(two.asFinance(), second.batch.id)).data.exportPaymentFile.file.content);
  expect(retry.map((p) => p.kroner)).toEqual([payments[0]?.kroner]);
  await fiveTimes("importBankFile", (as) => importFile(as, notification(retry)), "bank");

  expect(await count("settlement_line where state = 'PAID'")).toBe(TREATMENTS);
  expect(await count("(select booking_id from settlement_line group by 1 having count(*) > 1) as twice")).toBe(0);
  expect(await faults()).toEqual([]);

  // the same told three times more, shuffled and overlapping, adds nothing to the book
  const before = [
    await count("ledger_entry"),
    await count("posting"),
    await count("bank_event"),
    await count("settlement_attempt"),
    await count("bank_exception"),
  ];
  for (let i = 0; i < 3; i += 1) {
    await importFile(one.asFinance(), statusReport(closed[0].batch.reference, shuffled(told)));
    await importFile(two.asFinance(), notification(shuffled([...payments.slice(1), ...retry])));
  }
  expect([
    await count("ledger_entry"),
    await count("posting"),
    await count("bank_event"),
    await count("settlement_attempt"),
    await count("bank_exception"),
  ]).toEqual(before);
  expect(await faults()).toEqual([]);
});
