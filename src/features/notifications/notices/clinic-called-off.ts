import { isCalledOff, type Notice } from "../notice.js";
import { toldTime } from "../told-time.js";

export const clinicCalledOff: Notice = {
  code: "CLINIC_CALLED_OFF",
  words: ["Appointment called off", "Aftale bortfaldet", "An appointment at the clinic does not take place, or not then."],
  to: "CLINIC",
  on: ["booking.cancelled", "booking.declined", "booking.moved"],
  holds: (facts) => facts.appointment?.state === "MOVED" || isCalledOff(facts),
  version: 1,
  texts: {
    DA: (facts) => ({
      subject: `Aftale ${facts.appointment?.reference ?? ""} bortfalder`,
      text: `Aftalen ${facts.appointment?.reference ?? ""} bortfalder: ${toldTime(facts.appointment?.startsAt ?? "", "DA")}. Tiden er ledig igen.`,
    }),
    EN: (facts) => ({
      subject: `Appointment ${facts.appointment?.reference ?? ""} is called off`,
      text: `Appointment ${facts.appointment?.reference ?? ""} is called off: ${toldTime(facts.appointment?.startsAt ?? "", "EN")}. The time is free again.`,
    }),
  },
};
