import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { FeedStateEnum, UnreadReasonEnum } from "../slot-enums.type.js";
import { staleAt, whyUnknown, type BusyFeed } from "./busy-feed.js";
import type { SavedFeed } from "./busy-feed.store.js";

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("UnreadEntries", {
  description: "Entries of a calendar that were not understood and count as busy. Nothing of their text.",
  simpleResolvers: true,
})
export class UnreadEntriesType {
  @Field(() => UnreadReasonEnum, { description: "Why; values may be added." })
  code!: string;
  @Field(() => NonNegativeInt, { description: "How many entries inside the stretch that is offered." })
  entries!: number;
  @Field(() => String, { description: "The reason in words." })
  message!: string;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("BusyFeed", { description: "What is known of a practitioner's own calendar. Of its entries nothing is kept but their times." })
export class BusyFeedType {
  @relation("Clinic", { description: "The clinic whose openings it stands behind." })
  clinic!: Ref;
  @relation("Practitioner", { description: "Whose calendar it is." })
  practitioner!: Ref;
  @Field(() => FeedStateEnum, { description: "Whether it is known." })
  state!: string;
  @Field(() => UserError, { nullable: true, description: "Why it is unknown; null while it is current." })
  reason!: UserError | null;
  @Field(() => NonNegativeInt, { description: "Stretches of time that are taken." })
  busyPeriods!: number;
  @Field(() => [UnreadEntriesType], { description: "What of it was not understood and counts as busy; empty when all was." })
  unread!: readonly UnreadEntriesType[];
  @Field(() => DateTime, { nullable: true, description: "As of when it speaks; null where it has never been read." })
  asOf!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "From when on it says nothing any more; null where it says nothing now." })
  staleAt!: Date | null;
}

export function feedView(
  feed: BusyFeed & Pick<SavedFeed, "unread">,
  { clinicId, practitionerId, now }: { readonly clinicId: string; readonly practitionerId: string; readonly now: Date },
): BusyFeedType {
  const reason = whyUnknown(feed, now);
  return {
    clinic: ref("Clinic", clinicId),
    practitioner: ref("Practitioner", practitionerId),
    state: reason ? "UNKNOWN" : "KNOWN",
    reason: reason ? (userErrors([reason])[0] ?? null) : null,
    busyPeriods: feed.busy?.length ?? 0,
    unread: feed.unread,
    asOf: feed.asOf,
    staleAt: staleAt(feed),
  };
}
