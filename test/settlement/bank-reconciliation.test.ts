/** A quarter of account statements against the book, to the øre: payments, returns, charges, interest, money of others, and what the bank does wrong. */
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { approve, close, confirmException, exportFile, importFile, resolveException } from "./acts.js";
import { attend } from "./attended.js";
import { notification, paymentsIn, statement, statusReport, type Entry } from "./bank.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(async () => t.stop());

const STATEMENTS = `{ bankStatements(first: 30) { edges { node { reference openingOn closingOn opening { amountMinor } closing { amountMinor } book { amountMinor }
  difference { amountMinor } explained { reason amount { amountMinor } } charges { amountMinor } interest { amountMinor } unexplained { amountMinor } openExceptions } } } }`;
type Row = {
  closingOn: string;
  closing: number;
  book: number;
  difference: number;
  explained: [string, number][];
  charges: number;
  interest: number;
  unexplained: number;
  openExceptions: number;
};
const minor = (money: { amountMinor: string }): number => Number(money.amountMinor);
async function statements(): Promise<Row[]> {
  const { edges } = (await t.asFinance()(STATEMENTS)).data.bankStatements;
  return edges.map(({ node }: any) => ({
    ...node,
    closing: minor(node.closing),
    book: minor(node.book),
    difference: minor(node.difference),
    explained: node.explained.map((e: any) => [e.reason, minor(e.amount)]),
    charges: minor(node.charges),
    interest: minor(node.interest),
    unexplained: minor(node.unexplained),
  }));
}
const balances = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await t.rows<{ account: string; minor: number }>("select account, sum(amount_minor)::int as minor from posting group by 1")).map(
      (r) => [r.account, r.minor],
    ),
  );
const ore = (entries: readonly Entry[]): number =>
  entries.reduce((sum, e) => sum + (e.credit ? 1 : -1) * Math.round(Number(e.kroner) * 100), 0);
const dayOf = (n: number): string => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10);

const OPENING = 812_345_67;
let balance = OPENING;
/** The statement of a day, continuing the last one. */
const stated = (day: string, entries: readonly Entry[]): string => {
  const content = statement(entries, { opening: balance, day, version: "08" });
  balance += ore(entries);
  return content;
};
const put = async (content: string) => {
  const { file, errors } = (await importFile(t.asFinance(), content)).data.importBankFile;
  expect(errors).toEqual([]);
  return file;
};
async function sent(): Promise<{ id: string; kroner: string }[]> {
  const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
  await approve(t.asFinance("b"), batch.id);
  return paymentsIn((await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile.file.content);
}
const open = async (reason: string): Promise<string[]> =>
  (await t.rows<{ id: string }>("select id from bank_exception where resolved_at is null and reason = $1 order by id", [reason])).map((r) =>
    globalId("BankException", r.id),
  );
async function settle(id: string, input: object): Promise<void> {
  expect((await resolveException(t.asFinance("a"), { id, ...input })).data.resolveBankException.errors).toEqual([]);
  expect((await confirmException(t.asFinance("b"), id)).data.confirmBankException.errors).toEqual([]);
}
const sound = async (): Promise<void> => expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);

it("a quarter reconciles to the øre, and what differs in between is explained", async () => {
  const clinics = [await t.make.clinic(), await t.make.clinic()];
  let charges = 0;
  let interest = 0;
  for (let day = 0; day < 92; day += 4) {
    const entries: Entry[] = [{ id: `PREMIUM-${day}`, kroner: "1999.95", credit: true }];
    if (day % 8 === 0) {
      for (const clinic of clinics) await attend(t, clinic, { count: 2, minor: (i) => 36_586 + day + i });
      entries.push(...(await sent()).map((p) => ({ ...p, day: dayOf(day) })));
    }
    if (day % 28 === 0) {
      entries.push({ id: "", kroner: "37.15", nature: "CHRG" }, { id: "", kroner: "0.99", credit: true, nature: "INTR" });
      charges += 3_715;
      interest += 99;
    }
    const dated = entries.map((e, i) => ({ ...e, day: dayOf(day), reference: `D${day}-${i}` }));
    // half of it is told before, by notification
    if (day % 12 === 0) await put(notification(dated.slice(0, 2)));
    await put(stated(dayOf(day), dated));
  }
  const rows = await statements();
  expect(rows).toHaveLength(23);
  expect(rows.map((r) => [r.difference, r.explained])).toEqual(rows.map(() => [0, []]));
  expect(rows[0]).toMatchObject({ closing: balance, book: balance });
  expect([rows.reduce((sum, r) => sum + r.charges, 0), rows.reduce((sum, r) => sum + r.interest, 0)]).toEqual([charges, interest]);
  expect(await balances()).toMatchObject({ BANK: balance, BANK_CHARGES: charges, BANK_INTEREST: -interest, BANK_IN_TRANSIT: 0 });
  // the premiums of others stand open until two persons say so
  expect(rows.map((r) => [r.unexplained, r.openExceptions])).toEqual(rows.map(() => [199_995, 1]));
  for (const id of await open("REFERENCE_UNKNOWN")) await settle(id, { resolution: "NOT_OURS" });
  expect(await balances()).toMatchObject({ SUSPENSE: 0, OTHER_BUSINESS: -(OPENING + 23 * 199_995) });
  await sound();
}, 120_000);

