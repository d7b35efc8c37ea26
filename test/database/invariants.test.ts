/**
 * Every invariant turns red when what it says is broken, and no other does: a check that cannot fail vouches for nothing.
 * Walls that would refuse the break are taken away first, inside a transaction that is never committed.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { INVARIANTS } from "../../src/assembly/features.js";
import { connectDatabase, VERIFY_ROLE } from "../../src/platform/postgres/database.js";
import { asStatement } from "../../src/platform/postgres/exchange.js";
import { transaction, type Tx } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS } from "../../src/platform/viewer.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { asAdmin } from "../support/prepared.js";

const id = (last: string): string => `'00000000-0000-7000-8000-0000000000${last}'`;
/** Of the small network: an attended booking, a confirmed one, its claim. */
const [ATTENDED, CONFIRMED] = [id("40"), id("41")];

/** One øre from an account that nobody asks about. */
const moved = (account: string): string => `insert into posting (id, entry_id, account, owner_id, amount_minor)
  select gen_random_uuid(), ${id("61")}, a, null, m from (values ('${account}', 1), ('BANK_CHARGES', -1)) as p (a, m)`;

/** By what it says: how it is broken, in the small network of test/fixtures. */
const BROKEN: Readonly<Record<string, string>> = {
  "a slot has at most as many live bookings as units, and counts them right": "update slot set booked = 1 where external_id = 'free'",
  "a practitioner has no two open or booked slots at once unless the clinic allows it": `alter table slot drop constraint practitioner_slots_never_overlap;
    update slot set starts_at = n.starts_at, ends_at = n.ends_at from slot n where slot.external_id = 'free' and n.external_id = 'next'`,
  "no free opening to come lies in closed time":
    "update closure set starts_at = clock_now() + interval '3 days 12 hours', ends_at = clock_now() + interval '5 days'",
  "every booking that was acknowledged under a key exists": `update idempotency set outcome = jsonb_build_object('bookingId', gen_random_uuid())`,
  "two keys of one operation never name the same booking": `insert into idempotency (principal, operation, key, fingerprint, outcome, expires_at, written_in)
    select principal, operation, gen_random_uuid(), fingerprint, outcome, expires_at, written_in from idempotency`,
  "every key has the outcome of its act": "update idempotency set outcome = null",
  "a booking reserves or counts exactly one treatment while it lives, and none when it did not take place": `update treatment_usage set state = 'COUNTED' where booking_id = ${CONFIRMED}`,
  "the pending entry of a booking is open while it is confirmed, posted when attended, voided otherwise": `update ledger_entry set resolves_id = ${CONFIRMED} where resolves_id = ${ATTENDED}`,
  "a booking, its slot, its clinic and its line belong to one tenant, and claim and booking to one member": `update claim set member_id = ${id("31")}`,
  "every booking has its line in the audit trail": `update audit_event set object_id = null where object_id = ${CONFIRMED}`,
  "every act under a key has its line in the audit trail": "update idempotency set written_in = '1'",
  "every step of a case has its line in the audit trail": "update claim_event set written_in = '1'",
  "every change of a case that others are told of stands in its history":
    "update outbox set topic = 'claim.changed'; delete from claim_event",
  "every act that others are told of has its event": `update audit_event set written_in = '1' where object_id = ${CONFIRMED}`,
  "no event has been given up without being delivered": `update outbox set dead_at = now() where aggregate_id = ${CONFIRMED}`,
  "every running guarantee past its deadline was met, or carries a breach stamped within 15 minutes":
    "update claim set deadline_at = clock_now() - interval '1 hour', first_booking_id = null",
  "every entry sums to zero": `update posting set amount_minor = amount_minor + case entry_id when ${ATTENDED} then 1 else -1 end
    where entry_id in (${ATTENDED}, ${CONFIRMED}) and account = 'INSURER_EXPENSE'`,
  "the book sums to zero": `update posting set amount_minor = amount_minor + 1 where entry_id = ${CONFIRMED} and account = 'INSURER_EXPENSE'`,
  "what resolves names a pending entry, and a void moves no money":
    "update ledger_entry set resolves_id = gen_random_uuid() where kind = 'PAYMENT_SENT'",
  "a correction names the entry it corrects and a coded reason": "update ledger_entry set kind = 'CORRECTION' where kind = 'PAYMENT_SENT'",
  "what the book owes a provider is the sum of its unpaid lines": `update posting set owner_id = ${id("99")}
    where entry_id = ${id("60")} and account = 'CLINIC_PAYABLE'`,
  "what the book owes a member is the sum of the reimbursements to be paid": "update payout set state = 'READY'",
  "what members owe in the book is what they were paid too often and have not paid back": moved("MEMBER_RECEIVABLE"),
  "money in transit is what was sent and not yet answered": "update posting set account = 'BANK_CHARGES' where account = 'BANK_IN_TRANSIT'",
  "the book's bank account is what the bank has moved": moved("BANK"),
  "unexplained money is what stands in the exceptions queue": moved("SUSPENSE"),
  "a payment is paid when the bank has booked it, by a movement on the account": "update bank_event set kind = 'BOOKED'",
  "every attended treatment that costs the insurer something has exactly one line of the quoted amount, and nothing else has one": `update booking set insurer_pays_minor = 1 where id = ${ATTENDED}`,
  "a payment is the sum of its lines, a batch the sum of its payments": "update settlement_batch set total_minor = 1",
  "a line, or what a member is owed, stands where its payment stands": "update settlement_line set state = 'ACCEPTED'",
  "corrections of a line never exceed it": `alter table settlement_line drop constraint line_is_paid_through_a_payment; insert into settlement_line
      (id, booking_id, provider_id, clinic_id, kind, corrects_id, amount_minor, treated_on, state, ready_at)
    select gen_random_uuid(), booking_id, provider_id, clinic_id, 'CORRECTION', id, -65001, treated_on, state, ready_at from settlement_line`,
  "what has left stands in a document, and a document is the sum of its lines":
    "update self_bill set total_minor = total_minor + 1 where kind = 'INVOICE'",
  "an account that is paid to is the last one that a second person confirmed": "update provider_account set account_number = '0000000009'",
  "nothing is accounted in a month that was closed when it was recorded": `update accounting_act set state = 'DONE', decided_by = 'two',
    decided_at = clock_now() - interval '1 year', month = date_trunc('month', clock_today())::date`,
  "what left stands in one file of its batch, and a file is the sum of its payments":
    "update payment_file set total_minor = total_minor + 1",
  "what clinics owe in the book is what was demanded of them, or paid too often, and not paid back":
    "update provider_receivable set repaid_minor = 0",
};
/** What cannot be broken without breaking another as well. */
const WITH: Readonly<Record<string, readonly string[]>> = {
  "the book sums to zero": ["every entry sums to zero"],
  "corrections of a line never exceed it": ["what has left stands in a document, and a document is the sum of its lines"],
};

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await asAdmin(fresh.url, readFileSync("test/fixtures/small-network.sql", "utf8"));
});
afterAll(() => fresh.drop());

