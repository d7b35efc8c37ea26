/** What finance looks at of a house: what is paid, demanded back, stated and booked; the other one's private words are canaries. */
import { randomUUID } from "node:crypto";
import type { TestApp } from "../../support/app.js";
import { now } from "../../support/clock.js";
import { dayIn, newTestId, type MadeClaim, type MadeClinic, type MadeMember } from "../../support/make.js";

export const CANARY = "KANARIE";
export const CANARY_MINOR = 7_654_321;

type Make = TestApp["make"];
type Ids = Readonly<Record<string, string>>;
type Whose = { readonly clinic: MadeClinic; readonly word: string };

/** One paid-out line, so that finance has something to look at. */
export async function money(make: Make, rows: TestApp["rows"], id: Ids, { clinic, word }: Whose): Promise<void> {
  await make.insert("settlement_batch", {
    id: id["SettlementBatch"],
    reference: `S-${randomUUID().slice(0, 8)}`,
    state: "CLOSED",
    through_on: dayIn(-1),
    execution_on: dayIn(2),
    line_count: 1,
    payment_count: 1,
    total_minor: 1,
    closed_by: "somebody-else",
    closed_at: now(),
  });
  await make.insert("settlement_payment", {
    id: id["SettlementPayment"],
    batch_id: id["SettlementBatch"],
    provider_id: clinic.providerId,
    end_to_end_id: randomUUID().replaceAll("-", ""),
    amount_minor: 1,
    line_count: 1,
    state: "BATCHED",
    expected_on: dayIn(2),
    payee_name: word,
    registration_number: "0040",
    account_number: "0440116243",
  });
  // the line is not what was quoted, and nothing here depends on that
  await rows(
    `begin; set local session_replication_role = replica;
     insert into settlement_line (id, booking_id, provider_id, clinic_id, kind, amount_minor, treated_on, state, ready_at, payment_id, attempt)
     values ('${id["SettlementLine"]}', '${id["Booking"]}', '${clinic.providerId}', '${clinic.id}', 'TREATMENT', 1, '${dayIn(-1)}', 'BATCHED', clock_now(), '${id["SettlementPayment"]}', 1); commit`,
  );
  await make.insert("bank_file", {
    id: id["bankFile"],
    sha256: randomUUID(),
    kind: "pain.002",
    message_id: "m",
    imported_by: "x",
    imported_at: now(),
    line_count: 1,
  });
  await make.insert("bank_exception", {
    id: id["BankException"],
    file_id: id["bankFile"],
    fingerprint: randomUUID(),
    reason: "REFERENCE_UNKNOWN",
    details: {
      reason: "REFERENCE_UNKNOWN",
      kind: null,
      reference: "",
      amountMinor: null,
      bookedOn: null,
      bankReference: "",
      bankReason: null,
      place: "",
    },
  });
}

/** A settlement against each other that left something to pay back, the document of the payment, and the word that lets it be issued. */
export async function demanded(make: Make, id: Ids, { clinic, word }: Whose): Promise<void> {
  const netted = newTestId();
  await make.insert("settlement_payment", {
    id: netted,
    provider_id: clinic.providerId,
    end_to_end_id: randomUUID().replaceAll("-", ""),
    amount_minor: 0,
    claimed_minor: 1_000,
    line_count: 1,
    state: "NETTED",
    expected_on: dayIn(-1),
    payee_name: word,
    registration_number: "0040",
    account_number: "0440116243",
  });
  await make.insert("provider_receivable", {
    id: id["Receivable"],
    reference: `RCV-${word}-${newTestId()}`,
    provider_id: clinic.providerId,
    payment_id: netted,
    amount_minor: 1_000,
    demanded_on: dayIn(-1),
    // so that finance of the matrix does not let one house take over what another owes
    demanded_by: "FINANCE",
    instalments: [{ dueOn: dayIn(20), amountMinor: 1_000 }],
  });
  await make.insert("self_billing_agreement", {
    id: newTestId(),
    provider_id: clinic.providerId,
    text_version: word,
    accepted_on: dayIn(-1),
    accepted_by: "somebody-else",
  });
  await make.insert("self_bill", {
    id: id["SelfBill"],
    number: `${word}-${newTestId()}`,
    kind: "INVOICE",
    payment_id: id["SettlementPayment"],
    provider_id: clinic.providerId,
    issued_on: dayIn(-1),
    seller_name: word,
    seller_cvr: clinic.cvr,
    seller_address: word,
    buyer_name: "the insurer",
    buyer_cvr: "12345674",
    buyer_address: "somewhere",
    accepted_on: dayIn(-1),
    total_minor: 1,
    line_count: 1,
  });
}

