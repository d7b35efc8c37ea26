import { type EventType, id } from "../../event-type.js";

export const attendanceDisputed = {
  topic: "attendance.disputed",
  words: ["Attendance disputed", "Fremmøde bestridt", "The member says that the treatment did not take place."],
  about: "Booking",
  forClinic: false,
  data: { bookingId: id("Booking"), providerId: id("Organisation") },
} as const satisfies EventType;
