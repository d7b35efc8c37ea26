import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { NetworkPart } from "../../../../schema/states.js";
import { runMutation, type MutationOutcome } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { NonNegativeInt, PositiveInt } from "../../../gateway/api/scalars.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { heavyWork, TooHeavy } from "../../../platform/heavy-work.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import { transaction, type Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { PublishModeEnum, ContentEncodingEnum } from "../../capacity/slot-enums.type.js";
import type { ContentEncoding, PublishMode } from "../../capacity/slot-words.js";
import { contentOf, keyedInput } from "../../capacity/publication/upload-content.js";
import { NetworkFormatEnum, NetworkLineOutcomeEnum, NetworkPartEnum } from "../network-enums.type.js";
import type { IntakeOutcome, NetworkFormat } from "../network-words.js";
import { planOfLines, saveSteps, type PartsAct } from "../register/save-lines.js";
import type { PartStep } from "../register/plan-lines.js";
import { idsOf, keepProgress, type Counts } from "./intake.store.js";
import { readNetwork, type NetworkFile, type NetworkLine, type NetworkReading } from "./read-network.js";

@InputType({ description: "Companies, clinics or practitioners as a file, each named by the key of the register it comes from." })
export class ImportNetworkInput extends LongKeyedInput {
  @Field(() => NetworkPartEnum, {
    description: "What the lines are about. Companies go before their clinics, clinics before who works there.",
  })
  part!: NetworkPart;
  @Field(() => NetworkFormatEnum, { description: "The form of the file." })
  format!: NetworkFormat;
  @Field(() => PublishModeEnum, { nullable: true, description: "All lines or none when left out." })
  mode?: PublishMode | null;
  @Field(() => String, { description: "The file: up to 25,000 lines and 10 MB." })
  content!: string;
  @Field(() => ContentEncodingEnum, { nullable: true, description: "As text when left out." })
  encoding?: ContentEncoding | null;
  @Field(() => Boolean, { nullable: true, description: "True: save nothing, only say what each line would do." })
  preview?: boolean | null;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType("NetworkLineResult", { description: "What became of one line.", simpleResolvers: true })
export class NetworkLineResult {
  @Field(() => PositiveInt, { description: "The line of the file, counted from 1 as an editor shows it." })
  line!: number;
  @Field(() => String, { nullable: true, description: "The key it names; null when the line could not be read that far." })
  externalId!: string | null;
  @Field(() => NetworkLineOutcomeEnum, { description: "What was done." })
  outcome!: IntakeOutcome;
  @relation("Organisation", {
    nullable: true,
    description: "The company that stands under the key now; null for a refused line, and for a new one in a preview.",
  })
  organisation!: Ref | null;
  @relation("Clinic", { nullable: true, description: "The clinic; null where the line is about something else, or was refused." })
  clinic!: Ref | null;
  @relation("Practitioner", {
    nullable: true,
    description: "The practitioner; null where the line is about something else, or was refused.",
  })
  practitioner!: Ref | null;
  @Field(() => [UserError], { description: "Every reason why the line was refused; empty otherwise." })
  errors!: readonly UserError[];
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "What became of a file, line by line and in figures." })
export class ImportNetworkPayload extends ActPayload {
  @relation("NetworkIntake", { nullable: true, description: "How far it has come; others see it move while it runs. Null in a preview." })
  intake!: Ref | null;
  @Field(() => [NetworkLineResult], { description: "One result per line, in order; empty when the file as a whole was refused." })
  lines!: readonly NetworkLineResult[];
  @Field(() => NonNegativeInt, { description: "New parts." })
  inserted!: number;
  @Field(() => NonNegativeInt, { description: "Changed parts." })
  changed!: number;
  @Field(() => NonNegativeInt, { description: "Parts that are already as their line says." })
  unchanged!: number;
  @Field(() => NonNegativeInt, { description: "Refused lines." })
  refused!: number;
  @relation("Proposal", {
    nullable: true,
    description: "The dated facts of the file, which wait for a second person; null where there are none.",
  })
  proposal!: Ref | null;
  @Field(() => [UserError], {
    description: "Why the file as a whole was refused: then nothing was saved. Empty in mode CONTINUE, where each line has its own.",
  })
  errors!: readonly UserError[];
}

type LineResult = {
  readonly line: number;
  readonly externalId: string | null;
  readonly outcome: IntakeOutcome;
  readonly id: string | null;
  readonly refusals: readonly Refusal[];
};
type Imported = { readonly results: readonly LineResult[]; readonly proposalId: string | null };
/** One letter per line, why the refused ones were, and what waits; ids are read again for a repeated call. */
type Stored = {
  readonly letters: string;
  readonly refused: Readonly<Record<string, readonly Refusal[]>>;
  readonly proposalId: string | null;
  readonly intakeId: string;
};

const LETTERS: Readonly<Record<IntakeOutcome, string>> = { INSERTED: "I", CHANGED: "C", UNCHANGED: "U", REFUSED: "X" };
const OUTCOMES = Object.fromEntries(Object.entries(LETTERS).map(([outcome, letter]) => [letter, outcome])) as Readonly<
  Record<string, IntakeOutcome>
>;
const OUTCOME_OF = { INSERT: "INSERTED", CHANGE: "CHANGED", UNCHANGED: "UNCHANGED", REFUSE: "REFUSED" } as const;

@Resolver()
export class ImportNetwork {
  @visibleTo("NETWORK_MANAGER")
  @costs({ own: 200 })
  @Mutation(() => ImportNetworkPayload, {
    description:
      "Brings in companies, clinics or practitioners from a file, with a result per line. The same file again changes nothing. Agreements and authorisations in it wait for a second person.",
  })
  async importNetwork(
    @Arg("input", () => ImportNetworkInput) input: ImportNetworkInput,
    @Ctx() ctx: Context,
  ): Promise<ImportNetworkPayload> {
    const read = await readFile({ part: input.part, format: input.format, content: contentOf(ctx, input) ?? "" });
    const keyed = { operation: "importNetwork", key: input.idempotencyKey, input: keyedInput(ctx, input), keepHours: 720 };
    const intakeId = newId();
    const outcome = await runMutation<Imported & { readonly intakeId: string }>(ctx, {
      operation: "importNetwork",
      keyed: input.preview ? null : keyed,
      work: async (tx) => ({ ...(await bringIn(ctx, tx, { input, read, keyed, intakeId })), intakeId }),
      replay: (tx, stored) => replayed(tx, input.part, read.lines, stored as Stored),
    });
    if (!input.preview && !outcome.replayed && read.faults.length === 0) await close(ctx, intakeId, read, outcome);
    return payloadOf(outcome, input);
  }
}

/** Called by its name in another thread: the compiler holds the name to what the file exports. */
const READ: keyof typeof import("./read-network.js") = "readNetwork";
const LIMIT_MS = 20_000;
/** So much is read faster than it is carried to another thread. */
const SMALL = 64_000;

async function readFile(file: NetworkFile): Promise<NetworkReading> {
  if (file.content.length <= SMALL) return readNetwork(file);
  try {
    return await heavyWork<NetworkReading>(new URL("./read-network.js", import.meta.url), READ, file, LIMIT_MS, file.content);
  } catch (error) {
    if (!(error instanceof TooHeavy)) throw error;
    return {
      lines: [],
      faults: [
        refusal("INPUT_TOO_HEAVY", "Reading the file took too long and was stopped.", { remedy: "Send it in parts.", retryable: true }),
      ],
    };
  }
}

type Bringing = {
  readonly input: ImportNetworkInput;
  readonly read: NetworkReading;
  readonly keyed: IdempotencyKey;
  readonly intakeId: string;
};

async function bringIn(ctx: Context, tx: Tx, { input, read, keyed, intakeId }: Bringing): Promise<Imported> {
  if (read.faults.length > 0) throw new Refused(read.faults.map((fault) => ({ ...fault, path: ["input", "content"] })));
  const good = read.lines.flatMap((line, n) => (line.ok ? [{ n, line: line.value }] : []));
  const progress = progressOf(ctx, intakeId);
  const act: PartsAct = { part: input.part, operation: "importNetwork", lines: good, ...(input.preview ? {} : { onProgress: progress }) };
  if (!input.preview) await begin(ctx, intakeId, input.part, read.lines.length);
  const planned = await planOfLines(ctx, tx, act);
  const byLine = new Map<number, PartStep>(planned.map((step) => [step.n, step]));
  const results = read.lines.map((line, n) => resultOf(line, byLine.get(n)));
  const refusals = results.flatMap(({ refusals: of }) => of);
  if ((input.mode ?? "ATOMIC") === "ATOMIC" && refusals.length > 0) throw new Refused(refusals);
  if (input.preview)
    return { results: results.map((each) => (each.outcome === "INSERTED" ? { ...each, id: null } : each)), proposalId: null };
  const { proposalId } = await saveSteps(ctx, tx, act, planned);
  const stored: Stored = {
    letters: results.map(({ outcome }) => LETTERS[outcome]).join(""),
    refused: Object.fromEntries(results.flatMap((each, n) => (each.refusals.length > 0 ? [[String(n), each.refusals]] : []))),
    proposalId,
    intakeId,
  };
  const audited = {
    operation: "importNetwork",
    object: "NetworkIntake",
    objectId: intakeId,
    fields: [`${input.part}:${results.length}`],
  } as const;
  await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, { ...audited, outcome: "ALLOWED" })] }, [
    outcomeOf(ctx.viewer.subject, keyed, stored),
  ]);
  return { results, proposalId };
}

