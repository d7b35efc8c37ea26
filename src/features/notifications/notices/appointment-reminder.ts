import { isAhead, type Notice } from "../notice.js";
import { toldAppointment } from "../told-time.js";

export const appointmentReminder: Notice = {
  code: "APPOINTMENT_REMINDER",
  words: ["Reminder", "Påmindelse", "An appointment is near."],
  to: "MEMBER",
  on: [],
  holds: isAhead,
  version: 1,
  texts: {
    DA: (facts) => ({
      subject: `Husk din aftale ${facts.appointment?.reference ?? ""}`,
      text: `Husk din aftale: ${toldAppointment(facts.appointment, "DA")}.`,
    }),
    EN: (facts) => ({
      subject: `Remember your appointment ${facts.appointment?.reference ?? ""}`,
      text: `Remember your appointment: ${toldAppointment(facts.appointment, "EN")}.`,
    }),
  },
};
