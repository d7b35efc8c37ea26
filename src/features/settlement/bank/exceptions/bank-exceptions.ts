import { Args, ArgsType, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../../gateway/api/run-operation.js";
import { connection, connectionOf, type Connection } from "../../../../gateway/api/paging/connection.js";
import type { Context } from "../../../../gateway/api/context.js";
import { visibleTo } from "../../../../gateway/api/guard.js";
import { Money, money } from "../../../../gateway/api/money.js";
import { globalId, Node } from "../../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../../gateway/api/relation.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../../gateway/api/paging/page.js";
import { DateTime, LocalDate, NonNegativeInt } from "../../../../gateway/api/scalars.js";
import { bankExceptions, type BankExceptionRecord } from "./bank-exception.store.js";
import { MisfitReasonEnum, ResolutionEnum } from "../bank-enums.type.js";
import type { MisfitReason, Resolution } from "../bank-words.js";

@visibleTo("FINANCE")
@ObjectType("BankException", { implements: Node, description: "A line of the bank's that fits nothing of ours.", simpleResolvers: true })
export class BankExceptionType extends Node {
  @Field(() => MisfitReasonEnum, { description: "Why a person has to look." })
  reason!: MisfitReason;
  @Field(() => String, { nullable: true, description: "The reference in the line; null where it has none." })
  reference!: string | null;
  @Field(() => Money, { nullable: true, description: "The amount in the line; null where it states none." })
  amount!: Money | null;
  @Field(() => LocalDate, { nullable: true, description: "Day on which the bank booked it; null where it gave none." })
  bookedOn!: string | null;
  @Field(() => String, { nullable: true, description: "The bank's reference; null where it gave none." })
  bankReference!: string | null;
  @Field(() => String, { nullable: true, description: "Where it first stood, e.g. entry 3; null where it has no single place." })
  place!: string | null;
  @Field(() => Money, {
    description: "Its money that stands unexplained in the book: what came in positive, what went out negative; 0 where none moved.",
  })
  unexplained!: Money;
  @Field(() => NonNegativeInt, {
    description: "Entries of the account that it speaks of; more than 1 where many of others are told of together.",
  })
  entryCount!: number;
  @Field(() => ResolutionEnum, { nullable: true, description: "What was found, proposed or confirmed; null while nobody has said." })
  resolution!: Resolution | null;
  @relation("BankException", { nullable: true, description: "The exception that it is set off against; null where it is not." })
  against!: Ref | null;
  @Field(() => String, {
    nullable: true,
    description: "Who proposed the resolution, where another person has to confirm it; null while nobody has, or where nobody has to.",
  })
  proposedBy!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When it was resolved; null while it is open." })
  resolvedAt!: Date | null;
}

const BankExceptionConnection = connectionOf("BankException", () => BankExceptionType);

export function exceptionView(record: BankExceptionRecord): BankExceptionType {
  const { id, reason, details } = record;
  const stated = (text: string | null): string | null => (text === "" ? null : text);
  return {
    id: globalId("BankException", id),
    reason,
    reference: stated(details.reference),
    amount: details.amountMinor === null ? null : money(details.amountMinor),
    bookedOn: details.bookedOn,
    bankReference: stated(details.bankReference),
    place: stated(details.place),
    unexplained: money(record.amount_minor),
    entryCount: details.entries ?? 1,
    resolution: record.resolution,
    against: refOrNull("BankException", record.against_id),
    proposedBy: record.proposed_by,
    resolvedAt: record.resolved_at,
  };
}

@ArgsType()
export class BankExceptionsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: true, description: "Only those that nobody has resolved." })
  open!: boolean;
}

@Resolver()
export class ListBankExceptions {
  @visibleTo("FINANCE")
  @Query(() => BankExceptionConnection, { description: "The queue of bank lines that a person has to look at, the oldest first." })
  bankExceptions(@Args(() => BankExceptionsArgs) args: BankExceptionsArgs, @Ctx() ctx: Context): Promise<Connection<BankExceptionType>> {
    const first = pageSize(args.first);
    const after = args.after ? String(decodeCursor("exceptions", ["uuid"], args.after)[0]) : null;
    return runQuery(ctx, async (tx) =>
      connection(await bankExceptions(tx, args.open, after, first + 1), first, (e) => encodeCursor("exceptions", [e.id]), exceptionView),
    );
  }
}
