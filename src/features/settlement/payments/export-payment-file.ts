import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { entryRows, type BookRows } from "../../ledger/entry.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import type { Payer, PaymentSettings } from "./payment-settings.js";
import { issueSelfBills } from "../documents/self-bills/self-bill.store.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import { UNKNOWN_BATCH } from "../batches/approve-settlement-batch.js";
import { ordersOf } from "../batches/batch-order.js";
import type { PaymentChannel } from "../channels/channel.js";
import { CHANNELS, channelNamed } from "../channels/index.js";
import { danishToday, nameRuns, payeesOf, withTreatments, type SentPayment } from "./export.store.js";
import { lockSettlement, moveLines } from "../batches/closing/gather.store.js";
import { approvedDigest } from "./approved-order.js";
import type { PaymentOrder } from "./payment-order.js";
import { payableTo } from "./payee.js";
import { writtenFile, type WrittenFile } from "./written-file.js";
import { checkMembers } from "../reimbursements/payable-members.js";
import { fileView, PaymentFileType } from "./payment-file.type.js";
import { lockBatch, paymentFilesOf, type BatchRecord, type FileRecord } from "../settlement.store.js";
import { PaymentChannelEnum } from "../settlement-enums.type.js";

@InputType({ description: "Makes the payment file of an approved batch, or fetches it again." })
export class ExportPaymentFileInput extends LongKeyedInput {
  @Field(() => ID, { description: "The approved batch." })
  batchId!: string;
  @Field(() => PaymentChannelEnum, { nullable: true, description: "How to send it; as agreed with the bank when left out." })
  channel?: string | null;
}

@visibleTo("FINANCE")
@ObjectType({ description: "The file, or every reason why there is none." })
export class ExportPaymentFilePayload extends ActPayload {
  @Field(() => [PaymentFileType], {
    description:
      "The files in their order: one, or several where the bank takes so much at once only. Empty with no errors where all of the batch was settled against each other.",
  })
  files!: readonly PaymentFileType[];
  @Field(() => [UserError], { description: "Every reason why not, with the payment it is about; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class ExportPaymentFile {
  @visibleTo("FINANCE")
  @Mutation(() => ExportPaymentFilePayload, {
    description: "Makes the files of an approved batch and marks its payments as sent. They are made once; asking again returns them.",
  })
  async exportPaymentFile(
    @Arg("input", () => ExportPaymentFileInput) input: ExportPaymentFileInput,
    @Ctx() ctx: Context,
  ): Promise<ExportPaymentFilePayload> {
    const batchId = idOf("SettlementBatch", input.batchId, ["input", "batchId"]);
    const keyed = { operation: "exportPaymentFile", key: input.idempotencyKey, input, keepHours: 720 };
    const settings = ctx.services.config.payments;
    const channel = input.channel ?? null;
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "exportPaymentFile",
      keyed,
      work: (tx) => exportBatch(ctx, tx, { batchId, channel, settings, channels: CHANNELS, keyed }),
      replay: (tx) => paymentFilesOf(tx, batchId),
    });
    return { files: (result ?? []).map(fileView), errors: userErrors(errors), replayed };
  }
}

export type PaymentExport = {
  readonly batchId: string;
  /** Null: the one in the settings. */
  readonly channel: string | null;
  readonly settings: PaymentSettings;
  readonly channels: readonly PaymentChannel[];
  readonly keyed: IdempotencyKey;
};

/** Empty where nothing is left to pay: what was owed and what was taken back are the same for everybody in the batch. */
type Exported = readonly FileRecord[];

const SEND_BATCH = statement(
  "send_batch",
  `update settlement_batch set state = 'SENT', exported_at = clock_now(), execution_on = $2
    where id = $1 and state = 'APPROVED'`,
);
const SEND_PAYMENTS = statement(
  "send_payments",
  `update settlement_payment set state = case when amount_minor = 0 then 'NETTED' else 'SENT' end, expected_on = $2
    where batch_id = $1 and state = 'BATCHED'`,
);

