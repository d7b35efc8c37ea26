/** A file of several runs: the bank answers and books by run, and each run finds its own payments. */
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadConfig } from "../../src/assembly/config.js";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { CHANNELS } from "../../src/features/settlement/channels/index.js";
import { exportBatch } from "../../src/features/settlement/payments/export-payment-file.js";
import type { PaymentSettings } from "../../src/features/settlement/payments/payment-settings.js";
import { decodeId } from "../../src/gateway/api/global-id.js";
import { claimKey } from "../../src/platform/idempotency.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS, WORKER } from "../../src/platform/viewer.js";
import { startApp, type TestApp } from "../support/app.js";
import { approve, close, importFile } from "./acts.js";
import { attend } from "./attended.js";
import { notification, paymentsIn, statusReport } from "./bank.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(async () => t.stop());

const finance = { ...ANONYMOUS, role: "FINANCE" as const, subject: "finance-1" };
const settings = {
  ...loadConfig({ DATA_DIR: path.join(tmpdir(), "gateway-runs-test") }).payments,
  mostPerRun: 2,
  treatmentLines: 2,
};

async function exported(batchId: string, more: Partial<PaymentSettings>): Promise<readonly { content: string; message_id: string }[]> {
  return transaction(t.fresh.database, finance, async (tx) => {
    const keyed = { operation: "exportPaymentFile", key: randomUUID(), input: {}, keepHours: 720 };
    await claimKey(tx, finance.subject, keyed);
    return exportBatch({ viewer: finance, traceId: "t" }, tx, {
      batchId: decodeId(batchId).uuid,
      channel: null,
      settings: { ...settings, ...more },
      channels: CHANNELS,
      keyed,
    });
  });
}

it("leaves in files of their own where the bank takes so many at once only, and each is answered by itself", async () => {
  for (let i = 0; i < 5; i += 1) await attend(t, await t.make.clinic(), { minor: () => 20_000 + i });
  const { batch } = (await close(t.asFinance("finance-1"))).data.closeSettlementBatch;
  await approve(t.asFinance("finance-2"), batch.id);
  const made = await exported(batch.id, { mostPerFile: 2, mostPerRun: null });
  expect(made.map((file) => file.message_id)).toEqual([batch.reference, `${batch.reference}-F2`, `${batch.reference}-F3`]);
  // asked for again: the same bytes, whatever the bank takes by then
  const FILES =
    "query ($id: ID!) { settlementBatch(id: $id) { files { messageId place paymentCount total { amountMinor } state rejectedCount deliveredAt url content } } }";
  const files = async () => (await t.asFinance()(FILES, { id: batch.id })).data.settlementBatch.files;
  expect((await files()).map((f: any) => f.content)).toEqual(made.map((f) => f.content));
  expect((await files()).map((f: any) => [f.place, f.paymentCount, f.state, f.deliveredAt])).toEqual([
    [1, 2, "SENT", null],
    [2, 2, "SENT", null],
    [3, 1, "SENT", null],
  ]);
  expect(new Set((await files()).map((f: any) => f.url)).size).toBe(3);
  const group = (file: number, code: string): string =>
    statusReport(made[file - 1]!.message_id, [], "03", code).replace(/<OrgnlPmtInfAndSts>[^]*<\/OrgnlPmtInfAndSts>/, "");
  expect((await importFile(t.asFinance(), group(2, "RJCT"))).data.importBankFile).toMatchObject({
    errors: [],
    file: { rejected: 2, exceptions: [] },
  });
  expect((await importFile(t.asFinance(), group(1, "ACCP"))).data.importBankFile.file).toMatchObject({ accepted: 2, exceptions: [] });
  expect((await importFile(t.asFinance(), notification(paymentsIn(made[2]!.content)))).data.importBankFile.file).toMatchObject({
    booked: 1,
  });
  expect((await files()).map((f: any) => [f.state, f.rejectedCount])).toEqual([
    ["ACCEPTED", 0],
    ["REJECTED", 2],
    ["PAID", 0],
  ]);
  // what was rejected is not for the next test
  await t.rows("update settlement_line set state = 'DISPUTED' where state = 'READY'");
  // a second sending of one of them says nothing about the others, and rejects nothing
  expect(
    (await importFile(t.asFinance(), group(1, "RJCT").replace("</GrpSts>", "</GrpSts><StsRsnInf><Rsn><Cd>DU01</Cd></Rsn></StsRsnInf>")))
      .data.importBankFile.file,
  ).toMatchObject({ rejected: 0 });
  expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);
});

it("is booked run by run, and a run that is rejected gives back its own lines only", async () => {
  for (let i = 0; i < 5; i += 1) await attend(t, await t.make.clinic(), { count: 3, minor: () => 10_000 + i });
  const { batch } = (await close(t.asFinance("finance-1"))).data.closeSettlementBatch;
  await approve(t.asFinance("finance-2"), batch.id);
  const content = (await exported(batch.id, {}))[0]?.content ?? "";
  const payments = paymentsIn(content);
  expect(content.match(/<PmtInfId>[^<]+/g)).toEqual([1, 2, 3].map((n) => `<PmtInfId>${batch.reference}-P${n}`));
  expect(content).toMatch(/<Ustrd>B-\S+ \d{4}-\d\d-\d\d 100\.0\d<\/Ustrd>\s*<Ustrd>og 2 flere, se bilaget<\/Ustrd>/);
  const status = (run: number, code: string): string =>
    statusReport(batch.reference, []).replace("-P1</OrgnlPmtInfId>", `-P${run}</OrgnlPmtInfId><PmtInfSts>${code}</PmtInfSts>`);
  expect((await importFile(t.asFinance(), status(2, "RJCT"))).data.importBankFile.file).toMatchObject({ rejected: 2, exceptions: [] });
  const whole = (run: number, of: readonly { kroner: string }[]): string =>
    notification([{ id: "X", kroner: of.reduce((sum, p) => sum + Number(p.kroner), 0).toFixed(2), reference: `RUN-${run}` }]).replace(
      /<NtryDtls>[^]*<\/NtryDtls>/,
      `<NtryDtls><Btch><PmtInfId>${batch.reference}-P${run}</PmtInfId><NbOfTxs>${of.length}</NbOfTxs></Btch></NtryDtls>`,
    );
  expect((await importFile(t.asFinance(), whole(1, payments.slice(0, 2)))).data.importBankFile.file).toMatchObject({ booked: 2 });
  expect((await importFile(t.asFinance(), whole(3, payments.slice(4)))).data.importBankFile.file).toMatchObject({ booked: 1 });
  expect(
    await t.rows("select run, array_agg(distinct state) as states from settlement_payment where batch_id = $1 group by 1 order by 1", [
      decodeId(batch.id).uuid,
    ]),
  ).toEqual([
    { run: 1, states: ["PAID"] },
    { run: 2, states: ["REJECTED"] },
    { run: 3, states: ["PAID"] },
  ]);
  expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);
});