it("a missing statement, an entry only notified and one in another currency say by how much", async () => {
  await put(notification([{ id: "LATE-1", kroner: "12.00", reference: "N1", day: dayOf(100) }]));
  balance -= 5_000;
  await put(stated(dayOf(100), [{ id: "", kroner: "10.00", nature: "CHRG", reference: "N2", day: dayOf(100) }]));
  const [last] = await statements();
  expect(last).toMatchObject({ difference: -5_000 + 1_200 });
  expect(last?.explained).toEqual([
    ["STATEMENT_MISSING", -5_000],
    ["NOT_IN_STATEMENT", 1_200],
  ]);
  for (const id of await open("REFERENCE_UNKNOWN")) await settle(id, { resolution: "NOT_OURS" });
  await sound();
});

it("a payment that the bank booked twice and returned less its charge comes to zero", async () => {
  const clinic = await t.make.clinic();
  await attend(t, clinic, { minor: () => 50_000 });
  const [p] = (await sent()) as [{ id: string; kroner: string }];
  await put(
    stated(dayOf(101), [
      { ...p, reference: "A1", day: dayOf(101) },
      { ...p, reference: "A2", day: dayOf(101) },
    ]),
  );
  const [twice] = (await open("BOOKED_TWICE")) as [string];
  const cannot = await resolveException(t.asFinance("a"), { id: twice, resolution: "AS_THE_BANK_SAYS" });
  expect(cannot.data.resolveBankException.errors).toMatchObject([{ code: "RESOLUTION_MISFIT", path: ["input", "resolution"] }]);
  expect((await confirmException(t.asFinance("b"), twice)).data.confirmBankException.errors).toMatchObject([{ code: "NOTHING_PROPOSED" }]);
  await put(stated(dayOf(102), [{ id: "", kroner: "500.00", credit: true, reference: "A3", day: dayOf(102) }]));
  const [correction] = (await open("REFERENCE_UNKNOWN")) as [string];
  await settle(twice, { resolution: "SET_OFF", againstId: correction });
  expect(await open("REFERENCE_UNKNOWN")).toEqual([]);
  // it comes back less a charge that the bank does not name
  await put(stated(dayOf(103), [{ ...p, kroner: "485.00", credit: true, reason: "MS03", reference: "A4", day: dayOf(103) }]));
  const [partly] = (await open("PARTLY_RETURNED")) as [string];
  await settle(partly, { resolution: "AS_THE_BANK_SAYS" });
  expect(await t.rows("select state from settlement_payment where end_to_end_id = $1", [p.id])).toEqual([{ state: "RETURNED" }]);
  await sound();
  const [again] = (await sent()) as [{ id: string; kroner: string }];
  expect([again.kroner, again.id === p.id]).toEqual(["500.00", false]);
  const [latest] = await statements();
  expect([latest?.unexplained, latest?.openExceptions]).toEqual([0, 0]);
  await sound();
});

it("a payment booked after its rejection is not paid again before somebody has looked, and is then paid after all", async () => {
  const clinic = await t.make.clinic();
  await attend(t, clinic, { minor: () => 41_000 });
  const [p] = (await sent()) as [{ id: string; kroner: string }];
  await put(statusReport(p.id.slice(0, 15), [{ ...p, status: "RJCT", reason: "AM04" }]));
  await put(stated(dayOf(104), [{ ...p, reference: "B1", day: dayOf(104) }]));
  const [late] = (await open("BOOKED_AFTER_REJECTION")) as [string];
  expect((await close(t.asFinance("a"))).data.closeSettlementBatch.errors).toMatchObject([{ code: "NOTHING_DUE" }]);
  await settle(late, { resolution: "AS_THE_BANK_SAYS" });
  expect(await t.rows("select state from settlement_line where clinic_id = $1", [clinic.id])).toEqual([{ state: "PAID" }]);
  expect((await close(t.asFinance("a"))).data.closeSettlementBatch.errors).toMatchObject([{ code: "NOTHING_DUE" }]);
  await sound();
});

it("a double payment that a clinic keeps is owed by the clinic, and one to a member by the member, each whom there is", async () => {
  const clinic = await t.make.clinic();
  const [line] = await attend(t, clinic, { minor: () => 70_000 });
  const [p] = (await sent()) as [{ id: string; kroner: string }];
  await put(
    notification([
      { ...p, reference: "C1" },
      { ...p, reference: "C2" },
      { id: "", kroner: "33.00", reference: "C3" },
    ]),
  );
  const [twice] = (await open("BOOKED_TWICE")) as [string];
  const unknown = (await open("REFERENCE_UNKNOWN")).at(-1)!;
  const say = async (id: string, input: object) =>
    (await resolveException(t.asFinance("a"), { id, ...input })).data.resolveBankException.errors;
  expect(await say(twice, { resolution: "OF_A_CLINIC" })).toMatchObject([{ code: "RESOLUTION_MISFIT", path: ["input", "organisationId"] }]);
  expect(await say(twice, { resolution: "OF_A_CLINIC", organisationId: globalId("Organisation", line!.bookingId) })).toMatchObject([
    { code: "NOT_FOUND" },
  ]);
  expect(await say(twice, { resolution: "HANDLED_WITH_BANK" })).toMatchObject([{ code: "RESOLUTION_MISFIT" }]);
  await settle(twice, { resolution: "OF_A_CLINIC", organisationId: globalId("Organisation", clinic.providerId) });
  await settle(unknown, { resolution: "OF_A_MEMBER", memberId: globalId("Member", line!.member.id) });
  expect(await balances()).toMatchObject({ CLINIC_RECEIVABLE: 70_000, MEMBER_RECEIVABLE: 3_300 });
  await sound();
});
