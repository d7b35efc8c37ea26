/** Before its file has left, a batch can be sent back, reopened, and made smaller; never by one person alone. */
import { randomUUID } from "node:crypto";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import type { MadeClinic } from "../support/make.js";
import { expectTold } from "../support/told.js";
import { approve, close, correct, exportFile, importFile } from "./acts.js";
import { attend } from "./attended.js";
import { paymentsIn, statusReport } from "./bank.js";

const PAYLOAD = "batch { id state paymentCount lineCount total { amountMinor } changedBy changeReason } errors { code path }";
const act = (name: string, input: string) => (as: Asker, of: object) =>
  as(`mutation ($input: ${input}!) { ${name}(input: $input) { ${PAYLOAD} } }`, {
    input: { idempotencyKey: randomUUID(), reason: "ACCOUNT_DOUBTED", ...of },
  }).then((a) => a.data[name]);
const reject = act("rejectSettlementBatch", "ChangeSettlementBatchInput");
const reopen = act("reopenSettlementBatch", "ChangeSettlementBatchInput");
const withdraw = act("withdrawPayment", "WithdrawPaymentInput");

let t: TestApp;
let clinics: MadeClinic[];
beforeAll(async () => {
  t = await startApp();
});
beforeEach(async () => {
  await t.rows(
    "truncate settlement_line, settlement_payment, settlement_batch, settlement_attempt, settlement_task, self_bill, self_bill_line, payment_file, bank_file, bank_event, bank_exception, ledger_entry, posting, booking cascade",
  );
  clinics = [await t.make.clinic(), await t.make.clinic(), await t.make.clinic()];
  for (const clinic of clinics) await attend(t, clinic, { count: 2 });
});
afterEach(async () => expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]));
afterAll(async () => t.stop());

const closed = async () => (await close(t.asFinance("closer"))).data.closeSettlementBatch.batch;
const payment = async (of: MadeClinic) =>
  globalId(
    "SettlementPayment",
    (await t.rows<{ id: string }>("select id from settlement_payment where provider_id = $1", [of.providerId]))[0]!.id,
  );
const lines = () => t.rows("select state, count(*)::int as n from settlement_line group by 1 order by 1");

describe("a batch", () => {
  it("is sent back by another person than closed it, and its lines are payable again", async () => {
    const batch = await closed();
    expect((await reject(t.asFinance("closer"), { batchId: batch.id })).errors).toMatchObject([{ code: "FOUR_EYES" }]);
    expect(await reject(t.asFinance("other"), { batchId: batch.id })).toMatchObject({
      errors: [],
      batch: { state: "REJECTED", changedBy: "other", changeReason: "ACCOUNT_DOUBTED" },
    });
    expect(await lines()).toEqual([{ state: "READY", n: 6 }]);
    expect((await approve(t.asFinance("other"), batch.id)).data.approveSettlementBatch.errors).toMatchObject([{ code: "BATCH_REJECTED" }]);
    expect((await closed()).paymentCount).toBe(3);
  });

  it("that was reopened is approved again, and not by whoever reopened it", async () => {
    const batch = await closed();
    await approve(t.asFinance("approver"), batch.id);
    expect((await reopen(t.asFinance("third"), { batchId: batch.id })).batch).toMatchObject({ state: "CLOSED" });
    expect((await exportFile(t.asFinance(), batch.id)).data.exportPaymentFile.errors).toMatchObject([{ code: "NOT_APPROVED" }]);
    expect((await approve(t.asFinance("third"), batch.id)).data.approveSettlementBatch.errors).toMatchObject([{ code: "FOUR_EYES" }]);
    expect((await approve(t.asFinance("approver"), batch.id)).data.approveSettlementBatch.errors).toEqual([]);
    expect((await exportFile(t.asFinance(), batch.id)).data.exportPaymentFile.errors).toEqual([]);
    for (const again of [reject, reopen])
      expect((await again(t.asFinance("third"), { batchId: batch.id })).errors).toMatchObject([{ code: "BATCH_LEFT" }]);
  });

  it("goes on without a payment that was taken out of it, and pays the others only", async () => {
    const batch = await closed();
    await approve(t.asFinance("approver"), batch.id);
    expect(await withdraw(t.asFinance("closer"), { paymentId: await payment(clinics[1]!) })).toMatchObject({
      errors: [],
      batch: { state: "CLOSED", paymentCount: 2, lineCount: 4, total: { amountMinor: "180000" } },
    });
    expect(await lines()).toEqual([
      { state: "BATCHED", n: 4 },
      { state: "READY", n: 2 },
    ]);
    await approve(t.asFinance("approver"), batch.id);
    const { file } = (await exportFile(t.asFinance("closer"), batch.id)).data.exportPaymentFile;
    expect(paymentsIn(file.content)).toHaveLength(2);
    expect(file.content).toMatch(/<NbOfTxs>2<\/NbOfTxs>/);
  });

  it("is rejected rather than emptied", async () => {
    await closed();
    for (const clinic of clinics.slice(1)) await withdraw(t.asFinance("x"), { paymentId: await payment(clinic) });
    expect((await withdraw(t.asFinance("x"), { paymentId: await payment(clinics[0]!) })).errors).toMatchObject([{ code: "LAST_PAYMENT" }]);
  });
});

