import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { changes, idIn } from "../../../gateway/api/input/changes.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import type { BusEvent } from "../../../platform/trail/event-bus.js";
import { slotById } from "./slot.store.js";
import { SlotType, slotView } from "./slot.type.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";

@withoutPurpose()
@visibleTo("SIGNED_IN")
@ObjectType("AvailabilityChange", { description: "Openings of a clinic came, went or changed.", simpleResolvers: true })
export class AvailabilityChange {
  @relation("Clinic", { description: "The clinic." })
  clinic!: Ref;
  @Field(() => SlotType, {
    nullable: true,
    description: "The opening as it is now; null when many changed at once: read the clinic's slots again.",
  })
  slot!: SlotType | null;
}

/** A booked, cancelled or held unit changes what is free as much as a published opening does. */
const TOPICS = ["availability.", "booking.", "hold."];

@Resolver()
export class AvailabilityChanged {
  @withoutPurpose()
  @visibleTo("SIGNED_IN")
  @Subscription(() => AvailabilityChange, {
    description: "What is free at one clinic, as it changes. Says what is free, never who took it.",
    subscribe: ({ args, context }) => availabilityChanges((args as { clinicId: string }).clinicId, context as Context),
  })
  availabilityChanged(
    @Root() change: AvailabilityChange,
    @Arg("clinicId", () => ID, { description: "The clinic." }) _clinicId: string,
  ): AvailabilityChange {
    return change;
  }
}

function availabilityChanges(clinicId: string, ctx: Context): AsyncIterable<AvailabilityChange> {
  const clinic = idOf("Clinic", clinicId, ["clinicId"]);
  return changes(ctx.services.events, ctx, "", (now, event) => {
    const concerns = TOPICS.some((topic) => event.topic.startsWith(topic)) && (idIn(event, "clinicId") ?? event.aggregateId) === clinic;
    return concerns ? see(now, clinic, event) : null;
  });
}

async function see(ctx: Context, clinic: string, event: BusEvent): Promise<AvailabilityChange> {
  const slotId = idIn(event, "slotId");
  const slot = slotId === null ? undefined : await runQuery(ctx, (tx) => slotById(tx, slotId));
  return { clinic: ref("Clinic", clinic), slot: slot ? slotView(slot) : null };
}
