import { code, type EventType } from "../../event-type.js";
import { BOOKING } from "./booking-data.js";

export const bookingCancelled = {
  topic: "booking.cancelled",
  words: ["Booking cancelled", "Aftale aflyst", "An appointment was called off by the member, the health team or the clinic."],
  about: "Booking",
  forClinic: true,
  data: { ...BOOKING, state: code("How the booking ended.") },
} as const satisfies EventType;
