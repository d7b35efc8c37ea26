/** Every type of event there is: a file of its own and a line here. test/contracts/events.test.ts runs over the list. */
import type { EventType } from "../event-type.js";
import { claimReported } from "./claims/claim-reported.js";
import { claimChanged } from "./claims/claim-changed.js";
import { statusReportAnswered } from "./claims/status-report-answered.js";
import { reimbursementDecided } from "./claims/reimbursement-decided.js";
import { promiseAtRisk } from "./promises/promise-at-risk.js";
import { promiseChanged } from "./promises/promise-changed.js";
import { bookingConfirmed } from "./bookings/booking-confirmed.js";
import { bookingMoved } from "./bookings/booking-moved.js";
import { bookingCancelled } from "./bookings/booking-cancelled.js";
import { bookingDeclined } from "./bookings/booking-declined.js";
import { bookingAttended } from "./bookings/booking-attended.js";
import { attendanceConfirmed } from "./bookings/attendance-confirmed.js";
import { attendanceDisputed } from "./bookings/attendance-disputed.js";
import { availabilityChanged } from "./capacity/availability-changed.js";
import { slotsWithdrawn } from "./capacity/slots-withdrawn.js";
import { rateProposed } from "./rates/rate-proposed.js";
import { rateApproved } from "./rates/rate-approved.js";
import { rateRejected } from "./rates/rate-rejected.js";
import { settlementClosed } from "./settlement/settlement-closed.js";
import { settlementApproved } from "./settlement/settlement-approved.js";
import { settlementSent } from "./settlement/settlement-sent.js";
import { settlementCorrected } from "./settlement/settlement-corrected.js";
import { settlementDisputeSettled } from "./settlement/settlement-dispute-settled.js";
import { paymentAccepted } from "./settlement/payment-accepted.js";
import { paymentPaid } from "./settlement/payment-paid.js";
import { paymentRejected } from "./settlement/payment-rejected.js";
import { paymentReturned } from "./settlement/payment-returned.js";
import { providerAccountChanged } from "./settlement/provider-account-changed.js";
import { consentGiven } from "./members/consent-given.js";
import { consentWithdrawn } from "./members/consent-withdrawn.js";
import { authorityGranted } from "./members/authority-granted.js";
import { authorityWithdrawn } from "./members/authority-withdrawn.js";
import { policyWithdrawn } from "./members/policy-withdrawn.js";
import { memberErased } from "./members/member-erased.js";

export const EVENT_TYPES = [
  claimReported,
  claimChanged,
  statusReportAnswered,
  reimbursementDecided,
  promiseAtRisk,
  promiseChanged,
  bookingConfirmed,
  bookingMoved,
  bookingCancelled,
  bookingDeclined,
  bookingAttended,
  attendanceConfirmed,
  attendanceDisputed,
  availabilityChanged,
  slotsWithdrawn,
  rateProposed,
  rateApproved,
  rateRejected,
  settlementClosed,
  settlementApproved,
  settlementSent,
  settlementCorrected,
  settlementDisputeSettled,
  paymentAccepted,
  paymentPaid,
  paymentRejected,
  paymentReturned,
  providerAccountChanged,
  consentGiven,
  consentWithdrawn,
  authorityGranted,
  authorityWithdrawn,
  policyWithdrawn,
  memberErased,
] as const satisfies readonly EventType[];
export type Topic = (typeof EVENT_TYPES)[number]["topic"];
