import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { day, id, instant, ore } from "../columns.js";
import { COVERS, SERVICES } from "../../src/rules/codes.js";
import { valuesOf } from "../../src/kernel/worded.js";
import type { KeptReason } from "../../src/rules/explain.js";
import { ACCOUNTS } from "../../src/features/ledger/entry.js";
import { ENTRY_STATUS_WORDS } from "../../src/features/ledger/ledger-words.js";
import type { ExceptionDetails } from "../../src/features/settlement/bank/import-rows.js";
import { PAYMENT_STATES } from "../../src/features/settlement/payments/payment-state.js";
import { SELF_BILL_WORDS, VAT_WORDS } from "../../src/features/settlement/documents/self-bills/self-bill-words.js";
import {
  ATTEMPT_ENDS,
  BATCH_CHANGE_WORDS,
  BATCH_PAYS_WORDS,
  BATCH_STATE_WORDS,
  DISPUTE_FINDING_WORDS,
  LEFT_OUT_WORDS,
  LINE_KIND_WORDS,
  LINE_STATE_WORDS,
  PAYOUT_STATE_WORDS,
} from "../../src/features/settlement/settlement-words.js";
import {
  IMPORT_PHASE_WORDS,
  LEFT_ALONE_WORDS,
  MISFIT_WORDS,
  MOVEMENT_WORDS,
  RESOLUTION_WORDS,
} from "../../src/features/settlement/bank/bank-words.js";
import { booking, treatmentUsage } from "./booking.js";
import { claim, decision } from "./claim.js";
import { clinic, practitioner, provider } from "./clinic.js";
import { member } from "./member.js";

/** One balanced movement of money. Append only: a pending entry is resolved by a later entry that names it. */
export const ledgerEntry = pgTable(
  "ledger_entry",
  {
    id: id(),
    kind: text().notNull(),
    status: text({ enum: valuesOf(ENTRY_STATUS_WORDS) }).notNull(),
    bookingId: uuid("booking_id"),
    lineId: uuid("line_id"),
    paymentId: uuid("payment_id"),
    /** The pending entry this one posts or voids; each pending entry is resolved at most once. */
    resolvesId: uuid("resolves_id").unique("ledger_pending_is_resolved_once"),
    /** The entry this one corrects or reverses. */
    correctsId: uuid("corrects_id"),
    reason: text(),
    effectiveOn: day("effective_on").notNull(),
    /** Day of accounting: the day it concerns, or the first day of the first open month. The database sets it, whatever is given. */
    accountedOn: day("accounted_on")
      .notNull()
      .default(sql`clock_today()`),
    /** When it came into the book, which is after everything that stands in it already; set by the database, too. */
    recordedAt: instant("recorded_at")
      .notNull()
      .default(sql`clock_now()`),
    actor: text().notNull(),
  },
  (t) => [
    check("ledger_status_is_known", sql`${t.status} in ('PENDING','POSTED','VOIDED')`),
    index("ledger_entry_by_booking").on(t.bookingId),
    index("ledger_entry_by_day").on(t.accountedOn),
    index("ledger_entry_by_payment").on(t.paymentId),
  ],
);

export const posting = pgTable(
  "posting",
  {
    id: id(),
    entryId: uuid("entry_id")
      .notNull()
      .references(() => ledgerEntry.id),
    account: text({ enum: ACCOUNTS }).notNull(),
    /** Provider or member the account belongs to; null for the insurer's own accounts. */
    ownerId: uuid("owner_id"),
    /** Debit positive, credit negative. */
    amountMinor: ore("amount_minor").notNull(),
    currency: text().notNull().default("DKK"),
  },
  (t) => [
    check(
      "posting_account_is_known",
      sql`${t.account} in ('CLINIC_PAYABLE','INSURER_EXPENSE','DANMARK_RECEIVABLE','MEMBER_PAYABLE','MEMBER_RECEIVABLE','CLINIC_RECEIVABLE','BANK_IN_TRANSIT','BANK','SUSPENSE','BANK_CHARGES','BANK_INTEREST','OTHER_BUSINESS')`,
    ),
    check("posting_is_in_kroner", sql`${t.currency} = 'DKK'`),
    index("posting_by_entry").on(t.entryId),
    index("posting_by_account").on(t.account, t.ownerId),
  ],
);

