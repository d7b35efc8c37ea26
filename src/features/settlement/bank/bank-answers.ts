/** What the bank told about a payment, and the entries of the payer's account that moved it. */
import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { enumOf } from "../../../gateway/api/enum.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { globalId, idOf } from "../../../gateway/api/node.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import type { WordList } from "../../../kernel/worded.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { InLanguage, inLanguage, type Language } from "../../../vocabulary/language.type.js";
import { BANK_REASON_WORDS, OTHER_BANK_REASON } from "../payments/bank-reason-words.js";
import { SettlementPaymentType } from "../settlement.type.js";
import type { FactKind } from "./fact.js";

const BANK_ANSWER_WORDS: WordList<FactKind> = {
  ACCEPTED: ["Accepted", "Accepteret", "The bank will carry it out."],
  REJECTED: ["Rejected", "Afvist", "The bank does not carry it out; its lines are paid with a later batch."],
  BOOKED: ["Booked", "Bogført", "The money has left the payer's account."],
  RETURNED: ["Returned", "Returneret", "The money has come back."],
};
const BankAnswerKindEnum = enumOf("BankAnswerKind", "What the bank told about a payment.", BANK_ANSWER_WORDS);

@visibleTo("FINANCE")
@ObjectType("BankEntry", {
  description: "An entry of the payer's account, once however often the bank tells of it.",
  simpleResolvers: true,
})
class BankEntryType {
  @Field(() => ID, { description: "Global id; opaque, unique across types." })
  id!: string;
  @Field(() => Money, { description: "What moved: positive where it came in. One entry may hold many payments." })
  amount!: Money;
  @Field(() => LocalDate, { nullable: true, description: "Day on which the bank booked it; null where it gave none." })
  bookedOn!: string | null;
  @Field(() => String, { nullable: true, description: "The bank's reference of the entry; null where it gave none." })
  reference!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "The bank's number of the account statement that holds it; null while only notifications have told of it.",
  })
  statementReference!: string | null;
}

@visibleTo("FINANCE")
@ObjectType("BankAnswer", { description: "One fact that the bank told about one payment, once however often it tells it." })
class BankAnswerType {
  @Field(() => ID, { description: "Global id; opaque, unique across types." })
  id!: string;
  @Field(() => BankAnswerKindEnum, { description: "What it told." })
  kind!: string;
  @Field(() => DateTime, { description: "When its message was read." })
  toldAt!: Date;
  @Field(() => String, { description: "The bank's id of the message." })
  messageId!: string;
  @Field(() => String, { nullable: true, description: "The bank's reference of the payment; null where it gave none." })
  reference!: string | null;
  @Field(() => String, { nullable: true, description: "The bank's reason code, e.g. AC04; null where it gave none." })
  reason!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Day on which the bank booked it; null for what moves no money." })
  bookedOn!: string | null;
  @Field(() => BankEntryType, { nullable: true, description: "The entry that booked or returned it; null for what moves no money." })
  entry!: BankEntryType | null;
}

const ANSWERS = statement(
  "bank-answers-of-payments",
  `select v.payment_id as parent, v.id, v.kind, v.recorded_at, v.bank_reference, v.reason, v.booked_on, f.message_id,
     m.id as entry_id, m.amount_minor, m.booked_on as entry_booked_on, m.entry_reference, s.statement_reference
   from bank_event v join bank_file f on f.id = v.file_id
     left join bank_movement m on m.id = v.movement_id left join bank_statement s on s.id = m.statement_id
   where v.payment_id = any ($1::uuid[]) order by v.recorded_at, v.id`,
);
type AnswerRow = RowOf<"bank-answers-of-payments">;

const answersOf = (tx: Tx, payments: readonly string[]): Promise<AnswerRow[]> => tx.query(ANSWERS.with(payments));
const orNull = (text: string | null): string | null => (text === "" ? null : text);

function entryOf(row: AnswerRow): BankEntryType | null {
  if (row.entry_id === null) return null;
  return {
    id: globalId("BankEntry", row.entry_id),
    amount: money(row.amount_minor ?? 0n),
    bookedOn: row.entry_booked_on,
    reference: orNull(row.entry_reference),
    statementReference: orNull(row.statement_reference),
  };
}

function answerView(row: AnswerRow): BankAnswerType {
  return {
    id: globalId("BankAnswer", row.id),
    kind: row.kind,
    toldAt: row.recorded_at,
    messageId: row.message_id,
    reference: orNull(row.bank_reference),
    reason: row.reason,
    bookedOn: row.booked_on,
    entry: entryOf(row),
  };
}

@Resolver(() => BankAnswerType)
export class BankAnswerWords {
  @FieldResolver(() => String, { nullable: true, description: "The reason in words, and what to do about it; null where there is none." })
  reasonInWords(@Root() { reason }: BankAnswerType, @InLanguage() language: Language): string | null {
    if (reason === null) return null;
    const [en, da] = BANK_REASON_WORDS[reason] ?? OTHER_BANK_REASON;
    return inLanguage({ en, da }, language);
  }
}

@Resolver(() => SettlementPaymentType)
export class PaymentAtBank {
  @visibleTo("FINANCE")
  @FieldResolver(() => [BankAnswerType], { description: "What the bank told about it, in the order in which it was read." })
  async bankAnswers(@Root() payment: SettlementPaymentType, @Ctx() ctx: Context): Promise<BankAnswerType[]> {
    return (await this.#told(payment, ctx)).map(answerView);
  }

  @visibleTo("FINANCE")
  @FieldResolver(() => [BankEntryType], { description: "Entries of the payer's account that paid it or brought it back." })
  async statementEntries(@Root() payment: SettlementPaymentType, @Ctx() ctx: Context): Promise<BankEntryType[]> {
    const entries = (await this.#told(payment, ctx)).flatMap((row) => entryOf(row) ?? []);
    return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  }

  #told(payment: SettlementPaymentType, ctx: Context): Promise<readonly AnswerRow[]> {
    return rowsOf(ctx, idOf("SettlementPayment", payment.id), { key: ["bank answers"], read: answersOf });
  }
}
