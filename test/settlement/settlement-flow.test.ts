import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { startApp, type TestApp } from "../support/app.js";
import { fromNow } from "../support/clock.js";
import type { MadeClinic } from "../support/make.js";
import { approve, close, confirmException, correct, exportFile, importFile, resolveException } from "./acts.js";
import { attend } from "./attended.js";
import { notification, paymentsIn, statusReport } from "./bank.js";
import { expectTold } from "../support/told.js";

let t: TestApp;
let clinic: MadeClinic;
let other: MadeClinic;

beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic();
  other = await t.make.clinic();
});
afterAll(async () => t.stop());

const faults = () => transaction(t.fresh.database, WORKER, checkLedger);
const states = async () =>
  Object.fromEntries(
    (await t.rows<{ state: string; n: number }>("select state, count(*)::int as n from settlement_line group by 1")).map((r) => [
      r.state,
      r.n,
    ]),
  );
const ledgerRows = async () => (await t.rows<{ n: number }>("select count(*)::int as n from posting"))[0]?.n;

async function sent(closer = "finance-1", approver = "finance-2") {
  const closed = (await close(t.asFinance(closer))).data.closeSettlementBatch;
  expect(closed.errors).toEqual([]);
  await approve(t.asFinance(approver), closed.batch.id);
  const { file, errors } = (await exportFile(t.asFinance(closer), closed.batch.id)).data.exportPaymentFile;
  expect(errors).toEqual([]);
  return { batch: closed.batch, file, payments: paymentsIn(file.content) };
}

describe("a settlement", () => {
  it("gathers payable lines into one payment per provider, and nothing whose dispute window is open", async () => {
    await attend(t, clinic, { count: 3, danmark: 5_000 });
    await attend(t, other, { count: 2, minor: (i) => 30_000 + i });
    await attend(t, clinic, { readyAt: fromNow(3_600_000) });
    const answer = await close(t.asFinance("finance-1"));
    expect(answer.data.closeSettlementBatch).toMatchObject({
      errors: [],
      leftOut: [],
      batch: { state: "CLOSED", lineCount: 5, paymentCount: 2, total: { amountMinor: String(3 * 45_000 + 60_001) } },
    });
    expect(await states()).toEqual({ BATCHED: 5, READY: 1 });
    // nine to open and to close it, and what a piece of up to 5,000 lines costs
    // what is one piece is gathered in the act that opens the batch
    expect(answer.statements).toBeLessThanOrEqual(11);
    expect(await faults()).toEqual([]);
  });

  it("is approved by another person only, sent once, and settled when the bank has booked it", async () => {
    const [{ id }] = (await t.asFinance()("{ settlementBatches(first: 1) { edges { node { id } } } }")).data.settlementBatches.edges.map(
      (e: any) => e.node,
    );
    const own = await approve(t.asFinance("finance-1"), id);
    expect(own.data.approveSettlementBatch.errors).toMatchObject([{ code: "FOUR_EYES" }]);
    expect((await exportFile(t.asFinance(), id)).data.exportPaymentFile.errors).toMatchObject([{ code: "NOT_APPROVED" }]);
    expect((await approve(t.asFinance("finance-2"), id)).data.approveSettlementBatch).toMatchObject({
      errors: [],
      batch: { state: "APPROVED" },
    });

    const exported = await exportFile(t.asFinance("finance-2"), id);
    const first = exported.data.exportPaymentFile;
    expect(exported.statements).toBeLessThanOrEqual(12);
    const again = (await exportFile(t.asFinance("finance-1"), id)).data.exportPaymentFile;
    expect(first.errors).toEqual([]);
    expect(again.file).toEqual(first.file);
    expect((await exportFile(t.asFinance(), id, "ISO20022_V09")).data.exportPaymentFile.errors).toMatchObject([{ code: "SENT_OTHERWISE" }]);
    expect(await faults()).toEqual([]);

    const payments = paymentsIn(first.file.content);
    expect(payments.map((p) => p.kroner).sort()).toEqual(["1350.00", "600.01"]);
    const booked = await importFile(t.asFinance(), notification(payments.map((p) => ({ id: p.id, kroner: p.kroner }))));
    expect(booked.statements).toBeLessThanOrEqual(12);
    expect(booked.data.importBankFile).toMatchObject({ errors: [], file: { booked: 2, unchanged: 0, exceptions: [], known: false } });
    expect(await states()).toEqual({ PAID: 5, READY: 1 });
    const told = await t.asFinance()(
      "query ($id: String!) { payment(endToEndId: $id) { amount { amountMinor } bankAnswers { kind bookedOn entry { id amount { amountMinor } } } statementEntries { id bookedOn } } }",
      { id: payments[0]?.id },
    );
    const { amount, bankAnswers, statementEntries } = told.data.payment;
    expect(bankAnswers).toMatchObject([{ kind: "BOOKED", entry: { amount: { amountMinor: `-${amount.amountMinor}` } } }]);
    expect(statementEntries).toEqual([{ id: bankAnswers[0].entry.id, bookedOn: bankAnswers[0].bookedOn }]);
    expect(await faults()).toEqual([]);
  });

  it("tells by name nobody in the bank's text", async () => {
    const [file] = await t.rows<{ content: string }>("select content from payment_file");
    for (const p of paymentsIn(file?.content ?? "")) expect(p.text).toMatch(/^Afregning STL-\d{4}-\d{6} bilag SB-\d{8}$/);
    expect(file?.content).not.toMatch(/Testklinikken|Bente|Prøve|PHYSIO|\d{6}-?\d{4}<\/Ustrd/);
  });
});