async function broken(tx: Tx): Promise<string[]> {
  const answers = await tx.all(INVARIANTS.map(({ broken }) => broken));
  return INVARIANTS.filter((_, i) => (answers[i] ?? []).length > 0).map(({ says }) => says);
}

it("all hold in a network in use, also for the login that only asks", async () => {
  const verifier = connectDatabase(fresh.url, { role: VERIFY_ROLE, max: 1, connectMs: 10_000 });
  try {
    expect(await transaction(verifier, ANONYMOUS, broken, { readOnly: true })).toEqual([]);
  } finally {
    await verifier.close();
  }
});

it("each has a way to be broken", () => {
  expect(Object.keys(BROKEN).sort()).toEqual(INVARIANTS.map(({ says }) => says).sort());
});

it.each(Object.entries(BROKEN))("%s: red when it is not so", async (says, act) => {
  class Undone extends Error {}
  let found: string[] = [];
  const seen = transaction(
    fresh.database,
    ANONYMOUS,
    async (tx) => {
      for (const text of ["set local session_replication_role = replica", ...act.split(";")]) await tx.query(asStatement({ text }));
      // as verify asks
      await tx.query(asStatement({ text: `set local role ${VERIFY_ROLE}` }));
      found = await broken(tx);
      throw new Undone();
    },
    { role: null },
  );
  await expect(seen).rejects.toThrow(Undone);
  expect(found.sort()).toEqual([...(WITH[says] ?? []), says].sort());
});
