/** A member's own-choice bill is paid to the NemKonto of the civil registration number, which nobody sees but the bank. */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { localDateOf, weekday } from "../../src/kernel/calendar.js";
import { checkLedger } from "../../src/features/ledger/check-ledger.js";
import { obstaclesToErasure } from "../../src/features/members/erasure/erasure.store.js";
import { closeByCalendar } from "../../src/features/settlement/batches/closing/close-by-calendar.js";
import { lastClosing } from "../../src/features/settlement/batches/closing/closing-calendar.js";
import { sendPaymentFiles } from "../../src/features/settlement/exchange/send-payment-files.js";
import type { FileExchange } from "../../src/platform/outside/file-exchange.js";
import type { JobContext } from "../../src/platform/job.js";
import { personalData, type PersonalData } from "../../src/platform/people/personal-data.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { globalId, startApp, type Answer, type Asker, type TestApp } from "../support/app.js";
import { dayIn, type MadeClaim, type MadeMember } from "../support/make.js";
import { expectOnRecord, expectTold, toldBy } from "../support/told.js";
import { approve, exportFile, importFile } from "./acts.js";
import { notification, paymentsIn, statusReport, type Entry } from "./bank.js";

const DECIDE = `mutation ($input: DecideReimbursementInput!) { decideReimbursement(input: $input) {
  reimbursement { id reimbursed { amountMinor } payout { state endToEndId expectedOn paidOn } } errors { code } } }`;
const CLOSE = `mutation ($input: CloseReimbursementBatchInput!) { closeReimbursementBatch(input: $input) {
  batch { id reference pays state through paymentCount lineCount total { amountMinor } } withoutCivilNumber errors { code remedy } replayed } }`;
const PAYOUTS = `{ viewer { members { reimbursements(first: 10) { edges { node { id payout { state endToEndId expectedOn paidOn } } } } } } }`;
const RESOLVE = `mutation ($input: ResolvePayoutInput!) { resolvePayout(input: $input) { reimbursement { id payout { state } } errors { code } } }`;
const STOPPED = `{ stoppedReimbursements(first: 10) { edges { node { id } } } }`;
const BATCH = `query ($id: ID!) { settlementBatch(id: $id) {
  files { content sha256 url civilNumbers fileName deliveredAt paymentCount total { amountMinor } }
  payments(first: 10) { edges { node { endToEndId pays byNemKonto accountEndsWith organisation { id } amount { amountMinor } state } } } } }`;
const [ANNA, BENT] = ["0101901234", "0202851235"];

let t: TestApp;
let outbox: string;
let personal: PersonalData;
let exchange: FileExchange;
const key = (): string => `k1:${randomBytes(32).toString("base64")}`;
let bills = 0;
beforeAll(async () => {
  outbox = await mkdtemp(path.join(tmpdir(), "payouts-"));
  const [sealing, indexing, receiptKey] = [key(), key(), randomBytes(32)];
  t = await startApp({
    CPR_KEY: sealing,
    CPR_INDEX_KEY: indexing,
    PAYMENT_NEMKONTO: "NKS",
    PAYMENT_NEMKONTO_MEMBERS: "true",
    PAYMENT_OUTBOX_DIR: outbox,
    PAYMENT_RECEIPT_KEY: receiptKey.toString("base64"),
    PAYMENT_STRUCTURED_REMITTANCE: "true",
    PAYMENT_TREATMENT_LINES: "5",
  });
  personal = personalData(sealing, indexing);
  exchange = { outbox, inbox: null, receiptKey, account: { iban: "DK5799900000012345", bban: null } };
});
afterAll(async () => {
  await t.stop();
  await rm(outbox, { recursive: true });
});
beforeEach(async () => {
  await t.rows(
    "truncate payout, reimbursement, settlement_payment, settlement_batch, payment_file, bank_file, bank_event, bank_movement, bank_exception, ledger_entry, posting cascade",
  );
});

/** What was answered, where nothing went wrong. */
function told({ data, errors }: Answer): any {
  expect(errors).toBeUndefined();
  return data;
}