describe("an approval", () => {
  it("is of accounts and amounts that were frozen: what is written past that is paid by nobody", async () => {
    await attend(t, clinic, { count: 1 });
    const { batch } = (await close(t.asFinance("finance-1"))).data.closeSettlementBatch;
    await approve(t.asFinance("finance-2"), batch.id);
    expect((await approve(t.asFinance("finance-2"), batch.id)).data.approveSettlementBatch.errors).toMatchObject([
      { code: "BATCH_APPROVED" },
    ]);
    // as the owner, who alone can switch the trigger off
    await t.rows(
      "begin; set local session_replication_role = replica; update settlement_payment set account_number = '0000123456' where state = 'BATCHED'; commit",
    );
    const refused = (await exportFile(t.asFinance("finance-1"), batch.id)).data.exportPaymentFile;
    expect([refused.file, refused.errors.map((e: any) => e.code)]).toEqual([null, ["PAYMENTS_CHANGED"]]);
    expect(
      await t.rows("select 1 from payment_file f join settlement_batch b on b.id = f.batch_id where b.reference = $1", [batch.reference]),
    ).toEqual([]);
    const own = await approve(t.asFinance("finance-1"), batch.id);
    expect(own.data.approveSettlementBatch.errors).toMatchObject([{ code: "FOUR_EYES" }]);
    expect((await approve(t.asFinance("finance-2"), batch.id)).data.approveSettlementBatch.errors).toEqual([]);
    const { file, errors } = (await exportFile(t.asFinance("finance-1"), batch.id)).data.exportPaymentFile;
    expect(errors).toEqual([]);
    expect(file.content).toContain("0000123456");
    expect(await faults()).toEqual([]);
  });
});

