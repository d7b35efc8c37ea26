import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Reimbursement } from "../../../../schema/rows.js";
import { coverageFacts, type CaseFile, type ProviderFacts } from "../../claims/case-file/case-file.js";
import { readCaseFile } from "../../claims/case-file/case-file.store.js";
import { lockClaim } from "../../claims/claim.store.js";
import { eventRow } from "../../claims/course/change-claim.js";
import { countedColumns, ownChoiceUsage } from "../../claims/information/own-choice.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { BigIntScalar, LocalDate } from "../../../gateway/api/scalars.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { classify } from "../../../platform/postgres/database-errors.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write, type Change, type NewRows } from "../../../platform/postgres/write.js";
import { decideCoverage, type CoverageDecision } from "../../../rules/coverage/coverage.js";
import type { CoverageFacts } from "../../../rules/facts/facts.js";
import type { PriceDecision, PriceFacts } from "../../../rules/price/price.js";
import { explainCoverage, explainPrice, keptReason } from "../../../rules/explain.js";
import { RULE_VERSION } from "../../../rules/data/settings.js";
import { billKey } from "./bill-key.js";
import { payoutRows } from "./payout.js";
import { billRefusals, decideBill, priceFacts, type Bill } from "./reimbursement.js";
import { reimbursementById, reimbursementGround, type ReimbursementGround } from "./reimbursement.store.js";
import { reimbursementView, ReimbursementType } from "./reimbursement.type.js";
import { SubsidyPayeeEnum } from "../../../vocabulary/rules.type.js";
import type { SubsidyPayee } from "../../../rules/codes.js";

const NOTHING = 0n;

@InputType({ description: "A member's bill for one treatment of own choice." })
export class DecideReimbursementInput extends LongKeyedInput {
  @Field(() => ID, { description: "The claim, approved for own choice." })
  claimId!: string;
  @Field(() => String, { description: "The therapist's number of the bill; a bill is decided once, however its number is spelled." })
  reference!: string;
  @Field(() => LocalDate, { description: "Day of the treatment." })
  treatedOn!: string;
  @Field(() => LocalDate, { description: "Day of the last treatment of the course: bills come within three months of it (REI-BILLS-3M)." })
  lastTreatmentOn!: string;
  @Field(() => LocalDate, { description: "Day the bill came in." })
  receivedOn!: string;
  @Field(() => BigIntScalar, { description: "Gross fee in whole øre, before any public share and without supplements." })
  feeMinor!: bigint;
  @Field(() => BigIntScalar, {
    defaultValue: NOTHING,
    description: "Supplements, additional services and materials in øre (PRC-SUPPLEMENTS).",
  })
  supplementsMinor!: bigint;
  @Field(() => BigIntScalar, {
    nullable: true,
    description: "Paid by the region, in øre, if the bill says so; the public share of the tariff when left out (PRC-PUBLIC-DEDUCT).",
  })
  publicMinor?: bigint | null;
  @Field(() => BigIntScalar, { defaultValue: NOTHING, description: "Paid by another insurance, in øre (PRC-OTHER-INSURANCE)." })
  otherInsuranceMinor!: bigint;
  @Field(() => BigIntScalar, {
    defaultValue: NOTHING,
    description: "Subsidy of 'danmark' in øre, as the bill or 'danmark' states it; never estimated (PRC-DANMARK).",
  })
  danmarkMinor!: bigint;
  @Field(() => SubsidyPayeeEnum, { defaultValue: "MEMBER", description: "Whom 'danmark' pays." })
  danmarkPaidTo!: SubsidyPayee;
  @Field(() => Boolean, { defaultValue: false, description: "The therapist has a provider number (PRV-YDERNUMMER)." })
  hasPublicAgreement!: boolean;
  @Field(() => Boolean, { defaultValue: true, description: "False: shockwave as a supplement to a treatment with a bill of its own." })
  standAlone!: boolean;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({
  description: "What was decided, or every reason why nothing was. A bill that is not reimbursed is decided, with its reasons.",
})
export class DecideReimbursementPayload extends ActPayload {
  @Field(() => ReimbursementType, { nullable: true, description: "The decision; null when it was refused." })
  reimbursement!: ReimbursementType | null;
  @Field(() => [UserError], { description: "Every reason why nothing was decided; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class DecideReimbursement {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => DecideReimbursementPayload, {
    description:
      "Decides what a member gets back of a bill, by the price rules, and tells the claims system. The bill is for one treatment: one counted before, or one that is counted with it against portion, limits and totals (REI-ONE-BILL).",
  })
  async decideReimbursement(
    @Arg("input", () => DecideReimbursementInput) input: DecideReimbursementInput,
    @Ctx() ctx: Context,
  ): Promise<DecideReimbursementPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const keyed = { operation: "decideReimbursement", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "decideReimbursement",
      keyed,
      work: (tx) => decide(ctx, tx, claimId, input, keyed),
      replay: (tx, stored) => reimbursementById(tx, (stored as { reimbursementId: string }).reimbursementId),
    });
    return { reimbursement: result && reimbursementView(result), errors: userErrors(errors), replayed };
  }
}

