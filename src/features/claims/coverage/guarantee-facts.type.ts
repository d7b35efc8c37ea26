/** The facts that a decision about the promise was made on (src/rules/facts/facts.ts). */
import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import type { GuaranteeFacts } from "../../../rules/facts/facts.js";
import { CoverEnum, ProductEnum, TreatmentModeEnum } from "../../../vocabulary/rules.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { ClaimStateEnum, SwitchableDayEnum } from "../claim-enums.type.js";
import { exceptionsView, GuaranteeExceptionsType } from "../claim-facts.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("InformationFacts", { description: "Information that a claim needed, as a decision saw it (GUA-CLOCK-INFO)." })
export class InformationFactsType {
  @Field(() => Boolean, { description: "True where more was needed than the report, such as a referral." })
  required!: boolean;
  @Field(() => DateTime, { nullable: true, description: "When the last of it came; null while something is missing." })
  receivedAt!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When it was found sufficient; null while it was not." })
  approvedAt!: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("GuaranteeFacts", { description: "What a decision about the promise of a first appointment was made on." })
export class GuaranteeFactsType {
  @Field(() => ProductEnum, { description: "The insurance." })
  product!: string;
  @Field(() => CoverEnum, { description: "The cover asked about." })
  under!: string;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => TreatmentModeEnum, { description: "Who treats." })
  mode!: string;
  @Field(() => DateTime, { description: "When the claim was received." })
  receivedAt!: string;
  @Field(() => DateTime, { nullable: true, description: "When it was approved, or for a crisis accepted; null before." })
  approvedAt!: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "When it was moved from own choice into the network (CLM-CHANGE-REAPPROVAL); null where it was not.",
  })
  movedAt!: string | null;
  @Field(() => ClaimStateEnum, {
    nullable: true,
    description: "How the claim ended without a promise kept or broken; null where it did not.",
  })
  ended!: string | null;
  @Field(() => InformationFactsType, { description: "What else was needed." })
  information!: InformationFactsType;
  @Field(() => DateTime, { nullable: true, description: "When the event behind crisis counselling happened; null for other treatments." })
  crisisAt!: string | null;
  @Field(() => GuaranteeExceptionsType, { description: "What ends or moves the promise." })
  exceptions!: GuaranteeExceptionsType;
  @Field(() => [SwitchableDayEnum], {
    nullable: true,
    description: "Of the switchable days, those that were no working days; null: as the rules of that version have it.",
  })
  extraNonWorkingDays!: readonly string[] | null;
  @Field(() => DateTime, { nullable: true, description: "An appointment that was to be judged; null where none was." })
  proposedAppointmentAt!: string | null;
  @Field(() => Boolean, {
    description: "True where treatment had begun with a therapist of own choice when the claim moved into the network.",
  })
  begunOutside!: boolean;
}

export function guaranteeFactsView(facts: GuaranteeFacts): GuaranteeFactsType {
  const { claim, information, exceptions } = facts;
  return {
    product: facts.product,
    under: facts.under ?? "BASE",
    service: serviceView(facts.serviceType),
    mode: facts.mode ?? "NETWORK",
    receivedAt: claim.receivedAt,
    approvedAt: claim.approvedAt ?? null,
    movedAt: claim.movedAt ?? null,
    ended: claim.ended ?? null,
    information: {
      required: information?.required ?? false,
      receivedAt: information?.receivedAt ?? null,
      approvedAt: information?.approvedAt ?? null,
    },
    crisisAt: facts.crisis?.occurredAt ?? null,
    exceptions: exceptionsView(exceptions ?? {}),
    extraNonWorkingDays: facts.calendar?.extraNonWorkingDays ?? null,
    proposedAppointmentAt: facts.proposedAppointmentAt ?? null,
    begunOutside: exceptions?.begunOutside ?? false,
  };
}
