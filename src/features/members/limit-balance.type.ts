import { Field, ObjectType } from "type-graphql";
import { NonNegativeInt } from "../../gateway/api/scalars.js";
import { costs } from "../../gateway/admission/cost.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { relation, type Ref } from "../../gateway/api/relation.js";
import type { LimitBalance } from "../../rules/coverage/limit-balances.js";
import { CoverEnum, TreatmentModeEnum } from "../../vocabulary/rules.type.js";
import { ServiceType, serviceView } from "../../vocabulary/service.type.js";
import { LimitPeriodEnum } from "./member-enums.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("LimitBalance", {
  description: "A number of treatments that a cover allows, and what is left of it. Booked appointments hold their place (BOK-COUNT).",
  simpleResolvers: true,
})
export class LimitBalanceType {
  @relation("Policy", { description: "The cover it limits." })
  policy!: Ref;
  @Field(() => String, { description: "Id of the rule, e.g. COV-F-12." })
  rule!: string;
  @Field(() => CoverEnum, { description: "The cover it belongs to." })
  under!: string;
  @Field(() => LimitPeriodEnum, { description: "Over what it is counted." })
  period!: string;
  @costs({ size: 3 })
  @Field(() => [ServiceType], { description: "Treatments that count together." })
  services!: readonly ServiceType[];
  @Field(() => TreatmentModeEnum, { nullable: true, description: "Only treatments of this kind count; null where all do." })
  mode!: string | null;
  @Field(() => NonNegativeInt, { description: "Treatments it allows." })
  allowed!: number;
  @Field(() => NonNegativeInt, { description: "Treatments that took place or are booked." })
  used!: number;
  @Field(() => NonNegativeInt, { description: "Treatments left, 0 or more." })
  remaining!: number;
}

export function limitView(policy: Ref, { services, ...limit }: LimitBalance): LimitBalanceType {
  return { ...limit, policy, services: services.map(serviceView) };
}