async function decide(ctx: Context, tx: Tx, claimId: string, bill: Bill, keyed: IdempotencyKey): Promise<Reimbursement | null> {
  // behind the member's lock, so that two bills at once cannot both take what is left of a total
  const memberId = await lockClaim(tx, claimId);
  const file = memberId === null ? undefined : await readCaseFile(tx, claimId);
  if (!file) throw new Refused([refusal("NOT_FOUND", "There is no such claim.", { path: ["input", "claimId"], remedy: "Check the id." })]);
  const refusals = billRefusals(bill, file);
  if (refusals.length > 0) throw new Refused(refusals);
  const ground = await reimbursementGround(tx, file, bill);
  if (ground.decided) throw new Refused([BILL_DECIDED]);
  const treatment = treatmentOf(file, bill, ground);
  if (!treatment) throw new Refused([TREATMENT_BILLED]);
  const { coverage } = treatment;
  const facts = priceFacts(bill, file, {
    covered: coverage === null || coverage.decision.covered,
    sessionNumber: ground.earlier + ground.counted.filter(({ billed }) => billed).length + 1,
    tariffs: ground.tariffs,
    capUsedMinor: file.paid_of_total,
    caps: file.price_caps,
  });
  const decision = decideBill(facts);
  if ("code" in decision) throw new Refused([decision]);
  const id = newId();
  const rows = rowsOf(ctx, file, bill, { facts, decision, treatment }, id);
  const changes = [...(treatment.isNew ? [countOn(file)] : []), outcomeOf(ctx.viewer.subject, keyed, { reimbursementId: id })];
  await refusingTwice(write(tx, rows, changes));
  return reimbursementById(tx, id);
}

type Covered = { readonly facts: CoverageFacts; readonly decision: CoverageDecision };
/** What a bill is for: a treatment counted before, one counted with this bill, or, where it is not covered, none. */
type Treatment = { readonly usageId: string | null; readonly isNew: boolean; readonly coverage: Covered | null };
type Decided = { readonly facts: PriceFacts; readonly decision: PriceDecision; readonly treatment: Treatment };

/** One bill for one treatment (REI-ONE-BILL). Null where every treatment of the day has its bill. */
function treatmentOf(file: CaseFile, bill: Bill, { counted }: ReimbursementGround): Treatment | null {
  const waiting = counted.find(({ billed }) => !billed);
  // counted already means covered: deciding again would count the treatment against its own limit
  if (waiting) return { usageId: waiting.id, isNew: false, coverage: null };
  if (counted.length > 0) return null;
  const coverage = coverageOf(file, bill);
  const { covered } = coverage.decision;
  return { usageId: covered ? newId() : null, isNew: covered, coverage };
}

const COUNT_TREATMENT = statement(
  "count_treatment",
  "update claim set portion_used = $2, state = $3, version = version + 1 where id = $1 and version = $4",
);

/** Behind the member's lock nobody else counts meanwhile; the portion has a constraint of its own. */
function countOn({ claim }: CaseFile): Change {
  const { portion_used: used = claim.portion_used, state = claim.state } = countedColumns(claim);
  return change(COUNT_TREATMENT.with(claim.id, used, state, claim.version), 1);
}

