import { id } from "../../event-type.js";

/** What every event of a booking says; the claim is nothing that a clinic is told. */
export const BOOKING = {
  bookingId: id("Booking"),
  claimId: { ...id("Claim"), clinic: false },
  clinicId: id("Clinic"),
  providerId: id("Organisation"),
  slotId: id("Slot"),
} as const;
