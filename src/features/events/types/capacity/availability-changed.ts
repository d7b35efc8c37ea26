import { type EventType, id } from "../../event-type.js";

export const availabilityChanged = {
  topic: "availability.changed",
  words: [
    "Availability changed",
    "Ledige tider ændret",
    "Openings of a clinic were published, moved, closed, held or given back; read them again.",
  ],
  about: "Clinic",
  forClinic: true,
  data: { clinicId: id("Clinic"), providerId: id("Organisation"), slotId: id("Slot", "The opening, where it was one.") },
} as const satisfies EventType;
