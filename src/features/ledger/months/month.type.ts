import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../gateway/api/enum.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { connectionOf } from "../../../gateway/api/paging/connection.js";
import { DateTime, LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { ActPayload } from "../../../vocabulary/act.type.js";
import type { Account } from "../entry.js";
import { AccountEnum } from "../ledger-enums.type.js";
import {
  MONTH_ACT_STATE_WORDS,
  MONTH_ACT_WORDS,
  REOPENING_WORDS,
  type MonthAct,
  type MonthActState,
  type Reopening,
} from "../ledger-words.js";
import { AGE_ENDS } from "./month.js";
import type { AgeClass, MonthActRecord, MonthCut, MonthTotal } from "./month.store.js";

export const MonthActEnum = enumOf("AccountingMonthAct", "What is done to a month of the book.", MONTH_ACT_WORDS);
const MonthActStateEnum = enumOf("AccountingMonthActState", "How that stands.", MONTH_ACT_STATE_WORDS);
export const ReopeningEnum = enumOf("AccountingMonthReopening", "Why a month is reopened.", REOPENING_WORDS);

@visibleTo("FINANCE")
@ObjectType("AccountingMonthChange", {
  implements: Node,
  description: "A month of the book that is to be closed or reopened: asked for by one person, done by another.",
})
export class MonthChangeType extends Node {
  @Field(() => LocalDate, { description: "First day of the month." })
  month!: string;
  @Field(() => MonthActEnum, { description: "What is done to it." })
  act!: MonthAct;
  @Field(() => ReopeningEnum, { nullable: true, description: "Why it is reopened; null where it is closed." })
  reason!: Reopening | null;
  @Field(() => MonthActStateEnum, { description: "How it stands." })
  state!: MonthActState;
  @Field(() => String, { description: "Who asked for it." })
  askedBy!: string;
  @Field(() => DateTime, { description: "When." })
  askedAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: "Who did or refused it: what is done is done by another person than asked. Null while nobody has.",
  })
  decidedBy!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When; null while nobody has decided." })
  decidedAt!: Date | null;
}

export const MonthChangeConnection = connectionOf("AccountingMonthChange", () => MonthChangeType);

@visibleTo("FINANCE")
@ObjectType({ description: "The change of a month, or every reason why not." })
export class MonthChangePayload extends ActPayload {
  @Field(() => MonthChangeType, { nullable: true, description: "The change as it now stands; null when it was refused." })
  change!: MonthChangeType | null;
}

export function monthChangeView(row: MonthActRecord): MonthChangeType {
  return {
    id: globalId("AccountingMonthChange", row.id),
    month: row.month,
    act: row.act,
    reason: row.reason,
    state: row.state,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}

@visibleTo("FINANCE")
@ObjectType("AccountingMonthTotal", { description: "One account over one month.", simpleResolvers: true })
class MonthTotalType {
  @Field(() => AccountEnum, { description: "The account." })
  account!: Account;
  @Field(() => String, { description: "Its number in the insurer's chart; its name where none is set (LEDGER_ACCOUNT_NUMBERS)." })
  number!: string;
  @Field(() => Money, { description: "Balance before the month: debit positive, credit negative." })
  opening!: Money;
  @Field(() => Money, { description: "Sum of what was debited." })
  debit!: Money;
  @Field(() => Money, { description: "Sum of what was credited, as a positive amount." })
  credit!: Money;
  @Field(() => Money, { description: "Balance at the end of the month." })
  closing!: Money;
}

@visibleTo("FINANCE")
@ObjectType("OpenLineAge", { description: "What is owed and has not been sent, of one age.", simpleResolvers: true })
class OpenLineAgeType {
  @Field(() => NonNegativeInt, { description: "Least days since the treatment." })
  fromDays!: number;
  @Field(() => NonNegativeInt, { nullable: true, description: "Most days since the treatment; null: no end." })
  throughDays!: number | null;
  @Field(() => NonNegativeInt, { description: "Lines." })
  lineCount!: number;
  @Field(() => Money, { description: "Their sum." })
  total!: Money;
}

@visibleTo("FINANCE")
@ObjectType("AccountingMonth", {
  description: "The report of one month of the book: balances by day of accounting, as recorded by one instant.",
})
export class AccountingMonthType {
  @Field(() => LocalDate, { description: "First day of the month." })
  month!: string;
  @Field(() => DateTime, {
    description: "Entries recorded by this instant count; the same question about it has the same answer for ever.",
  })
  asOf!: Date;
  @Field(() => Boolean, { description: "Whether it is closed now: nothing is accounted in it any more." })
  closed!: boolean;
  @Field(() => [MonthTotalType], { description: "Every account that was ever used by then; openings and closings sum to zero." })
  totals!: readonly MonthTotalType[];
  @Field(() => Money, {
    description:
      "Booked treatment up to the end of the month of which nobody has said yet whether it took place: to be accrued as expense.",
  })
  accrued!: Money;
  @Field(() => NonNegativeInt, { description: "Such treatments." })
  accruedCount!: number;
  @Field(() => [OpenLineAgeType], {
    description:
      "What is owed and has not been sent, by the age of the treatment today; of what members are owed by the age of the decision.",
  })
  openLines!: readonly OpenLineAgeType[];
  @Field(() => NonNegativeInt, { description: "Vouchers of the month; the journal comes in parts of 5,000." })
  voucherCount!: number;
  /** Not a field: what the files are made from. */
  cut!: MonthCut;
}

export function totalView(row: MonthTotal, number: string): MonthTotalType {
  const { account, opening, debit, credit, closing } = row;
  return { account, number, opening: money(opening), debit: money(debit), credit: money(credit), closing: money(closing ?? 0n) };
}

export function ageView({ class: at, lines, amount }: AgeClass): OpenLineAgeType {
  const [from, through] = [at === 0 ? 0 : (AGE_ENDS[(at ?? 0) - 1] ?? 0) + 1, AGE_ENDS[at ?? 0] ?? null];
  return { fromDays: from, throughDays: through, lineCount: lines, total: money(amount ?? 0n) };
}
