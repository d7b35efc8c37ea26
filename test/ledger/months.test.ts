import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { monthOf, monthRefusals, nextMonth, voucherNumber } from "../../src/features/ledger/months/month.js";
import { addDays } from "../../src/kernel/calendar.js";
import { approve, close, correct, exportFile } from "../settlement/acts.js";
import { attend } from "../settlement/attended.js";
import { globalId, startApp, type Asker, type TestApp } from "../support/app.js";
import { dayIn } from "../support/make.js";
import { expectTold } from "../support/told.js";

const CHANGE = "change { id month act state askedBy decidedBy } errors { code path }";
const ASK = `mutation ($input: AskMonthChangeInput!) { askMonthChange(input: $input) { ${CHANGE} } }`;
const DECIDE = `mutation ($input: DecideMonthChangeInput!) { decideMonthChange(input: $input) { ${CHANGE} } }`;
const REPORT = `query ($month: LocalDate!) { accountingMonth(month: $month) { month asOf closed accruedCount accrued { amountMinor }
  totals { account number opening { amountMinor } debit { amountMinor } credit { amountMinor } closing { amountMinor } }
  openLines { fromDays throughDays lineCount total { amountMinor } } voucherCount journal { base64 } generalLedger { base64 } } }`;

let t: TestApp;
const thisMonth = monthOf(dayIn(0));
const lastMonth = monthOf(addDays(thisMonth, -1));
const inLastMonth = addDays(lastMonth, 9);
beforeAll(async () => {
  t = await startApp();
});
afterAll(async () => t.stop());

const ask = (as: Asker, month: string, act: string, reason?: string) =>
  as(ASK, { input: { idempotencyKey: randomUUID(), month, act, reason } }).then((a) => a.data.askMonthChange);
const decide = (as: Asker, changeId: string, agree = true) =>
  as(DECIDE, { input: { idempotencyKey: randomUUID(), changeId, agree } }).then((a) => a.data.decideMonthChange);
const report = (month: string) =>
  t
    .asFinance()(REPORT, { month })
    .then((a) => a.data.accountingMonth);
const rowsOf = (file: { base64: string }) =>
  parse(Buffer.from(file.base64, "base64"), { bom: true, delimiter: ";", columns: true }) as Record<string, string>[];
const minor = (text: string | undefined): bigint => (text ? BigInt(text.replace(",", "")) : 0n);

it("a month closes with two people, takes nothing in afterwards, and opens again with two", async () => {
  const clinic = await t.make.clinic();
  await attend(t, clinic, { count: 2, treatedOn: inLastMonth });
  const doubted = await ask(t.asFinance("one"), inLastMonth, "CLOSE");
  expect(await decide(t.asFinance("two"), doubted.change.id, false)).toMatchObject({ errors: [], change: { state: "REFUSED" } });
  const asked = await ask(t.asFinance("one"), inLastMonth, "CLOSE");
  expect(asked).toMatchObject({ errors: [], change: { month: lastMonth, state: "ASKED" } });
  expect((await ask(t.asFinance("two"), thisMonth, "CLOSE")).errors.map((e: any) => e.code)).toEqual(["MONTH_ACT_WAITS", "MONTH_NOT_OVER"]);
  expect((await decide(t.asFinance("one"), asked.change.id)).errors).toMatchObject([{ code: "FOUR_EYES" }]);
  const before = await report(lastMonth);
  expect(await decide(t.asFinance("two"), asked.change.id)).toMatchObject({ errors: [], change: { state: "DONE", decidedBy: "two" } });
  expect((await decide(t.asFinance("two"), asked.change.id)).errors).toMatchObject([{ code: "MONTH_ACT_DECIDED" }]);
  // a treatment of the closed month that is recorded late belongs to the first open one
  const [late] = await attend(t, clinic, { treatedOn: inLastMonth });
  expect(await t.rows("select distinct effective_on, accounted_on from ledger_entry where booking_id = $1", [late!.bookingId])).toEqual([
    { effective_on: inLastMonth, accounted_on: thisMonth },
  ]);
  const closed = await report(lastMonth);
  expect({ ...closed, closed: false, asOf: "", openLines: [], journal: "", accrued: "", accruedCount: 0 }).toEqual({
    ...before,
    asOf: "",
    openLines: [],
    journal: "",
    accrued: "",
    accruedCount: 0,
  });
  expect(closed.closed).toBe(true);
  expect(rowsOf(closed.journal)).toEqual(rowsOf(before.journal));
  expect((await ask(t.asFinance("one"), lastMonth, "REOPEN")).errors).toMatchObject([{ code: "REASON_MISSING" }]);
  const again = await ask(t.asFinance("one"), lastMonth, "REOPEN", "ENTRY_MISSING");
  await decide(t.asFinance("two"), again.change.id);
  await attend(t, clinic, { treatedOn: inLastMonth });
  expect((await report(lastMonth)).voucherCount).toBe(before.voucherCount + 1);
  expect(await t.rows("select count(*)::int as n from accounting_act where decided_by = asked_by")).toEqual([{ n: 0 }]);
});