/** A stated account, an asked-for month and an entry of the book: of the first two one waits at a time, so the latest house's does. */
export async function accountsAndMonths(make: Make, rows: TestApp["rows"], id: Ids, { clinic, word }: Whose): Promise<void> {
  await rows(
    `begin; lock table account_change, accounting_act in share row exclusive mode;
     update account_change set state = 'REPLACED' where provider_id = '${clinic.providerId}' and state in ('STATED', 'CONFIRMED');
     insert into account_change (id, provider_id, registration_number, account_number, stated_by, applies_at)
     values ('${id["ProviderAccountChange"]}', '${clinic.providerId}', '0040', '0440116251', '${word}', clock_now() + interval '5 days');
     update accounting_act set state = 'REFUSED' where state = 'ASKED';
     insert into accounting_act (id, month, act, asked_by)
     values ('${id["AccountingMonthChange"]}', '2020-01-01', 'CLOSE', 'somebody-else'); commit`,
  );
  // a company has one open task, however many houses are its own; the other one's amount is a canary
  await rows(
    `insert into settlement_task (id, provider_id, reason, line_count, total_minor) values ($1, $2, 'ACCOUNT_MISSING', 1, $3) on conflict do nothing`,
    [newTestId(), clinic.providerId, word === CANARY ? CANARY_MINOR : 1_000],
  );
  await make.insert("ledger_entry", { id: id["LedgerEntry"], kind: "BANK_CHARGE", status: "POSTED", effective_on: dayIn(-1), actor: "x" });
  await rows(`insert into posting (id, entry_id, account, amount_minor) values ($1, $3, 'BANK_CHARGES', 100), ($2, $3, 'BANK', -100)`, [
    newTestId(),
    newTestId(),
    id["LedgerEntry"],
  ]);
}

/** A bill of the member's own choice of which nothing was reimbursed. */
export async function reimbursed(
  make: Make,
  id: Ids,
  { claim, member, word }: { readonly claim: MadeClaim; readonly member: MadeMember; readonly word: string },
): Promise<void> {
  await make.insert("reimbursement", {
    id: id["Reimbursement"],
    claim_id: claim.id,
    member_id: member.id,
    policy_id: member.policyId,
    service_code: "PHYSIOTHERAPY",
    under: "BASE",
    treated_on: dayIn(-3),
    bill_received_on: dayIn(-2),
    bill_reference: word,
    bill_key: newTestId(),
    fee_minor: 50_000,
    reimbursed_minor: 0,
    member_pays_minor: 50_000,
    danmark_minor: 0,
    reasons: [{ code: "CAPPED_PER_TREATMENT", rule: "PRC-A-ACU-REF-500", clause: "section 6", remedy: null }],
    decision_id: id["Decision"],
    decided_by: "somebody-else",
    decided_at: now(),
  });
  await make.insert("payout", {
    id: newTestId(),
    reimbursement_id: id["Reimbursement"],
    member_id: member.id,
    amount_minor: word === CANARY ? CANARY_MINOR : 1_000,
    decided_on: dayIn(-1),
    state: "STOPPED",
  });
}