describe("the bank's answers", () => {
  it("make a rejected payment's lines payable again exactly once, under another id", async () => {
    await t.rows("update settlement_line set ready_at = clock_now() where state = 'READY'");
    await attend(t, other, { count: 2 });
    const { batch, payments } = await sent();
    const [bad, good] = payments;
    const report = statusReport(batch.reference, [
      { id: bad!.id, kroner: bad!.kroner, status: "RJCT", reason: "MS03" },
      { id: good!.id, kroner: good!.kroner },
    ]);
    expect((await importFile(t.asFinance(), report)).data.importBankFile.file).toMatchObject({ rejected: 1, accepted: 1 });
    const rows = await ledgerRows();
    for (let i = 0; i < 3; i += 1) {
      const repeat = report.replace("RPT-", `AGAIN-${i}-`);
      expect((await importFile(t.asFinance(), repeat)).data.importBankFile.file).toMatchObject({
        rejected: 0,
        accepted: 0,
        unchanged: 2,
        exceptions: [],
      });
    }
    expect((await importFile(t.asFinance(), report)).data.importBankFile.file).toMatchObject({ known: true });
    expect(await ledgerRows()).toBe(rows);
    expect(await faults()).toEqual([]);

    const retry = await sent();
    expect(retry.payments).toHaveLength(1);
    expect(retry.payments[0]?.kroner).toBe(bad?.kroner);
    expect(retry.payments[0]?.id).not.toBe(bad?.id);
    await importFile(
      t.asFinance(),
      notification(
        [
          { id: retry.payments[0]!.id, kroner: retry.payments[0]!.kroner },
          { id: good!.id, kroner: good!.kroner },
        ],
        { version: "08" },
      ),
    );
    expect((await states())["PAID"]).toBe(8);
    expect(await faults()).toEqual([]);
  });

  it("may tell of a return before the booking, and overlap, and the book still closes", async () => {
    await attend(t, clinic, { count: 2 });
    const { payments } = await sent();
    const [p] = payments;
    const returned = notification([{ id: p!.id, kroner: p!.kroner, credit: true, reason: "MS03" }]);
    expect((await importFile(t.asFinance(), returned)).data.importBankFile.file).toMatchObject({ returned: 1 });
    expect(await faults()).toEqual([]);
    const both = notification([
      { id: p!.id, kroner: p!.kroner, credit: true, reason: "MS03" },
      { id: p!.id, kroner: p!.kroner },
    ]);
    expect((await importFile(t.asFinance(), both)).data.importBankFile.file).toMatchObject({ returned: 0, booked: 1, unchanged: 1 });
    expect(await states()).toMatchObject({ READY: 2 });
    expect(await faults()).toEqual([]);
  });

  it("that fit nothing go to a queue, once, and a person says what they were", async () => {
    const stray = notification([{ id: "SOMEBODY-ELSES", kroner: "12.34" }]);
    expect((await importFile(t.asFinance(), stray)).data.importBankFile.file.exceptions).toEqual([
      { place: "entry 1", reason: "REFERENCE_UNKNOWN" },
    ]);
    await importFile(t.asFinance(), stray.replace("NTF-", "NTF-X"));
    const { edges } = (
      await t.asFinance()("{ bankExceptions(first: 10) { edges { node { id reason reference amount { amountMinor } } } } }")
    ).data.bankExceptions;
    expect(edges).toHaveLength(1);
    expect(edges[0].node).toMatchObject({ reference: "SOMEBODY-ELSES", amount: { amountMinor: "1234" } });
    const input = { idempotencyKey: crypto.randomUUID(), id: edges[0].node.id, resolution: "NOT_OURS" };
    expect((await resolveException(t.asFinance("a"), input)).data.resolveBankException).toMatchObject({
      exception: { resolution: "NOT_OURS", resolvedAt: null },
      errors: [],
    });
    expect((await confirmException(t.asFinance("b"), edges[0].node.id)).data.confirmBankException.errors).toEqual([]);
    expect(await faults()).toEqual([]);
    expect((await t.asFinance()("{ bankExceptions(first: 10) { edges { node { id } } } }")).data.bankExceptions.edges).toEqual([]);
  });
});

