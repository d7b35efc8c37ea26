import { Field, ObjectType } from "type-graphql";
import type { Claim } from "../../../schema/rows.js";
import type { MutationOutcome } from "../../gateway/api/run-operation.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { ActPayload } from "../../vocabulary/act.type.js";
import { userErrors } from "../../vocabulary/user-error.type.js";
import { claimView, ClaimType } from "./claim.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
@ObjectType({ description: "The claim after the act, or every reason why not." })
export class ClaimPayload extends ActPayload {
  @Field(() => ClaimType, { nullable: true, description: "The claim as it now stands; null when the act was refused." })
  claim!: ClaimType | null;
}

export function claimPayload({ result, errors, replayed }: MutationOutcome<Claim | null>): ClaimPayload {
  return { claim: result && claimView(result), errors: userErrors(errors), replayed };
}