describe("a payment", () => {
  it("goes to the account that was approved, whatever becomes of the company's account meanwhile", async () => {
    const batch = await closed();
    await approve(t.asFinance("approver"), batch.id);
    await t.rows("update provider_account set account_number = '6666666666'");
    await t.rows("update provider set legal_name = 'Tyvens ApS' where id = $1", [clinics[0]!.providerId]);
    const { file } = (await exportFile(t.asFinance(), batch.id)).data.exportPaymentFile;
    expect(file.content).not.toMatch(/6666666666|Tyven/);
    await expect(t.rows("update settlement_payment set account_number = '6666666666'")).rejects.toThrow("a payment keeps its payee");
  });

  it("that a bank refuses because of its account blocks the account, and nobody else's, until another is in force", async () => {
    const batch = await closed();
    await approve(t.asFinance("approver"), batch.id);
    const { file } = (await exportFile(t.asFinance(), batch.id)).data.exportPaymentFile;
    const [bad, ...good] = paymentsIn(file.content);
    const report = statusReport(batch.reference, [
      { id: bad!.id, kroner: bad!.kroner, status: "RJCT", reason: "AC01" },
      ...good.map((p) => ({ id: p.id, kroner: p.kroner })),
    ]);
    await importFile(t.as({ sub: "bank", role: "BANK_CHANNEL" }), report);
    expect(await t.rows("select blocked_reason from provider_account where blocked_at is not null")).toEqual([{ blocked_reason: "AC01" }]);
    await attend(t, clinics[1]!, { count: 1 });
    await attend(t, clinics[2]!, { count: 1 });
    await attend(t, clinics[0]!, { count: 1 });
    const next = (await close(t.asFinance("closer"))).data.closeSettlementBatch;
    expect(next).toMatchObject({ batch: { paymentCount: 2 }, leftOut: [{ reason: "ACCOUNT_BLOCKED" }] });
    const tasks = (await t.asFinance()("{ settlementTasks(first: 9) { edges { node { reason lineCount total { amountMinor } } } } }")).data;
    expect(tasks.settlementTasks.edges.map((e: any) => e.node)).toEqual([
      { reason: "ACCOUNT_BLOCKED", lineCount: 3, total: { amountMinor: "135000" } },
    ]);
    await t.rows("update provider_account set blocked_at = null, blocked_reason = null");
    await close(t.asFinance("closer"));
    expect(await t.rows("select count(*)::int as n from settlement_task where done_at is null")).toEqual([{ n: 0 }]);
  });

  it("of a name that banks do not carry is left out with a task, and the others are paid", async () => {
    await t.rows("update provider set legal_name = 'Клиника' where id = $1", [clinics[2]!.providerId]);
    const next = (await close(t.asFinance("closer"))).data.closeSettlementBatch;
    expect(next).toMatchObject({ batch: { paymentCount: 2 }, leftOut: [{ reason: "NAME_NOT_CARRIED" }] });
    expect(await t.rows("select reason from settlement_task")).toEqual([{ reason: "NAME_NOT_CARRIED" }]);
  });
});

describe("lines that sum to nothing", () => {
  it("are settled against each other without a bank, shown as such, and pay nobody", async () => {
    const rows = await t.rows<{ id: string }>("select id from settlement_line where provider_id = $1", [clinics[0]!.providerId]);
    for (const { id } of rows) await correct(t.asFinance(), globalId("SettlementLine", id), -45_000n, "NOT_ATTENDED");
    const batch = await closed();
    expect(batch).toMatchObject({ paymentCount: 3, lineCount: 8, total: { amountMinor: "180000" } });
    await approve(t.asFinance("approver"), batch.id);
    const { file, errors } = (await exportFile(t.asFinance(), batch.id)).data.exportPaymentFile;
    expect(errors).toEqual([]);
    expect(paymentsIn(file.content)).toHaveLength(2);
    expect(
      await t.rows("select state, count(*)::int as n from settlement_line where provider_id = $1 group by 1", [clinics[0]!.providerId]),
    ).toEqual([{ state: "NETTED", n: 4 }]);
    expect(
      await t.rows("select state, amount_minor::int as minor from settlement_payment where provider_id = $1", [clinics[0]!.providerId]),
    ).toEqual([{ state: "NETTED", minor: 0 }]);
  });

  it("alone in a batch need no file", async () => {
    const rows = await t.rows<{ id: string }>("select id from settlement_line");
    for (const { id } of rows) await correct(t.asFinance(), globalId("SettlementLine", id), -45_000n, "NOT_ATTENDED");
    const batch = await closed();
    await approve(t.asFinance("approver"), batch.id);
    for (let i = 0; i < 2; i += 1)
      expect((await exportFile(t.asFinance(), batch.id)).data.exportPaymentFile).toMatchObject({ file: null, errors: [] });
    expect(await t.rows("select state from settlement_batch")).toEqual([{ state: "SENT" }]);
  });
});

it("others are told what these acts did", () =>
  expectTold(
    t,
    "settlement.rejected",
    "settlement.reopened",
    "settlement.payment-withdrawn",
    "settlement.netted",
    "provider.account-blocked",
  ));
