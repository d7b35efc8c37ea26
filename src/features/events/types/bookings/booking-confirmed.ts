import { type EventType } from "../../event-type.js";
import { BOOKING } from "./booking-data.js";

export const bookingConfirmed = {
  topic: "booking.confirmed",
  words: ["Booking confirmed", "Aftale bekræftet", "An appointment was booked; also the one that another was moved to."],
  about: "Booking",
  forClinic: true,
  data: { ...BOOKING },
} as const satisfies EventType;
