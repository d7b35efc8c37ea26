import { Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import { DecisionReasonType } from "../../../vocabulary/reason.type.js";
import { GuaranteeStepKindEnum } from "../claim-enums.type.js";
import { GuaranteeClassEnum, GuaranteeOutcomeEnum, StandingEnum } from "../../../vocabulary/rules.type.js";
import { PromiseStateEnum } from "../../promise/promise-enums.type.js";
import { InLanguage, inLanguage, type Language } from "../../../vocabulary/language.type.js";
import { clauseWords } from "../../../rules/catalogue/clause-words.js";
import type { Words } from "../../../rules/words.js";
import { relation, type Ref } from "../../../gateway/api/relation.js";
import type { PromiseState } from "../../../../schema/states.js";
import type { GuaranteeClass } from "../../../rules/codes.js";
import type { GuaranteeOutcome, GuaranteeStanding } from "../../../rules/guarantee/guarantee.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("GuaranteeStep", { description: "One step of the derivation.", simpleResolvers: true })
export class GuaranteeStepType {
  @Field(() => GuaranteeStepKindEnum, { description: "What the step is." })
  kind!: string;
  @Field(() => DateTime, { nullable: true, description: "Instant of an event; null for a day, and for an event that has not happened." })
  at!: Date | string | null;
  @Field(() => LocalDate, { nullable: true, description: "Its day in Denmark; null where it has none." })
  on!: string | null;
  @Field(() => Boolean, { description: "True for the event that set day 0: the last of those the clock waits for." })
  sets!: boolean;
  @Field(() => String, { description: "Id of the rule." })
  rule!: string;
  @Field(() => String, { description: "Where it stands." })
  clause!: string;
  /** Not a field: what `message` is made from. */
  says!: Words;
}

@Resolver(() => GuaranteeStepType)
export class GuaranteeStepWords {
  @FieldResolver(() => String, {
    description: 'Where it stands, to be read aloud, e.g. "forsikringsbetingelserne 2025, afsnit 4.8".',
  })
  clauseInWords(@Root() { clause }: GuaranteeStepType, @InLanguage() language: Language): string {
    return inLanguage(clauseWords(clause), language);
  }

  @FieldResolver(() => String, { description: "The step in a sentence." })
  message(@Root() { says }: GuaranteeStepType, @InLanguage() language: Language): string {
    return inLanguage(says, language);
  }
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("FirstAppointment", { description: "The booked first appointment against the guarantee as it stands now." })
export class FirstAppointmentType {
  @relation("Booking", { description: "The booking." })
  booking!: Ref;
  @Field(() => StandingEnum, { nullable: true, description: "How it stands against the guarantee; null where none runs." })
  standing!: GuaranteeStanding | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("GuaranteeDerivation", {
  description: "When the first appointment must take place, and why: derived from the claim's facts by the rules, now.",
})
export class GuaranteeType {
  @relation("Claim", { description: "The claim." })
  claim!: Ref;
  @Field(() => GuaranteeOutcomeEnum, { description: "Whether it runs." })
  outcome!: GuaranteeOutcome;
  @Field(() => GuaranteeClassEnum, { description: "Which promise applies." })
  guaranteeClass!: GuaranteeClass;
  @Field(() => LocalDate, { nullable: true, description: "Day 0; null while the clock does not run." })
  clockStartOn!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "First target; null while nothing is promised, and for a promise without targets.",
  })
  firstTargetOn!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Last day on target; null while nothing is promised, and for a promise without targets.",
  })
  targetOn!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Last day on which the first appointment may start; null while nothing is promised.",
  })
  latestOn!: string | null;
  @Field(() => DateTime, { nullable: true, description: "The instant after which the promise is broken; null while nothing is promised." })
  deadlineAt!: Date | string | null;
  @Field(() => PromiseStateEnum, { description: "The promise against the capacity there is." })
  promiseState!: PromiseState;
  @Field(() => [GuaranteeStepType], { description: "The derivation: events, day 0, targets, last day. Empty where nothing is promised." })
  steps!: readonly GuaranteeStepType[];
  @Field(() => [DecisionReasonType], { description: "Why it is pending, or none, or extended." })
  reasons!: readonly DecisionReasonType[];
  @Field(() => FirstAppointmentType, { nullable: true, description: "The booked first appointment; null while there is none." })
  firstAppointment!: FirstAppointmentType | null;
  @Field(() => String, { description: "Version of the rules." })
  ruleVersion!: string;
}