/** The files and everything that says they were sent, together or not at all. */
export async function exportBatch(ctx: Pick<Context, "viewer" | "traceId">, tx: Tx, asked: PaymentExport): Promise<Exported> {
  const channel = channelOf(asked);
  await lockSettlement(tx);
  const batch = await lockBatch(tx, asked.batchId);
  if (!batch) throw new Refused([UNKNOWN_BATCH]);
  if (batch.state === "SENT") return sentAlready(ctx, tx, asked);
  const { payer, approvedAt } = sendable(batch, asked.settings);
  const approved = await payeesOf(tx, batch.id);
  if (batch.approved_sha256 !== approvedDigest(approved, payer.iban)) throw new Refused([CHANGED_SINCE]);
  const toMembers = batch.pays === "MEMBERS";
  if (toMembers) await checkMembers(tx, batch.id, asked.settings);
  else await issueSelfBills(tx, approved, payer);
  // once more: the numbers of the documents stand in the file
  const all = toMembers ? approved : await payeesOf(tx, batch.id);
  const payments = all.filter(({ amountMinor }) => amountMinor > 0n);
  const netted = all.filter(({ amountMinor }) => amountMinor === 0n);
  const { now, today } = await danishToday(tx);
  await moveLines(tx, netted, "NETTED");
  if (payments.length === 0) return nothingToSend(ctx, tx, asked, batch);
  const told = asked.settings.treatmentLines > 0 && !toMembers ? await withTreatments(tx, batch.id, payments) : payments;
  const count = batch.payment_count - netted.length;
  const orders = ordersFor({ ...batch, payment_count: count, approved_at: approvedAt }, told, today, payer, asked.settings);
  if (!channel.carriesNemKonto && orders.some(goesToNemKonto)) throw new Refused([NO_PLACE_FOR_NEMKONTO]);
  const files = orders.map((order, i) => writtenFile(channel, order, { batchId: batch.id, place: i + 1, toMembers }));
  const on = orders[0]?.executionOn ?? batch.execution_on;
  await moveLines(tx, payments, "SENT");
  await nameRuns(tx, batch.id, orders);
  await write(tx, sentRows(ctx, files, payments, now, on), [
    change(SEND_BATCH.with(batch.id, on), 1),
    change(SEND_PAYMENTS.with(batch.id, on)),
    outcomeOf(ctx.viewer.subject, asked.keyed, { batchId: batch.id }),
  ]);
  return paymentFilesOf(tx, batch.id);
}

const goesToNemKonto = ({ payments }: PaymentOrder): boolean => payments.some(({ creditorAccount }) => "nemKonto" in creditorAccount);
const NO_PLACE_FOR_NEMKONTO = refusal("ACCOUNT_INVALID", "This channel has no place for a NemKonto, and a payee has no other account.", {
  path: ["input", "channel"],
  remedy: "Ask the payee for a valid account, or name a channel that has a place for what they have.",
});
const CHANGED_SINCE = refusal("PAYMENTS_CHANGED", "A payee, an account or an amount is no longer what was approved.", {
  path: ["input", "batchId"],
  remedy: "Look at what changed, and have the batch approved again by somebody who did not close it.",
});

function channelOf(asked: PaymentExport): PaymentChannel {
  const channel = channelNamed(asked.channel ?? asked.settings.channel, asked.channels);
  if (channel) return channel;
  const known = asked.channels.map((c) => c.code).join(", ");
  throw new Refused([
    refusal("CHANNEL_UNKNOWN", `There is no such channel; known are ${known}.`, {
      path: ["input", "channel"],
      remedy: "Name one of them, or none.",
    }),
  ]);
}

/** Who pays, and when it was approved; refused while it is not, or nobody is configured. */
function sendable(batch: BatchRecord, { payer }: PaymentSettings): { payer: Payer; approvedAt: Date } {
  if (batch.state !== "APPROVED" || !batch.approved_at) {
    throw new Refused([
      refusal("NOT_APPROVED", "This batch has not been approved.", {
        path: ["input", "batchId"],
        remedy: "Another person than the one who closed it has to approve it.",
      }),
    ]);
  }
  if (!payer)
    throw new Refused([
      refusal("PAYER_MISSING", "No payer is configured.", {
        remedy: "Set PAYER_NAME, PAYER_ADDRESS, PAYER_CVR, PAYER_IBAN and PAYER_BIC.",
      }),
    ]);
  return { payer, approvedAt: batch.approved_at };
}

