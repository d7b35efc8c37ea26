import { Field, ID, ObjectType } from "type-graphql";
import type { ClaimEvent } from "../../schema/rows.js";
import { visibleTo } from "../gateway/api/guard.js";
import { globalId } from "../gateway/api/node.js";
import { DateTime } from "../gateway/api/scalars.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("ClaimEvent", { description: "One thing that happened to a claim. History is never changed." })
export class ClaimEventType {
  @Field(() => ID, { description: "Id." })
  id!: string;
  @Field(() => String, {
    description: "E.g. REPORTED, INFORMATION_REQUIRED, APPROVED, BOOKED, EXCEPTION_RECORDED, CONSENT_GIVEN, COMPLETED.",
  })
  kind!: string;
  @Field(() => DateTime, { description: "When." })
  at!: Date;
  @Field(() => String, { description: "Role that did it, e.g. MEMBER, HEALTH_TEAM, INTEGRATION." })
  actorRole!: string;
  @Field(() => [String], { description: "Names of the facts that were recorded." })
  fields!: readonly string[];
  @Field(() => [String], { description: "Codes that go with it: reasons of a denial, or the purpose of a consent." })
  codes!: readonly string[];
  @Field(() => String, { nullable: true, description: "Reason in the words of whoever acted." })
  reason!: string | null;
  @Field(() => ID, { nullable: true, description: "The booking it was about." })
  bookingId!: string | null;
}

export function claimEventView({ id, kind, at, actorRole, data }: ClaimEvent): ClaimEventType {
  const text = (name: string): string | null => (typeof data[name] === "string" ? data[name] : null);
  const list = (name: string): string[] => (Array.isArray(data[name]) ? data[name].map(String) : []);
  const booking = text("bookingId");
  const purpose = text("purpose");
  return {
    id,
    kind,
    at,
    actorRole,
    fields: [...list("fields"), ...list("needs")],
    codes: [...list("reasons"), ...(purpose === null ? [] : [purpose])],
    reason: text("reason") ?? text("note"),
    bookingId: booking === null ? null : globalId("Booking", booking),
  };
}
