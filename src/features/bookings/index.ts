/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import { RecordContact } from "./contact/record-contact.js";
import { RevealContact } from "./contact/reveal-contact.js";
import type { Feature } from "../../gateway/feature.js";
import { ChoiceReasonWords } from "./choice-reason.type.js";
import { BOOKING_INVARIANTS } from "./booking-invariants.js";
import { ConfirmAttendance } from "./attendance/confirm-attendance.js";
import { DisputeAttendance } from "./attendance/dispute-attendance.js";
import { RecordAttendance } from "./attendance/record-attendance.js";
import { BookFirstAppointment } from "./book/book-first-appointment.js";
import { BookSlot } from "./book/book-slot.js";
import { BookingCalendar } from "./calendar/booking-calendar.js";
import { BookingChanged } from "./booking-changed.js";
import { CreateCalendarFeed } from "./calendar/create-calendar-feed.js";
import { CalendarFeeds } from "./calendar/list-calendar-feeds.js";
import { RevokeCalendarFeed } from "./calendar/revoke-calendar-feed.js";
import { RotateCalendarFeed } from "./calendar/rotate-calendar-feed.js";
import { CancelBooking } from "./end/cancel-booking.js";
import { DeclineOffer } from "./end/decline-offer.js";
import { RescheduleBooking } from "./end/reschedule-booking.js";
import {
  BookingsOfClaim,
  BookingsOfClinic,
  BookingsOfMember,
  BookingsOfOrganisation,
  BookingsOfPractitioner,
  BookingsOfSlot,
  DecisionsOfBooking,
  HistoryOfBooking,
  MovedFrom,
} from "./find/bookings-of.js";
import { CancellationNow } from "./end/cancellation-now.js";
import { BookingMeeting } from "./meeting.js";
import { FindBooking, fetchBookings } from "./find/find-booking.js";
import { BookingsOfViewer, FindBookings } from "./find/find-bookings.js";
import { BookingJourney } from "./journey/journey.type.js";
import { QuoteSlot } from "./quote/quote-slot.js";

export const bookings: Feature = {
  resolvers: [
    RecordContact,
    RevealContact,
    ChoiceReasonWords,
    BookFirstAppointment,
    BookSlot,
    BookingCalendar,
    BookingChanged,
    BookingJourney,
    CalendarFeeds,
    BookingMeeting,
    BookingsOfClaim,
    BookingsOfClinic,
    BookingsOfMember,
    BookingsOfOrganisation,
    BookingsOfPractitioner,
    BookingsOfSlot,
    BookingsOfViewer,
    DecisionsOfBooking,
    HistoryOfBooking,
    CancelBooking,
    CancellationNow,
    ConfirmAttendance,
    CreateCalendarFeed,
    DeclineOffer,
    DisputeAttendance,
    FindBooking,
    FindBookings,
    MovedFrom,
    QuoteSlot,
    RecordAttendance,
    RescheduleBooking,
    RevokeCalendarFeed,
    RotateCalendarFeed,
  ],
  nodes: {
    Booking: fetchBookings,
  },
  invariants: BOOKING_INVARIANTS,
  announced: [
    "bookFirstAppointment",
    "bookSlot",
    "cancelBooking",
    "confirmAttendance",
    "declineOffer",
    "disputeAttendance",
    "recordAttendance",
    "rescheduleBooking",
  ],
};
