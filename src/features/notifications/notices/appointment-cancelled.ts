import { isCalledOff, type Notice } from "../notice.js";
import { toldAppointment } from "../told-time.js";

export const appointmentCancelled: Notice = {
  code: "APPOINTMENT_CANCELLED",
  words: ["Appointment cancelled", "Aftale aflyst", "An appointment does not take place."],
  to: "MEMBER",
  on: ["booking.cancelled", "booking.declined"],
  holds: isCalledOff,
  version: 1,
  texts: {
    DA: (facts) => ({
      subject: `Din aftale ${facts.appointment?.reference ?? ""} er aflyst`,
      text: `Denne aftale er aflyst: ${toldAppointment(facts.appointment, "DA")}.`,
    }),
    EN: (facts) => ({
      subject: `Your appointment ${facts.appointment?.reference ?? ""} is cancelled`,
      text: `This appointment is cancelled: ${toldAppointment(facts.appointment, "EN")}.`,
    }),
  },
};
