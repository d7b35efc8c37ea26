import { isAhead, type Notice } from "../notice.js";
import { toldTime } from "../told-time.js";

export const clinicBooked: Notice = {
  code: "CLINIC_BOOKED",
  words: ["New appointment", "Ny aftale", "A member has an appointment at the clinic."],
  to: "CLINIC",
  on: ["booking.confirmed"],
  holds: isAhead,
  version: 1,
  texts: {
    DA: (facts) => ({
      subject: `Ny aftale ${facts.appointment?.reference ?? ""}`,
      text: `Ny aftale ${facts.appointment?.reference ?? ""}: ${toldTime(facts.appointment?.startsAt ?? "", "DA")}. Se den i klinikkens system.`,
    }),
    EN: (facts) => ({
      subject: `New appointment ${facts.appointment?.reference ?? ""}`,
      text: `New appointment ${facts.appointment?.reference ?? ""}: ${toldTime(facts.appointment?.startsAt ?? "", "EN")}. See it in the clinic's system.`,
    }),
  },
};
