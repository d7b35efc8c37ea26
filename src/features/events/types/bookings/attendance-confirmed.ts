import { type EventType, id } from "../../event-type.js";

export const attendanceConfirmed = {
  topic: "attendance.confirmed",
  words: ["Attendance confirmed", "Fremmøde bekræftet", "The member says that the treatment took place."],
  about: "Booking",
  forClinic: false,
  data: { bookingId: id("Booking"), providerId: id("Organisation") },
} as const satisfies EventType;
