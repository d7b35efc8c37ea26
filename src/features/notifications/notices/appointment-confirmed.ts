import { isAhead, type Notice } from "../notice.js";
import { toldAppointment } from "../told-time.js";

export const appointmentConfirmed: Notice = {
  code: "APPOINTMENT_CONFIRMED",
  words: ["Appointment confirmed", "Aftale bekræftet", "An appointment was made."],
  to: "MEMBER",
  on: ["booking.confirmed"],
  holds: isAhead,
  version: 1,
  texts: {
    DA: (facts) => ({
      subject: `Din aftale ${facts.appointment?.reference ?? ""} er bekræftet`,
      text: `Du har en aftale: ${toldAppointment(facts.appointment, "DA")}.\n\nVil du flytte eller aflyse den, så gør det i appen.`,
    }),
    EN: (facts) => ({
      subject: `Your appointment ${facts.appointment?.reference ?? ""} is confirmed`,
      text: `You have an appointment: ${toldAppointment(facts.appointment, "EN")}.\n\nTo move or cancel it, use the app.`,
    }),
  },
};
