import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../../gateway/api/paging/connection.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { LocalDate, PositiveInt } from "../../../gateway/api/scalars.js";
import { totalsOf, type Statement, type StatementRow } from "./statement.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import type { LeftOutReason, LineKind, LineState } from "../settlement-words.js";
import { DecisionReasonType, quotedReasons } from "../../../vocabulary/reason.type.js";
import { CorrectionReasonEnum, LeftOutReasonEnum, LineKindEnum, LineStateEnum } from "../settlement-enums.type.js";
import { ref, refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";

const READERS = ["FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM"] as const;

@visibleTo(...READERS)
@ObjectType("StatementLine", {
  description: "One treatment or correction: what is owed, why, when it is expected and when it was paid.",
  simpleResolvers: true,
})
export class StatementLineType {
  @relation("SettlementLine", { description: "The settlement line." })
  line!: Ref;
  @relation("Booking", { description: "The treatment it is for." })
  booking!: Ref;
  @Field(() => LocalDate, { description: "Day of the treatment." })
  treatedOn!: string;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => PositiveInt, { description: "1 for the first treatment of the claim." })
  sessionNumber!: number;
  @Field(() => LineKindEnum, { description: "What it is for." })
  kind!: LineKind;
  @Field(() => Money, { description: "Agreed rate as quoted; zero on a correction." })
  gross!: Money;
  @Field(() => Money, { description: "Paid by the region." })
  publicShare!: Money;
  @Field(() => Money, { description: "Paid by the insurer; negative where a correction takes back." })
  amount!: Money;
  @Field(() => LineStateEnum, { description: "How it stands." })
  state!: LineState;
  @Field(() => [DecisionReasonType], { description: "What shaped the price of the treatment; empty on a correction." })
  reasons!: readonly DecisionReasonType[];
  @Field(() => CorrectionReasonEnum, { nullable: true, description: "Why it was corrected; null on the line of a treatment." })
  correctionReason!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description:
      "Bank day on which the money is expected, by the next closing; null where nobody can know: while it is disputed, while its company cannot be paid (waitsFor), and where it was settled against a correction.",
  })
  expectedOn!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Day on which the bank booked it; null while it has not." })
  paidOn!: string | null;
  @relation("SettlementPayment", {
    nullable: true,
    description: "The payment it is part of; its self-billing document is there. Null while it waits for one.",
  })
  payment!: Ref | null;
}

export const StatementLineConnection = connectionOf("StatementLine", () => StatementLineType);

@visibleTo(...READERS)
@ObjectType("ClinicStatement", { description: "What a clinic is owed and was paid for the treatments of a period." })
export class ClinicStatementType {
  @relation("Clinic", { description: "The clinic." })
  clinic!: Ref;
  @relation("Organisation", { description: "The company that is paid." })
  organisation!: Ref;
  @Field(() => LocalDate, { description: "First day of treatment." })
  from!: string;
  @Field(() => LocalDate, { description: "First day of treatment that is not part of it." })
  until!: string;
  @Field(() => Money, { description: "Paid." })
  paid!: Money;
  @Field(() => Money, { description: "Still to come." })
  expected!: Money;
  @Field(() => Money, { description: "Held back because the member disputes the treatment." })
  disputed!: Money;
  @Field(() => LeftOutReasonEnum, {
    nullable: true,
    description: "Why the company is not paid now, and its lines have no expected day; null where it is paid at the next closing.",
  })
  waitsFor!: LeftOutReason | null;
  /** Not a field: what the fields are made from. */
  statement!: Statement;
}

export function statementView(statement: Statement): ClinicStatementType {
  const totals = totalsOf(statement.rows);
  return {
    clinic: ref("Clinic", statement.clinicId),
    organisation: ref("Organisation", statement.providerId),
    from: statement.from,
    until: statement.until,
    paid: money(totals.paidMinor),
    expected: money(totals.expectedMinor),
    disputed: money(totals.disputedMinor),
    waitsFor: statement.waitsFor,
    statement,
  };
}

export function statementLineView(row: StatementRow): StatementLineType {
  return {
    line: ref("SettlementLine", row.lineId),
    booking: ref("Booking", row.bookingId),
    treatedOn: row.treatedOn,
    service: serviceView(row.service),
    sessionNumber: row.sessionNumber,
    kind: row.kind,
    gross: money(row.grossMinor),
    publicShare: money(row.publicMinor),
    amount: money(row.amountMinor),
    state: row.state,
    reasons: row.kind === "TREATMENT" ? quotedReasons(row.because, row.service) : [],
    correctionReason: row.reason,
    expectedOn: row.expectedOn,
    paidOn: row.paidOn,
    payment: refOrNull("SettlementPayment", row.paymentId),
  };
}