export const settlementBatch = pgTable(
  "settlement_batch",
  {
    id: id(),
    reference: text().notNull().unique("batch_reference_is_unique"),
    state: text({ enum: valuesOf(BATCH_STATE_WORDS) })
      .notNull()
      .default("CLOSED"),
    /** Whom it pays: a batch of members' reimbursements has files of its own, because of what stands in them. */
    pays: text({ enum: valuesOf(BATCH_PAYS_WORDS) })
      .notNull()
      .default("CLINICS"),
    throughOn: day("through_on").notNull(),
    executionOn: day("execution_on").notNull(),
    lineCount: integer("line_count").notNull(),
    paymentCount: integer("payment_count").notNull(),
    totalMinor: ore("total_minor").notNull(),
    closedBy: text("closed_by").notNull(),
    closedAt: instant("closed_at")
      .notNull()
      .default(sql`clock_now()`),
    approvedBy: text("approved_by"),
    approvedAt: instant("approved_at"),
    /** Of the payees, accounts and amounts that were approved (src/features/settlement/payments/approved-order.ts). */
    approvedSha256: text("approved_sha256"),
    exportedAt: instant("exported_at"),
    /** Who last rejected or reopened it, or took a payment out, and why. */
    changedBy: text("changed_by"),
    changedAt: instant("changed_at"),
    changeReason: text("change_reason", { enum: valuesOf(BATCH_CHANGE_WORDS) }),
  },
  (t) => [
    check("batch_state_is_known", sql`${t.state} in ('GATHERING','CLOSED','APPROVED','SENT','REJECTED')`),
    check("batch_pays_somebody_known", sql`${t.pays} in ('CLINICS','MEMBERS')`),
    uniqueIndex("one_batch_is_gathered")
      .on(t.state)
      .where(sql`state = 'GATHERING'`),
    check(
      "batch_has_four_eyes",
      sql`${t.approvedBy} is null or (${t.approvedBy} <> ${t.closedBy} and ${t.approvedBy} is distinct from ${t.changedBy})`,
    ),
    check("batch_is_rejected_by_another", sql`${t.state} <> 'REJECTED' or ${t.changedBy} <> ${t.closedBy}`),
  ],
);

