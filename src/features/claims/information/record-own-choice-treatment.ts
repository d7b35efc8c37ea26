import { Matches } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { CountryCode, LocalDate } from "../../../gateway/api/scalars.js";
import { KeyedInput } from "../../../vocabulary/act.type.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import { decideCoverage } from "../../../rules/coverage/coverage.js";
import { refusalsOf } from "../../../rules/explain.js";
import { RULE_VERSION } from "../../../rules/data/settings.js";
import { coverageFacts, type CaseFile } from "../case-file/case-file.js";
import { changeClaim, type ClaimChange } from "../course/change-claim.js";
import { CLAIM_ENDED, hasEnded } from "../claim.js";
import { claimById } from "../claim.store.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";
import { countedColumns, ownChoiceUsage } from "./own-choice.js";

@InputType({ description: "Records a treatment that took place with a therapist of the member's own choice." })
export class RecordOwnChoiceTreatmentInput extends KeyedInput {
  @Field(() => ID, { description: "The claim, approved for own choice." })
  claimId!: string;
  @Field(() => LocalDate, { description: "Day of the treatment; it counts in that year (BOK-YEAR-BY-TREATMENT)." })
  treatedOn!: string;
  @Field(() => Boolean, { defaultValue: false, description: "The therapist has a provider number (PRV-YDERNUMMER)." })
  hasPublicAgreement!: boolean;
  @Field(() => Boolean, {
    defaultValue: true,
    description: "The therapist holds the authorisation this service requires (PRV-AUTHORISED).",
  })
  authorised!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: "The therapist is the member, family, or a company of theirs (PRV-RELATED)." })
  related!: boolean;
  @Matches(/^[A-Z]{2}$/)
  @Field(() => CountryCode, { defaultValue: "DK", description: "Country of the treatment." })
  country!: string;
}

@visibleTo("HEALTH_TEAM", "INTEGRATION")
@ObjectType({ description: "The claim with the treatment counted, or every reason why it is not covered and does not count." })
export class RecordOwnChoiceTreatmentPayload extends ClaimPayload {}

@Resolver()
export class RecordOwnChoiceTreatment {
  @visibleTo("HEALTH_TEAM", "INTEGRATION")
  @Mutation(() => RecordOwnChoiceTreatmentPayload, {
    description: "Counts a covered treatment of own choice against limits and portion (BOK-COUNT), in the year it took place.",
  })
  async recordOwnChoiceTreatment(
    @Arg("input", () => RecordOwnChoiceTreatmentInput) input: RecordOwnChoiceTreatmentInput,
    @Ctx() ctx: Context,
  ): Promise<RecordOwnChoiceTreatmentPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "recordOwnChoiceTreatment";
    const keyed: IdempotencyKey = { operation, key: input.idempotencyKey, input, keepHours: 72 };
    const outcome = await runMutation(ctx, {
      operation,
      keyed,
      work: async (tx) => {
        await changeClaim(ctx, tx, { operation, claimId, keyed, decide: (file) => count(ctx, file, input) });
        return claimById(tx, claimId);
      },
      replay: (tx) => claimById(tx, claimId),
    });
    return claimPayload(outcome);
  }
}

function count(ctx: Context, file: CaseFile, input: RecordOwnChoiceTreatmentInput): ClaimChange {
  const { claim, now, today } = file;
  const { treatedOn: on, country, hasPublicAgreement, authorised, related } = input;
  const facts = coverageFacts(
    file,
    { on, channel: "IN_PERSON", country },
    { mode: "OWN_CHOICE", hasPublicAgreement, authorised, related, treatsChildren: true },
    today,
  );
  const decision = decideCoverage(facts);
  return {
    refusals: [...(hasEnded(claim) ? [CLAIM_ENDED] : []), ...(on > today ? [NOT_YET] : []), ...refusalsOf(decision, facts)],
    columns: countedColumns(claim),
    events: [{ kind: "OWN_CHOICE_TREATMENT", data: { treatedOn: on } }],
    rows: { treatment_usage: [ownChoiceUsage(claim, newId(), on)] },
    decisions: [
      {
        id: newId(),
        kind: "COVERAGE",
        claim_id: claim.id,
        member_id: claim.member_id,
        booking_id: null,
        rule_version: RULE_VERSION,
        settings: {},
        facts,
        outcome: decision,
        decided_at: now,
        actor: ctx.viewer.subject,
      },
    ],
  };
}

const NOT_YET: Refusal = refusal("FACT_IMPOSSIBLE", "This treatment has not taken place yet.", {
  path: ["input", "treatedOn"],
  rule: "BOK-COUNT",
  clause: "insurance conditions 2025, sections 4.5, 4.7",
  remedy: "Record it on or after its day.",
});
