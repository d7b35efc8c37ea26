import { Field, ObjectType } from "type-graphql";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { DateTime } from "../../../gateway/api/scalars.js";

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "FINANCE")
@ObjectType("PersonAct", { description: "Who did something in the network, and when.", simpleResolvers: true })
export class PersonActType {
  @visibleTo("NETWORK_MANAGER")
  @Field(() => String, { description: "Who." })
  by!: string;
  @Field(() => DateTime, { description: "When." })
  at!: Date;
}
