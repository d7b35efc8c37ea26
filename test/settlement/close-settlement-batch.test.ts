import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { loadConfig } from "../../src/assembly/config.js";
import { expectTold } from "../support/told.js";
import { closeByCalendar } from "../../src/features/settlement/batches/closing/close-by-calendar.js";
import { openClosing } from "../../src/features/settlement/batches/closing/close-settlement-batch.js";
import { lastClosing } from "../../src/features/settlement/batches/closing/closing-calendar.js";
import { gatherBatch } from "../../src/features/settlement/batches/closing/gather-batch.js";
import { dueProviders, inPages } from "../../src/features/settlement/batches/closing/gather.store.js";
import { leftOutOf } from "../../src/features/settlement/batches/closing/left-out.js";
import type { PaymentChannel } from "../../src/features/settlement/channels/channel.js";
import { CHANNELS } from "../../src/features/settlement/channels/index.js";
import { exportBatch } from "../../src/features/settlement/payments/export-payment-file.js";
import { claimKey } from "../../src/platform/idempotency.js";
import type { JobContext } from "../../src/platform/job.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS } from "../../src/platform/viewer.js";
import { endToEndId, paymentInfoId, referenceIn, selfBillNumber } from "../../src/features/settlement/documents/self-bills/numbering.js";
import { localDateOf, nextBankDay, weekday } from "../../src/kernel/calendar.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { dayIn } from "../support/make.js";
import { approve, CLOSE, close, correct, exportFile, importFile } from "./acts.js";
import { attend } from "./attended.js";
import { notification, statusReport } from "./bank.js";

let t: TestApp;
let jobs: JobContext;
beforeAll(async () => {
  t = await startApp();
  jobs = { database: t.fresh.database, now: null } as unknown as JobContext;
});
beforeEach(async () => {
  await t.rows(
    "truncate settlement_line, settlement_payment, settlement_batch, settlement_attempt, self_bill, self_bill_line, settlement_task, payment_file, bank_file, bank_event, bank_exception, ledger_entry, posting, audit_event cascade",
  );
});
afterAll(async () => t.stop());

