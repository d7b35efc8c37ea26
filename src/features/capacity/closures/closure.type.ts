import { Field, ObjectType } from "type-graphql";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import type { SavedClosure } from "./closure.store.js";
import { ref, refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";

@withoutPurpose()
@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
@ObjectType("Closure", {
  description: "Time that is closed, whatever schedules, files and calendars say, until it is opened again.",
  implements: Node,
  simpleResolvers: true,
})
export class ClosureType extends Node {
  @relation("Organisation", { description: "The company whose time it is." })
  organisation!: Ref;
  @relation("Clinic", { nullable: true, description: "The clinic; null for every clinic of the company." })
  clinic!: Ref | null;
  @relation("Practitioner", { nullable: true, description: "The practitioner; null for everyone who works there." })
  practitioner!: Ref | null;
  @Field(() => DateTime, { description: "From when on it is closed." })
  from!: Date;
  @Field(() => DateTime, { description: "Until when; not included." })
  to!: Date;
  @Field(() => String, { nullable: true, description: "Why, as the members affected were told; null where no reason was given." })
  reason!: string | null;
  @Field(() => DateTime, { description: "When it was closed." })
  closedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When it was opened again; null while it is closed." })
  openedAt!: Date | null;
}

export function closureView({ id, providerId, clinicId, practitionerId, ...closed }: SavedClosure): ClosureType {
  return {
    id: globalId("Closure", id),
    organisation: ref("Organisation", providerId),
    clinic: refOrNull("Clinic", clinicId),
    practitioner: refOrNull("Practitioner", practitionerId),
    from: closed.startsAt,
    to: closed.endsAt,
    reason: closed.reason,
    closedAt: closed.closedAt,
    openedAt: closed.openedAt,
  };
}
