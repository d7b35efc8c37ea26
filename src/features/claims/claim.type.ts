import { Field, Int, ObjectType, type ClassType } from "type-graphql";
import { connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import type { Claim } from "../../../schema/rows.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { globalId, Node } from "../../gateway/api/node.js";
import { DateTime, LocalDate } from "../../gateway/api/scalars.js";
import { manualCheckView, ManualCheckType } from "./course/manual-check.type.js";
import { isDecided } from "./information/medical-decision.js";
import { medicalDecisionsView, MedicalDecisionType } from "./information/medical-decision.type.js";
import {
  ConditionType,
  CrisisType,
  exceptionsView,
  GuaranteeExceptionsType,
  InformationType,
  PortionType,
  ReferralType,
  wishesView,
  WishesType,
} from "./claim-facts.type.js";
import {
  ComplaintCauseEnum,
  CoverEnum,
  GuaranteeClassEnum,
  GuaranteeOutcomeEnum,
  OperationPlaceEnum,
  ProductEnum,
  TreatmentModeEnum,
  WorkRelatedEnum,
} from "../../vocabulary/rules.type.js";
import { PromiseStateEnum } from "../promise/promise-enums.type.js";
import { ClaimFlagEnum, ClaimStateEnum } from "./claim-enums.type.js";
import { ServiceType, serviceView } from "../../vocabulary/service.type.js";
import { ref, refOrNull, relation, type Ref } from "../../gateway/api/relation.js";
import type { ClaimState, PromiseState } from "../../../schema/states.js";
import type { GuaranteeOutcome } from "../../rules/guarantee/guarantee.js";
import type { Cover, GuaranteeClass, Mode, Product, WorkRelated } from "../../rules/codes.js";
import { FLAG_FACTS, type ClaimFlag } from "./case-file/claim-record.js";

@visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
@ObjectType("ClaimGuarantee", {
  description: "The promise of a first appointment, as the rules last computed it. `guarantee` derives it step by step.",
})
export class ClaimGuaranteeType {
  @Field(() => GuaranteeOutcomeEnum, { description: "Whether it runs; it waits while approval or information is missing." })
  outcome!: GuaranteeOutcome;
  @Field(() => GuaranteeClassEnum, { description: "Which promise applies." })
  guaranteeClass!: GuaranteeClass;
  @Field(() => LocalDate, { nullable: true, description: "Day 0 of the clock; null while it does not run." })
  clockStartOn!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Working day 4: the first target; null while nothing is promised, and for a promise without targets.",
  })
  firstTargetOn!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Working day 5: the last day on target; null while nothing is promised, and for a promise without targets.",
  })
  targetOn!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Last day on which the first appointment may start, to the end of that day; null while nothing is promised.",
  })
  latestOn!: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "The promise is broken if no first appointment has started before this instant; null while nothing is promised.",
  })
  deadlineAt!: Date | null;
  @Field(() => PromiseStateEnum, { description: "The promise against the capacity there is." })
  promiseState!: PromiseState;
}

@visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
@ObjectType("Claim", {
  description: "The insurer's case for one complaint of one member, from report to last treatment.",
  implements: Node,
})
export class ClaimType extends Node {
  @Field(() => String, { description: "Short reference for the telephone, e.g. C-1004." })
  reference!: string;
  @visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
  @relation("Member", {
    nullable: true,
    description: "The member it is about; null once they were erased, and for whoever may see the claim only.",
  })
  member!: Ref | null;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @relation("Policy", {
    nullable: true,
    description: "The cover it rests on; null for whoever may see the claim only.",
  })
  policy!: Ref;
  @Field(() => ClaimStateEnum, { description: "How it stands." })
  state!: ClaimState;
  @Field(() => ProductEnum, { description: "The insurance it rests on." })
  product!: Product;
  @Field(() => CoverEnum, { description: "The cover it is handled under; the health team's choice." })
  under!: Cover;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => TreatmentModeEnum, { description: "Who treats." })
  mode!: Mode;
  @Field(() => DateTime, { description: "When the insurer received it." })
  receivedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When it was approved, or for a crisis accepted; null while it was not." })
  approvedAt!: Date | null;
  @Field(() => ClaimGuaranteeType, { description: "The promise of a first appointment." })
  guarantee!: ClaimGuaranteeType;
  @Field(() => PortionType, { nullable: true, description: "Treatments allocated so far; null where no portion applies (COV-PORTION)." })
  portion!: PortionType | null;
  @Field(() => InformationType, { description: "What is still needed before the clock can start." })
  information!: InformationType;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => ConditionType, { description: "The complaint." })
  condition!: ConditionType;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => WorkRelatedEnum, { description: "Whether it is caused by work (MEM-WORK-RELATED)." })
  workRelated!: WorkRelated;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => ComplaintCauseEnum, {
    nullable: true,
    description: "What caused it, of the causes that are not covered; null where nobody asked.",
  })
  cause!: string | null;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => OperationPlaceEnum, {
    nullable: true,
    description: "Where the operation was done that a re-operation follows (COV-REOP); null for other treatments.",
  })
  primaryOperation!: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "When it was moved from own choice into the network (PRV-MOVE-TO-NETWORK); null where it was not.",
  })
  movedAt!: Date | null;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => ReferralType, { description: "The doctor's referral or recommendation." })
  referral!: ReferralType;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => GuaranteeExceptionsType, { description: "What ends or moves the guarantee (GUA-EXC-*)." })
  exceptions!: GuaranteeExceptionsType;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => [ClaimFlagEnum], { description: "Rare facts of the case that are on record." })
  flags!: readonly ClaimFlag[];
  @visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
  @Field(() => [ManualCheckType], {
    description: "Why a person has to look at a claim that was reported online; empty once it is approved, and for other reports.",
  })
  manualCheck!: readonly ManualCheckType[];
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => [MedicalDecisionType], { description: "What the insurer's doctors and nurses have decided against what the rules derive." })
  medicalDecisions!: readonly MedicalDecisionType[];
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => CrisisType, { nullable: true, description: "The event behind crisis counselling; null for other treatments." })
  crisis!: CrisisType | null;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => WishesType, { description: "What the member asked for; the search for a first appointment follows it where it can." })
  wishes!: WishesType;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @relation("Booking", { nullable: true, description: "The first appointment; null while there is none that you may see." })
  firstBooking!: Ref | null;
  @visibleTo("HEALTH_TEAM")
  @Field(() => String, { nullable: true, description: "Who of the health team follows it; null where nobody in particular does." })
  handledBy!: string | null;
  @Field(() => Int, { description: "Version for expectedVersion." })
  version!: number;
  /** Not a field: why no plan can place it, as the watch last found out. */
  proof!: unknown;
}

export const ClaimConnection: ClassType<Connection<ClaimType>> = connectionOf("Claim", () => ClaimType);

export function claimView(claim: Claim): ClaimType {
  const { crisis } = claim;
  return {
    id: globalId("Claim", claim.id),
    reference: claim.reference,
    member: ref("Member", claim.memberId),
    policy: ref("Policy", claim.policyId),
    state: claim.state,
    product: claim.product,
    under: claim.under,
    service: serviceView(claim.serviceCode),
    mode: claim.mode,
    receivedAt: claim.receivedAt,
    approvedAt: claim.approvedAt,
    guarantee: guaranteeView(claim),
    portion: claim.portionAuthorised === null ? null : portionView(claim.portionAuthorised, claim.portionUsed),
    information: {
      required: claim.informationRequired,
      needs: claim.informationNeeds,
      receivedAt: claim.informationReceivedAt,
      approvedAt: claim.informationApprovedAt,
    },
    condition: {
      code: claim.conditionCode,
      aroseOn: claim.conditionAroseOn,
      diagnosedOn: claim.conditionDiagnosedOn,
      chronic: isDecided(claim.medicalDecisions, "CHRONIC"),
    },
    workRelated: claim.workRelated,
    cause: claim.cause,
    primaryOperation: claim.primaryOperation,
    movedAt: claim.movedAt,
    referral: { type: claim.referralType, issuedOn: claim.referralIssuedOn, requested: claim.referralRequested },
    exceptions: exceptionsView(claim.exceptions),
    flags: FLAG_FACTS.filter((name) => (claim.flags[name] ?? false) !== false),
    manualCheck: claim.approvedAt === null ? claim.manualCheck.map(manualCheckView) : [],
    medicalDecisions: medicalDecisionsView(claim.medicalDecisions),
    crisis: crisis && { policeReported: false, relation: null, ...crisis, reportedAt: crisis.reportedAt ?? claim.receivedAt },
    wishes: wishesView(claim.wishes),
    firstBooking: refOrNull("Booking", claim.firstBookingId),
    handledBy: claim.handledBy,
    version: claim.version,
    proof: claim.certificate,
  };
}

function guaranteeView(claim: Claim): ClaimGuaranteeType {
  return {
    outcome: claim.guaranteeOutcome,
    guaranteeClass: claim.guaranteeClass,
    clockStartOn: claim.clockStartOn,
    firstTargetOn: claim.firstTargetOn,
    targetOn: claim.targetOn,
    latestOn: claim.latestOn,
    deadlineAt: claim.deadlineAt,
    promiseState: claim.promiseState,
  };
}

function portionView(authorised: number, used: number): PortionType {
  return { authorised, used, remaining: Math.max(0, authorised - used) };
}
