/** What a decision of the rules answered, and on what: one type for each of the three questions. */
import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import type { Decision, DecisionKind } from "../../../rules/decide.js";
import type { CoverageDecision } from "../../../rules/coverage/coverage.js";
import { demandCoverageFacts, demandGuaranteeFacts, demandPriceFacts } from "../../../rules/facts/facts.js";
import { FactsFault } from "../../../rules/facts/facts-fault.js";
import type { GuaranteeDecision } from "../../../rules/guarantee/guarantee.js";
import type { PriceDecision } from "../../../rules/price/price.js";
import { CoverageNoteEnum, GuaranteeClassEnum, GuaranteeOutcomeEnum, StandingEnum } from "../../../vocabulary/rules.type.js";
import { CoverageFactsType, coverageFactsView } from "./coverage-facts.type.js";
import { GuaranteeFactsType, guaranteeFactsView } from "./guarantee-facts.type.js";
import { PriceFactsType, priceFactsView } from "./price-facts.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("CoverageAnswer", { description: "Whether a treatment is covered." })
class CoverageAnswerType {
  @Field(() => Boolean, { description: "True exactly when there is no reason against it." })
  covered!: boolean;
  @Field(() => [CoverageNoteEnum], { description: "What to know about a covered treatment." })
  notes!: readonly string[];
  @Field(() => Int, {
    nullable: true,
    description: "Treatments left in the tightest limit before this one is counted; null where no number limits it.",
  })
  treatmentsRemaining!: number | null;
  @Field(() => GuaranteeClassEnum, { description: "What is promised about a first appointment." })
  guaranteeClass!: string;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("GuaranteeAnswer", { description: "When the first appointment has to take place." })
class GuaranteeAnswerType {
  @Field(() => GuaranteeOutcomeEnum, { description: "Whether the promise runs." })
  outcome!: string;
  @Field(() => GuaranteeClassEnum, { description: "Which promise applies." })
  guaranteeClass!: string;
  @Field(() => LocalDate, { nullable: true, description: "Day 0; null while the clock has not started." })
  clockStartOn!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "First target; null where the promise has none." })
  firstTargetOn!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Last day on target; null where the promise has none." })
  targetOn!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Last day on which the first appointment may start; null where none is promised.",
  })
  latestOn!: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "Last instant of the telephone contact of crisis counselling; null for other treatments.",
  })
  latestAt!: string | null;
  @Field(() => StandingEnum, { nullable: true, description: "How a proposed appointment stood; null where none was judged." })
  proposedAppointment!: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("PriceAnswer", { description: "Who pays how much for one treatment." })
class PriceAnswerType {
  @Field(() => Money, { description: "The public system." })
  publicPays!: Money;
  @Field(() => Money, { description: "The insurer, settled with the clinic: in the network only (SET-DIRECT)." })
  insurerPaysClinic!: Money;
  @Field(() => Money, { description: "The insurer, to the member who has paid first: own choice only (SET-OWN-PAYS)." })
  insurerReimbursesMember!: Money;
  @Field(() => Money, { description: "The member, in the end." })
  memberPays!: Money;
  @Field(() => Money, { description: "What the insurer recovers from 'danmark', beside the sum of the others." })
  danmarkToInsurer!: Money;
}

export const DecisionFactsUnion = createUnionType({
  name: "DecisionFacts",
  description: "What a decision was made on, by its kind. What nobody stated says what the rules take it for.",
  types: () => [CoverageFactsType, GuaranteeFactsType, PriceFactsType] as const,
  resolveType: (facts) => ("insured" in facts ? CoverageFactsType : "receivedAt" in facts ? GuaranteeFactsType : PriceFactsType),
});

export const DecisionAnswerUnion = createUnionType({
  name: "DecisionAnswer",
  description: "What a decision said, by its kind; its reasons stand beside it.",
  types: () => [CoverageAnswerType, GuaranteeAnswerType, PriceAnswerType] as const,
  resolveType: (answer) => ("covered" in answer ? CoverageAnswerType : "outcome" in answer ? GuaranteeAnswerType : PriceAnswerType),
});

type Facts = CoverageFactsType | GuaranteeFactsType | PriceFactsType;
type Answer = CoverageAnswerType | GuaranteeAnswerType | PriceAnswerType;

/** Null where what was kept has not the form that facts have today: an earlier version may have asked for less, or for more. */
export function factsView(kind: DecisionKind, facts: unknown): Facts | null {
  try {
    switch (kind) {
      case "COVERAGE":
        demandCoverageFacts(facts);
        return coverageFactsView(facts);
      case "GUARANTEE":
        demandGuaranteeFacts(facts);
        return guaranteeFactsView(facts);
      case "PRICE":
        demandPriceFacts(facts);
        return priceFactsView(facts);
    }
  } catch (error) {
    if (error instanceof FactsFault) return null;
    throw error;
  }
}

/** What stands beside a kind is of that kind: the table keeps it as JSON. */
export function answerView(kind: DecisionKind, decision: Decision): Answer {
  switch (kind) {
    case "COVERAGE":
      return coverageAnswer(decision as CoverageDecision);
    case "GUARANTEE":
      return guaranteeAnswer(decision as GuaranteeDecision);
    case "PRICE":
      return priceAnswer(decision as PriceDecision);
  }
}

function coverageAnswer({ covered, notes, treatmentsRemaining, guaranteeClass }: CoverageDecision): CoverageAnswerType {
  return { covered, notes, treatmentsRemaining, guaranteeClass };
}

function guaranteeAnswer(decision: GuaranteeDecision): GuaranteeAnswerType {
  return {
    outcome: decision.outcome,
    guaranteeClass: decision.guaranteeClass,
    clockStartOn: decision.clockStart,
    firstTargetOn: decision.firstTargetDate,
    targetOn: decision.targetDate,
    latestOn: decision.latestDate,
    latestAt: decision.latestInstant,
    proposedAppointment: decision.proposedAppointment,
  };
}

function priceAnswer(decision: PriceDecision): PriceAnswerType {
  return {
    publicPays: money(decision.publicPaysOre),
    insurerPaysClinic: money(decision.insurerPaysClinicOre),
    insurerReimbursesMember: money(decision.insurerReimbursesMemberOre),
    memberPays: money(decision.memberPaysOre),
    danmarkToInsurer: money(decision.danmarkToInsurerOre),
  };
}
