import { checkLedger, LEDGER_INVARIANTS } from "../../src/features/ledger/check-ledger.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { WORKER } from "../../src/platform/viewer.js";
import { approve, close, correct, exportFile, importFile } from "../settlement/acts.js";
import { attend } from "../settlement/attended.js";
import { notification, paymentsIn, statusReport } from "../settlement/bank.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { asserted } from "../support/asserted.js";

let t: TestApp;

beforeAll(async () => {
  t = await startApp();
  const [clinic, other] = [await t.make.clinic(), await t.make.clinic()];
  const [line] = await attend(t, clinic, { count: 2, danmark: 1_000 });
  await attend(t, other, { count: 2 });
  await correct(t.asFinance(), globalId("SettlementLine", line!.lineId), -1_000n, "PARTLY_ATTENDED");
  const { batch } = (await close(t.asFinance("a"))).data.closeSettlementBatch;
  await approve(t.asFinance("b"), batch.id);
  const payments = paymentsIn((await exportFile(t.asFinance("a"), batch.id)).data.exportPaymentFile.file.content);
  await importFile(t.asFinance(), statusReport(batch.reference, [{ ...payments[0]!, status: "RJCT", reason: "MS03" }]));
  const charge = { id: "", kroner: "25.00", nature: "CHRG", reference: "FEE-1" };
  await importFile(t.asFinance(), notification([payments[1]!, charge, { id: "SOMEBODY-ELSES", kroner: "10.00", credit: true }]));
  await attend(t, other);
});
afterAll(async () => t.stop());

/** Breaks the book as somebody with the owner's rights could, looks, and leaves it as it was. */
async function brokenBy(sql: string): Promise<string[]> {
  const stop = new Error("stop");
  let found: string[] = [];
  await transaction(
    t.fresh.database,
    WORKER,
    async (tx) => {
      await tx.query(asserted("set local session_replication_role = replica"));
      await tx.query(asserted(sql));
      found = (await checkLedger(tx)).map((fault) => fault.says);
      throw stop;
    },
    { role: null },
  ).catch((error: unknown) => {
    if (error !== stop) throw error;
  });
  return found;
}

it("a sound book answers with nothing", async () => {
  expect(await transaction(t.fresh.database, WORKER, checkLedger)).toEqual([]);
});

