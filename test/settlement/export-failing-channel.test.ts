import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { CHANNELS } from "../../src/features/settlement/channels/index.js";
import type { PaymentChannel } from "../../src/features/settlement/channels/channel.js";
import { exportBatch } from "../../src/features/settlement/payments/export-payment-file.js";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { claimKey } from "../../src/platform/idempotency.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS, WORKER } from "../../src/platform/viewer.js";
import { loadConfig } from "../../src/assembly/config.js";
import { decodeId } from "../../src/gateway/api/global-id.js";
import { startApp, type TestApp } from "../support/app.js";
import { approve, close, exportFile } from "./acts.js";
import { attend } from "./attended.js";

let t: TestApp;
let batchId: string;
const good = CHANNELS[0]!;
const failing = (write: PaymentChannel["write"]): PaymentChannel => ({ ...good, code: "FAILING", write });

beforeAll(async () => {
  t = await startApp();
  await attend(t, await t.make.clinic(), { count: 2 });
  await attend(t, await t.make.clinic(), { count: 1 });
  batchId = (await close(t.asFinance("finance-1"))).data.closeSettlementBatch.batch.id;
  await approve(t.asFinance("finance-2"), batchId);
});
afterAll(async () => t.stop());

const finance = { ...ANONYMOUS, role: "FINANCE" as const, subject: "finance-1" };
const settings = loadConfig({ DATA_DIR: path.join(tmpdir(), "gateway-export-test") }).payments;
const attempt = (channel: PaymentChannel, cut?: () => void) =>
  transaction(t.fresh.database, finance, async (tx) => {
    const keyed = { operation: "exportPaymentFile", key: randomUUID(), input: {}, keepHours: 720 };
    await claimKey(tx, finance.subject, keyed);
    const file = await exportBatch({ viewer: finance, traceId: "t" }, tx, {
      batchId: decodeId(batchId).uuid,
      channel: channel.code,
      settings,
      channels: [channel],
      keyed,
    });
    cut?.();
    return file;
  });

describe("a channel that fails leaves the batch approved and the book as it was:", () => {
  it.each<[string, PaymentChannel]>([
    [
      "it throws",
      failing(() => {
        throw new Error("the channel is out of order");
      }),
    ],
    ["it writes nothing", failing(() => "")],
    ["it drops a payment", failing((o) => good.write({ ...o, payments: o.payments.slice(1) }))],
    ["it repeats a payment", failing((o) => good.write({ ...o, payments: [...o.payments, ...o.payments.slice(0, 1)] }))],
    [
      "it rounds an amount",
      failing((o) =>
        good.write({ ...o, payments: o.payments.map((p) => ({ ...p, amountMinor: p.amountMinor - (p.amountMinor % 10_000n) })) }),
      ),
    ],
    ["it changes the order of the payments", failing((o) => good.write({ ...o, payments: [...o.payments].reverse() }))],
    ["it states another sum", failing((o) => good.write({ ...o, controlSumMinor: o.controlSumMinor + 1n }))],
    ["it names another file", failing((o) => good.write({ ...o, messageId: "STL-2026-999999" }))],
  ])("%s", async (_, channel) => {
    await expect(attempt(channel)).rejects.toThrow();
    expect(
      await t.rows(
        "select b.state, (select count(*)::int from payment_file) as files, (select count(*)::int from ledger_entry where kind = 'PAYMENT_SENT') as entries from settlement_batch b",
      ),
    ).toEqual([{ state: "APPROVED", files: 0, entries: 0 }]);
    expect(await t.rows("select distinct state from settlement_line")).toEqual([{ state: "BATCHED" }]);
  });

  it("the gateway dies after everything was written but before it was kept", async () => {
    await expect(
      attempt(good, () => {
        throw new Error("killed");
      }),
    ).rejects.toThrow("killed");
    expect(await t.rows("select distinct state from settlement_payment")).toEqual([{ state: "BATCHED" }]);
    expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);
  });
});

it("and the next try sends the same batch once", async () => {
  expect((await exportFile(t.asFinance(), batchId)).data.exportPaymentFile.errors).toEqual([]);
  expect(await t.rows("select count(*)::int as n from payment_file")).toEqual([{ n: 1 }]);
  expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);
});