/** One payment to one provider, or one member, within a batch; its end-to-end id comes back with the bank's answers. */
export const settlementPayment = pgTable(
  "settlement_payment",
  {
    id: id(),
    /** Null where lines were settled against a demand: no batch, and no bank. */
    batchId: uuid("batch_id").references(() => settlementBatch.id),
    /** Who is paid: a company, or a member. */
    providerId: uuid("provider_id").references(() => provider.id),
    memberId: uuid("member_id").references(() => member.id),
    endToEndId: text("end_to_end_id").notNull().unique("payment_end_to_end_id_is_unique"),
    amountMinor: ore("amount_minor").notNull(),
    lineCount: integer("line_count").notNull(),
    /** Which file of its batch it left in, and which run of the batch's files (`PmtInf`). */
    file: integer().notNull().default(1),
    run: integer().notNull().default(1),
    state: text({ enum: PAYMENT_STATES }).notNull().default("BATCHED"),
    stateReason: text("state_reason"),
    /** Bank day on which the money is expected at the provider. */
    expectedOn: day("expected_on").notNull(),
    paidOn: day("paid_on"),
    /** Whom and where it pays, as it stood when the batch was closed; never changed (trigger payment_keeps_its_payee). */
    /** Null for a member, whose name and civil number stand in the file alone. */
    payeeName: text("payee_name"),
    registrationNumber: text("registration_number"),
    accountNumber: text("account_number"),
    iban: text(),
    /** CVR number of a payee without an account, whose NemKonto it goes to: the bank finds the account. */
    nemKonto: text("nem_konto"),
    /** What its lines take back beyond what they owe, claimed in money (provider_receivable). */
    claimedMinor: ore("claimed_minor")
      .notNull()
      .default(sql`0`),
  },
  (t) => [
    check("payment_has_its_batch", sql`${t.batchId} is not null or ${t.state} = 'NETTED'`),
    check("payment_claims_where_nothing_is_paid", sql`${t.claimedMinor} >= 0 and (${t.claimedMinor} = 0 or ${t.amountMinor} = 0)`),
    check("payment_has_a_whole_account_or_none", sql`(${t.registrationNumber} is null) = (${t.accountNumber} is null)`),
    check(
      "payment_goes_to_one_place",
      sql`num_nonnulls(${t.accountNumber}, ${t.nemKonto}, ${t.memberId}) = 1
        or (${t.amountMinor} = 0 and num_nonnulls(${t.nemKonto}, ${t.memberId}) = 0)`,
    ),
    check("payment_is_to_a_company_or_a_member", sql`num_nonnulls(${t.providerId}, ${t.memberId}) = 1`),
    check("payment_names_its_company", sql`(${t.payeeName} is null) = (${t.memberId} is not null)`),
    check("nem_konto_is_of_a_company", sql`${t.nemKonto} ~ '^[0-9]{8}$'`),
    check("payment_amount_is_not_negative", sql`${t.amountMinor} >= 0`),
    check("payment_state_is_known", sql`${t.state} in ('BATCHED','SENT','ACCEPTED','PAID','REJECTED','RETURNED','NETTED','WITHDRAWN')`),
    check("payment_of_nothing_is_netted", sql`${t.amountMinor} > 0 or ${t.state} in ('BATCHED','NETTED','WITHDRAWN')`),
    uniqueIndex("payment_is_one_per_provider_and_batch").on(t.batchId, t.providerId),
    uniqueIndex("payment_is_one_per_member_and_batch").on(t.batchId, t.memberId),
    index("payment_by_provider").on(t.providerId),
    index("payment_by_member")
      .on(t.memberId)
      .where(sql`member_id is not null`),
  ],
);

