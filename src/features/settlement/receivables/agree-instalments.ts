import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { BigIntScalar, LocalDate } from "../../../gateway/api/scalars.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { Refused } from "../../../kernel/refusal.js";
import { statement } from "../../../platform/postgres/statement.js";
import { change } from "../../../platform/postgres/write.js";
import { changeReceivable, stored } from "./receivable-change.js";
import { instalmentRefusals } from "./receivable.js";
import { successorGround } from "./receivable.store.js";
import { ReceivablePayload } from "./receivable.type.js";

@InputType({ description: "A part of what is paid back." })
export class InstalmentInput {
  @Field(() => LocalDate, { description: "Day on which it is due; after that of the one before." })
  dueOn!: string;
  @Field(() => BigIntScalar, { description: "Whole øre, 1 or more." })
  amountMinor!: bigint;
}

@InputType({ description: "Agrees on instalments for a receivable." })
export class AgreeInstalmentsInput extends LongKeyedInput {
  @Field(() => ID, { description: "The receivable." })
  receivableId!: string;
  @Field(() => [InstalmentInput], { description: "All that is left to pay, in its order; takes the place of what was agreed before." })
  instalments!: readonly InstalmentInput[];
}

const PLAN = statement("agree_instalments", "update provider_receivable set instalments = $2, version = version + 1 where id = $1");
@Resolver()
export class AgreeInstalments {
  @visibleTo("FINANCE")
  @Mutation(() => ReceivablePayload, { description: "Agrees on when what is left of a receivable is paid back." })
  agreeInstalments(
    @Arg("input", () => AgreeInstalmentsInput) input: AgreeInstalmentsInput,
    @Ctx() ctx: Context,
  ): Promise<ReceivablePayload> {
    return changeReceivable(ctx, "agreeInstalments", input, async (tx, found) => {
      const { today } = await successorGround(tx, null);
      const refusals = instalmentRefusals(input.instalments, found.amount_minor - found.repaid_minor, today);
      if (refusals.length > 0) throw new Refused(refusals);
      return { topic: "receivable.instalments-agreed", update: change(PLAN.with(found.id, stored(input.instalments)), 1) };
    });
  }
}