it.each<[string, string]>([
  [
    "what has left stands in a document, and a document is the sum of its lines",
    "delete from self_bill_line where line_id = (select line_id from self_bill_line limit 1)",
  ],
  [
    "what has left stands in a document, and a document is the sum of its lines",
    "update self_bill_line set amount_minor = amount_minor + 1",
  ],
  [
    "an account that is paid to is the last one that a second person confirmed",
    "insert into account_change (id, provider_id, registration_number, account_number, state, stated_by, applies_at, decided_by, decided_at, in_force_at) select gen_random_uuid(), provider_id, '0040', '1111111111', 'IN_FORCE', 'a', clock_now(), 'b', clock_now(), clock_now() from provider_account limit 1",
  ],
  [
    "nothing is accounted in a month that was closed when it was recorded",
    "insert into accounting_act (id, month, act, state, asked_by, decided_by, decided_at) select gen_random_uuid(), date_trunc('month', min(accounted_on)), 'CLOSE', 'DONE', 'a', 'b', '2000-01-01' from ledger_entry",
  ],
  [
    "what clinics owe in the book is what was demanded of them, or paid too often, and not paid back",
    "update settlement_payment set claimed_minor = 5, amount_minor = 0, state = 'NETTED' where id = (select id from settlement_payment limit 1)",
  ],
  [
    "what clinics owe in the book is what was demanded of them, or paid too often, and not paid back",
    "update posting set account = 'CLINIC_RECEIVABLE' where account = 'CLINIC_PAYABLE'",
  ],
  ["every entry sums to zero", "update posting set amount_minor = amount_minor + 1 where id = (select id from posting limit 1)"],
  ["the book sums to zero", "update posting set amount_minor = amount_minor + 1 where id = (select id from posting limit 1)"],
  ["what resolves names a pending entry, and a void moves no money", "update ledger_entry set status = 'VOIDED' where kind = 'ATTENDANCE'"],
  [
    "what resolves names a pending entry, and a void moves no money",
    "update ledger_entry set resolves_id = gen_random_uuid() where id = (select id from ledger_entry where kind = 'ATTENDANCE' limit 1)",
  ],
  ["a correction names the entry it corrects and a coded reason", "update ledger_entry set reason = null where kind = 'CORRECTION'"],
  [
    "what the book owes a provider is the sum of its unpaid lines",
    "delete from settlement_line where state = 'READY' and kind = 'TREATMENT'",
  ],
  [
    "what the book owes a member is the sum of the reimbursements to be paid",
    "insert into payout (id, reimbursement_id, member_id, amount_minor, decided_on) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 5, clock_today())",
  ],
  [
    "what the book owes a member is the sum of the reimbursements to be paid",
    "update posting set account = 'MEMBER_PAYABLE' where account = 'CLINIC_PAYABLE'",
  ],
  [
    "what members owe in the book is what they were paid too often and have not paid back",
    "update posting set account = 'MEMBER_RECEIVABLE' where account = 'CLINIC_PAYABLE'",
  ],
  ["money in transit is what was sent and not yet answered", "update settlement_payment set state = 'SENT' where state = 'PAID'"],
  ["the book's bank account is what the bank has moved", "update bank_movement set amount_minor = amount_minor + 1"],
  ["the book's bank account is what the bank has moved", "delete from bank_movement where meaning = 'CHARGES'"],
  ["unexplained money is what stands in the exceptions queue", "update bank_exception set amount_minor = amount_minor + 1"],
  [
    "unexplained money is what stands in the exceptions queue",
    "update bank_exception set resolution = 'NOT_OURS', proposed_by = 'a', resolved_by = 'b', resolved_at = clock_now()",
  ],
  ["a payment is paid when the bank has booked it, by a movement on the account", "delete from bank_event where kind = 'BOOKED'"],
  ["a payment is paid when the bank has booked it, by a movement on the account", "update bank_event set movement_id = null"],
  [
    "every attended treatment that costs the insurer something has exactly one line of the quoted amount, and nothing else has one",
    "update settlement_line set amount_minor = amount_minor + 1 where kind = 'TREATMENT'",
  ],
  [
    "every attended treatment that costs the insurer something has exactly one line of the quoted amount, and nothing else has one",
    "update booking set state = 'NO_SHOW'",
  ],
  [
    "a payment is the sum of its lines, a batch the sum of its payments",
    "update settlement_payment set line_count = line_count + 1 where state = 'PAID'",
  ],
  ["a payment is the sum of its lines, a batch the sum of its payments", "delete from settlement_attempt"],
  ["a payment is the sum of its lines, a batch the sum of its payments", "update settlement_batch set total_minor = total_minor - 1"],
  [
    "what left stands in one file of its batch, and a file is the sum of its payments",
    "update payment_file set total_minor = total_minor + 1",
  ],
  [
    "what left stands in one file of its batch, and a file is the sum of its payments",
    "update settlement_payment set file = 2 where state = 'PAID'",
  ],
  ["what left stands in one file of its batch, and a file is the sum of its payments", "delete from payment_file"],
  ["a line, or what a member is owed, stands where its payment stands", "update settlement_line set state = 'SENT' where state = 'PAID'"],
  ["corrections of a line never exceed it", "update settlement_line set amount_minor = -900000 where kind = 'CORRECTION'"],
])("finds that it is broken that %s (%#)", async (says, sql) => expect(await brokenBy(sql)).toContain(says));

it("every promise of the book has been broken by a test above", () => {
  expect(new Set(LEDGER_INVARIANTS.map((i) => i.says)).size).toBe(LEDGER_INVARIANTS.length);
  expect(LEDGER_INVARIANTS).toHaveLength(20);
});