describe("a correction", () => {
  it("is a new line with a reason, at most as large as its line, and nets in the next batch", async () => {
    const [line] = await attend(t, other, { minor: () => 40_000, danmark: 30_000 });
    const globalLine = Buffer.from(`SettlementLine:${line!.lineId}`).toString("base64url");
    const tooMuch = await correct(t.asFinance(), globalLine, -40_001n, "PARTLY_ATTENDED");
    expect(tooMuch.data.correctSettlement).toMatchObject({
      line: null,
      errors: [{ code: "CORRECTION_TOO_LARGE", path: ["input", "amountMinor"] }],
    });
    expect((await correct(t.asFinance(), globalLine, 0n, "PARTLY_ATTENDED")).data.correctSettlement.errors.map((e: any) => e.code)).toEqual(
      ["AMOUNT_ZERO"],
    );
    const [unknown] = (await correct(t.asFinance(), globalLine, -1n, "BECAUSE")).errors ?? [];
    expect(unknown).toMatchObject({ message: expect.stringContaining("PARTLY_ATTENDED"), extensions: { code: "BAD_USER_INPUT" } });
    const done = await correct(t.asFinance(), globalLine, -25_000n, "PARTLY_ATTENDED");
    expect(done.data.correctSettlement).toMatchObject({
      errors: [],
      line: { kind: "CORRECTION", state: "READY", amount: { amountMinor: "-25000" } },
    });
    expect((await correct(t.asFinance(), globalLine, -15_001n, "PARTLY_ATTENDED")).data.correctSettlement.errors).toMatchObject([
      { code: "CORRECTION_TOO_LARGE" },
    ]);
    const [{ danmark }] = (await t.rows<{ danmark: number }>(
      "select sum(p.amount_minor)::int as danmark from posting p join ledger_entry e on e.id = p.entry_id where e.booking_id = $1 and p.account = 'DANMARK_RECEIVABLE'",
      [line!.bookingId],
    )) as [{ danmark: number }];
    expect(danmark).toBe(15_000);
    expect(await faults()).toEqual([]);
    const { payments } = await sent();
    expect(payments.map((p) => p.kroner).sort()).toEqual(["150.00", "900.00"]);
  });
});

describe("the book", () => {
  it("refuses an edit, a removal, an unbalanced entry and a line that is not what was quoted", async () => {
    await expect(t.rows("update posting set amount_minor = 1")).rejects.toThrow(/never changed/);
    await expect(t.rows("delete from ledger_entry")).rejects.toThrow(/never changed|foreign key/);
    await expect(
      t.rows("insert into posting select gen_random_uuid(), entry_id, account, owner_id, 5, 'DKK' from posting limit 1"),
    ).rejects.toThrow(/sum to zero/);
    await expect(t.rows("update settlement_line set amount_minor = 1")).rejects.toThrow(/keeps its amount/);
    await expect(
      t.rows(
        "insert into settlement_line select gen_random_uuid(), booking_id, provider_id, clinic_id, 'CORRECTION', corrects_id, -999999, treated_on, 'READY', reason, ready_at, null, 1, created_at from settlement_line where kind = 'CORRECTION' limit 1",
      ),
    ).rejects.toThrow(/within its line/);
  });

  it("is read at a point in time and sums to zero", async () => {
    const { trialBalance, ledger } = (
      await t.asFinance()(
        `{ trialBalance { account balance { amountMinor } } ledger(account: CLINIC_PAYABLE) { balance { amountMinor } postings(first: 2) { edges { node { entry { kind } amount { amountMinor } } } pageInfo { endCursor hasNextPage } } } }`,
      )
    ).data;
    expect(trialBalance.reduce((sum: bigint, b: any) => sum + BigInt(b.balance.amountMinor), 0n)).toBe(0n);
    expect(ledger.postings.edges).toHaveLength(2);
    const next = await t.asFinance()(
      `query ($after: String) { ledger(account: CLINIC_PAYABLE) { postings(first: 100, after: $after) { edges { node { id } } } } }`,
      { after: ledger.postings.pageInfo.endCursor },
    );
    const [{ n }] = (await t.rows<{ n: number }>("select count(*)::int as n from posting where account = 'CLINIC_PAYABLE'")) as [
      { n: number },
    ];
    expect(next.data.ledger.postings.edges).toHaveLength(n - 2);
    const before = await t.asFinance()(
      `{ ledger(account: CLINIC_PAYABLE, asOf: "2020-01-01T00:00:00Z") { balance { amountMinor } pending { amountMinor } } }`,
    );
    expect(before.data.ledger).toEqual({ balance: { amountMinor: "0" }, pending: { amountMinor: "0" } });
  });

  it("is closed to a clinic", async () => {
    const answer = await t.asClinic(clinic)(`{ ledger(account: CLINIC_PAYABLE) { balance { amountMinor } } }`);
    expect(answer.data?.ledger).toBeUndefined();
    expect(answer.errors).toBeDefined();
  });
});

it("others are told what these acts did", () =>
  expectTold(
    t,
    "settlement.closed",
    "settlement.approved",
    "settlement.sent",
    "settlement.corrected",
    "payment.accepted",
    "payment.paid",
    "payment.rejected",
    "payment.returned",
  ));