/** What is owed for one attended treatment, or one correction of it. */
export const settlementLine = pgTable(
  "settlement_line",
  {
    id: id(),
    bookingId: uuid("booking_id")
      .notNull()
      .references(() => booking.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    clinicId: uuid("clinic_id")
      .notNull()
      .references(() => clinic.id),
    kind: text({ enum: valuesOf(LINE_KIND_WORDS) })
      .notNull()
      .default("TREATMENT"),
    /** The line a correction adjusts. */
    correctsId: uuid("corrects_id"),
    amountMinor: ore("amount_minor").notNull(),
    treatedOn: day("treated_on").notNull(),
    state: text({ enum: valuesOf(LINE_STATE_WORDS) })
      .notNull()
      .default("READY"),
    reason: text(),
    /** End of the dispute window: not gathered into a batch before. */
    readyAt: instant("ready_at").notNull(),
    paymentId: uuid("payment_id").references(() => settlementPayment.id),
    attempt: integer().notNull().default(1),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    check("line_state_is_known", sql`${t.state} in ('READY','DISPUTED','BATCHED','SENT','ACCEPTED','PAID','NETTED')`),
    check("line_kind_is_known", sql`${t.kind} in ('TREATMENT','CORRECTION')`),
    check("line_is_paid_through_a_payment", sql`(${t.state} in ('READY','DISPUTED')) = (${t.paymentId} is null)`),
    uniqueIndex("line_is_one_per_treatment")
      .on(t.bookingId)
      .where(sql`kind = 'TREATMENT'`),
    index("line_ready")
      .on(t.readyAt, t.providerId)
      .where(sql`state = 'READY'`),
    index("line_by_provider").on(t.providerId, t.treatedOn),
    index("line_by_payment").on(t.paymentId),
    index("line_by_correction")
      .on(t.correctsId)
      .where(sql`corrects_id is not null`),
  ],
);

/**
 * A self-billing document as it was issued, with the file that paid it or the settlement against each other: nothing of it changes
 * afterwards, whatever becomes of names, addresses and payments (VAT order no. 1435/2023, sections 58 and 70).
 */
export const selfBill = pgTable(
  "self_bill",
  {
    id: id(),
    number: text().notNull().unique("self_bill_number_is_unique"),
    kind: text({ enum: valuesOf(SELF_BILL_WORDS) }).notNull(),
    paymentId: uuid("payment_id")
      .notNull()
      .references(() => settlementPayment.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    issuedOn: day("issued_on").notNull(),
    sellerName: text("seller_name").notNull(),
    sellerCvr: text("seller_cvr").notNull(),
    sellerAddress: text("seller_address").notNull(),
    buyerName: text("buyer_name").notNull(),
    buyerCvr: text("buyer_cvr").notNull(),
    buyerAddress: text("buyer_address").notNull(),
    /** Day on which the seller agreed to be billed by the buyer; null where no agreement is on record. */
    acceptedOn: day("accepted_on"),
    totalMinor: ore("total_minor").notNull(),
    lineCount: integer("line_count").notNull(),
  },
  (t) => [
    check("self_bill_kind_is_known", sql`${t.kind} in ('INVOICE','CREDIT_NOTE')`),
    check("credit_note_takes_back", sql`(${t.kind} = 'CREDIT_NOTE') = (${t.totalMinor} < 0)`),
    uniqueIndex("self_bill_is_one_of_its_kind_per_payment").on(t.paymentId, t.kind),
    index("self_bill_by_provider").on(t.providerId, t.number),
  ],
);

/** A company's word that the insurer bills itself in its name (VAT order no. 1435/2023, section 70); the latest counts. */
export const selfBillingAgreement = pgTable(
  "self_billing_agreement",
  {
    id: id(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    /** Which wording was agreed to. */
    textVersion: text("text_version").notNull(),
    acceptedOn: day("accepted_on").notNull(),
    acceptedBy: text("accepted_by").notNull(),
    recordedAt: instant("recorded_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [index("self_billing_agreement_by_provider").on(t.providerId, t.recordedAt)],
);

/** A line of a document. A settlement line stands in one document, ever: paid again after a rejection it is not billed again. */
export const selfBillLine = pgTable(
  "self_bill_line",
  {
    lineId: uuid("line_id")
      .primaryKey()
      .references(() => settlementLine.id),
    selfBillId: uuid("self_bill_id")
      .notNull()
      .references(() => selfBill.id),
    bookingReference: text("booking_reference").notNull(),
    serviceCode: text("service_code", { enum: SERVICES }).notNull(),
    /** Why it corrects; null on a treatment. */
    reason: text(),
    /** Number of the document that billed the treatment it corrects; null where that is this one, or none. */
    correctsNumber: text("corrects_number"),
    deliveredOn: day("delivered_on").notNull(),
    amountMinor: ore("amount_minor").notNull(),
    /** Which words of VAT stand for it (src/features/settlement/documents/self-bill-words.ts). */
    vat: text({ enum: valuesOf(VAT_WORDS) }).notNull(),
  },
  (t) => [index("self_bill_line_by_bill").on(t.selfBillId)],
);

/** A line's payment that the bank rejected or returned: what the self-bill held before the line became payable again. */
export const settlementAttempt = pgTable(
  "settlement_attempt",
  {
    lineId: uuid("line_id")
      .notNull()
      .references(() => settlementLine.id),
    attempt: integer().notNull(),
    paymentId: uuid("payment_id")
      .notNull()
      .references(() => settlementPayment.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    amountMinor: ore("amount_minor").notNull(),
    endedAs: text("ended_as", { enum: ATTEMPT_ENDS }).notNull(),
    endedAt: instant("ended_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    primaryKey({ columns: [t.lineId, t.attempt] }),
    check("attempt_end_is_known", sql`${t.endedAs} in ('REJECTED','RETURNED')`),
    index("attempt_by_payment").on(t.paymentId),
  ],
);

/** What a clinic says to a member's dispute; added to and never changed. Goes with the case when the member is erased. */
export const disputeAnswer = pgTable(
  "dispute_answer",
  {
    id: id(),
    lineId: uuid("line_id")
      .notNull()
      .references(() => settlementLine.id),
    claimId: uuid("claim_id").notNull(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    finding: text({ enum: valuesOf(DISPUTE_FINDING_WORDS) }).notNull(),
    /** When the member came and left, where somebody knows. */
    cameAt: instant("came_at"),
    leftAt: instant("left_at"),
    practitionerId: uuid("practitioner_id").references(() => practitioner.id),
    /** Whether the clinic's record of that day has the treatment; null: not said. */
    inRecord: boolean("in_record"),
    words: text(),
    answeredBy: text("answered_by").notNull(),
    answeredAt: instant("answered_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    check("dispute_finding_is_known", sql`${t.finding} in ('TREATED_AS_BOOKED','TREATED_IN_PART','OTHER_SERVICE_GIVEN','NOT_TREATED')`),
    check("whoever_leaves_has_come", sql`${t.leftAt} is null or (${t.cameAt} is not null and ${t.leftAt} > ${t.cameAt})`),
    check("words_of_an_answer_are_some", sql`length(${t.words}) between 1 and 2000`),
    index("dispute_answer_by_line").on(t.lineId),
    index("dispute_answer_by_claim").on(t.claimId),
  ],
);

/** What a company has to pay back in money, because its coming treatments do not cover it. */
export const providerReceivable = pgTable(
  "provider_receivable",
  {
    id: id(),
    reference: text().notNull().unique("receivable_reference_is_unique"),
    /** Who owes it: the company it was demanded of, or its successor. */
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    /** The settlement against each other that left it. */
    paymentId: uuid("payment_id")
      .notNull()
      .unique("payment_is_claimed_once")
      .references(() => settlementPayment.id),
    amountMinor: ore("amount_minor").notNull(),
    repaidMinor: ore("repaid_minor")
      .notNull()
      .default(sql`0`),
    demandedOn: day("demanded_on").notNull(),
    demandedBy: text("demanded_by").notNull(),
    /** What is agreed to be paid when, the whole of what is left; by default all of it thirty days after the demand. */
    instalments: jsonb().$type<readonly { readonly dueOn: string; readonly amountMinor: number }[]>().notNull(),
    /** Who let a successor take it over; another person than demanded it. */
    transferredBy: text("transferred_by"),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("receivable_is_more_than_nothing", sql`${t.amountMinor} > 0`),
    check("receivable_is_repaid_once", sql`${t.repaidMinor} between 0 and ${t.amountMinor}`),
    check("receivable_is_transferred_by_another", sql`${t.transferredBy} is null or ${t.transferredBy} <> ${t.demandedBy}`),
    index("receivable_by_provider").on(t.providerId),
  ],
);

/** A company that could not be paid when a batch was closed, until it can: what somebody of finance or the network has to see to. */
export const settlementTask = pgTable(
  "settlement_task",
  {
    id: id(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    reason: text({ enum: valuesOf(LEFT_OUT_WORDS) }).notNull(),
    lineCount: integer("line_count").notNull(),
    totalMinor: ore("total_minor").notNull(),
    raisedAt: instant("raised_at")
      .notNull()
      .default(sql`clock_now()`),
    doneAt: instant("done_at"),
  },
  (t) => [
    uniqueIndex("settlement_task_is_raised_once")
      .on(t.providerId)
      .where(sql`done_at is null`),
  ],
);

/** What the insurer decided about one bill of a member's own choice. Whether it is paid from here says its payout; without one the claims system pays. */
export const reimbursement = pgTable(
  "reimbursement",
  {
    id: id(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
    policyId: uuid("policy_id").notNull(),
    serviceCode: text("service_code", { enum: SERVICES }).notNull(),
    under: text({ enum: COVERS }).notNull(),
    treatedOn: day("treated_on").notNull(),
    billReceivedOn: day("bill_received_on").notNull(),
    /** The bill's own number at the therapist, as it was written. */
    billReference: text("bill_reference").notNull(),
    /** The same number without what spelling adds to it, so that a bill is decided once. */
    billKey: text("bill_key").notNull(),
    /** The counted treatment it pays for; null for a bill of which nothing is reimbursed. */
    usageId: uuid("usage_id")
      .references(() => treatmentUsage.id)
      .unique("treatment_is_billed_once"),
    feeMinor: ore("fee_minor").notNull(),
    reimbursedMinor: ore("reimbursed_minor").notNull(),
    memberPaysMinor: ore("member_pays_minor").notNull(),
    danmarkMinor: ore("danmark_minor").notNull(),
    /** What shaped the amount, as it was told: of the price, then against cover. */
    reasons: jsonb().$type<readonly KeptReason[]>().notNull(),
    decisionId: uuid("decision_id")
      .notNull()
      .references(() => decision.id),
    decidedBy: text("decided_by").notNull(),
    decidedAt: instant("decided_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    check("reimbursement_is_not_negative", sql`${t.reimbursedMinor} >= 0`),
    check("reimbursement_is_within_the_fee", sql`${t.reimbursedMinor} <= ${t.feeMinor}`),
    check("reimbursement_is_for_a_counted_treatment", sql`${t.reimbursedMinor} = 0 or ${t.usageId} is not null`),
    uniqueIndex("bill_is_decided_once").on(t.claimId, t.treatedOn, t.billKey),
    // under whatever claim; one that was bound to no treatment, say under the wrong claim, may be decided under another
    uniqueIndex("bill_is_for_one_treatment")
      .on(t.memberId, t.treatedOn, t.billKey)
      .where(sql`${t.usageId} is not null`),
    index("reimbursement_by_member").on(t.memberId, t.serviceCode),
  ],
);

/** What a member is owed for one bill, and how far it is paid. Nothing of the treatment: finance pays it and learns of no health. */
export const payout = pgTable(
  "payout",
  {
    id: id(),
    reimbursementId: uuid("reimbursement_id")
      .notNull()
      .unique("bill_is_paid_out_once")
      .references(() => reimbursement.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
    amountMinor: ore("amount_minor").notNull(),
    decidedOn: day("decided_on").notNull(),
    state: text({ enum: valuesOf(PAYOUT_STATE_WORDS) })
      .notNull()
      .default("READY"),
    paymentId: uuid("payment_id").references(() => settlementPayment.id),
    /** Payments of it that the bank sent back. */
    triedPaymentIds: uuid("tried_payment_ids")
      .array()
      .notNull()
      .default(sql`'{}'`),
  },
  (t) => [
    check("payout_is_more_than_nothing", sql`${t.amountMinor} > 0`),
    check("payout_state_is_known", sql`${t.state} in ('READY','STOPPED','BATCHED','SENT','ACCEPTED','PAID','PAID_ELSEWHERE')`),
    check("payout_is_paid_through_a_payment", sql`(${t.state} in ('READY','STOPPED','PAID_ELSEWHERE')) = (${t.paymentId} is null)`),
    index("payout_ready")
      .on(t.decidedOn, t.memberId)
      .where(sql`state = 'READY'`),
    index("payout_by_payment").on(t.paymentId),
    index("payout_by_member").on(t.memberId),
  ],
);

/** A payment file as it left, byte for byte: exporting again returns the same bytes. A batch has several where the bank takes so much at once only. */
export const paymentFile = pgTable(
  "payment_file",
  {
    id: id(),
    batchId: uuid("batch_id")
      .notNull()
      .references(() => settlementBatch.id),
    /** The first, the second, and so on of its batch. */
    place: integer().notNull().default(1),
    channel: text().notNull(),
    messageId: text("message_id").notNull().unique("payment_file_has_an_id_of_its_own"),
    fileName: text("file_name").notNull(),
    paymentCount: integer("payment_count").notNull(),
    totalMinor: ore("total_minor").notNull(),
    /** The bytes; where civil numbers belong into them, the order instead, which is filled in when the file leaves and kept nowhere. */
    content: text().notNull(),
    sha256: text().notNull(),
    civilNumbers: boolean("civil_numbers").notNull().default(false),
    exportedBy: text("exported_by").notNull(),
    exportedAt: instant("exported_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [uniqueIndex("payment_file_is_one_per_place").on(t.batchId, t.place)],
);

/** A payment file that was put into the outbox of the bank's transport, once. */
export const paymentDelivery = pgTable("payment_delivery", {
  fileId: uuid("file_id")
    .primaryKey()
    .references(() => paymentFile.id),
  sha256: text().notNull(),
  deliveredAt: instant("delivered_at")
    .notNull()
    .default(sql`clock_now()`),
});

/** A file of the bank's, once by content. */
export const bankFile = pgTable("bank_file", {
  id: id(),
  sha256: text().notNull().unique("bank_file_is_read_once"),
  kind: text().notNull(),
  messageId: text("message_id").notNull(),
  importedBy: text("imported_by").notNull(),
  importedAt: instant("imported_at")
    .notNull()
    .default(sql`clock_now()`),
  lineCount: integer("line_count").notNull(),
});

/** How far a large file of the bank's has been taken in; written beside the transaction that takes it in, so that others see it. */
export const bankImport = pgTable(
  "bank_import",
  {
    sha256: text().primaryKey(),
    importedBy: text("imported_by").notNull(),
    phase: text({ enum: valuesOf(IMPORT_PHASE_WORDS) }).notNull(),
    /** Statements about payments that are entered, of how many; 0 while they are not counted yet. */
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    startedAt: instant("started_at")
      .notNull()
      .default(sql`clock_now()`),
    saidAt: instant("said_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    check("import_phase_is_known", sql`${t.phase} in ('READING','WAITING','ENTERING','DONE','REFUSED')`),
    check("import_is_done_in_part_or_whole", sql`${t.done} between 0 and ${t.total}`),
    index("bank_import_by_start").on(t.startedAt),
  ],
);

/** What a file of the bank's says of one account: the payer's, or another that is listed and left alone. */
export const bankStatement = pgTable(
  "bank_statement",
  {
    id: id(),
    fileId: uuid("file_id")
      .notNull()
      .references(() => bankFile.id),
    /** Where it stands in the file, e.g. "account 2". */
    place: text().notNull(),
    /** As the file writes it; of somebody else's the last four signs. */
    account: text().notNull(),
    currency: text().notNull(),
    /** Null: it is the payer's own. */
    leftAlone: text("left_alone", { enum: valuesOf(LEFT_ALONE_WORDS) }),
    /** The bank's number of the statement (`Stmt/Id`). */
    statementReference: text("statement_reference").notNull(),
    openingMinor: ore("opening_minor"),
    openingOn: day("opening_on"),
    closingMinor: ore("closing_minor"),
    closingOn: day("closing_on"),
    /** Booked entries, and their sum: credits less debits. */
    entryCount: integer("entry_count").notNull(),
    movedMinor: ore("moved_minor"),
    /** Its opening balance is where the book of the account begins. */
    opensBook: boolean("opens_book").notNull().default(false),
  },
  (t) => [
    check("statement_has_both_balances_or_none", sql`(${t.openingMinor} is null) = (${t.closingMinor} is null)`),
    check("balance_has_its_day", sql`(${t.closingMinor} is null) = (${t.closingOn} is null)`),
    index("bank_statement_by_file").on(t.fileId),
    uniqueIndex("book_is_opened_once")
      .on(t.opensBook)
      .where(sql`opens_book`),
    index("bank_statement_by_closing")
      .on(t.closingOn, t.id)
      .where(sql`closing_on is not null and left_alone is null`),
  ],
);

/** What the bank tells that fits nothing of ours: a person looks at it. Money of it stands in SUSPENSE until then. */
export const bankException = pgTable(
  "bank_exception",
  {
    id: id(),
    fileId: uuid("file_id")
      .notNull()
      .references(() => bankFile.id),
    fingerprint: text().notNull().unique("bank_exception_is_listed_once"),
    reason: text({ enum: valuesOf(MISFIT_WORDS) }).notNull(),
    details: jsonb().$type<ExceptionDetails>().notNull(),
    /** Payments of ours that it is about: what the bank gave back of them is not paid again before it is resolved. */
    paymentIds: uuid("payment_ids")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** What moved on the account and stands in SUSPENSE: credits positive. 0: no money. */
    amountMinor: ore("amount_minor")
      .notNull()
      .default(sql`0`),
    /** What somebody found out; a second person confirms it where money or a payment follows. */
    resolution: text({ enum: valuesOf(RESOLUTION_WORDS) }),
    /** The exception that this one is set off against. */
    againstId: uuid("against_id"),
    /** Whose receivable it becomes: a provider or a member. */
    ownerId: uuid("owner_id"),
    proposedBy: text("proposed_by"),
    proposedAt: instant("proposed_at"),
    resolvedBy: text("resolved_by"),
    resolvedAt: instant("resolved_at"),
  },
  (t) => [
    check("exception_is_resolved_with_a_finding", sql`${t.resolvedAt} is null or ${t.resolution} is not null`),
    check("exception_has_four_eyes", sql`${t.proposedBy} is null or ${t.resolvedBy} is null or ${t.proposedBy} <> ${t.resolvedBy}`),
    check("money_is_resolved_by_two", sql`${t.amountMinor} = 0 or ${t.resolvedAt} is null or ${t.proposedBy} is not null`),
    index("bank_exception_open")
      .on(t.id)
      .where(sql`resolved_at is null`),
  ],
);

/** Money that moved on the payer's account, once, in however many files the bank tells of it. */
export const bankMovement = pgTable(
  "bank_movement",
  {
    id: id(),
    fileId: uuid("file_id")
      .notNull()
      .references(() => bankFile.id),
    /** The account statement (camt.053) that holds it; null while only notifications (camt.054) have told of it. */
    statementId: uuid("statement_id").references(() => bankStatement.id),
    /** Credits positive, debits negative. */
    amountMinor: ore("amount_minor").notNull(),
    bookedOn: day("booked_on"),
    /** What it names: a payment, a batch, or whatever stood there. */
    reference: text().notNull(),
    /** The bank's references of the transaction and of the entry; empty where it gives none. */
    transactionReference: text("transaction_reference").notNull(),
    entryReference: text("entry_reference").notNull(),
    meaning: text({ enum: valuesOf(MOVEMENT_WORDS) }).notNull(),
    /** The exception that a person has to resolve; null where the movement is understood. */
    exceptionId: uuid("exception_id").references(() => bankException.id),
  },
  (t) => [
    check("movement_is_some_money", sql`${t.amountMinor} <> 0`),
    check("movement_is_understood_or_listed", sql`(${t.meaning} = 'UNEXPLAINED') = (${t.exceptionId} is not null)`),
    index("bank_movement_by_day").on(t.bookedOn),
    index("bank_movement_by_reference").on(t.reference),
    index("bank_movement_by_statement").on(t.statementId),
    index("bank_movement_by_exception")
      .on(t.exceptionId)
      .where(sql`exception_id is not null`),
  ],
);

/** One fact the bank told about one payment, once however often and in whatever file it comes. */
export const bankEvent = pgTable(
  "bank_event",
  {
    id: id(),
    paymentId: uuid("payment_id")
      .notNull()
      .references(() => settlementPayment.id),
    fileId: uuid("file_id")
      .notNull()
      .references(() => bankFile.id),
    kind: text().notNull(),
    /** The movement that booked or returned it; null for what moves no money. */
    movementId: uuid("movement_id").references(() => bankMovement.id),
    bankReference: text("bank_reference").notNull().default(""),
    reason: text(),
    bookedOn: day("booked_on"),
    recordedAt: instant("recorded_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    uniqueIndex("bank_event_counts_once").on(t.paymentId, t.kind),
    index("bank_event_by_movement")
      .on(t.movementId)
      .where(sql`movement_id is not null`),
  ],
);
