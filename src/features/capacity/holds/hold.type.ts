import { Field, ObjectType } from "type-graphql";
import type { HoldState } from "../../../../schema/states.js";
import type { MutationOutcome } from "../../../gateway/api/run-operation.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { DateTime, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { ActPayload } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { HOLD_RENEWALS } from "../capacity-limits.js";
import { stateOf, type HoldSeen } from "./hold.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { HoldStateEnum } from "../slot-enums.type.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Hold", {
  description: "Ten minutes on one unit of an opening, while the member decides.",
  implements: Node,
  simpleResolvers: true,
})
export class HoldType extends Node {
  @relation("Slot", { description: "The opening." })
  slot!: Ref;
  @relation("Clinic", { description: "The clinic of the opening." })
  clinic!: Ref;
  @relation("Organisation", { description: "The company that runs it." })
  organisation!: Ref;
  @relation("Practitioner", { description: "Who would treat." })
  practitioner!: Ref;
  @relation("Member", { nullable: true, description: "Who wants the time; null once they were erased.", mayBeHidden: true })
  member!: Ref | null;
  @relation("Claim", { description: "The claim it is held for." })
  claim!: Ref;
  @Field(() => ServiceType, { description: "The treatment it is held for." })
  service!: ServiceType;
  @Field(() => HoldStateEnum, { description: "How it stands." })
  state!: HoldState;
  @Field(() => DateTime, { description: "When it ends by itself, by the gateway's clock." })
  expiresAt!: Date;
  @Field(() => NonNegativeInt, { description: "How often it can still be renewed: 1, then 0." })
  renewalsLeft!: number;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "The hold, or every reason why not." })
export class HoldPayload extends ActPayload {
  @Field(() => HoldType, { nullable: true, description: "The hold as it stands now; null when it was refused." })
  hold!: HoldType | null;
}

export function holdView(hold: HoldSeen): HoldType {
  return {
    id: globalId("Hold", hold.id),
    slot: ref("Slot", hold.slotId),
    clinic: ref("Clinic", hold.clinicId),
    organisation: ref("Organisation", hold.providerId),
    practitioner: ref("Practitioner", hold.practitionerId),
    member: ref("Member", hold.memberId),
    claim: ref("Claim", hold.claimId),
    service: serviceView(hold.serviceCode),
    state: stateOf(hold),
    expiresAt: hold.expiresAt,
    renewalsLeft: HOLD_RENEWALS - hold.renewals,
  };
}

export function holdPayload({ result, errors, replayed }: MutationOutcome<HoldSeen | null>): HoldPayload {
  return { hold: result && holdView(result), errors: userErrors(errors), replayed };
}
