import type { NewRow } from "../../../../schema/columns-of.js";
import { NonNegativeInt } from "../../../gateway/api/scalars.js";
import { createHash } from "node:crypto";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { globalId } from "../../../gateway/api/node.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { readBankFile } from "./index.js";
import type { FactKind } from "./fact.js";
import { danishToday } from "../payments/export.store.js";
import { lockSettlement } from "../batches/gather.store.js";
import { eventRows, misfitDetails } from "./import-rows.js";
import { planImport, type ImportPlan, type Misfit } from "./import-plan.js";
import { bankFileBy, knownFingerprints, paymentsNamed, putBankFile, settleMoves, type BankFileRecord } from "./import.store.js";
import { MisfitReasonEnum } from "../settlement-enums.type.js";
import type { MisfitReason } from "../settlement-words.js";

@InputType({ description: "Reads a file of the bank's: pain.002 (status), camt.053 or camt.054 (what was booked)." })
export class ImportBankFileInput extends LongKeyedInput {
  @Field(() => String, { description: "The file's XML as text. No document type; complete; amounts in DKK." })
  content!: string;
}

@visibleTo("FINANCE", "BANK_CHANNEL")
@ObjectType("BankFileLine", { description: "A line of the file that fits nothing of ours; a person looks at it.", simpleResolvers: true })
export class BankFileLineType {
  @Field(() => String, { description: "Where it stands in the file, e.g. entry 3, transaction 1." })
  place!: string;
  @Field(() => MisfitReasonEnum, { description: "Why a person has to look." })
  reason!: MisfitReason;
}

@visibleTo("FINANCE", "BANK_CHANNEL")
@ObjectType("BankFile", { description: "What a file of the bank's changed.", simpleResolvers: true })
export class BankFileType {
  @Field(() => ID, { description: "Id of the imported file." })
  id!: string;
  @Field(() => String, { description: "Name of the message, e.g. pain.002.001.03." })
  kind!: string;
  @Field(() => String, { description: "The bank's id of the message." })
  messageId!: string;
  @Field(() => NonNegativeInt, { description: "Statements about payments in the file." })
  lineCount!: number;
  @Field(() => Boolean, { description: "True when the same file was imported before: nothing was changed." })
  known!: boolean;
  @Field(() => NonNegativeInt, { description: "Payments newly accepted." })
  accepted!: number;
  @Field(() => NonNegativeInt, { description: "Payments newly booked." })
  booked!: number;
  @Field(() => NonNegativeInt, { description: "Payments newly rejected; their lines are payable again." })
  rejected!: number;
  @Field(() => NonNegativeInt, { description: "Payments newly returned; their lines are payable again." })
  returned!: number;
  @Field(() => NonNegativeInt, { description: "Lines that told what was known already." })
  unchanged!: number;
  @Field(() => [BankFileLineType], { description: "Lines for the exceptions queue, new or listed before." })
  exceptions!: readonly BankFileLineType[];
}

