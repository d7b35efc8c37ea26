import { code, type EventType } from "../../event-type.js";
import { BOOKING } from "./booking-data.js";

export const bookingAttended = {
  topic: "booking.attended",
  words: ["Attendance recorded", "Fremmøde registreret", "It was recorded whether the member came."],
  about: "Booking",
  forClinic: true,
  data: { ...BOOKING, state: code("Whether the member came.") },
} as const satisfies EventType;
