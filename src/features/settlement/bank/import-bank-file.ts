import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { NonNegativeInt } from "../../../gateway/api/scalars.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { globalId } from "../../../gateway/api/node.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { LeftAloneEnum, MisfitReasonEnum } from "./bank-enums.type.js";
import type { LeftAloneReason, MisfitReason } from "./bank-words.js";
import type { BankReport, FactKind } from "./fact.js";
import type { ImportPlan } from "./import-plan.js";
import { progressOf, type Progress } from "./import-progress.js";
import { importReport, sha256Of } from "./import-report.js";
import { bankFileBy, type BankFileRecord } from "./import.store.js";
import { readInThread, type BankReading } from "./reading/read-in-thread.js";

@InputType({ description: "Reads a file of the bank's: pain.002 (status), camt.053 or camt.054 (what was booked)." })
export class ImportBankFileInput extends LongKeyedInput {
  @Field(() => String, { description: "The file's XML as text. No document type; complete." })
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
@ObjectType("BankFileAccount", { description: "An account that the file reports of.", simpleResolvers: true })
export class BankFileAccountType {
  @Field(() => String, { description: "Where it stands in the file, e.g. account 2." })
  place!: string;
  @Field(() => NonNegativeInt, { description: "Its booked entries; of an account that is left alone all its entries." })
  entryCount!: number;
  @Field(() => LeftAloneEnum, { nullable: true, description: "Why nothing was read of it; null for the payer's own account." })
  leftAlone!: LeftAloneReason | null;
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
  @Field(() => [BankFileAccountType], { description: "The accounts in the file; those of others are listed and left alone." })
  accounts!: readonly BankFileAccountType[];
}

@visibleTo("FINANCE", "BANK_CHANNEL")
@ObjectType({ description: "What the file changed, or every reason why it was refused whole." })
export class ImportBankFilePayload extends ActPayload {
  @Field(() => BankFileType, { nullable: true, description: "The imported file; null when it was refused." })
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
    const { payer } = ctx.services.config.payments;
    // read before anything is locked
    const sha256 = sha256Of(input.content);
    const progress = progressOf(ctx.database, ctx.viewer, { content: input.content, sha256 });
    await progress("READING");
    const reading: BankReading = payer ? await readInThread({ content: input.content, payer }) : { refusals: [NO_PAYER] };
    const keyed = { operation: "importBankFile", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "importBankFile",
      keyed,
      work: (tx) => importFile(ctx, tx, { reading, sha256, keyed, progress }),
      replay: async (tx, stored) => {
        const file = await bankFileBy(tx, { id: (stored as { fileId: string }).fileId });
        return file && known(file);
      },
    });
    await progress(result ? "DONE" : "REFUSED", result?.lineCount, result?.lineCount);
    return { file: result, errors: userErrors(errors), replayed };
  }
}

const NO_PAYER = refusal("PAYER_MISSING", "No payer is configured, so no account in the file can be known to be the payer's.", {
  remedy: "Set PAYER_NAME, PAYER_ADDRESS, PAYER_CVR, PAYER_IBAN and PAYER_BIC.",
});

async function importFile(ctx: Pick<Context, "viewer" | "traceId">, tx: Tx, asked: Asked): Promise<BankFileType> {
  if ("refusals" in asked.reading) throw new Refused([...asked.reading.refusals]);
  const { report } = asked.reading;
  const imported = await importReport(tx, ctx, { report, sha256: asked.sha256, progress: asked.progress }, (fileId) => [
    outcomeOf(ctx.viewer.subject, asked.keyed, { fileId }),
  ]);
  return imported.before ? known(imported.before) : fileView(imported.fileId, report, imported.plan);
}

type Asked = { readonly reading: BankReading; readonly sha256: string; readonly keyed: IdempotencyKey; readonly progress: Progress };

function known(file: BankFileRecord): BankFileType {
  const nothing = { accepted: 0, booked: 0, rejected: 0, returned: 0, unchanged: file.line_count, exceptions: [], accounts: [] };
  return {
    id: globalId("BankFile", file.id),
    kind: file.kind,
    messageId: file.message_id,
    lineCount: file.line_count,
    known: true,
    ...nothing,
  };
}

function fileView(id: string, { kind, messageId, facts, accounts }: BankReport, plan: ImportPlan): BankFileType {
  const count = (of: FactKind): number => plan.events.filter((e) => e.kind === of).length;
  return {
    id: globalId("BankFile", id),
    kind,
    messageId,
    lineCount: facts.length,
    known: false,
    accepted: count("ACCEPTED"),
    booked: count("BOOKED"),
    rejected: count("REJECTED"),
    returned: count("RETURNED"),
    unchanged: plan.unchanged,
    exceptions: plan.misfits.slice(0, MOST_SHOWN).map(({ fact, reason }) => ({ place: fact.place, reason })),
    accounts: accounts.map(({ place, entries, leftAlone }) => ({ place, entryCount: entries, leftAlone })),
  };
}

/** The queue has the rest. */
const MOST_SHOWN = 1_000;
