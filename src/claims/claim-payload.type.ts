import { Field, ObjectType } from "type-graphql";
import type { Claim } from "../../schema/rows.js";
import type { Outcome } from "../gateway/api/act.js";
import { visibleTo } from "../gateway/api/guard.js";
import { UserError, userErrors } from "../vocabulary/user-error.type.js";
import { claimView, ClaimType } from "./claim.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
@ObjectType({ description: "The claim after the act, or every reason why not." })
export class ClaimPayload {
  @Field(() => ClaimType, { nullable: true, description: "The claim as it now stands; null when the act was refused." })
  claim!: ClaimType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
  @Field(() => Boolean, { description: "True when this answers a repeated request." })
  replayed!: boolean;
}

export function claimPayload({ result, errors, replayed }: Outcome<Claim | null>): ClaimPayload {
  return { claim: result && claimView(result), errors: userErrors(errors), replayed };
}
