import type { booking, programmeUsage, treatmentUsage } from "./tables/booking.js";
import type { designation, statusReport } from "./tables/case.js";
import type { claim, claimEvent, decision } from "./tables/claim.js";
import type { clinic, clinicService, practitioner, provider } from "./tables/clinic.js";
import type { authority, consent, member, policy } from "./tables/member.js";
import type { agreedRate } from "./tables/rate.js";
import type { postalCode, service } from "./tables/reference.js";
import type {
  bankException,
  ledgerEntry,
  posting,
  reimbursement,
  settlementBatch,
  settlementLine,
  settlementPayment,
} from "./tables/settlement.js";
import type { hold, slot } from "./tables/slot.js";

/** The records of the product: rows as the database holds them. A GraphQL class shows a subset of a record's fields. */
export type AgreedRate = typeof agreedRate.$inferSelect;
export type Authority = typeof authority.$inferSelect;
export type BankException = typeof bankException.$inferSelect;
export type Booking = typeof booking.$inferSelect;
export type Claim = typeof claim.$inferSelect;
export type ClaimEvent = Omit<typeof claimEvent.$inferSelect, "writtenIn">;
export type Clinic = typeof clinic.$inferSelect;
export type ClinicService = typeof clinicService.$inferSelect;
export type Consent = typeof consent.$inferSelect;
export type Decision = typeof decision.$inferSelect;
export type Designation = typeof designation.$inferSelect;
export type Hold = typeof hold.$inferSelect;
export type LedgerEntry = typeof ledgerEntry.$inferSelect;
export type Member = typeof member.$inferSelect;
export type Policy = typeof policy.$inferSelect;
export type PostalCode = typeof postalCode.$inferSelect;
export type Posting = typeof posting.$inferSelect;
export type Practitioner = typeof practitioner.$inferSelect;
export type ProgrammeUsage = typeof programmeUsage.$inferSelect;
export type Provider = typeof provider.$inferSelect;
export type Reimbursement = typeof reimbursement.$inferSelect;
export type Service = typeof service.$inferSelect;
export type SettlementBatch = typeof settlementBatch.$inferSelect;
export type SettlementLine = typeof settlementLine.$inferSelect;
export type SettlementPayment = typeof settlementPayment.$inferSelect;
export type Slot = typeof slot.$inferSelect;
export type StatusReport = typeof statusReport.$inferSelect;
export type TreatmentUsage = typeof treatmentUsage.$inferSelect;
