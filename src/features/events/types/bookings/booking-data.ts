import { id } from "../../event-type.js";

/** What every event of a contact about a booking says; the claim is nothing that a clinic is told. */
export const CONTACT = {
  bookingId: id("Booking"),
  claimId: { ...id("Claim"), clinic: false },
  clinicId: id("Clinic"),
  providerId: id("Organisation"),
} as const;

/** What every event of a booking itself says. */
export const BOOKING = { ...CONTACT, slotId: id("Slot") } as const;
