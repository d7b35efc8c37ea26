import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { statement } from "../../../platform/postgres/statement.js";
import { change } from "../../../platform/postgres/write.js";
import { changeReceivable } from "./receivable-change.js";
import { successorGround } from "./receivable.store.js";
import { ReceivablePayload } from "./receivable.type.js";

@InputType({ description: "Lets the successor of a company take over what it owes." })
export class TransferReceivableInput extends LongKeyedInput {
  @Field(() => ID, { description: "The receivable." })
  receivableId!: string;
  @Field(() => ID, { description: "The company that has taken over the clinic." })
  successorId!: string;
}

const TRANSFER = statement(
  "transfer_receivable",
  `update provider_receivable set provider_id = $2, transferred_by = $3, version = version + 1
    where id = $1`,
);

@Resolver()
export class TransferReceivable {
  @visibleTo("FINANCE")
  @Mutation(() => ReceivablePayload, {
    description: "Lets the successor of a company take over what it owes. Not by the person who demanded it.",
  })
  transferReceivable(
    @Arg("input", () => TransferReceivableInput) input: TransferReceivableInput,
    @Ctx() ctx: Context,
  ): Promise<ReceivablePayload> {
    const successor = idOf("Organisation", input.successorId, ["input", "successorId"]);
    return changeReceivable(ctx, "transferReceivable", input, async (tx, found) => {
      const { known, now, today } = await successorGround(tx, successor);
      const path = ["input", "successorId"];
      if (!known || successor === found.provider_id)
        throw new Refused([
          refusal("SUCCESSOR_INVALID", "This company cannot take it over.", { path, remedy: "Name another company of the network." }),
        ]);
      if (found.demanded_by === ctx.viewer.subject)
        throw new Refused([
          refusal("FOUR_EYES", "Whoever demanded it does not let another company take it over.", {
            path: ["input", "receivableId"],
            remedy: "Another person has to do this.",
          }),
        ]);
      const amountMinor = found.amount_minor - found.repaid_minor;
      return {
        topic: "receivable.transferred",
        told: { topic: "receivable.taken-over", providerId: successor },
        update: change(TRANSFER.with(found.id, successor, ctx.viewer.subject), 1),
        posted: {
          kind: "RECEIVABLE_TRANSFERRED",
          now,
          today,
          sides: [
            { account: "CLINIC_RECEIVABLE", ownerId: successor, amountMinor },
            { account: "CLINIC_RECEIVABLE", ownerId: found.provider_id, amountMinor: -amountMinor },
          ],
        },
      };
    });
  }
}
