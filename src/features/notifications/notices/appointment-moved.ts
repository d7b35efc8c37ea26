import { hasMoved, type Notice } from "../notice.js";
import { toldAppointment } from "../told-time.js";

export const appointmentMoved: Notice = {
  code: "APPOINTMENT_MOVED",
  words: ["Appointment moved", "Aftale flyttet", "An appointment was moved to another time or place."],
  to: "MEMBER",
  on: ["booking.moved"],
  holds: hasMoved,
  version: 1,
  texts: {
    DA: (facts) => ({
      subject: `Din aftale ${facts.appointment?.reference ?? ""} er flyttet`,
      text: `Din aftale er flyttet. Den er nu: ${toldAppointment(facts.movedTo, "DA")}.`,
    }),
    EN: (facts) => ({
      subject: `Your appointment ${facts.appointment?.reference ?? ""} has been moved`,
      text: `Your appointment has been moved. It is now: ${toldAppointment(facts.movedTo, "EN")}.`,
    }),
  },
};
