/** Every notice there is: a file of its own and a line here. test/contracts/notices.test.ts runs over the list. */
import type { Notice } from "../notice.js";
import { appointmentCancelled } from "./appointment-cancelled.js";
import { appointmentConfirmed } from "./appointment-confirmed.js";
import { appointmentMoved } from "./appointment-moved.js";
import { appointmentReminder } from "./appointment-reminder.js";
import { billDecided } from "./bill-decided.js";
import { claimDecided } from "./claim-decided.js";
import { clinicBooked } from "./clinic-booked.js";
import { clinicCalledOff } from "./clinic-called-off.js";
import { clinicPaid } from "./clinic-paid.js";
import { clinicPaymentFailed } from "./clinic-payment-failed.js";
import { lookingForYou } from "./looking-for-you.js";

export const NOTICES: readonly Notice[] = [
  appointmentConfirmed,
  appointmentMoved,
  appointmentCancelled,
  appointmentReminder,
  claimDecided,
  lookingForYou,
  billDecided,
  clinicBooked,
  clinicCalledOff,
  clinicPaid,
  clinicPaymentFailed,
];