const count = async (table: string): Promise<number> =>
  (await t.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? -1;

/** Closed, approved and sent. */
async function sent(): Promise<void> {
  const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
  await approve(t.asFinance("b"), batch.id);
  expect((await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile.errors).toEqual([]);
}

describe("closing a batch", () => {
  it("leaves out whoever cannot be paid and says why; their lines stay payable", async () => {
    const [without, wrong, nothing, fine] = [await t.make.clinic(), await t.make.clinic(), await t.make.clinic(), await t.make.clinic()];
    for (const clinic of [without, wrong, fine]) await attend(t, clinic);
    const [line] = await attend(t, nothing);
    await correct(t.asFinance(), globalId("SettlementLine", line!.lineId), -45_000n, "NOT_ATTENDED");
    // its line was paid before, what takes it back is left
    await t.rows("delete from settlement_line where id = $1", [line!.lineId]);
    await t.rows("delete from provider_account where provider_id = $1", [without.providerId]);
    await t.rows("update provider_account set registration_number = '12' where provider_id = $1", [wrong.providerId]);
    const { batch, leftOut } = (await close(t.asFinance())).data.closeSettlementBatch;
    expect(batch).toMatchObject({ paymentCount: 1, lineCount: 1, executionOn: nextBankDay(dayIn(0)) });
    expect(leftOut.map((l: any) => l.reason).sort()).toEqual(["ACCOUNT_INVALID", "ACCOUNT_MISSING", "NOTHING_LEFT"]);
    expect(await t.rows("select state, count(*)::int as n from settlement_line group by 1 order by 1")).toEqual([
      { state: "BATCHED", n: 1 },
      { state: "READY", n: 3 },
    ]);
  });

  it("leaves a provider that owes more than it is owed open, and settles the whole with its next treatment", async () => {
    const clinic = await t.make.clinic();
    const [line] = await attend(t, clinic);
    await sent();
    await correct(t.asFinance(), globalId("SettlementLine", line!.lineId), -20_000n, "NOT_ATTENDED");
    const empty = (await close(t.asFinance())).data.closeSettlementBatch;
    expect(empty).toMatchObject({ batch: null, errors: [{ code: "NOTHING_DUE" }] });
    expect(empty.errors[0].message).toContain("corrections take back more than is owed");
    expect([await count("settlement_payment"), await count("settlement_batch")]).toEqual([1, 1]);
    await attend(t, clinic, { minor: () => 30_000 });
    const { batch, leftOut } = (await close(t.asFinance())).data.closeSettlementBatch;
    expect({ batch, leftOut }).toMatchObject({ batch: { paymentCount: 1, lineCount: 2 }, leftOut: [] });
    expect(await t.rows("select amount_minor::int as minor, line_count as lines from settlement_payment order by end_to_end_id")).toEqual([
      { minor: 45_000, lines: 1 },
      { minor: 10_000, lines: 2 },
    ]);
    expect((await close(t.asFinance())).data.closeSettlementBatch.errors).toMatchObject([{ code: "NOTHING_DUE" }]);
  });

  it("gathers treatments up to the day asked for, and is repeated by its key without effect", async () => {
    const clinic = await t.make.clinic();
    await attend(t, clinic, { treatedOn: dayIn(-5) });
    await attend(t, clinic, { treatedOn: dayIn(-2) });
    const key = randomUUID();
    const first = (await close(t.asFinance(), dayIn(-3), key)).data.closeSettlementBatch;
    expect(first).toMatchObject({ replayed: false, batch: { lineCount: 1 } });
    expect((await close(t.asFinance(), dayIn(-3), key)).data.closeSettlementBatch).toMatchObject({
      replayed: true,
      batch: { id: first.batch.id },
    });
    expect((await close(t.asFinance(), dayIn(-1), key)).data.closeSettlementBatch.errors).toMatchObject([
      { code: "IDEMPOTENCY_KEY_REUSED" },
    ]);
    // another person's key of the same name is another key
    expect((await close(t.asFinance("finance-9"), dayIn(-1), key)).data.closeSettlementBatch).toMatchObject({
      replayed: false,
      batch: { lineCount: 1 },
    });
    expect(await count("settlement_batch")).toBe(2);
  });

  it("goes on where a gateway died, under the same key, for whoever closes next, and in the job; numbers have no gap", async () => {
    const clinics = [await t.make.clinic(), await t.make.clinic()];
    /** As a gateway leaves it that died after so many pieces: more than one piece, and so not gathered at once. */
    const halfway = async (pieces: 0 | 1, key: string = randomUUID()): Promise<string> => {
      for (const clinic of clinics) await attend(t, clinic);
      const finance = { ...ANONYMOUS, role: "FINANCE" as const, subject: "a" };
      const by = { viewer: finance, traceId: "t", nemKonto: false, linesPerPiece: 1 };
      const opened = await transaction(t.fresh.database, finance, async (tx) => {
        const input = { idempotencyKey: key, through: "2099-12-31" };
        const keyed = { operation: "closeSettlementBatch", key, input, keepHours: 720 };
        await claimKey(tx, "a", keyed);
        return openClosing(by, tx, input.through, keyed);
      });
      if ("refusal" in opened) throw new Error(opened.refusal.code);
      expect(opened.batch).toMatchObject({ state: "GATHERING", payment_count: 0 });
      if (pieces === 1) {
        // the second piece fails, and so does the end
        await t.rows("create function stop() returns trigger language plpgsql as 'begin raise exception ''dead''; end'");
        await t.rows(
          "create trigger stop before update on settlement_batch for each row when (old.payment_count = 1) execute function stop()",
        );
        await expect(gatherBatch(t.fresh.database, by, opened.batch)).rejects.toThrow("dead");
        await t.rows("drop trigger stop on settlement_batch; drop function stop()");
      }
      return opened.batch.id;
    };
    const key = randomUUID();
    const id = await halfway(1, key);
    expect(await t.rows("select state, payment_count as payments from settlement_batch")).toEqual([{ state: "GATHERING", payments: 1 }]);
    const batchId = globalId("SettlementBatch", id);
    expect((await approve(t.asFinance("b"), batchId)).data.approveSettlementBatch.errors).toMatchObject([{ code: "BATCH_BEING_GATHERED" }]);
    const again = (await close(t.asFinance("a"), "2099-12-31", key)).data.closeSettlementBatch;
    expect(again).toMatchObject({ errors: [], batch: { id: batchId, state: "CLOSED", lineCount: 2, paymentCount: 2 } });
    await approve(t.asFinance("b"), batchId);
    expect((await exportFile(t.asFinance("a"), batchId)).data.exportPaymentFile.errors).toEqual([]);
    // what another left halfway is ended by the job, and by whoever closes next
    for (const end of [() => closeByCalendar(jobs), () => close(t.asFinance("c"))]) {
      await halfway(0);
      await end();
      expect(await t.rows("select distinct state from settlement_batch where state in ('GATHERING', 'CLOSED')")).toEqual([
        { state: "CLOSED" },
      ]);
    }
    await t.rows("delete from settlement_line where state = 'BATCHED'; delete from settlement_payment where state = 'BATCHED'");
    expect(
      await t.rows(
        "select d.number as self_bill_number, p.end_to_end_id, b.reference from settlement_payment p join settlement_batch b on b.id = p.batch_id join self_bill d on d.payment_id = p.id order by 1",
      ),
    ).toEqual(
      [1, 2].map((n) => ({
        self_bill_number: `SB-0000000${n}`,
        reference: `STL-${dayIn(0).slice(0, 4)}-000001`,
        end_to_end_id: `STL-${dayIn(0).slice(0, 4)}-000001-000${n}`,
      })),
    );
  });

  it("is made by the calendar at its time, once, with or without something to pay, and approved by a person", async () => {
    const clinic = await t.make.clinic();
    await attend(t, clinic);
    const [clock] = await t.rows<{ now: Date }>("select clock_now() as now");
    const today = dayIn(0);
    const at = lastClosing(clock!.now, { weekdays: [1, 2, 3, 4, 5], at: "00:00" })!;
    const closings = { weekdays: [weekday(localDateOf(at))], at: "00:00", nemKonto: false };
    const during = (hours: number) => ({ ...jobs, closings, now: new Date(at.getTime() + hours * 3_600_000) });
    expect(await closeByCalendar({ ...during(1), closings: null })).toMatchObject({ closed: 0 });
    // that of the week before was not made in its day: it is left to the next one
    expect(await closeByCalendar(during(-25))).toMatchObject({ closed: 0 });
    expect(await closeByCalendar(during(1))).toEqual({ closed: 1, ended: 0, leftOut: 0, members: 0 });
    expect(await closeByCalendar(during(2))).toEqual({ closed: 0, ended: 0, leftOut: 0, members: 0 });
    const [batch] = await t.rows<{ id: string; by: string; until: string }>(
      "select id, closed_by as by, through_on::text as until from settlement_batch",
    );
    expect(batch).toMatchObject({ by: "closing-calendar", until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(batch!.until <= today).toBe(true);
    expect((await approve(t.asFinance("b"), globalId("SettlementBatch", batch!.id))).data.approveSettlementBatch.errors).toEqual([]);
  });

  it("pays a company without an account to its NemKonto where that is agreed, until the bank says that it has none", async () => {
    const [without, other] = [await t.make.clinic(), await t.make.clinic()];
    await attend(t, without);
    await attend(t, other);
    await t.rows("delete from provider_account where provider_id = $1", [without.providerId]);
    const finance = { ...ANONYMOUS, role: "FINANCE" as const, subject: "a" };
    const asked = { viewer: finance, traceId: "t", nemKonto: true };
    const opened = await transaction(t.fresh.database, finance, async (tx) => {
      const keyed = { operation: "closeSettlementBatch", key: randomUUID(), input: {}, keepHours: 720 };
      await claimKey(tx, "a", keyed);
      return openClosing(asked, tx, "2099-12-31", keyed);
    });
    if ("refusal" in opened) throw new Error(opened.refusal.code);
    expect(opened).toMatchObject({ batch: { state: "CLOSED", payment_count: 2 }, leftOut: [] });
    const { batch } = opened;
    const [cvr] = await t.rows<{ cvr: string }>("select cvr from provider where id = $1", [without.providerId]);
    const [payment] = await t.rows("select nem_konto, account_number, end_to_end_id from settlement_payment where provider_id = $1", [
      without.providerId,
    ]);
    expect(payment).toMatchObject({ nem_konto: cvr!.cvr, account_number: null });
    // frozen: another account or another number of the company since is not paid
    await expect(t.rows("update settlement_payment set nem_konto = '12345678' where nem_konto is not null")).rejects.toThrow(
      "keeps its payee",
    );
    const batchId = globalId("SettlementBatch", batch.id);
    await approve(t.asFinance("b"), batchId);
    expect((await exportFile(t.asFinance("a"), batchId)).data.exportPaymentFile.errors).toMatchObject([{ code: "ACCOUNT_INVALID" }]);
    const exported = (channels: readonly PaymentChannel[]) =>
      transaction(t.fresh.database, finance, async (tx) => {
        const keyed = { operation: "exportPaymentFile", key: randomUUID(), input: {}, keepHours: 720 };
        await claimKey(tx, "a", keyed);
        const settings = { ...loadConfig({ DATA_DIR: tmpdir() }).payments, nemKonto: "NKS" };
        return exportBatch(asked, tx, { batchId: batch.id, channel: null, settings, channels, keyed });
      });
    await expect(exported(CHANNELS.map((channel) => ({ ...channel, carriesNemKonto: false })))).rejects.toMatchObject({
      refusals: [{ code: "ACCOUNT_INVALID", path: ["input", "channel"] }],
    });
    const files = await exported(CHANNELS);
    expect(files[0]?.content).toContain(`<Id>${cvr!.cvr}</Id>`);
    const seen = await t.asClinic(without)("query ($id: String!) { payment(endToEndId: $id) { byNemKonto accountEndsWith } }", {
      id: payment!["end_to_end_id"],
    });
    expect(seen.data.payment).toEqual({ byNemKonto: true, accountEndsWith: null });
    await importFile(
      t.asFinance("a"),
      statusReport(batch.reference, [{ id: String(payment!["end_to_end_id"]), kroner: "450.00", status: "RJCT", reason: "AC01" }]),
    );
    const due = await transaction(t.fresh.database, finance, (tx) => dueProviders(tx, "2099-12-31", { nemKonto: true }));
    expect(leftOutOf(due)).toMatchObject([{ providerId: without.providerId, reason: "ACCOUNT_MISSING" }]);
  });

  it("is for finance only", async () => {
    const clinic = await t.make.clinic();
    for (const as of [
      t.asClinic(clinic),
      t.asHealthTeam(),
      t.as({ sub: "m", role: "NETWORK_MANAGER" }),
      t.as({ sub: "bank", role: "BANK_CHANNEL" }),
    ]) {
      const answer = await as(CLOSE, { input: { idempotencyKey: randomUUID(), through: dayIn(0) } });
      expect(answer.errors).toBeDefined();
      expect(answer.data?.closeSettlementBatch).toBeUndefined();
    }
  });
});

describe("the bank's channel", () => {
  it("brings the bank's answers and sees no batch", async () => {
    await attend(t, await t.make.clinic());
    const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
    await approve(t.asFinance("b"), batch.id);
    await exportFile(t.asFinance("a"), batch.id, "ISO20022_V09");
    const bank = t.as({ sub: "bank", role: "BANK_CHANNEL" });
    expect((await importFile(bank, notification([{ id: `${batch.reference}-0001`, kroner: "450.00" }]))).data.importBankFile).toMatchObject(
      { errors: [], file: { booked: 1 } },
    );
    expect((await bank("{ settlementBatches(first: 1) { edges { node { id } } } }")).errors).toBeDefined();
  });

  it("is refused a faulty file whole, with the place and without the content", async () => {
    const bank = t.as({ sub: "bank", role: "BANK_CHANNEL" });
    const bad = notification([
      { id: "A", kroner: "1.00" },
      { id: "SECRET-NAME", kroner: "1.00001" },
    ]);
    const answer = await importFile(bank, bad);
    expect(answer.data.importBankFile).toMatchObject({
      file: null,
      errors: [{ code: "AMOUNT_INVALID", path: ["input", "content", "entry 2"] }],
    });
    expect(answer.text).not.toContain("SECRET-NAME");
    expect([await count("bank_file"), await count("bank_exception"), await count("posting")]).toEqual([0, 0, 0]);
    expect(await t.rows("select outcome, rule from audit_event where operation = 'importBankFile'")).toEqual([
      { outcome: "REFUSED", rule: "AMOUNT_INVALID" },
    ]);
  });
});

describe("names and pages", () => {
  it("go to the bank and come back", () => {
    expect(referenceIn(paymentInfoId("STL-2026-000123"))).toBe("STL-2026-000123");
    expect(referenceIn("OTHER-P1")).toBeNull();
    expect(endToEndId("STL-2026-000123", 7)).toBe("STL-2026-000123-0007");
    expect(endToEndId("STL-2026-000123", 12_345).length).toBeLessThanOrEqual(35);
    expect(selfBillNumber(4711)).toBe("SB-00004711");
  });
  it("hold at most so many lines, unless one provider has more", () => {
    const sizes = [3, 4, 5, 20, 1, 9];
    expect(inPages(sizes, (n) => n, 10)).toEqual([[3, 4], [5], [20], [1, 9]]);
    expect(inPages([], (n: number) => n, 10)).toEqual([]);
  });
});

it("others are told that a batch of several pieces was opened", () => expectTold(t, "settlement.opened"));
