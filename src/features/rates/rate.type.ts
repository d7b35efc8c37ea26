import { Field, Int, ObjectType } from "type-graphql";
import type { AgreedRate } from "../../../schema/rows.js";
import { costs } from "../../gateway/admission/cost.js";
import { visibleTo, withoutPurpose } from "../../gateway/api/guard.js";
import { Money, money } from "../../gateway/api/money.js";
import { globalId, Node } from "../../gateway/api/node.js";
import { DateTime, LocalDate } from "../../gateway/api/scalars.js";
import type { PricedService } from "../../rules/codes.js";
import { DecisionReasonType, quotedReasons } from "../../vocabulary/reason.type.js";
import { ServiceType, serviceView } from "../../vocabulary/service.type.js";
import { PersonActType } from "../network/proposals/person-act.type.js";
import { RateChannelEnum, RateStateEnum, SessionKindEnum } from "./rate-enums.type.js";
import { ref, relation, type Ref } from "../../gateway/api/relation.js";

/** What the quote keeps: the figures of the price rules, frozen with the rate they came from. */
export type QuoteRecord = {
  readonly rateId: string;
  readonly grossMinor: number;
  readonly publicPaysMinor: number;
  readonly insurerPaysMinor: number;
  readonly memberPaysMinor: number;
  readonly danmarkToInsurerMinor: number;
  readonly reasons: readonly string[];
};

@visibleTo("MEMBER", "HEALTH_TEAM", "FINANCE", "NETWORK_MANAGER")
@ObjectType("Quote", {
  description: "The price of one treatment and who pays which part of it, by the price rules. Frozen when the treatment is booked.",
  simpleResolvers: true,
})
export class QuoteType {
  @Field(() => Money, { description: "The rate agreed with the clinic, before anybody's share." })
  gross!: unknown;
  @Field(() => Money, { description: "Paid by the region to a clinic with a public agreement (PRC-PUBLIC-DEDUCT)." })
  publicPays!: unknown;
  @Field(() => Money, {
    description: "Paid by the insurer directly to the clinic. A subsidy of 'danmark' is not in it: none is set off until one is reported.",
  })
  insurerPays!: unknown;
  @Field(() => Money, {
    description:
      "What is left for the member; nothing for a covered treatment in the network (PRC-NETWORK-RATE), unless the service has a total and it is used up (CAPPED_TOTAL).",
  })
  memberPays!: unknown;
  @costs({ size: 1 })
  @Field(() => [DecisionReasonType], { description: "What shaped the price." })
  reasons!: readonly DecisionReasonType[];
}

export function quoteView(quote: QuoteRecord, service: PricedService): QuoteType {
  return {
    gross: money(quote.grossMinor),
    publicPays: money(quote.publicPaysMinor),
    insurerPays: money(quote.insurerPaysMinor),
    memberPays: money(quote.memberPaysMinor),
    reasons: quotedReasons(quote.reasons, service),
  };
}

@withoutPurpose()
@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "NETWORK_MANAGER", "FINANCE", "HEALTH_TEAM")
@ObjectType("AgreedRate", {
  implements: Node,
  description: "What insurer and clinic agreed for one kind of treatment in one period. A used rate is never edited; a new one follows it.",
})
export class AgreedRateType extends Node {
  @relation("Clinic", { description: "The clinic the rate is agreed with." })
  clinic!: Ref;
  @relation("Organisation", { description: "The company that runs it." })
  organisation!: Ref;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => SessionKindEnum, { description: "Which treatment of a claim it is for." })
  session!: string;
  @Field(() => RateChannelEnum, { description: "The way of meeting it applies to." })
  channel!: string;
  @Field(() => Money, { description: "Gross amount per treatment." })
  amount!: unknown;
  @Field(() => LocalDate, { description: "First day it applies." })
  validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: "First day it no longer applies; null while open." })
  validUntil!: string | null;
  @Field(() => Boolean, {
    description: "It was agreed for days that had passed: what was quoted on them is paid, and corrected by finance.",
  })
  retroactive!: boolean;
  @Field(() => RateStateEnum, { description: "How it stands." })
  state!: string;
  @Field(() => DateTime, { nullable: true, description: "When it was approved; null while it waits, or once it was rejected." })
  approvedAt!: Date | null;
  @visibleTo("NETWORK_MANAGER")
  @Field(() => PersonActType, { description: "Who proposed it, and when; another approves it." })
  proposed!: PersonActType;
  @Field(() => Int, { description: "Version for expectedVersion." })
  version!: number;
}

export function rateView(rate: AgreedRate): AgreedRateType {
  return {
    id: globalId("AgreedRate", rate.id),
    clinic: ref("Clinic", rate.clinicId),
    organisation: ref("Organisation", rate.providerId),
    service: serviceView(rate.serviceCode),
    session: rate.session,
    channel: rate.channel,
    amount: money(rate.amountMinor),
    validFrom: rate.validFrom,
    validUntil: rate.validUntil,
    retroactive: rate.retroactive,
    state: rate.state,
    approvedAt: rate.approvedAt,
    proposed: { by: rate.proposedBy, at: rate.proposedAt },
    version: rate.version,
  };
}
