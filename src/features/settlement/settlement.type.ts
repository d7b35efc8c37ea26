import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../gateway/api/paging/connection.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { Money, money } from "../../gateway/api/money.js";
import { globalId, Node } from "../../gateway/api/node.js";
import { DateTime, LocalDate, NonNegativeInt, PositiveInt } from "../../gateway/api/scalars.js";
import type { BatchRecord, LineRecord, PaymentRecord } from "./settlement.store.js";
import {
  BatchChangeEnum,
  BatchPaysEnum,
  BatchStateEnum,
  CorrectionReasonEnum,
  LineKindEnum,
  LineStateEnum,
  PaymentStateEnum,
} from "./settlement-enums.type.js";
import type { PaymentState } from "./payments/payment-state.js";
import type { BatchChange, BatchPays, BatchState, LineKind, LineState } from "./settlement-words.js";
import { ServiceType, serviceView } from "../../vocabulary/service.type.js";
import { ref, refOrNull, relation, type Ref } from "../../gateway/api/relation.js";

@visibleTo("FINANCE")
@ObjectType("SettlementBatch", {
  implements: Node,
  description: "Lines gathered for one file: closed by one person, approved by another, then sent.",
})
export class SettlementBatchType extends Node {
  @Field(() => String, { description: "Identity of the file at the bank, e.g. STL-2026-000123." })
  reference!: string;
  @Field(() => BatchStateEnum, { description: "How it stands." })
  state!: BatchState;
  @Field(() => BatchPaysEnum, { description: "Whom it pays." })
  pays!: BatchPays;
  @Field(() => LocalDate, {
    description: "Last day of treatment that was gathered; of reimbursements the last day on which they were decided.",
  })
  through!: string;
  @Field(() => LocalDate, { description: "Bank day on which the money moves." })
  executionOn!: string;
  @Field(() => NonNegativeInt, { description: "Lines in the batch when it was closed." })
  lineCount!: number;
  @Field(() => NonNegativeInt, { description: "Payments in the batch, one per provider or member." })
  paymentCount!: number;
  @Field(() => Money, { description: "Sum of the payments." })
  total!: Money;
  @Field(() => String, { description: "Who closed it." })
  closedBy!: string;
  @Field(() => DateTime, { description: "When it was closed." })
  closedAt!: Date;
  @Field(() => String, { nullable: true, description: "Who approved it, never who closed it; null while nobody has." })
  approvedBy!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When it was approved; null while it was not." })
  approvedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When its file was first exported; null while it was not." })
  exportedAt!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: "Who rejected or reopened it, or took a payment out, last; never who approves it afterwards. Null where nobody did.",
  })
  changedBy!: string | null;
  @Field(() => BatchChangeEnum, { nullable: true, description: "Why; null where nothing was changed." })
  changeReason!: BatchChange | null;
}

export const SettlementBatchConnection = connectionOf("SettlementBatch", () => SettlementBatchType);

export function batchView(batch: BatchRecord): SettlementBatchType {
  return {
    id: globalId("SettlementBatch", batch.id),
    reference: batch.reference,
    state: batch.state,
    pays: batch.pays,
    through: batch.through_on,
    executionOn: batch.execution_on,
    lineCount: batch.line_count,
    paymentCount: batch.payment_count,
    total: money(batch.total_minor),
    closedBy: batch.closed_by,
    closedAt: batch.closed_at,
    approvedBy: batch.approved_by,
    approvedAt: batch.approved_at,
    exportedAt: batch.exported_at,
    changedBy: batch.changed_by,
    changeReason: batch.change_reason,
  };
}

@visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("SettlementPayment", {
  implements: Node,
  description: "One transfer to one provider, or one member, and what the bank has told about it.",
})
export class SettlementPaymentType extends Node {
  @Field(() => String, { description: "Id that stands on the receiver's account statement and comes back with the bank's answers." })
  endToEndId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "Number of the first self-billing document issued with it; null before it leaves, and where it pays only what an earlier one billed.",
  })
  selfBillNumber!: string | null;
  @Field(() => BatchPaysEnum, { description: "Whom it pays." })
  pays!: BatchPays;
  @relation("Organisation", {
    nullable: true,
    description: "The contract party that is paid; null where a member is, whom the health team finds by the reimbursement.",
  })
  organisation!: Ref | null;
  @visibleTo("FINANCE")
  @relation("SettlementBatch", {
    nullable: true,
    description: "The batch it left with; null where lines were settled against a demand for repayment.",
  })
  batch!: Ref | null;
  @Field(() => Money, { description: "Amount of the transfer." })
  amount!: Money;
  @Field(() => NonNegativeInt, { description: "Lines it paid." })
  lineCount!: number;
  @Field(() => PaymentStateEnum, { description: "What the bank has told about it." })
  state!: PaymentState;
  @Field(() => String, { nullable: true, description: "The bank's reason code for a rejection or a return, e.g. AC04; null for neither." })
  stateReason!: string | null;
  @Field(() => LocalDate, { description: "Bank day on which the money is expected." })
  expectedOn!: string;
  @Field(() => LocalDate, { nullable: true, description: "Day on which the bank booked it; null while it has not." })
  paidOn!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Last four digits of the account it goes to, as it was when the batch was closed; null where no money moves, and for a NemKonto.",
  })
  accountEndsWith!: string | null;
  @Field(() => Boolean, {
    description:
      "True if it goes to a NemKonto: of the CVR number of a company that had stated no account, or of a member's civil registration number. The bank finds the account.",
  })
  byNemKonto!: boolean;
}

export const SettlementPaymentConnection = connectionOf("SettlementPayment", () => SettlementPaymentType);

export function paymentView(payment: PaymentRecord): SettlementPaymentType {
  return {
    id: globalId("SettlementPayment", payment.id),
    endToEndId: payment.end_to_end_id,
    selfBillNumber: payment.self_bill_number,
    pays: payment.member_id === null ? "CLINICS" : "MEMBERS",
    organisation:
      payment.provider_id === null ? null : ref("Organisation", payment.provider_id, { legalName: payment.provider_name ?? "" }),
    batch: refOrNull("SettlementBatch", payment.batch_id),
    amount: money(payment.amount_minor),
    lineCount: payment.line_count,
    state: payment.state,
    stateReason: payment.state_reason,
    expectedOn: payment.expected_on,
    paidOn: payment.paid_on,
    accountEndsWith: payment.account_number?.slice(-4) ?? null,
    byNemKonto: payment.nem_konto !== null || payment.member_id !== null,
  };
}

@visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM", "MEMBER")
@ObjectType("SettlementLine", { implements: Node, description: "What is owed for one attended treatment, or one correction of it." })
export class SettlementLineType extends Node {
  @relation("Booking", { description: "The treatment." })
  booking!: Ref;
  @relation("Clinic", { description: "The clinic." })
  clinic!: Ref;
  @relation("Organisation", { description: "The company it is owed to." })
  organisation!: Ref;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => LineKindEnum, { description: "What it is for." })
  kind!: LineKind;
  @relation("SettlementLine", { nullable: true, description: "The line that a correction adjusts; null on the line of a treatment." })
  corrects!: Ref | null;
  @Field(() => Money, { description: "As quoted when the treatment was booked; negative where a correction takes back." })
  amount!: Money;
  @Field(() => LocalDate, { description: "Day of the treatment." })
  treatedOn!: string;
  @Field(() => LineStateEnum, { description: "How it stands." })
  state!: LineState;
  @Field(() => CorrectionReasonEnum, { nullable: true, description: "Why it was corrected; null on the line of a treatment." })
  reason!: string | null;
  @Field(() => DateTime, { description: "End of the dispute window: it can be paid from here on." })
  readyAt!: Date;
  @relation("SettlementPayment", { nullable: true, description: "The payment it is part of; null while it waits for one." })
  payment!: Ref | null;
  @Field(() => PositiveInt, { description: "1, and one more for every time the bank sent its payment back." })
  attempt!: number;
}

export const SettlementLineConnection = connectionOf("SettlementLine", () => SettlementLineType);

export function lineView(line: LineRecord): SettlementLineType {
  return {
    id: globalId("SettlementLine", line.id),
    booking: ref("Booking", line.booking_id, { reference: line.booking_reference }),
    clinic: ref("Clinic", line.clinic_id, { name: line.clinic_name }),
    organisation: ref("Organisation", line.provider_id),
    service: serviceView(line.service_code),
    kind: line.kind,
    corrects: refOrNull("SettlementLine", line.corrects_id),
    amount: money(line.amount_minor),
    treatedOn: line.treated_on,
    state: line.state,
    reason: line.reason,
    readyAt: line.ready_at,
    payment: refOrNull("SettlementPayment", line.payment_id),
    attempt: line.attempt,
  };
}
