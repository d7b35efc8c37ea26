import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { yearOf } from "../../../kernel/calendar.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { entryRows } from "../../ledger/entry.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { BUSY } from "../batches/closing/busy.js";
import { lockSettlement } from "../batches/closing/gather.store.js";
import { issueSelfBills } from "../documents/self-bills/self-bill.store.js";
import { receivableReference, wholeAtOnce } from "./receivable.js";
import { demandGround, netLines, receivableById, type ReceivableRecord } from "./receivable.store.js";
import { ReceivablePayload, receivableView } from "./receivable.type.js";

@InputType({ description: "Demands in money what a company's corrections take back beyond what it is owed." })
export class DemandRepaymentInput extends LongKeyedInput {
  @Field(() => ID, { description: "The company." })
  organisationId!: string;
}

@Resolver()
export class DemandRepayment {
  @visibleTo("FINANCE")
  @Mutation(() => ReceivablePayload, {
    description:
      "Settles all of a company's payable lines against each other and demands what is left to be paid back, within thirty days or in instalments. Without it that is set off against coming treatments by itself.",
  })
  async demandRepayment(
    @Arg("input", () => DemandRepaymentInput) input: DemandRepaymentInput,
    @Ctx() ctx: Context,
  ): Promise<ReceivablePayload> {
    const providerId = idOf("Organisation", input.organisationId, ["input", "organisationId"]);
    const keyed = { operation: "demandRepayment", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "demandRepayment",
      keyed,
      work: (tx) => demand(ctx, tx, providerId, keyed),
      replay: (tx, stored) => receivableById(tx, (stored as { receivableId: string }).receivableId),
    });
    return { receivable: result && receivableView(result), errors: userErrors(errors), replayed };
  }
}

async function demand(ctx: Context, tx: Tx, providerId: string, keyed: IdempotencyKey): Promise<ReceivableRecord | null> {
  await lockSettlement(tx);
  const { today, now, serial, name, lines, total } = await demandGround(tx, providerId);
  const path = ["input", "organisationId"];
  if (name === null) throw new Refused([refusal("NOT_FOUND", "There is no such company.", { path, remedy: "Check the id." })]);
  const claimedMinor = -(total ?? 0n);
  if (claimedMinor <= 0n)
    throw new Refused([
      refusal("NOTHING_TO_DEMAND", "This company is owed at least as much as is taken back.", {
        path,
        remedy: "Nothing has to be demanded; the next batch pays what is left.",
      }),
    ]);
  const { payer } = ctx.services.config.payments;
  if (!payer)
    throw new Refused([refusal("PAYER_MISSING", "No payer is configured.", { remedy: "Set PAYER_NAME and what belongs to it." })]);
  const [id, paymentId] = [newId(), newId()];
  const reference = receivableReference(yearOf(today), serial);
  const netted = await netLines(tx, { paymentId, providerId, reference, lines: lines ?? 0, name, claimedMinor });
  if (!netted) throw new Refused([BUSY]);
  await issueSelfBills(tx, [{ id: paymentId, lines: lines ?? 0 }], payer);
  const entry = entryRows(
    { id: paymentId, kind: "REPAYMENT_DEMANDED", status: "POSTED", paymentId, effectiveOn: today },
    [
      { account: "CLINIC_RECEIVABLE", ownerId: providerId, amountMinor: claimedMinor },
      { account: "CLINIC_PAYABLE", ownerId: providerId, amountMinor: -claimedMinor },
    ],
    { actor: ctx.viewer.subject, recordedAt: now, newId },
  );
  await write(
    tx,
    {
      ...entry,
      provider_receivable: [
        {
          id,
          reference,
          provider_id: providerId,
          payment_id: paymentId,
          amount_minor: claimedMinor,
          repaid_minor: 0n,
          demanded_on: today,
          demanded_by: ctx.viewer.subject,
          instalments: wholeAtOnce(claimedMinor, today).map((i) => ({ ...i, amountMinor: Number(i.amountMinor) })),
          version: 1,
        },
      ],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, { operation: "demandRepayment", object: "Receivable", objectId: id, outcome: "ALLOWED" }),
      ],
      outbox: [outboxRow("receivable.demanded", id, { receivableId: id, providerId })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { receivableId: id })],
  );
  return receivableById(tx, id);
}
