import { Field, ObjectType } from "type-graphql";
import type { Consent } from "../../../schema/rows.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { globalId, Node } from "../../gateway/api/node.js";
import { LocalDate } from "../../gateway/api/scalars.js";
import { consentState, type ConsentPurpose, type ConsentState } from "./consent.js";
import { ConsentPurposeEnum, ConsentStateEnum } from "./consent-enums.type.js";
import { ref, refOrNull, relation, type Ref } from "../../gateway/api/relation.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Consent", {
  description:
    "A member's consent for one case and purpose. It holds for a year and can be withdrawn any day (CON-ONE-YEAR, CON-WITHDRAW).",
  implements: Node,
})
export class ConsentType extends Node {
  @relation("Member", { nullable: true, description: "Whose data it is about; null once they were erased." })
  member!: Ref | null;
  @relation("Claim", { nullable: true, description: "The claim it is for; null where it is for all of the member's." })
  claim!: Ref | null;
  @relation("Member", {
    nullable: true,
    description:
      "Who gave it: the person, or the holder of custody of a child under 15; null where that is somebody you may not see, or was erased.",
    mayBeHidden: true,
  })
  givenBy!: Ref | null;
  @Field(() => ConsentPurposeEnum, { description: "What it is for." })
  purpose!: ConsentPurpose;
  @Field(() => String, { description: "Version of the text that was agreed to." })
  textVersion!: string;
  @Field(() => LocalDate, { description: "First valid day." })
  givenOn!: string;
  @Field(() => LocalDate, { description: "Last valid day." })
  expiresOn!: string;
  @Field(() => LocalDate, { nullable: true, description: "Not valid from this day on; null while it was not withdrawn." })
  withdrawnOn!: string | null;
  @Field(() => ConsentStateEnum, { description: "How it stands today." })
  state!: ConsentState;
}

export function consentView(consent: Consent, today: string): ConsentType {
  return {
    id: globalId("Consent", consent.id),
    member: ref("Member", consent.memberId),
    claim: refOrNull("Claim", consent.claimId),
    givenBy: ref("Member", consent.givenBy),
    purpose: consent.purpose,
    textVersion: consent.textVersion,
    givenOn: consent.givenOn,
    expiresOn: consent.expiresOn,
    withdrawnOn: consent.withdrawnOn,
    state: consentState(consent, today),
  };
}