function resultOf(line: NetworkLine, step: PartStep | undefined): LineResult {
  const at = (refusals: readonly Refusal[]): Refusal[] =>
    refusals.map((each) => ({ ...each, path: ["input", "content", String(line.line), ...each.path] }));
  if (!line.ok) return { line: line.line, externalId: line.externalId, outcome: "REFUSED", id: null, refusals: at(line.faults) };
  const { externalId } = line.value;
  if (!step || step.does === "REFUSE")
    return { line: line.line, externalId, outcome: "REFUSED", id: null, refusals: at(step?.refusals ?? []) };
  return { line: line.line, externalId, outcome: OUTCOME_OF[step.does], id: step.id, refusals: [] };
}

/** The row is written beside the act, in transactions of its own: whoever asks sees it move. */
async function begin(ctx: Context, id: string, part: NetworkPart, lines: number): Promise<void> {
  await transaction(ctx.database, ctx.viewer, (own) => write(own, { network_intake: [{ id, part, lines, actor: ctx.viewer.subject }] }));
}

function progressOf(ctx: Context, id: string): (steps: readonly PartStep[]) => Promise<void> {
  let counts: Counts = { done: 0, inserted: 0, changed: 0, unchanged: 0, refused: 0 };
  return async (steps) => {
    const of = (does: PartStep["does"]): number => steps.filter((step) => step.does === does).length;
    counts = {
      done: counts.done + steps.length,
      inserted: counts.inserted + of("INSERT"),
      changed: counts.changed + of("CHANGE"),
      unchanged: counts.unchanged + of("UNCHANGED"),
      refused: counts.refused + of("REFUSE"),
    };
    await transaction(ctx.database, ctx.viewer, (own) => keepProgress(own, id, counts, "RUNNING"));
  };
}

