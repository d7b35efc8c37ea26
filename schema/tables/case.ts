/** What people decide and ask about a claim beside its own row, each with who and when. */
import { PROGRESS } from "../../src/features/claims/status-report/status-report.js";
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, id, instant } from "../columns.js";
import { claim } from "./claim.js";
import { clinic, practitioner, provider } from "./clinic.js";

/** Where, and with whom, a claim for a designated service is treated (PRV-DESIGNATED); one is in force, the others are history. */
export const designation = pgTable(
  "designation",
  {
    id: id(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    memberId: uuid("member_id").notNull(),
    clinicId: uuid("clinic_id")
      .notNull()
      .references(() => clinic.id),
    /** Null where anybody of the clinic may treat. */
    practitionerId: uuid("practitioner_id").references(() => practitioner.id),
    /** Why this place, or why another than before, in the team's words; no diagnosis. */
    reason: text().notNull(),
    designatedBy: text("designated_by").notNull(),
    designatedAt: instant("designated_at")
      .notNull()
      .default(sql`clock_now()`),
    /** When another took its place. */
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("designation_is_one_in_force")
      .on(t.claimId)
      .where(sql`ended_at is null`),
    index("designation_by_claim").on(t.claimId, t.designatedAt),
  ],
);

/** A therapist was asked how a treatment goes, and why more of it is needed (PRV-STATUS-REPORT). */
export const statusReport = pgTable(
  "status_report",
  {
    id: id(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    memberId: uuid("member_id").notNull(),
    /** The clinic's company, where it is one of the network and answers itself; null for a therapist of own choice. */
    providerId: uuid("provider_id").references(() => provider.id),
    /** The appointment by which that clinic knows whom it is about. */
    bookingId: uuid("booking_id"),
    /** What is asked, in the team's words; no diagnosis. */
    question: text().notNull(),
    askedBy: text("asked_by").notNull(),
    askedAt: instant("asked_at")
      .notNull()
      .default(sql`clock_now()`),
    progress: text({ enum: PROGRESS }),
    /** Treatments the therapist holds to be needed still. */
    treatmentsNeeded: integer("treatments_needed"),
    justification: text(),
    /** Day the therapist wrote it. */
    writtenOn: day("written_on"),
    answeredBy: text("answered_by"),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    check("status_report_of_a_clinic_has_its_booking", sql`(${t.providerId} is null) = (${t.bookingId} is null)`),
    check("status_report_is_answered_whole", sql`(${t.answeredAt} is null) = (${t.progress} is null)`),
    uniqueIndex("status_report_is_asked_once")
      .on(t.claimId)
      .where(sql`answered_at is null`),
    index("status_report_by_claim").on(t.claimId, t.askedAt),
    index("status_report_by_provider").on(t.providerId, t.askedAt),
  ],
);