function coverageOf(file: CaseFile, bill: Bill): Covered {
  const provider: ProviderFacts = {
    mode: "OWN_CHOICE",
    hasPublicAgreement: bill.hasPublicAgreement,
    authorised: true,
    related: false,
    treatsChildren: true,
  };
  const facts = coverageFacts(file, { on: bill.treatedOn, channel: "IN_PERSON", country: "DK" }, provider, file.today);
  return { facts, decision: decideCoverage(facts) };
}

function rowsOf(ctx: Context, file: CaseFile, bill: Bill, { facts, decision, treatment }: Decided, id: string): NewRows {
  const { claim, now } = file;
  const { coverage, usageId, isNew } = treatment;
  const decisionId = newId();
  const made = {
    claim_id: claim.id,
    member_id: claim.member_id,
    booking_id: null,
    rule_version: RULE_VERSION,
    settings: {},
    decided_at: now,
    actor: ctx.viewer.subject,
  };
  const owed = ctx.services.config.payments.nemKontoOfMembers
    ? payoutRows(
        { reimbursementId: id, memberId: claim.member_id, decidedOn: file.today, decision },
        { actor: ctx.viewer.subject, recordedAt: now, newId },
      )
    : {};
  return {
    ...owed,
    decision: [
      { id: decisionId, kind: "PRICE", ...made, facts, outcome: decision },
      ...(coverage ? [{ id: newId(), kind: "COVERAGE" as const, ...made, facts: coverage.facts, outcome: coverage.decision }] : []),
    ],
    reimbursement: [
      {
        id,
        claim_id: claim.id,
        member_id: claim.member_id,
        policy_id: claim.policy_id,
        service_code: claim.service_code,
        under: claim.under,
        treated_on: bill.treatedOn,
        bill_received_on: bill.receivedOn,
        bill_reference: bill.reference,
        bill_key: billKey(bill.reference),
        usage_id: usageId,
        fee_minor: bill.feeMinor,
        reimbursed_minor: decision.insurerReimbursesMemberOre,
        member_pays_minor: decision.memberPaysOre,
        danmark_minor: decision.danmarkToInsurerOre,
        reasons: [...explainPrice(decision, facts), ...(coverage ? explainCoverage(coverage.decision, coverage.facts) : [])].map(
          keptReason,
        ),
        decision_id: decisionId,
        decided_by: ctx.viewer.subject,
        decided_at: now,
      },
    ],
    ...(isNew && usageId !== null
      ? {
          treatment_usage: [ownChoiceUsage(claim, usageId, bill.treatedOn)],
          claim_event: [eventRow(ctx, file, { kind: "OWN_CHOICE_TREATMENT", data: { treatedOn: bill.treatedOn } })],
        }
      : {}),
    audit_event: [
      auditRow(ctx.viewer, ctx.traceId, {
        operation: "decideReimbursement",
        memberId: claim.member_id,
        object: "Reimbursement",
        objectId: id,
        outcome: "ALLOWED",
      }),
    ],
    outbox: [outboxRow("reimbursement.decided", id, { reimbursementId: id, claimId: claim.id })],
  };
}

const DECIDED_ONCE: ReadonlySet<string> = new Set(["bill_is_decided_once", "bill_is_for_one_treatment"]);

async function refusingTwice<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!DECIDED_ONCE.has(classify(error).constraint ?? "")) throw error;
    throw new Refused([BILL_DECIDED]);
  }
}

const BILL_DECIDED = refusal("BILL_DECIDED", "This bill has been decided already.", {
  path: ["input", "reference"],
  rule: "REI-ONE-BILL",
  clause: "insurance conditions 2025, sections 5.7, 5.8, 6.1, 6.5",
  remedy:
    "Read the reimbursements of the member's claims. If another therapist's bill of that day has the same number, write the therapist's name before it.",
});

const TREATMENT_BILLED = refusal("TREATMENT_BILLED", "The treatment of this day has its bill already.", {
  path: ["input", "treatedOn"],
  rule: "REI-ONE-BILL",
  clause: "insurance conditions 2025, sections 5.7, 5.8, 6.1, 6.5",
  remedy: "If there were two treatments that day, record the second with recordOwnChoiceTreatment first.",
});