type Owed = { readonly member: MadeMember; readonly claim: MadeClaim };
async function insured(cpr: string | null, names: Readonly<Record<string, string>> = {}): Promise<Owed> {
  const member = await t.make.member({ row: names });
  if (cpr !== null) {
    const sealed = personal.encrypt(cpr, { table: "member", column: "cpr_encrypted", rowId: member.id });
    await t.rows("update member set cpr_encrypted = $2 where id = $1", [member.id, sealed]);
  }
  const row = { mode: "OWN_CHOICE", guarantee_outcome: "NONE", guarantee_class: "NONE" };
  return { member, claim: await t.make.claim(member, { service: "PHYSIOTHERAPY", row }) };
}
async function bill({ claim }: Owed, more: object = {}): Promise<any> {
  const given = { treatedOn: dayIn(0), lastTreatmentOn: dayIn(0), receivedOn: dayIn(0), feeMinor: "60000", ...more };
  const input = { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), reference: `B-${(bills += 1)}`, ...given };
  const { errors, reimbursement } = (await t.asHealthTeam()(DECIDE, { input })).data.decideReimbursement;
  expect(errors).toEqual([]);
  return reimbursement;
}
const close = (as: Asker, through = dayIn(0), idempotencyKey = randomUUID()): Promise<Answer> =>
  as(CLOSE, { input: { idempotencyKey, through } });
const sound = async (): Promise<void> => expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);
const jobs = (): JobContext => ({ database: t.fresh.database, exchange, personalData: personal, now: null }) as unknown as JobContext;
const payoutsOf = async ({ member }: Owed): Promise<any[]> =>
  (await t.asMember(member)(PAYOUTS)).data.viewer.members[0].reimbursements.edges.map((e: any) => e.node.payout);
