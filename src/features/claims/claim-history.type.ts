import { Field, ID, ObjectType } from "type-graphql";
import type { ClaimEvent } from "../../../schema/rows.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { DateTime } from "../../gateway/api/scalars.js";
import { ClaimEventKindEnum } from "./claim-enums.type.js";
import type { ClaimEventKind } from "./claim-words.js";
import { ViewerRoleEnum } from "../../vocabulary/viewer.type.js";
import type { KeptReason } from "../../rules/explain.js";
import { DecisionReasonType, keptReasonView } from "../../vocabulary/reason.type.js";
import { ConsentPurposeEnum } from "../consent/consent-enums.type.js";
import { ref, refOrNull, relation, type Ref } from "../../gateway/api/relation.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("ClaimEvent", { description: "One thing that happened to a claim. History is never changed." })
export class ClaimEventType {
  @Field(() => ID, { description: "Id." })
  id!: string;
  @Field(() => ClaimEventKindEnum, { description: "What happened." })
  kind!: ClaimEventKind;
  @Field(() => DateTime, { description: "When." })
  at!: Date;
  @Field(() => ViewerRoleEnum, { description: "As what somebody did it." })
  actorRole!: string;
  @Field(() => [String], { description: "Names of the facts that were recorded." })
  fields!: readonly string[];
  @Field(() => [DecisionReasonType], { description: "Why a claim was denied, as the member was told; empty for everything else." })
  reasons!: readonly DecisionReasonType[];
  @Field(() => ConsentPurposeEnum, { nullable: true, description: "Purpose of a consent; null for everything else." })
  consentPurpose!: string | null;
  @Field(() => String, { nullable: true, description: "Reason in the words of whoever acted; null where they gave none." })
  reason!: string | null;
  @relation("Claim", { description: "The claim it happened to." })
  claim!: Ref;
  @relation("Booking", { nullable: true, description: "The booking it was about; null where it was about none." })
  booking!: Ref | null;
}

export function claimEventView({ id, claimId, kind, at, actorRole, data }: ClaimEvent): ClaimEventType {
  const text = (name: string): string | null => (typeof data[name] === "string" ? data[name] : null);
  const list = (name: string): string[] => (Array.isArray(data[name]) ? data[name].map(String) : []);
  const booking = text("bookingId");
  return {
    id,
    kind,
    at,
    actorRole,
    fields: [...list("fields"), ...list("needs")],
    reasons: ((data["reasons"] ?? []) as readonly KeptReason[]).map(keptReasonView),
    consentPurpose: text("purpose"),
    reason: text("reason") ?? text("note"),
    claim: ref("Claim", claimId),
    booking: refOrNull("Booking", booking),
  };
}