/** Everything of it was settled against each other: it is done, and no bank hears of it. */
async function nothingToSend(
  ctx: Pick<Context, "viewer" | "traceId">,
  tx: Tx,
  asked: PaymentExport,
  batch: BatchRecord,
): Promise<Exported> {
  const on = batch.execution_on;
  const objectId = batch.id;
  await write(
    tx,
    {
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, { operation: "exportPaymentFile", object: "SettlementBatch", objectId, outcome: "ALLOWED" }),
      ],
      outbox: [outboxRow("settlement.netted", objectId, { batchId: objectId })],
    },
    [
      change(SEND_BATCH.with(objectId, on), 1),
      change(SEND_PAYMENTS.with(objectId, on)),
      outcomeOf(ctx.viewer.subject, asked.keyed, { batchId: objectId }),
    ],
  );
  return [];
}

function ordersFor(
  batch: BatchRecord & { readonly approved_at: Date },
  payees: readonly SentPayment[],
  today: string,
  payer: Payer,
  codes: PaymentSettings,
): readonly PaymentOrder[] {
  const facts = {
    reference: batch.reference,
    approvedAt: batch.approved_at,
    executionOn: batch.execution_on,
    today,
    paymentCount: batch.payment_count,
    totalMinor: batch.total_minor,
    payees,
  };
  const made = ordersOf(facts, { ...payer, ...codes });
  if ("refusals" in made) throw new Refused(made.refusals);
  return made.orders;
}

/** Payable to bank in transit, one entry per payment. Its id is the payment's id, so a reversal can name it without reading the book. */
function sentRows(
  ctx: Pick<Context, "viewer" | "traceId">,
  files: readonly WrittenFile[],
  payments: readonly SentPayment[],
  now: Date,
  on: string,
): BookRows {
  const by = { actor: ctx.viewer.subject, recordedAt: now, newId };
  const batchId = files[0]?.batch_id ?? "";
  const entries = payments.map((p) =>
    entryRows(
      { id: p.id, kind: "PAYMENT_SENT", status: "POSTED", paymentId: p.id, effectiveOn: on },
      [
        { ...payableTo(p.payee), amountMinor: p.amountMinor },
        { account: "BANK_IN_TRANSIT", ownerId: null, amountMinor: -p.amountMinor },
      ],
      by,
    ),
  );
  return {
    payment_file: files.map((file) => ({ id: newId(), ...file, exported_by: ctx.viewer.subject, exported_at: now.toISOString() })),
    ledger_entry: entries.flatMap((e) => e.ledger_entry),
    posting: entries.flatMap((e) => e.posting),
    audit_event: [
      auditRow(ctx.viewer, ctx.traceId, {
        operation: "exportPaymentFile",
        object: "SettlementBatch",
        objectId: batchId,
        outcome: "ALLOWED",
      }),
    ],
    outbox: [outboxRow("settlement.sent", batchId, { batchId })],
  };
}

async function sentAlready(ctx: Pick<Context, "viewer" | "traceId">, tx: Tx, asked: PaymentExport): Promise<Exported> {
  const files = await paymentFilesOf(tx, asked.batchId);
  const [file] = files;
  if (file && asked.channel !== null && asked.channel !== file.channel) {
    throw new Refused([
      refusal("SENT_OTHERWISE", `This batch left as ${file.channel}; a second file would pay it twice.`, {
        path: ["input", "channel"],
        remedy: "Fetch the file as it left.",
      }),
    ]);
  }
  // whoever fetches it again sees every account in it
  const audited = { operation: "exportPaymentFile", object: "SettlementBatch", objectId: asked.batchId, outcome: "ALLOWED" } as const;
  await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [
    outcomeOf(ctx.viewer.subject, asked.keyed, { batchId: asked.batchId }),
  ]);
  return files;
}
