import { type EventType, id, ids } from "../../event-type.js";

export const slotsWithdrawn = {
  topic: "slots.withdrawn",
  words: [
    "Openings withdrawn",
    "Tider trukket tilbage",
    "A clinic has withdrawn openings; appointments at them are told by events of their own.",
  ],
  about: "Organisation",
  forClinic: true,
  data: { providerId: id("Organisation"), slotIds: ids("Slot", "The openings, at most 100 an event.") },
} as const satisfies EventType;
