import { type EventType } from "../../event-type.js";
import { CONTACT } from "./booking-data.js";

export const bookingContactAttempted = {
  topic: "booking.contact-attempted",
  words: ["Call not answered", "Opkald ikke besvaret", "The clinic has rung and nobody answered; the contact is still to be made."],
  about: "Booking",
  forClinic: true,
  data: { ...CONTACT },
} as const satisfies EventType;
