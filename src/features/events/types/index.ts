/** Every type of event there is: a file of its own and a line here. test/contracts/events.test.ts runs over the list. */
import type { EventType } from "../event-type.js";
import { claimReported } from "./claims/claim-reported.js";
import { claimChanged } from "./claims/claim-changed.js";
import { statusReportAnswered } from "./claims/status-report-answered.js";
import { reimbursementDecided } from "./claims/reimbursement-decided.js";
import { coverLost } from "./claims/cover-lost.js";
import { promiseAtRisk } from "./promises/promise-at-risk.js";
import { promiseChanged } from "./promises/promise-changed.js";
import { bookingConfirmed } from "./bookings/booking-confirmed.js";
import { bookingMoved } from "./bookings/booking-moved.js";
import { bookingCancelled } from "./bookings/booking-cancelled.js";
import { bookingDeclined } from "./bookings/booking-declined.js";
import { bookingAttended } from "./bookings/booking-attended.js";
import { attendanceConfirmed } from "./bookings/attendance-confirmed.js";
import { attendanceDisputed } from "./bookings/attendance-disputed.js";
import { bookingContacted } from "./bookings/booking-contacted.js";
import { bookingContactAttempted } from "./bookings/booking-contact-attempted.js";
import { availabilityChanged } from "./capacity/availability-changed.js";
import { slotsWithdrawn } from "./capacity/slots-withdrawn.js";
import { rateProposed } from "./rates/rate-proposed.js";
import { rateApproved } from "./rates/rate-approved.js";
import { rateRejected } from "./rates/rate-rejected.js";
import { proposalApproved } from "./network/proposal-approved.js";
import { proposalRejected } from "./network/proposal-rejected.js";
import { networkEnded } from "./network/network-ended.js";
import { settlementClosed } from "./settlement/settlement-closed.js";
import { settlementDisputeAnswered } from "./settlement/settlement-dispute-answered.js";
import { settlementOpened } from "./settlement/settlement-opened.js";
import { settlementApproved } from "./settlement/settlement-approved.js";
import { settlementSent } from "./settlement/settlement-sent.js";
import { settlementNetted } from "./settlement/settlement-netted.js";
import { settlementRejected } from "./settlement/settlement-rejected.js";
import { settlementReopened } from "./settlement/settlement-reopened.js";
import { settlementPaymentWithdrawn } from "./settlement/settlement-payment-withdrawn.js";
import { settlementCorrected } from "./settlement/settlement-corrected.js";
import { settlementDisputeSettled } from "./settlement/settlement-dispute-settled.js";
import { paymentAccepted } from "./payments/payment-accepted.js";
import { paymentPaid } from "./payments/payment-paid.js";
import { paymentRejected } from "./payments/payment-rejected.js";
import { paymentReturned } from "./payments/payment-returned.js";
import { payoutAccepted } from "./payouts/payout-accepted.js";
import { payoutPaid } from "./payouts/payout-paid.js";
import { payoutRejected } from "./payouts/payout-rejected.js";
import { payoutReturned } from "./payouts/payout-returned.js";
import { providerAccountStated } from "./accounts/provider-account-stated.js";
import { providerAccountConfirmed } from "./accounts/provider-account-confirmed.js";
import { providerAccountRefused } from "./accounts/provider-account-refused.js";
import { providerAccountChanged } from "./accounts/provider-account-changed.js";
import { providerAccountBlocked } from "./accounts/provider-account-blocked.js";
import { providerSelfBillingAccepted } from "./accounts/provider-self-billing-accepted.js";
import { receivableDemanded } from "./receivables/receivable-demanded.js";
import { receivableInstalmentsAgreed } from "./receivables/receivable-instalments-agreed.js";
import { receivableRepaid } from "./receivables/receivable-repaid.js";
import { receivableTransferred } from "./receivables/receivable-transferred.js";
import { receivableTakenOver } from "./receivables/receivable-taken-over.js";
import { accountingMonthAsked } from "./accounting/accounting-month-asked.js";
import { accountingMonthChanged } from "./accounting/accounting-month-changed.js";
import { accountingMonthRefused } from "./accounting/accounting-month-refused.js";
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
  coverLost,
  promiseAtRisk,
  promiseChanged,
  bookingConfirmed,
  bookingMoved,
  bookingCancelled,
  bookingDeclined,
  bookingAttended,
  attendanceConfirmed,
  attendanceDisputed,
  bookingContacted,
  bookingContactAttempted,
  availabilityChanged,
  slotsWithdrawn,
  rateProposed,
  rateApproved,
  rateRejected,
  proposalApproved,
  proposalRejected,
  networkEnded,
  settlementClosed,
  settlementDisputeAnswered,
  settlementOpened,
  settlementApproved,
  settlementSent,
  settlementNetted,
  settlementRejected,
  settlementReopened,
  settlementPaymentWithdrawn,
  settlementCorrected,
  settlementDisputeSettled,
  paymentAccepted,
  paymentPaid,
  paymentRejected,
  paymentReturned,
  payoutAccepted,
  payoutPaid,
  payoutRejected,
  payoutReturned,
  providerAccountStated,
  providerAccountConfirmed,
  providerAccountRefused,
  providerAccountChanged,
  providerAccountBlocked,
  providerSelfBillingAccepted,
  receivableDemanded,
  receivableInstalmentsAgreed,
  receivableRepaid,
  receivableTransferred,
  receivableTakenOver,
  accountingMonthAsked,
  accountingMonthChanged,
  accountingMonthRefused,
  consentGiven,
  consentWithdrawn,
  authorityGranted,
  authorityWithdrawn,
  policyWithdrawn,
  memberErased,
] as const satisfies readonly EventType[];
export type Topic = (typeof EVENT_TYPES)[number]["topic"];
