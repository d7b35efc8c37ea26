import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { runMutation, runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { proposalRow } from "../../network/proposals/proposal.js";
import { FieldChangeType } from "../../network/proposals/proposal.type.js";
import type { FieldChange } from "../../network/register/plan-lines.js";
import { SessionKindEnum } from "../rate-enums.type.js";
import { amountsText, fitTariff, readTariffs, type TariffStep } from "./tariff-line.js";
import { missingTariffs, standingTariffs } from "./tariff.store.js";

@InputType({ description: "New public tariffs as a file; with `preview` only what they would change." })
export class ProposeTariffsInput extends LongKeyedInput {
  @Field(() => String, {
    description:
      "CSV with a header line: service, session, full_fee, public_share, patient_share; kroner with two decimals. 500 lines at most.",
  })
  content!: string;
  @Field(() => LocalDate, { description: "First day they apply." })
  validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: "First day they no longer apply; left out, until the next ones." })
  validUntil?: string | null;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: "Where they are published, 3 to 300 characters." })
  source!: string;
  @Field(() => Boolean, { nullable: true, description: "True: propose nothing, only say what would change." })
  preview?: boolean | null;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "What would change and what waits for a second person now; or every reason why not, line by line." })
export class ProposeTariffsPayload extends ActPayload {
  @Field(() => [FieldChangeType], { description: "Fee, public share and patient's share before and after; what is the same is left out." })
  changes!: readonly FieldChangeType[];
  @relation("Proposal", { nullable: true, description: "The proposal; null in a preview." })
  proposal!: Ref | null;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "FINANCE")
@ObjectType("MissingTariff", { description: "Days on which a bill or booking would find no public tariff.", simpleResolvers: true })
export class MissingTariffType {
  @Field(() => ServiceType, { description: "The treatment whose tariff is missing." })
  service!: ServiceType;
  @Field(() => SessionKindEnum, { description: "Which treatment of a claim." })
  session!: string;
  @Field(() => LocalDate, { description: "First day without one." })
  from!: string;
  @Field(() => LocalDate, { description: "First day that has one again, or where the question ends." })
  until!: string;
  @Field(() => NonNegativeInt, { description: "Clinics that offer what is priced by it." })
  clinics!: number;
}

/** How far ahead the list looks. */
const MOST_DAYS_AHEAD = 400;
type Proposed = { readonly proposalId: string | null; readonly changes: readonly FieldChange[] };

@Resolver()
export class ProposeTariffs {
  @visibleTo("NETWORK_MANAGER")
  @costs({ own: 20 })
  @Mutation(() => ProposeTariffsPayload, {
    description:
      "Proposes new public tariffs (PRC-INDEX-TWICE, PRC-INDEX-ANNUAL). The ones before them end when they begin. Another person agrees.",
  })
  async proposeTariffs(
    @Arg("input", () => ProposeTariffsInput) input: ProposeTariffsInput,
    @Ctx() ctx: Context,
  ): Promise<ProposeTariffsPayload> {
    const keyed = { operation: "proposeTariffs", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation<Proposed>(ctx, {
      operation: "proposeTariffs",
      keyed: input.preview ? null : keyed,
      work: (tx) => propose(ctx, tx, input, keyed),
      replay: (_, stored) => Promise.resolve(stored as Proposed),
    });
    return {
      changes: result?.changes ?? [],
      proposal: refOrNull("Proposal", result?.proposalId ?? null),
      errors: userErrors(errors),
      replayed,
    };
  }

  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "FINANCE")
  @costs({ size: 30 })
  @Query(() => [MissingTariffType], {
    description: "Where a public tariff is missing from today on, before a bill or a booking meets it; the first day first.",
  })
  async missingTariffs(
    @Arg("days", () => Int, { defaultValue: 180, description: "How many days to look ahead, 1 to 400." }) days: number,
    @Ctx() ctx: Context,
  ): Promise<MissingTariffType[]> {
    if (days < 1 || days > MOST_DAYS_AHEAD) throw badInput(`days must be from 1 to ${MOST_DAYS_AHEAD}.`, ["days"]);
    const rows = await runQuery(ctx, (tx) => missingTariffs(tx, days));
    return rows.map(({ service, ...row }) => ({ ...row, service: serviceView(service) }));
  }
}

async function propose(ctx: Context, tx: Tx, input: ProposeTariffsInput, keyed: IdempotencyKey): Promise<Proposed> {
  const period = { validFrom: input.validFrom, validUntil: input.validUntil ?? null };
  const read = readTariffs(input.content, period);
  const refusals: Refusal[] = [...read.faults];
  if (period.validUntil !== null && period.validUntil <= period.validFrom)
    refusals.push(
      refusal("PERIOD_EMPTY", "They would end before they begin.", {
        path: ["input", "validUntil"],
        remedy: "Give a day after validFrom, or none.",
      }),
    );
  const { today, tariffs } = await standingTariffs(tx);
  const steps = read.tariffs.map((tariff) => fitTariff(tariff, tariffs, today));
  refusals.push(...steps.flatMap((step) => (step.does === "REFUSE" ? [step.refusal] : [])));
  const added = steps.flatMap((step) => (step.does === "ADD" ? [step] : []));
  if (refusals.length === 0 && added.length === 0)
    refusals.push(
      refusal("NOTHING_TO_CHANGE", "These tariffs apply already.", { path: ["input", "content"], remedy: "Check the period." }),
    );
  if (refusals.length > 0) throw new Refused(refusals);
  const changes = added.map(changeOf);
  if (input.preview) return { proposalId: null, changes };
  const row = proposalRow(ctx.viewer, {
    kind: "TARIFFS",
    content: { tariffs: added.map(({ tariff }) => tariff) },
    says: `${added.length} tariffs from ${period.validFrom}`,
    changes,
    source: input.source,
  });
  const audited = { operation: "proposeTariffs", object: "Proposal", objectId: row.id, outcome: "ALLOWED" } as const;
  await write(tx, { proposal: [row], audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [
    outcomeOf(ctx.viewer.subject, keyed, { proposalId: row.id, changes }),
  ]);
  return { proposalId: row.id, changes };
}

function changeOf({ tariff, closes }: Extract<TariffStep, { does: "ADD" }>): FieldChange {
  return {
    field: `${tariff.service} ${tariff.session} from ${tariff.validFrom}`,
    before: closes && amountsText(closes),
    after: amountsText(tariff),
  };
}
