import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { BigIntScalar, LocalDate } from "../../../gateway/api/scalars.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { entryRows, type Posting } from "../../ledger/entry.js";
import type { EntryKind } from "../../ledger/ledger-words.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write, type Change } from "../../../platform/postgres/write.js";
import { afterRepayment, instalmentRefusals, type Instalment } from "./receivable.js";
import { instalmentsOf, lockReceivable, receivableById, successorGround, type ReceivableRecord } from "./receivable.store.js";
import { ReceivablePayload, receivableView } from "./receivable.type.js";

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

@InputType({ description: "Records money that a company has paid back." })
export class RecordRepaymentInput extends LongKeyedInput {
  @Field(() => ID, { description: "The receivable." })
  receivableId!: string;
  @Field(() => BigIntScalar, { description: "What came in, in whole øre; at most what is left." })
  amountMinor!: bigint;
}

@InputType({ description: "Lets the successor of a company take over what it owes." })
export class TransferReceivableInput extends LongKeyedInput {
  @Field(() => ID, { description: "The receivable." })
  receivableId!: string;
  @Field(() => ID, { description: "The company that has taken over the clinic." })
  successorId!: string;
}

const PLAN = statement("agree_instalments", "update provider_receivable set instalments = $2, version = version + 1 where id = $1");
const REPAY = statement(
  "repay_receivable",
  `update provider_receivable set repaid_minor = repaid_minor + $2, instalments = $3, version = version + 1
    where id = $1`,
);
const TRANSFER = statement(
  "transfer_receivable",
  `update provider_receivable set provider_id = $2, transferred_by = $3, version = version + 1
    where id = $1`,
);

type Decided = {
  readonly topic: string;
  readonly update: Change;
  readonly posted?: { readonly kind: EntryKind; readonly sides: readonly Posting[]; readonly now: Date; readonly today: string };
};

@Resolver()
export class ChangeReceivable {
  @visibleTo("FINANCE")
  @Mutation(() => ReceivablePayload, { description: "Agrees on when what is left of a receivable is paid back." })
  agreeInstalments(
    @Arg("input", () => AgreeInstalmentsInput) input: AgreeInstalmentsInput,
    @Ctx() ctx: Context,
  ): Promise<ReceivablePayload> {
    return changed(ctx, "agreeInstalments", input, async (tx, found) => {
      const { today } = await successorGround(tx, null);
      const refusals = instalmentRefusals(input.instalments, found.amount_minor - found.repaid_minor, today);
      if (refusals.length > 0) throw new Refused(refusals);
      return { topic: "receivable.instalments_agreed", update: change(PLAN.with(found.id, stored(input.instalments)), 1) };
    });
  }

  @visibleTo("FINANCE")
  @Mutation(() => ReceivablePayload, {
    description:
      "Records that a company has paid back. The money stands among what is unexplained (SUSPENSE) since the bank told of it, and is explained by this.",
  })
  recordRepayment(@Arg("input", () => RecordRepaymentInput) input: RecordRepaymentInput, @Ctx() ctx: Context): Promise<ReceivablePayload> {
    return changed(ctx, "recordRepayment", input, async (tx, found) => {
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
          sides: [
            { account: "SUSPENSE", ownerId: null, amountMinor: input.amountMinor },
            { account: "CLINIC_RECEIVABLE", ownerId: found.provider_id, amountMinor: -input.amountMinor },
          ],
        },
      };
    });
  }

  @visibleTo("FINANCE")
  @Mutation(() => ReceivablePayload, {
    description: "Lets the successor of a company take over what it owes. Not by the person who demanded it.",
  })
  transferReceivable(
    @Arg("input", () => TransferReceivableInput) input: TransferReceivableInput,
    @Ctx() ctx: Context,
  ): Promise<ReceivablePayload> {
    const successor = idOf("Organisation", input.successorId, ["input", "successorId"]);
    return changed(ctx, "transferReceivable", input, async (tx, found) => {
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

function stored(instalments: readonly Instalment[]): string {
  return JSON.stringify(instalments.map(({ dueOn, amountMinor }) => ({ dueOn, amountMinor: Number(amountMinor) })));
}

async function changed(
  ctx: Context,
  operation: string,
  input: AgreeInstalmentsInput | RecordRepaymentInput | TransferReceivableInput,
  decide: (tx: Tx, found: ReceivableRecord) => Promise<Decided>,
): Promise<ReceivablePayload> {
  const id = idOf("Receivable", input.receivableId, ["input", "receivableId"]);
  const keyed = { operation, key: input.idempotencyKey, input, keepHours: 720 };
  const { result, errors, replayed } = await runMutation(ctx, {
    operation,
    keyed,
    work: async (tx) => {
      const found = await lockReceivable(tx, id);
      if (!found)
        throw new Refused([
          refusal("NOT_FOUND", "There is no such receivable.", { path: ["input", "receivableId"], remedy: "Check the id." }),
        ]);
      const { topic, update, posted } = await decide(tx, found);
      const entry = posted
        ? entryRows(
            { id: newId(), kind: posted.kind, status: "POSTED", paymentId: found.payment_id, effectiveOn: posted.today },
            posted.sides,
            { actor: ctx.viewer.subject, recordedAt: posted.now, newId },
          )
        : {};
      await write(
        tx,
        {
          ...entry,
          audit_event: [auditRow(ctx.viewer, ctx.traceId, { operation, object: "Receivable", objectId: id, outcome: "ALLOWED" })],
          outbox: [outboxRow(topic, id, { receivableId: id, providerId: found.provider_id })],
        },
        [update, outcomeOf(ctx.viewer.subject, keyed, { receivableId: id })],
      );
      return receivableById(tx, id);
    },
    replay: (tx) => receivableById(tx, id),
  });
  return { receivable: result && receivableView(result), errors: userErrors(errors), replayed };
}
