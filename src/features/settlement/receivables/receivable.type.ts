import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { connectionOf } from "../../../gateway/api/paging/connection.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { ActPayload } from "../../../vocabulary/act.type.js";
import type { ReceivableRecord } from "./receivable.store.js";

const READERS = ["FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM"] as const;

@visibleTo(...READERS)
@ObjectType("Instalment", { description: "A part of what is paid back, and when it is due.", simpleResolvers: true })
export class InstalmentType {
  @Field(() => LocalDate, { description: "Day on which it is due." })
  dueOn!: string;
  @Field(() => Money, { description: "How much." })
  amount!: Money;
}

@visibleTo(...READERS)
@ObjectType("Receivable", {
  implements: Node,
  description: "What a company has to pay back in money, because its coming treatments do not cover what is taken back.",
})
export class ReceivableType extends Node {
  @Field(() => String, { description: "Number that the company pays under, e.g. RCV-2026-000001." })
  reference!: string;
  @relation("Organisation", { description: "The company that owes it: the one it was demanded of, or its successor." })
  organisation!: Ref;
  @relation("SettlementPayment", {
    nullable: true,
    mayBeHidden: true,
    description:
      "The lines that were settled against it; null to a successor, who took over the debt and not the other company's payments.",
  })
  settled!: Ref | null;
  @Field(() => Money, { description: "What was demanded." })
  amount!: Money;
  @Field(() => Money, { description: "What has been paid back." })
  repaid!: Money;
  @Field(() => Money, { description: "What is left." })
  left!: Money;
  @Field(() => LocalDate, { description: "Day of the demand." })
  demandedOn!: string;
  @Field(() => [InstalmentType], { description: "What is left, and when it is due; all at once unless instalments were agreed." })
  instalments!: readonly InstalmentType[];
  /** Not a field: what its letter is made from. */
  record!: ReceivableRecord;
}

export const ReceivableConnection = connectionOf("Receivable", () => ReceivableType);

@visibleTo("FINANCE")
@ObjectType({ description: "The receivable, or every reason why not." })
export class ReceivablePayload extends ActPayload {
  @Field(() => ReceivableType, { nullable: true, description: "The receivable as it now stands; null when it was refused." })
  receivable!: ReceivableType | null;
}

export function receivableView(row: ReceivableRecord): ReceivableType {
  return {
    id: globalId("Receivable", row.id),
    reference: row.reference,
    organisation: ref("Organisation", row.provider_id),
    settled: ref("SettlementPayment", row.payment_id),
    amount: money(row.amount_minor),
    repaid: money(row.repaid_minor),
    left: money(row.amount_minor - row.repaid_minor),
    demandedOn: row.demanded_on,
    instalments: row.instalments.map(({ dueOn, amountMinor }) => ({ dueOn, amount: money(amountMinor) })),
    record: row,
  };
}
