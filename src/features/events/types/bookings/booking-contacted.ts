import { type EventType } from "../../event-type.js";
import { CONTACT } from "./booking-data.js";

export const bookingContacted = {
  topic: "booking.contacted",
  words: ["Member reached", "Medlem kontaktet", "The clinic has spoken with the member by telephone."],
  about: "Booking",
  forClinic: true,
  data: { ...CONTACT },
} as const satisfies EventType;
