/** What every change of a receivable has in common. */
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { idOf } from "../../../gateway/api/node.js";
import type { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { entryRows, type Posting } from "../../ledger/entry.js";
import type { EntryKind } from "../../ledger/ledger-words.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write, type Change } from "../../../platform/postgres/write.js";
import type { Instalment } from "./receivable.js";
import { lockReceivable, receivableById, type ReceivableRecord } from "./receivable.store.js";
import { receivableView, type ReceivablePayload } from "./receivable.type.js";

type Decided = {
  readonly topic: string;
  /** What another company than the one that owed it is told besides. */
  readonly told?: { readonly topic: string; readonly providerId: string };
  readonly update: Change;
  readonly posted?: { readonly kind: EntryKind; readonly sides: readonly Posting[]; readonly now: Date; readonly today: string };
};

/** Instalments as the table keeps them. */
export function stored(instalments: readonly Instalment[]): string {
  return JSON.stringify(instalments.map(({ dueOn, amountMinor }) => ({ dueOn, amountMinor: Number(amountMinor) })));
}

/** Locks a receivable, decides, and writes what was decided with its entry in the book, its trail and its event. */
export async function changeReceivable(
  ctx: Context,
  operation: string,
  input: LongKeyedInput & { readonly receivableId: string },
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
      const { topic, told, update, posted } = await decide(tx, found);
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
          outbox: [{ topic, providerId: found.provider_id }, ...(told ? [told] : [])].map((each) =>
            outboxRow(each.topic, id, { receivableId: id, providerId: each.providerId }),
          ),
        },
        [update, outcomeOf(ctx.viewer.subject, keyed, { receivableId: id })],
      );
      return receivableById(tx, id);
    },
    replay: (tx) => receivableById(tx, id),
  });
  return { receivable: result && receivableView(result), errors: userErrors(errors), replayed };
}
