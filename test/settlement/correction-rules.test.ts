/** What a correction may not do: break a total of the conditions, or be paid before the line it corrects. */
import { randomUUID } from "node:crypto";
import { openClosing } from "../../src/features/settlement/batches/closing/close-settlement-batch.js";
import { gatherBatch } from "../../src/features/settlement/batches/closing/gather-batch.js";
import { claimKey } from "../../src/platform/idempotency.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS } from "../../src/platform/viewer.js";
import { correctionRefusals, totalLeft } from "../../src/features/settlement/corrections/correction.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { fromNow } from "../support/clock.js";
import { close, correct } from "./acts.js";
import { attend } from "./attended.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(async () => t.stop());

it("adds nothing above a total of the conditions", async () => {
  const clinic = await t.make.clinic();
  const [line] = await attend(t, clinic, { count: 3, minor: () => 3_300_000 });
  await t.rows("update booking set service_code = 'ADDICTION_TREATMENT', under = 'C' where clinic_id = $1", [clinic.id]);
  await t.rows(
    "update claim set service_code = 'ADDICTION_TREATMENT', under = 'C' where id = (select claim_id from booking where id = $1)",
    [line!.bookingId],
  );
  const id = globalId("SettlementLine", line!.lineId);
  expect((await correct(t.asFinance(), id, 100_001n, "WRONG_RATE")).data.correctSettlement.errors).toMatchObject([
    { code: "TOTAL_EXCEEDED", path: ["input", "amountMinor"] },
  ]);
  expect((await correct(t.asFinance(), id, 100_000n, "WRONG_RATE")).data.correctSettlement.errors).toEqual([]);
  expect((await correct(t.asFinance(), id, 1n, "WRONG_RATE")).data.correctSettlement.errors).toMatchObject([{ code: "TOTAL_EXCEEDED" }]);
  expect((await correct(t.asFinance(), id, -50n, "WRONG_RATE")).data.correctSettlement.errors).toEqual([]);
});

it("waits with its line while that is disputed, and while its dispute window is open", async () => {
  const clinic = await t.make.clinic();
  const [disputed] = await attend(t, clinic);
  const [early] = await attend(t, clinic, { readyAt: fromNow(3_600_000) });
  for (const line of [disputed, early]) await correct(t.asFinance(), globalId("SettlementLine", line!.lineId), -1_000n, "PARTLY_ATTENDED");
  await t.rows("update settlement_line set state = 'DISPUTED' where id = $1", [disputed!.lineId]);
  await t.rows("update settlement_line set payment_id = null, state = 'DISPUTED' where provider_id <> $1", [clinic.providerId]);
  expect((await close(t.asFinance())).data.closeSettlementBatch.errors).toMatchObject([{ code: "NOTHING_DUE" }]);
  await t.rows("update settlement_line set state = 'READY' where id = $1", [disputed!.lineId]);
  expect((await close(t.asFinance())).data.closeSettlementBatch.batch).toMatchObject({ lineCount: 2, total: { amountMinor: "44000" } });
});

it("a dispute that takes away what a payment lives from while it is gathered leaves nothing to pay, and no batch", async () => {
  const clinic = await t.make.clinic();
  const [line] = await attend(t, clinic);
  const [paid] = await attend(t, clinic, { minor: () => 9_000 });
  await correct(t.asFinance(), globalId("SettlementLine", paid!.lineId), -9_000n, "NOT_ATTENDED");
  await t.rows("delete from settlement_line where id = $1", [paid!.lineId]);
  const batches = () => t.rows("select reference, state from settlement_batch order by 1");
  const before = await batches();
  const member = await t.fresh.database.pool.connect();
  try {
    await member.query("begin");
    await member.query("update settlement_line set state = 'DISPUTED' where id = $1", [line!.lineId]);
    const closing = close(t.asFinance());
    await new Promise((resolve) => setTimeout(resolve, 300));
    await member.query("commit");
    const answer = await closing;
    expect(answer.errors).toBeUndefined();
    expect(answer.data.closeSettlementBatch).toMatchObject({ batch: null, errors: [{ code: "NOTHING_DUE" }] });
    expect(await batches()).toEqual(before);
  } finally {
    member.release();
  }
});

it("disputes that take away all of a batch of several pieces leave one that is sent back, so that its number is used", async () => {
  const lines = [await attend(t, await t.make.clinic()), await attend(t, await t.make.clinic())].map(([line]) => line!.lineId);
  const finance = { ...ANONYMOUS, role: "FINANCE" as const, subject: "a" };
  const by = { viewer: finance, traceId: "t", nemKonto: false, linesPerPiece: 1 };
  const opened = await transaction(t.fresh.database, finance, async (tx) => {
    const keyed = { operation: "closeSettlementBatch", key: randomUUID(), input: {}, keepHours: 720 };
    await claimKey(tx, "a", keyed);
    return openClosing(by, tx, "2099-12-31", keyed);
  });
  if ("refusal" in opened) throw new Error(opened.refusal.code);
  await t.rows("update settlement_line set state = 'DISPUTED' where id = any ($1)", [lines]);
  await gatherBatch(t.fresh.database, by, opened.batch);
  expect(await t.rows("select state from settlement_batch order by reference desc limit 1")).toEqual([{ state: "REJECTED" }]);
});

describe("a total", () => {
  const line = { kind: "TREATMENT", amountMinor: 500n, correctedMinor: 0n, providerId: "p", danmarkMinor: 0n } as const;
  it("is known by service and cover, and only its additions are asked", () => {
    expect(totalLeft("PHYSIOTHERAPY", "BASE", 0n)).toBeNull();
    expect(totalLeft("ADDICTION_TREATMENT", "C", 9_999_900n)).toEqual({ minor: 100n, rule: "PRC-ADDICTION-100000" });
    const left = { minor: 100n, rule: "PRC-ADDICTION-100000" } as const;
    expect(correctionRefusals({ ...line, totalLeft: left }, 101n).map((r) => r.code)).toEqual(["TOTAL_EXCEEDED"]);
    expect(correctionRefusals({ ...line, totalLeft: left }, 100n)).toEqual([]);
    expect(correctionRefusals({ ...line, totalLeft: { ...left, minor: -5n } }, -101n)).toEqual([]);
  });
});