async function close(ctx: Context, id: string, { lines }: NetworkReading, { result }: MutationOutcome<Imported>): Promise<void> {
  const counts = countsOf(result?.results ?? []);
  const state = result ? "DONE" : "REFUSED";
  await transaction(ctx.database, ctx.viewer, (own) =>
    keepProgress(own, id, { ...counts, done: result ? lines.length : 0 }, state, result?.proposalId),
  );
}

function countsOf(results: readonly LineResult[]): Omit<Counts, "done"> {
  const of = (outcome: IntakeOutcome): number => results.filter((each) => each.outcome === outcome).length;
  return { inserted: of("INSERTED"), changed: of("CHANGED"), unchanged: of("UNCHANGED"), refused: of("REFUSED") };
}

async function replayed(
  tx: Tx,
  part: NetworkPart,
  lines: readonly NetworkLine[],
  { letters, refused, proposalId, intakeId }: Stored,
): Promise<Imported & { readonly intakeId: string }> {
  const external = lines.map((line) => (line.ok ? line.value.externalId : line.externalId));
  const ids = await idsOf(
    tx,
    part,
    external.flatMap((id) => id ?? []),
  );
  const results = lines.map(({ line }, n): LineResult => {
    const outcome = OUTCOMES[letters[n] ?? "X"] ?? "REFUSED";
    const externalId = external[n] ?? null;
    return {
      line,
      externalId,
      outcome,
      id: outcome === "REFUSED" ? null : (ids.get(externalId ?? "") ?? null),
      refusals: refused[String(n)] ?? [],
    };
  });
  return { results, proposalId, intakeId };
}

function payloadOf(
  { result, errors, replayed: again }: MutationOutcome<Imported & { readonly intakeId: string }>,
  { part, preview }: ImportNetworkInput,
): ImportNetworkPayload {
  const results = result?.results ?? [];
  return {
    intake: refOrNull("NetworkIntake", result && !preview ? result.intakeId : null),
    lines: results.map(({ line, externalId, outcome, id, refusals }) => ({
      line,
      externalId,
      outcome,
      organisation: refOrNull("Organisation", part === "ORGANISATION" ? id : null),
      clinic: refOrNull("Clinic", part === "CLINIC" ? id : null),
      practitioner: refOrNull("Practitioner", part === "PRACTITIONER" ? id : null),
      errors: refusals.length === 0 ? [] : userErrors(refusals),
    })),
    ...countsOf(results),
    proposal: refOrNull("Proposal", result?.proposalId ?? null),
    errors: userErrors(errors),
    replayed: again,
  };
}
