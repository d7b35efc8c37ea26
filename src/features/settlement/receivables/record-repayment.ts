import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { BigIntScalar } from "../../../gateway/api/scalars.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { statement } from "../../../platform/postgres/statement.js";
import { change } from "../../../platform/postgres/write.js";
import { changeReceivable, stored } from "./receivable-change.js";
import { afterRepayment } from "./receivable.js";
import { instalmentsOf, successorGround } from "./receivable.store.js";
import { ReceivablePayload } from "./receivable.type.js";

@InputType({ description: "Records money that a company has paid back." })
export class RecordRepaymentInput extends LongKeyedInput {
  @Field(() => ID, { description: "The receivable." })
  receivableId!: string;
  @Field(() => BigIntScalar, { description: "What came in, in whole øre; at most what is left." })
  amountMinor!: bigint;
}

const REPAY = statement(
  "repay_receivable",
  `update provider_receivable set repaid_minor = repaid_minor + $2, instalments = $3, version = version + 1
    where id = $1`,
);
@Resolver()
export class RecordRepayment {
  @visibleTo("FINANCE")
  @Mutation(() => ReceivablePayload, {
    description:
      "Records that a company has paid back. What came in stands to its credit since the bank told of it and two persons said whose it is (OF_A_CLINIC); the entry matches it with the demand.",
  })
  recordRepayment(@Arg("input", () => RecordRepaymentInput) input: RecordRepaymentInput, @Ctx() ctx: Context): Promise<ReceivablePayload> {
    return changeReceivable(ctx, "recordRepayment", input, async (tx, found) => {
      const path = ["input", "amountMinor"];
      if (input.amountMinor <= 0n) throw new Refused([refusal("AMOUNT_NOT_POSITIVE", "What came in is more than nothing.", { path })]);
      if (input.amountMinor > found.amount_minor - found.repaid_minor)
        throw new Refused([
          refusal("REPAID_TOO_MUCH", "More would be paid back than is owed.", {
            path,
            remedy: "Give at most what is left; return the rest.",
          }),
        ]);
      const { now, today } = await successorGround(tx, null);
      const left = afterRepayment(instalmentsOf(found), input.amountMinor);
      return {
        topic: "receivable.repaid",
        update: change(REPAY.with(found.id, input.amountMinor, stored(left)), 1),
        posted: {
          kind: "REPAYMENT_RECEIVED",
          now,
          today,
          // one account: what came in and what was demanded are settled against each other
          sides: [
            { account: "CLINIC_RECEIVABLE", ownerId: found.provider_id, amountMinor: input.amountMinor },
            { account: "CLINIC_RECEIVABLE", ownerId: found.provider_id, amountMinor: -input.amountMinor },
          ],
        },
      };
    });
  }
}
