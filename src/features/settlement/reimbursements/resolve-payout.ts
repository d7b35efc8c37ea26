import { Arg, Args, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { runMutation, runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import type { Reimbursement } from "../../../../schema/rows.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { entryRows } from "../../ledger/entry.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import { danishToday } from "../payments/export.store.js";
import { PayoutEndingEnum } from "../settlement-enums.type.js";
import type { PayoutEnding } from "../settlement-words.js";
import { lockPayout } from "./payout.store.js";
import { reimbursementById } from "./reimbursement.store.js";
import { reimbursementView, ReimbursementConnection, ReimbursementType } from "./reimbursement.type.js";
import { stoppedReimbursements } from "./reimbursements-of.store.js";

@InputType({ description: "Says how a payout goes on that was stopped." })
export class ResolvePayoutInput extends LongKeyedInput {
  @Field(() => ID, { description: "The reimbursement; its payout is STOPPED." })
  reimbursementId!: string;
  @Field(() => PayoutEndingEnum, { description: "How it goes on." })
  ending!: PayoutEnding;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The reimbursement, or every reason why nothing was changed." })
export class ResolvePayoutPayload extends ActPayload {
  @Field(() => ReimbursementType, { nullable: true, description: "The reimbursement with its payout; null when it was refused." })
  reimbursement!: ReimbursementType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

const LIST = "stopped reimbursements";

@Resolver()
export class ResolvePayout {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => ResolvePayoutPayload, {
    description:
      "Lets a payout go on that was stopped because the bank found no account: paid again with the next batch, or not from here.",
  })
  async resolvePayout(
    @Arg("input", () => ResolvePayoutInput) input: ResolvePayoutInput,
    @Ctx() ctx: Context,
  ): Promise<ResolvePayoutPayload> {
    const id = idOf("Reimbursement", input.reimbursementId, ["input", "reimbursementId"]);
    const keyed = { operation: "resolvePayout", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "resolvePayout",
      keyed,
      work: (tx) => resolve(ctx, tx, { id, ending: input.ending }, keyed),
      replay: (tx) => reimbursementById(tx, id),
    });
    return { reimbursement: result && reimbursementView(result), errors: userErrors(errors), replayed };
  }

  @visibleTo("HEALTH_TEAM")
  @Query(() => ReimbursementConnection, {
    description: "Reimbursements of which the payout was stopped, the oldest first: the bank found no NemKonto for the member.",
  })
  stoppedReimbursements(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<Connection<ReimbursementType>> {
    const first = pageSize(page.first);
    const after = idAfter(LIST, page.after);
    return runQuery(ctx, async (tx) => {
      const found = await stoppedReimbursements(tx, after, first + 1);
      await write(tx, {
        audit_event: found.slice(0, first).map(({ id: objectId, memberId }) =>
          auditRow(ctx.viewer, ctx.traceId, {
            operation: "stoppedReimbursements",
            memberId,
            object: "Reimbursement",
            objectId,
            fields: ["reimbursement"],
            outcome: "ALLOWED",
          }),
        ),
      });
      return connection(found, first, (row) => idCursor(LIST, row.id), reimbursementView);
    });
  }
}

const MOVE_ON = statement("payout_move_on", "update payout set state = $2 where id = $1 and state = 'STOPPED'");

type Asked = { readonly id: string; readonly ending: PayoutEnding };

async function resolve(ctx: Context, tx: Tx, { id, ending }: Asked, keyed: IdempotencyKey): Promise<Reimbursement | null> {
  const payout = await lockPayout(tx, id);
  if (payout?.state !== "STOPPED") throw new Refused([NOT_STOPPED]);
  const { now, today } = await danishToday(tx);
  const elsewhere =
    ending === "PAY_AGAIN"
      ? {}
      : entryRows(
          // what it settles has the reimbursement's id
          { id: newId(), kind: "REIMBURSEMENT_PAID_ELSEWHERE", status: "POSTED", correctsId: id, reason: ending, effectiveOn: today },
          [
            { account: "MEMBER_PAYABLE", ownerId: payout.member_id, amountMinor: payout.amount_minor },
            { account: "OTHER_BUSINESS", ownerId: null, amountMinor: -payout.amount_minor },
          ],
          { actor: ctx.viewer.subject, recordedAt: now, newId },
        );
  await write(
    tx,
    {
      ...elsewhere,
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "resolvePayout",
          memberId: payout.member_id,
          object: "Reimbursement",
          objectId: id,
          outcome: "ALLOWED",
          rule: ending,
        }),
      ],
    },
    [
      change(MOVE_ON.with(payout.id, ending === "PAY_AGAIN" ? "READY" : "PAID_ELSEWHERE"), 1),
      outcomeOf(ctx.viewer.subject, keyed, { reimbursementId: id }),
    ],
  );
  return reimbursementById(tx, id);
}

const NOT_STOPPED = refusal("PAYOUT_NOT_STOPPED", "No payout of this reimbursement was stopped.", {
  path: ["input", "reimbursementId"],
  remedy: "Read the reimbursement again.",
});
