import { ArrayMaxSize, ArrayMinSize, MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { runMutation, runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { BigIntScalar, LocalDate } from "../../../gateway/api/scalars.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { CAP_AMOUNTS } from "../../../rules/data/caps.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { proposalRow } from "../../network/proposals/proposal.js";
import { capsInPast } from "./carry-out-caps.js";

@InputType({ description: "The new amount of one price cap." })
export class PriceCapInput {
  @Field(() => String, { description: "Which cap: the rule it rests on, as priceCaps lists it, e.g. PRC-PSYCH-1000." })
  cap!: string;
  @Field(() => BigIntScalar, { description: "Amount in whole øre, 1 or more." })
  amountMinor!: bigint;
}

@InputType({ description: "Proposes other amounts of price caps from a day on." })
export class ProposePriceCapsInput extends LongKeyedInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(CAP_AMOUNTS.size)
  @Field(() => [PriceCapInput], { description: "The caps that change." })
  caps!: PriceCapInput[];
  @Field(() => LocalDate, { description: "First day of treatment they apply to; today or later." })
  validFrom!: string;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: "Where it is decided, 3 to 300 characters." })
  source!: string;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "What waits for a second person now, or every reason why not." })
export class ProposePriceCapsPayload extends ActPayload {
  @relation("Proposal", { nullable: true, description: "The proposal; null when it was refused." })
  proposal!: Ref | null;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "FINANCE", "HEALTH_TEAM")
@ObjectType("PriceCap", { description: "Up to what amount a treatment is covered, from a day on.", simpleResolvers: true })
export class PriceCapType {
  @Field(() => String, { description: "The rule it rests on; with the session where a rule has two amounts." })
  cap!: string;
  @Field(() => Money, { description: "The amount." })
  amount!: unknown;
  @Field(() => LocalDate, { nullable: true, description: "First day of treatment it applies to; null for what the conditions print." })
  validFrom!: string | null;
  @Field(() => String, { nullable: true, description: "Where it was decided; null for what the conditions print." })
  source!: string | null;
  @Field(() => Int, { description: "Number of the version of this cap, in the order of days; 1 is what the conditions print." })
  version!: number;
  @visibleTo("NETWORK_MANAGER")
  @Field(() => String, { nullable: true, description: "Who proposed it; null for what the conditions print." })
  proposedBy!: string | null;
  @visibleTo("NETWORK_MANAGER")
  @Field(() => String, { nullable: true, description: "The second person, who agreed to it; null for what the conditions print." })
  approvedBy!: string | null;
}

const CAPS = statement(
  "price-caps",
  `select rule as cap, amount_minor as "amountMinor", valid_from as "validFrom", source,
     proposed_by as "proposedBy", approved_by as "approvedBy" from price_cap
   order by rule, valid_from`,
);
const TODAY = statement("price-caps-today", "select clock_today() as today");

@Resolver()
export class PriceCaps {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "FINANCE", "HEALTH_TEAM")
  @costs({ size: 25 })
  @Query(() => [PriceCapType], { description: "The amounts that the conditions print, and every other that applies from a day on." })
  async priceCaps(@Ctx() ctx: Context): Promise<PriceCapType[]> {
    const changed = await runQuery(ctx, (tx) => tx.query(CAPS.with()));
    return [...CAP_AMOUNTS].flatMap(([cap, ore]) => [
      { cap, amount: money(ore), validFrom: null, source: null, version: 1, proposedBy: null, approvedBy: null },
      ...changed
        .filter((row) => row.cap === cap)
        .map(({ amountMinor, ...row }, n) => ({ ...row, amount: money(amountMinor), version: n + 2 })),
    ]);
  }

  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => ProposePriceCapsPayload, {
    description:
      "Proposes other amounts of price caps from a day of treatment on; bills of earlier days keep theirs. Another person agrees.",
  })
  async proposePriceCaps(
    @Arg("input", () => ProposePriceCapsInput) input: ProposePriceCapsInput,
    @Ctx() ctx: Context,
  ): Promise<ProposePriceCapsPayload> {
    const keyed = { operation: "proposePriceCaps", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "proposePriceCaps",
      keyed,
      work: (tx) => propose(ctx, tx, input, keyed),
      replay: (_, stored) => Promise.resolve((stored as { proposalId: string }).proposalId),
    });
    return { proposal: refOrNull("Proposal", result), errors: userErrors(errors), replayed };
  }
}

async function propose(ctx: Context, tx: Tx, { caps, validFrom, source }: ProposePriceCapsInput, keyed: IdempotencyKey): Promise<string> {
  const [now] = await tx.query(TODAY.with());
  const standing = await tx.query(CAPS.with());
  const refusals: Refusal[] = validFrom < (now?.today ?? "") ? [capsInPast(["input", "validFrom"])] : [];
  caps.forEach(({ cap, amountMinor }, n) => {
    const at = (field: string): string[] => ["input", "caps", String(n), field];
    if (!CAP_AMOUNTS.has(cap))
      refusals.push(
        refusal("SETTING_UNKNOWN", "There is no such cap.", { path: at("cap"), remedy: "Use the names that priceCaps lists." }),
      );
    if (caps.findIndex((other) => other.cap === cap) < n)
      refusals.push(refusal("LINE_REPEATED", "The cap stands twice.", { path: at("cap"), remedy: "Keep one of the two." }));
    if (amountMinor <= 0n)
      refusals.push(
        refusal("AMOUNT_NOT_POSITIVE", "A cap is more than nothing.", { path: at("amountMinor"), remedy: "Give whole øre, 1 or more." }),
      );
  });
  if (refusals.length > 0) throw new Refused(refusals);
  const before = (cap: string): string => {
    const last = standing.filter((row) => row.cap === cap && row.validFrom <= validFrom).at(-1);
    return kroner(last?.amountMinor ?? BigInt(CAP_AMOUNTS.get(cap) ?? 0));
  };
  const row = proposalRow(ctx.viewer, {
    kind: "PRICE_CAPS",
    content: { validFrom, caps: caps.map(({ cap, amountMinor }) => ({ key: cap, amountMinor: Number(amountMinor) })) },
    says: `${caps.length} price caps from ${validFrom}`,
    changes: caps.map(({ cap, amountMinor }) => ({ field: cap, before: before(cap), after: kroner(amountMinor) })),
    source,
  });
  const audited = { operation: "proposePriceCaps", object: "Proposal", objectId: row.id, outcome: "ALLOWED" } as const;
  await write(tx, { proposal: [row], audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [
    outcomeOf(ctx.viewer.subject, keyed, { proposalId: row.id }),
  ]);
  return row.id;
}

const kroner = (ore: bigint): string => `${ore / 100n}.${String(ore % 100n).padStart(2, "0")}`;
