import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { Refused } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LocalDate, UUID } from "../../../gateway/api/scalars.js";
import { actAsProduct } from "../../../platform/act-as-product.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { refreshCoverLosses } from "../../claims/cover-loss/cover-loss.store.js";
import type { WithdrawalCause } from "../authority/scopes.js";
import { WithdrawalCauseEnum } from "../member-enums.type.js";
import { lastDayOf, withdrawalRefusals } from "./withdrawal.js";
import { endCover, withdrawalGround } from "./withdrawal.store.js";

@InputType({ description: "Takes an employee out of a company's scheme." })
export class RecordWithdrawalInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 72 hours." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The employee's policy." })
  policyId!: string;
  @Field(() => WithdrawalCauseEnum, { description: "Why." })
  cause!: WithdrawalCause;
  @Field(() => LocalDate, {
    description: "Resigned: the day they left, cover ends with that month. Withdrawn: the last day of cover. At most three months back.",
  })
  on!: string;
}

@visibleTo("INTEGRATION")
@ObjectType({ description: "The last day of cover, or every reason why not." })
export class RecordWithdrawalPayload {
  @relation("Policy", { nullable: true, description: "The policy; null when the act was refused." })
  policy!: Ref | null;
  @Field(() => LocalDate, { nullable: true, description: "Its last day of cover; null when the act was refused." })
  coverEnd!: string | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
  @Field(() => Boolean, { description: "True when this answers a repeated request." })
  replayed!: boolean;
}

@Resolver()
export class RecordWithdrawal {
  @visibleTo("INTEGRATION")
  @Mutation(() => RecordWithdrawalPayload, {
    description:
      "Ends an employee's cover, also back in time (MEM-BACKDATE-3M, MEM-RESIGN-DISCLOSE). What was paid for days that are no longer covered stays with the clinic and stands in `companyCharges` (MEM-BACKDATE-COMPANY-PAYS); appointments ahead stand in `coverLosses`.",
  })
  async recordWithdrawal(
    @Arg("input", () => RecordWithdrawalInput) input: RecordWithdrawalInput,
    @Ctx() ctx: Context,
  ): Promise<RecordWithdrawalPayload> {
    const policyId = idOf("Policy", input.policyId, ["input", "policyId"]);
    const keyed: IdempotencyKey = { operation: "recordWithdrawal", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "recordWithdrawal",
      keyed,
      // which appointments it takes the ground from is read as the product
      rights: "WORKER",
      work: (tx) => record(ctx, tx, policyId, input, keyed),
      replay: (_, stored) => Promise.resolve((stored as { lastDay: string }).lastDay),
    });
    return {
      policy: result ? ref("Policy", policyId) : null,
      coverEnd: result,
      errors: userErrors(errors),
      replayed,
    };
  }
}

async function record(ctx: Context, tx: Tx, policyId: string, input: RecordWithdrawalInput, keyed: IdempotencyKey): Promise<string> {
  const ground = await withdrawalGround(tx, policyId);
  const refusals = withdrawalRefusals(input, ground);
  if (refusals.length > 0 || !ground) throw new Refused(refusals);
  const lastDay = lastDayOf(input);
  const { member_id: memberId, now } = ground;
  const audited = { operation: "recordWithdrawal", memberId, object: "Policy", objectId: policyId, fields: ["coverEnd"] } as const;
  await write(
    tx,
    {
      policy_withdrawal: [
        {
          id: newId(),
          policy_id: policyId,
          member_id: memberId,
          cause: input.cause,
          left_on: input.cause === "RESIGNED" ? input.on : null,
          last_day: lastDay,
          recorded_by: ctx.viewer.subject,
          recorded_at: now,
        },
      ],
      audit_event: [auditRow(ctx.viewer, ctx.traceId, { ...audited, outcome: "ALLOWED" })],
      outbox: [outboxRow("policy.withdrawn", policyId, { policyId })],
    },
    [endCover(policyId, lastDay), outcomeOf(ctx.viewer.subject, keyed, { lastDay })],
  );
  await actAsProduct(tx);
  await refreshCoverLosses(tx, [policyId], ctx.viewer.subject);
  return lastDay;
}
