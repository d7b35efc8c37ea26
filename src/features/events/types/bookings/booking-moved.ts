import { type EventType, id } from "../../event-type.js";
import { BOOKING } from "./booking-data.js";

export const bookingMoved = {
  topic: "booking.moved",
  words: [
    "Booking moved",
    "Aftale flyttet",
    "An appointment was moved and does not take place; the one it was moved to is confirmed by an event of its own.",
  ],
  about: "Booking",
  forClinic: true,
  data: { ...BOOKING, movedTo: { ...id("Booking", "The booking it was moved to."), clinic: false } },
} as const satisfies EventType;
