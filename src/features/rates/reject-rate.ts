import { statement } from "../../platform/postgres/statement.js";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import type { AgreedRate } from "../../../schema/rows.js";
import { runMutation } from "../../gateway/api/run-operation.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { LongKeyedInput } from "../../vocabulary/act.type.js";
import { auditRow } from "../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../platform/idempotency.js";
import { outboxRow } from "../../platform/trail/outbox.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { change, write } from "../../platform/postgres/write.js";
import { undecidedRate } from "./approve-rate.js";
import { ratePayload, RatePayload } from "./propose-rate.js";
import { rateById } from "./rate.store.js";

@InputType({ description: "Turns a proposed rate down." })
export class RejectRateInput extends LongKeyedInput {
  @Field(() => ID, { description: "The proposed rate." })
  id!: string;
  @Field(() => Int, { nullable: true, description: "Version that was looked at; refused when it has changed since." })
  expectedVersion?: number | null;
}

@Resolver()
export class RejectRate {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => RatePayload, { description: "Turns a proposed rate down. Not by the person who proposed it." })
  async rejectRate(@Arg("input", () => RejectRateInput) input: RejectRateInput, @Ctx() ctx: Context): Promise<RatePayload> {
    const id = idOf("AgreedRate", input.id, ["input", "id"]);
    const keyed = { operation: "rejectRate", key: input.idempotencyKey, input, keepHours: 720 };
    return ratePayload(
      await runMutation(ctx, {
        operation: "rejectRate",
        keyed,
        work: (tx) => reject(ctx, tx, id, input.expectedVersion ?? null, keyed),
        replay: (tx) => rateById(tx, id),
      }),
    );
  }
}

const REJECT_RATE = statement(
  "reject_rate",
  "update agreed_rate set state = 'REJECTED', version = version + 1 where id = $1 and state = 'PROPOSED'",
);

async function reject(ctx: Context, tx: Tx, id: string, expectedVersion: number | null, keyed: IdempotencyKey): Promise<AgreedRate | null> {
  const { rate } = await undecidedRate(ctx, tx, id, expectedVersion);
  await write(
    tx,
    {
      audit_event: [auditRow(ctx.viewer, ctx.traceId, { operation: "rejectRate", object: "AgreedRate", objectId: id, outcome: "ALLOWED" })],
      outbox: [outboxRow("rate.rejected", id, { rateId: id, clinicId: rate.clinicId, providerId: rate.providerId })],
    },
    [change(REJECT_RATE.with(id)), outcomeOf(ctx.viewer.subject, keyed, { rateId: id })],
  );
  return rateById(tx, id);
}
