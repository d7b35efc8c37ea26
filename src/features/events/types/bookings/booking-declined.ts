import { code, type EventType } from "../../event-type.js";
import { BOOKING } from "./booking-data.js";

export const bookingDeclined = {
  topic: "booking.declined",
  words: ["Booking declined", "Aftale afslået", "A member turned down the appointment that was found for them."],
  about: "Booking",
  forClinic: true,
  data: { ...BOOKING, state: code("How the booking ended.") },
} as const satisfies EventType;