it("its report sums to nothing, its journal and general ledger lead to the same balances, and an old voucher keeps its number", async () => {
  const clinic = await t.make.clinic();
  const lines = await attend(t, clinic, { count: 3, treatedOn: inLastMonth, minor: (i) => 10_000 + i, danmark: 1_000 });
  await correct(t.asFinance(), globalId("SettlementLine", lines[0]!.lineId), -5_000n, "WRONG_RATE");
  const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
  await approve(t.asFinance("b"), batch.id);
  await exportFile(t.asFinance("a"), batch.id);
  const month = await report(lastMonth);
  const sum = (field: string): bigint => month.totals.reduce((all: bigint, row: any) => all + BigInt(row[field].amountMinor), 0n);
  expect([sum("opening"), sum("closing"), sum("debit") - sum("credit")]).toEqual([0n, 0n, 0n]);
  const journal = rowsOf(month.journal);
  const ledger = rowsOf(month.generalLedger);
  for (const { account, opening, closing } of month.totals) {
    const moved = journal.filter((r) => r["Name"] === account).reduce((all, r) => all + minor(r["Debit DKK"]) - minor(r["Credit DKK"]), 0n);
    expect(BigInt(opening.amountMinor) + moved).toBe(BigInt(closing.amountMinor));
    expect(minor(ledger.filter((r) => r["Name"] === account).at(-1)?.["Balance DKK"])).toBe(BigInt(closing.amountMinor));
  }
  const vouchers = new Map<string, Record<string, string>[]>();
  for (const row of journal) vouchers.set(row["Voucher"] ?? "", [...(vouchers.get(row["Voucher"] ?? "") ?? []), row]);
  expect([...vouchers.keys()].sort()).toEqual(Array.from({ length: month.voucherCount }, (_, i) => voucherNumber(lastMonth, i + 1)));
  for (const sides of vouchers.values())
    expect(sides.reduce((all, r) => all + minor(r["Debit DKK"]) - minor(r["Credit DKK"]), 0n)).toBe(0n);
  await attend(t, clinic, { treatedOn: inLastMonth });
  expect(rowsOf((await report(lastMonth)).journal).slice(0, journal.length)).toEqual(journal);
});

it("tells of open lines by age, and accrues what was booked and not yet said to have taken place", async () => {
  const before = await report(lastMonth);
  const clinic = await t.make.clinic();
  await attend(t, clinic, { count: 2, treatedOn: addDays(dayIn(0), -70) });
  const id = randomUUID();
  await t.rows(
    `insert into ledger_entry (id, kind, status, booking_id, effective_on, actor) values ('${id}', 'BOOKING', 'PENDING', '${id}', '${inLastMonth}', 'test')`,
  );
  await t.rows(
    `insert into posting (id, entry_id, account, amount_minor) values (gen_random_uuid(), '${id}', 'INSURER_EXPENSE', 700), (gen_random_uuid(), '${id}', 'CLINIC_PAYABLE', -700)`,
  );
  const after = await report(lastMonth);
  expect(after.accruedCount - before.accruedCount).toBe(1);
  expect(BigInt(after.accrued.amountMinor) - BigInt(before.accrued.amountMinor)).toBe(700n);
  expect(after.openLines.find((a: any) => a.fromDays === 61)).toMatchObject({
    throughDays: 90,
    lineCount: 2,
    total: { amountMinor: "90000" },
  });
});

it("is for finance alone", async () => {
  const clinic = await t.make.clinic();
  expect((await t.asClinic(clinic)(REPORT, { month: lastMonth })).errors).toBeDefined();
  expect((await t.asHealthTeam()(ASK, { input: { idempotencyKey: randomUUID(), month: lastMonth, act: "CLOSE" } })).errors).toBeDefined();
});

describe("months", () => {
  const book = { opensOn: "2026-10-01", today: "2026-11-25", waits: false };
  const codes = (month: string, act: "CLOSE" | "REOPEN", more: object = {}) =>
    monthRefusals({ month, act, hasReason: act === "REOPEN" }, { ...book, ...more }).map((r) => r.code);
  it("close in their order and reopen from the end", () => {
    expect(codes("2026-10-01", "CLOSE")).toEqual([]);
    expect(codes("2026-09-01", "CLOSE")).toEqual(["MONTH_OUT_OF_ORDER"]);
    expect(codes("2026-11-01", "CLOSE")).toEqual(["MONTH_OUT_OF_ORDER", "MONTH_NOT_OVER"]);
    expect(codes("2026-09-01", "REOPEN")).toEqual([]);
    expect(codes("2026-08-01", "REOPEN")).toEqual(["MONTH_OUT_OF_ORDER"]);
    expect(codes("2026-06-01", "CLOSE", { opensOn: null })).toEqual([]);
    expect(codes("2026-06-01", "REOPEN", { opensOn: null })).toEqual(["MONTH_OUT_OF_ORDER"]);
  });
  it("follow each other through the years", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }), (date) => {
        const month = monthOf(date.toISOString().slice(0, 10));
        const next = nextMonth(month);
        return next > month && next.endsWith("-01") && monthOf(addDays(next, -1)) === month;
      }),
    );
  });
});

it("others are told what these acts did", () =>
  expectTold(t, "accounting.month-asked", "accounting.month-changed", "accounting.month-refused"));