@visibleTo("FINANCE", "BANK_CHANNEL")
@ObjectType({ description: "What the file changed, or every reason why it was refused whole." })
export class ImportBankFilePayload extends ActPayload {
  @Field(() => BankFileType, { nullable: true, description: "The imported file." })
  file!: BankFileType | null;
  @Field(() => [UserError], { description: "Every reason why not, with the place in the file; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class ImportBankFile {
  @visibleTo("FINANCE", "BANK_CHANNEL")
  @Mutation(() => ImportBankFilePayload, {
    description:
      "Takes in the bank's answers. Duplicates, reordered lines and overlapping files change nothing twice; a faulty file changes nothing.",
  })
  async importBankFile(
    @Arg("input", () => ImportBankFileInput) input: ImportBankFileInput,
    @Ctx() ctx: Context,
  ): Promise<ImportBankFilePayload> {
    const keyed = { operation: "importBankFile", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "importBankFile",
      keyed,
      work: (tx) => importFile(ctx, tx, input.content, keyed),
      replay: async (tx, stored) => {
        const file = await bankFileBy(tx, { id: (stored as { fileId: string }).fileId });
        return file && known(file);
      },
    });
    return { file: result, errors: userErrors(errors), replayed };
  }
}

/** Reads the whole file first; then everything it means is written in this one transaction. */
async function importFile(ctx: Pick<Context, "viewer" | "traceId">, tx: Tx, content: string, keyed: IdempotencyKey): Promise<BankFileType> {
  const report = readBankFile(content);
  const sha256 = createHash("sha256").update(content, "utf8").digest("hex");
  await lockSettlement(tx);
  const before = await bankFileBy(tx, { sha256 });
  if (before) {
    const audited = { operation: "importBankFile", object: "BankFile", objectId: before.id, outcome: "ALLOWED" } as const;
    await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [
      outcomeOf(ctx.viewer.subject, keyed, { fileId: before.id }),
    ]);
    return known(before);
  }
  const plan = planImport(report.facts, await paymentsNamed(tx, report.facts));
  const { now, today } = await danishToday(tx);
  const fileId = newId();
  const exceptions = await exceptionRows(tx, plan.misfits, fileId);
  await putBankFile(tx, {
    id: fileId,
    sha256,
    kind: report.kind,
    message_id: report.messageId,
    imported_by: ctx.viewer.subject,
    line_count: report.facts.length,
  });
  await settleMoves(tx, plan.moved);
  await write(
    tx,
    {
      ...eventRows(plan.events, fileId, today, { actor: ctx.viewer.subject, recordedAt: now, newId }),
      bank_exception: exceptions,
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, { operation: "importBankFile", object: "BankFile", objectId: fileId, outcome: "ALLOWED" }),
      ],
      outbox: plan.moved.map((m) =>
        outboxRow(`payment.${m.to.state.toLowerCase()}`, m.payment.id, { paymentId: m.payment.id, providerId: m.payment.providerId }),
      ),
    },
    [outcomeOf(ctx.viewer.subject, keyed, { fileId })],
  );
  return fileView(fileId, report.kind, report.messageId, report.facts.length, plan);
}

async function exceptionRows(tx: Tx, misfits: readonly Misfit[], fileId: string): Promise<NewRow<"bank_exception">[]> {
  const rows = new Map(
    misfits.map((misfit) => {
      const details = misfitDetails(misfit);
      const fingerprint = createHash("sha256").update(JSON.stringify(details)).digest("hex");
      return [
        fingerprint,
        { id: newId(), file_id: fileId, fingerprint, reason: misfit.reason, details: { ...details, place: misfit.fact.place } },
      ];
    }),
  );
  const listed = await knownFingerprints(tx, [...rows.keys()]);
  return [...rows.values()].filter((row) => !listed.has(row.fingerprint));
}

function known(file: BankFileRecord): BankFileType {
  const nothing = { accepted: 0, booked: 0, rejected: 0, returned: 0, unchanged: file.line_count, exceptions: [] };
  return {
    id: globalId("BankFile", file.id),
    kind: file.kind,
    messageId: file.message_id,
    lineCount: file.line_count,
    known: true,
    ...nothing,
  };
}

function fileView(id: string, kind: string, messageId: string, lineCount: number, plan: ImportPlan): BankFileType {
  const count = (of: FactKind): number => plan.events.filter((e) => e.kind === of).length;
  return {
    id: globalId("BankFile", id),
    kind,
    messageId,
    lineCount,
    known: false,
    accepted: count("ACCEPTED"),
    booked: count("BOOKED"),
    rejected: count("REJECTED"),
    returned: count("RETURNED"),
    unchanged: plan.unchanged,
    exceptions: plan.misfits.map(({ fact, reason }) => ({ place: fact.place, reason })),
  };
}