const fileOf = async ({ reference }: { reference: string }): Promise<string> => {
  const [row] = await t.rows<{ name: string }>("select file_name as name from payment_file where message_id = $1", [reference]);
  return readFile(path.join(outbox, row!.name), "utf8");
};
/** Closed, approved and exported; what the bank's transport finds. */
async function send(): Promise<{ batch: any; content: string; entries: Entry[] }> {
  const { batch, errors } = (await close(t.asFinance("a"))).data.closeReimbursementBatch;
  expect(errors).toEqual([]);
  expect((await approve(t.asFinance("b"), batch.id)).data.approveSettlementBatch.errors).toEqual([]);
  expect((await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile.errors).toEqual([]);
  await sound();
  expect(await sendPaymentFiles(jobs())).toEqual({ sent: 1 });
  const content = await fileOf(batch);
  return { batch, content, entries: paymentsIn(content) };
}

describe("a member's bill of own choice", () => {
  it("is paid to the NemKonto of the civil registration number, one payment for each member, and followed to the day it is booked", async () => {
    const [anna, bent] = [await insured(ANNA, { given_names: "Anna Åse", family_name: "Ærø" }), await insured(BENT)];
    const owed = [await bill(anna), await bill(bent)].map((r) => Number(r.reimbursed.amountMinor));
    await t.rows("update claim set portion_used = 0 where id = $1", [anna.claim.id]);
    expect((await payoutsOf(anna))[0]).toEqual({ state: "READY", endToEndId: null, expectedOn: null, paidOn: null });
    const month =
      "query ($month: LocalDate!) { accountingMonth(month: $month) { openLines { fromDays lineCount total { amountMinor } } } }";
    expect((await t.asFinance()(month, { month: `${dayIn(0).slice(0, 7)}-01` })).data.accountingMonth.openLines).toEqual([
      { fromDays: 0, lineCount: 2, total: { amountMinor: String(owed[0]! + owed[1]!) } },
    ]);
    await sound();
    const obstacles = () => transaction(t.fresh.database, WORKER, (tx) => obstaclesToErasure(tx, anna.member.id));
    expect(await obstacles()).toEqual(["OPEN_SETTLEMENT"]);
    const { batch, content, entries } = await send();
    expect(batch).toMatchObject({ pays: "MEMBERS", state: "CLOSED", through: dayIn(0), paymentCount: 2, lineCount: 2 });
    expect(Number(batch.total.amountMinor)).toBe(owed[0]! + owed[1]!);
    for (const cpr of [ANNA, BENT]) {
      expect(content).toContain(`<PrvtId>\n       <Othr>\n        <Id>${cpr}</Id>`);
      expect(content).toMatch(new RegExp(`<CdtrAcct>\\s*<Id>\\s*<Othr>\\s*<Id>${cpr}</Id>\\s*<SchmeNm>\\s*<Prtry>NKS</Prtry>`));
    }
    expect(content).toContain("<Nm>Anna Åse Ærø</Nm>");
    // in the receiver's text: that it is a payout, and its number
    expect([...content.matchAll(/<Ustrd>([^<]*)</g)].map(([, text]) => text)).toEqual(entries.map(({ id }) => `Udbetaling ${id}`));
    expect(content).not.toContain("Strd>\n");
    expect((await payoutsOf(anna))[0]).toMatchObject({ state: "SENT", endToEndId: expect.stringContaining(batch.reference), paidOn: null });
    const accepted = entries.map((e) => ({ ...e, status: "ACCP" }));
    expect((await importFile(t.asFinance(), statusReport(batch.reference, accepted))).data.importBankFile.file).toMatchObject({
      accepted: 2,
    });
    expect((await payoutsOf(anna))[0]).toMatchObject({ state: "ACCEPTED" });
    expect((await importFile(t.asFinance(), notification(entries))).data.importBankFile.file).toMatchObject({ booked: 2, exceptions: [] });
    expect((await payoutsOf(anna))[0]).toMatchObject({ state: "PAID", paidOn: "2026-11-25" });
    expect(await obstacles()).toEqual([]);
    await sound();
    const accounts = await t.rows(
      "select account, sum(amount_minor)::int as minor from posting group by 1 having sum(amount_minor) <> 0 order by 1",
    );
    expect(accounts).toEqual([
      { account: "BANK", minor: -(owed[0]! + owed[1]!) },
      { account: "INSURER_EXPENSE", minor: owed[0]! + owed[1]! },
    ]);
  });

  it("leaves its civil registration number in the bank's file alone, and a line in the trail for each who was read", async () => {
    const anna = await insured(ANNA);
    await bill(anna);
    const { batch, content } = await send();
    expect(content).toContain(ANNA);
    const seen = (await t.asFinance("a")(BATCH, { id: batch.id })).data.settlementBatch;
    expect(seen.files).toEqual([
      expect.objectContaining({
        content: null,
        sha256: null,
        url: null,
        civilNumbers: true,
        paymentCount: 1,
        deliveredAt: expect.any(String),
      }),
    ]);
    expect(seen.payments.edges[0].node).toMatchObject({ pays: "MEMBERS", byNemKonto: true, accountEndsWith: null, organisation: null });
    // every row of every table
    const tables = await t.rows<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    );
    for (const { name } of tables) expect(await t.rows(`select 1 from "${name}" x where x::text like '%${ANNA}%'`)).toEqual([]);
    const names = await readdir(outbox);
    const receipt = await readFile(
      path.join(
        outbox,
        names.find((n) => n.startsWith(batch.reference) && n.endsWith(".receipt.json"))!,
      ),
      "utf8",
    );
    expect(receipt).not.toContain(ANNA);
    const trail = await t.rows(
      "select actor, operation, fields, outcome from audit_event where member_id = $1 and 'civilNumber' = any (fields)",
      [anna.member.id],
    );
    expect(trail).toEqual([{ actor: "payment-outbox", operation: "sendPaymentFile", fields: ["name", "civilNumber"], outcome: "ALLOWED" }]);
  });

  it("is written as the same bytes again where a gateway died before it said that it had", async () => {
    await bill(await insured(ANNA));
    const { batch, content } = await send();
    await t.rows("delete from payment_delivery");
    expect(await sendPaymentFiles(jobs())).toEqual({ sent: 1 });
    expect(await fileOf(batch)).toBe(content);
  });

  it("goes under a plain name where banks cannot carry the member's: the number finds the account", async () => {
    await bill(await insured(ANNA, { given_names: "山田", family_name: "太郎" }));
    expect((await send()).content).toContain("<Nm>Medlem</Nm>");
  });

  it("is stopped where the bank finds no account, and goes on as the health team says", async () => {
    const anna = await insured(ANNA);
    const { id } = await bill(anna);
    const { batch, entries } = await send();
    const refused = statusReport(batch.reference, [{ ...entries[0]!, status: "RJCT", reason: "AC01" }]);
    expect((await importFile(t.asFinance(), refused)).data.importBankFile.file).toMatchObject({ rejected: 1, exceptions: [] });
    await sound();
    expect((await payoutsOf(anna))[0]).toMatchObject({ state: "STOPPED" });
    expect((await close(t.asFinance("a"))).data.closeReimbursementBatch.errors).toMatchObject([{ code: "NOTHING_DUE" }]);
    expect((await t.asHealthTeam()(STOPPED)).data.stoppedReimbursements.edges).toEqual([{ node: { id } }]);
    await expectOnRecord(t, "stoppedReimbursements");
    const resolve = async (ending: string): Promise<any> =>
      told(await t.asHealthTeam()(RESOLVE, { input: { idempotencyKey: randomUUID(), reimbursementId: id, ending } })).resolvePayout;
    expect(await resolve("PAY_AGAIN")).toEqual({ reimbursement: { id, payout: { state: "READY" } }, errors: [] });
    expect((await resolve("PAY_AGAIN")).errors).toEqual([{ code: "PAYOUT_NOT_STOPPED" }]);
    const second = await send();
    expect(second.entries[0]!.id).not.toBe(entries[0]!.id);
    await importFile(t.asFinance(), statusReport(second.batch.reference, [{ ...second.entries[0]!, status: "RJCT", reason: "AC04" }]));
    expect(await resolve("PAID_ELSEWHERE")).toEqual({ reimbursement: { id, payout: { state: "PAID_ELSEWHERE" } }, errors: [] });
    expect(await t.rows("select sum(amount_minor)::int as minor from posting where account = 'MEMBER_PAYABLE'")).toEqual([{ minor: 0 }]);
    await sound();
  });

  it("is paid again by itself after a return that is not about the account, and never while the bank contradicts itself", async () => {
    const anna = await insured(ANNA);
    await bill(anna);
    const { entries } = await send();
    await importFile(t.asFinance(), notification(entries));
    await importFile(t.asFinance(), notification([{ ...entries[0]!, credit: true, reason: "MS03" }]));
    expect((await payoutsOf(anna))[0]).toMatchObject({ state: "READY" });
    await sound();
    const second = await send();
    // rejected, and booked all the same: held until two persons have said what it was
    await importFile(t.asFinance(), statusReport(second.batch.reference, [{ ...second.entries[0]!, status: "RJCT", reason: "MS03" }]));
    await importFile(t.asFinance(), notification(second.entries));
    expect((await close(t.asFinance("a"))).data.closeReimbursementBatch.errors).toMatchObject([{ code: "NOTHING_DUE" }]);
    const [exception] = await t.rows<{ id: string }>("select id from bank_exception where reason = 'BOOKED_AFTER_REJECTION'");
    const input = { idempotencyKey: randomUUID(), id: globalId("BankException", exception!.id) };
    const say = `mutation ($input: ResolveBankExceptionInput!) { resolveBankException(input: $input) { errors { code } } }`;
    const confirm = `mutation ($input: ConfirmBankExceptionInput!) { confirmBankException(input: $input) { errors { code } } }`;
    expect((await t.asFinance("a")(say, { input: { ...input, resolution: "AS_THE_BANK_SAYS" } })).data.resolveBankException.errors).toEqual(
      [],
    );
    expect(
      (await t.asFinance("b")(confirm, { input: { ...input, idempotencyKey: randomUUID() } })).data.confirmBankException.errors,
    ).toEqual([]);
    expect((await payoutsOf(anna))[0]).toMatchObject({ state: "PAID", endToEndId: second.entries[0]!.id });
    expect(await toldBy(t, "confirmBankException")).toEqual(["payout.paid"]);
    await sound();
  });

  it("is gathered once by two who close at once, and stays out without a number, of which the closing tells", async () => {
    const [anna, nobody] = [await insured(ANNA), await insured(null)];
    await bill(anna);
    await bill(nobody);
    const both = await Promise.all([close(t.asFinance("a")), close(t.asFinance("b"))]);
    const batches = both.flatMap(({ data }) => data.closeReimbursementBatch.batch ?? []);
    expect(batches).toHaveLength(1);
    expect(both.map(({ data }) => data.closeReimbursementBatch.withoutCivilNumber)).toEqual([1, 1]);
    expect((await payoutsOf(nobody))[0]).toMatchObject({ state: "READY" });
    // a number that is gone when the file is made keeps its payment from leaving, by name of the payment
    await approve(t.asFinance("c"), batches[0].id);
    await t.rows("update member set cpr_encrypted = null where id = $1", [anna.member.id]);
    expect((await exportFile(t.asFinance("a"), batches[0].id)).data.exportPaymentFile.errors).toMatchObject([
      { code: "CIVIL_NUMBER_MISSING", message: expect.stringContaining("-0001") },
    ]);
    await sound();
  });

  it("is approved as whom and how much: another member in its place keeps the file from leaving", async () => {
    await bill(await insured(ANNA));
    const other = await insured(BENT);
    const { batch } = (await close(t.asFinance("a"))).data.closeReimbursementBatch;
    await approve(t.asFinance("b"), batch.id);
    await expect(t.rows("update settlement_payment set member_id = $1", [other.member.id])).rejects.toThrow("a payment keeps its payee");
    await expect(t.rows("update payout set amount_minor = amount_minor + 1")).rejects.toThrow("is never changed");
    await t.rows(
      `begin; set local session_replication_role = replica; update settlement_payment set member_id = '${other.member.id}'; commit`,
    );
    expect((await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile.errors).toMatchObject([{ code: "PAYMENTS_CHANGED" }]);
  });

  it("is gathered by the calendar too, in a batch of its own, once", async () => {
    await bill(await insured(ANNA));
    const [clock] = await t.rows<{ now: Date }>("select clock_now() as now");
    const at = lastClosing(clock!.now, { weekdays: [1, 2, 3, 4, 5], at: "00:00" })!;
    await t.rows(`begin; set local session_replication_role = replica; update payout set decided_on = '${localDateOf(at)}'; commit`);
    const closings = { weekdays: [weekday(localDateOf(at))], at: "00:00", nemKonto: true, members: true };
    const run = () => closeByCalendar({ ...jobs(), closings, now: new Date(at.getTime() + 3_600_000) });
    expect([await run(), await run()]).toMatchObject([{ members: 1 }, { members: 0 }]);
    expect(await t.rows("select pays, closed_by from settlement_batch")).toEqual([{ pays: "MEMBERS", closed_by: "closing-calendar" }]);
  });

  it("is closed in as many statements for one member as for ten", async () => {
    const cost = async (members: number): Promise<number> => {
      for (let i = 0; i < members; i += 1) await bill(await insured(ANNA));
      const answer = await close(t.asFinance("a"));
      expect(answer.data.closeReimbursementBatch.batch.paymentCount).toBe(members);
      return answer.statements;
    };
    const [one, ten] = [await cost(1), await cost(10)];
    expect([ten, one <= 9]).toEqual([one, true]);
  });

  it("is nobody's but finance's to pay, and the health team's to let go on", async () => {
    const anna = await insured(ANNA);
    const { id } = await bill(anna);
    for (const as of [t.asHealthTeam(), t.asMember(anna.member), t.as({ sub: "m", role: "NETWORK_MANAGER" })])
      expect((await close(as)).errors?.[0].extensions.code).toMatch(/^(GRAPHQL_VALIDATION_FAILED|FORBIDDEN)$/);
    const input = { idempotencyKey: randomUUID(), reimbursementId: id, ending: "PAY_AGAIN" };
    for (const as of [t.asFinance(), t.asMember(anna.member)])
      expect((await as(RESOLVE, { input })).errors?.[0].extensions.code).toMatch(/^(GRAPHQL_VALIDATION_FAILED|FORBIDDEN)$/);
    const other = await insured(BENT);
    expect(await payoutsOf(other)).toEqual([]);
  });
});

it("without the setting the claims system pays: no payout, nothing in the book, and no batch", async () => {
  const plain = await startApp();
  try {
    const member = await plain.make.member();
    const claim = await plain.make.claim(member, { row: { mode: "OWN_CHOICE", guarantee_outcome: "NONE", guarantee_class: "NONE" } });
    const day = { treatedOn: dayIn(0), lastTreatmentOn: dayIn(0), receivedOn: dayIn(0) };
    const input = { idempotencyKey: randomUUID(), claimId: globalId("Claim", claim.id), reference: "1", feeMinor: "60000", ...day };
    expect((await plain.asHealthTeam()(DECIDE, { input })).data.decideReimbursement.reimbursement.payout).toBeNull();
    expect(await plain.rows("select 1 from ledger_entry")).toEqual([]);
    expect((await close(plain.asFinance())).data.closeReimbursementBatch.errors).toMatchObject([{ code: "MEMBERS_NOT_PAID" }]);
  } finally {
    await plain.stop();
  }
});

it("others are told what became of payouts, by ids alone", async () => {
  await expectTold(t, "payout.accepted", "payout.paid", "payout.rejected", "payout.returned");
  const [odd] = await t.rows(
    "select payload from outbox where topic like 'payout.%' and payload <> jsonb_build_object('paymentId', aggregate_id)",
  );
  expect(odd).toBeUndefined();
});
