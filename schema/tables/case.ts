/** What people decide and ask about a claim beside its own row, each with who and when. */
import { PROGRESS } from "../../src/features/claims/status-report/status-report.js";
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { KeptReason } from "../../src/rules/explain.js";
import { REFERRAL_TYPES } from "../../src/rules/codes.js";
import { day, id, instant, isOneOf, ore } from "../columns.js";
import { COMPLAINT_STATES, COVER_LOSS_ENDS, SUBMISSION_KINDS, SUBMISSION_STATES } from "../states.js";
import { policy } from "./member.js";
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

/**
 * An appointment, or a promise, that a change of its policy has taken the ground from: somebody has to do something. One row is
 * open per appointment or promise; it is closed when the ground comes back, or when the team has dealt with it.
 */
export const coverLoss = pgTable(
  "cover_loss",
  {
    id: id(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    memberId: uuid("member_id").notNull(),
    policyId: uuid("policy_id")
      .notNull()
      .references(() => policy.id),
    /** The appointment; null where it is the promise of a first one. */
    bookingId: uuid("booking_id"),
    /** Code of the rules' reason, e.g. COVER_ENDED. */
    reason: text().notNull(),
    foundAt: instant("found_at")
      .notNull()
      .default(sql`clock_now()`),
    endedAt: instant("ended_at"),
    endedAs: text("ended_as", { enum: COVER_LOSS_ENDS }),
    endedBy: text("ended_by"),
    /** What was done, in the team's words; no diagnosis. */
    note: text(),
  },
  (t) => [
    check("cover_loss_end_is_known", isOneOf(t.endedAs, COVER_LOSS_ENDS)),
    check("cover_loss_is_ended_whole", sql`(${t.endedAt} is null) = (${t.endedAs} is null)`),
    uniqueIndex("cover_loss_is_open_once")
      .on(sql`coalesce(booking_id, claim_id)`)
      .where(sql`ended_at is null`),
    index("cover_loss_by_policy").on(t.policyId),
  ],
);

/** A referral or a bill that a member has handed in, as facts; the document itself stays where its reference says. The team looks at it. */
export const submission = pgTable(
  "submission",
  {
    id: id(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    memberId: uuid("member_id").notNull(),
    kind: text({ enum: SUBMISSION_KINDS }).notNull(),
    /** Where the document is kept, e.g. its number in the portal's archive. */
    documentReference: text("document_reference").notNull(),
    referralType: text("referral_type", { enum: REFERRAL_TYPES }),
    /** Day of the referral. */
    issuedOn: day("issued_on"),
    /** Day of the treatment that is billed. */
    treatedOn: day("treated_on"),
    /** The bill's own number. */
    billReference: text("bill_reference"),
    feeMinor: ore("fee_minor"),
    state: text({ enum: SUBMISSION_STATES }).notNull().default("WAITING"),
    submittedBy: text("submitted_by").notNull(),
    submittedAt: instant("submitted_at")
      .notNull()
      .default(sql`clock_now()`),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    /** Why it is not enough, as the member is told. */
    note: text(),
  },
  (t) => [
    check("submission_kind_is_known", isOneOf(t.kind, SUBMISSION_KINDS)),
    check("submission_state_is_known", isOneOf(t.state, SUBMISSION_STATES)),
    check(
      "submission_says_what_it_is",
      sql`case ${t.kind} when 'REFERRAL' then ${t.referralType} is not null and ${t.issuedOn} is not null
      else ${t.treatedOn} is not null and ${t.billReference} is not null and ${t.feeMinor} > 0 end`,
    ),
    check("submission_is_decided_whole", sql`(${t.state} = 'WAITING') = (${t.decidedAt} is null)`),
    uniqueIndex("submission_is_of_one_document").on(t.claimId, t.kind, t.documentReference),
    index("submission_waiting")
      .on(t.submittedAt)
      .where(sql`state = 'WAITING'`),
  ],
);

/** A claim was denied: what was decided, on which clause each reason rests, and what would change it (CLM-DENIAL-REASONS). Never changed. */
export const denial = pgTable(
  "denial",
  {
    id: id(),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    memberId: uuid("member_id").notNull(),
    /** Each with rule, clause and remedy as they stood on the day. */
    reasons: jsonb().$type<readonly KeptReason[]>().notNull(),
    /** What the member is told beside them. */
    note: text(),
    decidedBy: text("decided_by").notNull(),
    decidedAt: instant("decided_at")
      .notNull()
      .default(sql`clock_now()`),
    /** Last day on which a complaint may be sent (CMP-6M). */
    complaintUntil: day("complaint_until").notNull(),
  },
  (t) => [index("denial_by_claim").on(t.claimId, t.decidedAt)],
);

/** A member does not accept a denial (CMP-DEPARTMENT-FIRST): answered by somebody else than who decided, within seven working days. */
export const complaint = pgTable(
  "complaint",
  {
    id: id(),
    denialId: uuid("denial_id")
      .notNull()
      .references(() => denial.id)
      .unique("denial_is_complained_of_once"),
    claimId: uuid("claim_id").notNull(),
    memberId: uuid("member_id").notNull(),
    /** Where the letter is kept. */
    documentReference: text("document_reference"),
    receivedAt: instant("received_at").notNull(),
    /** Last day for the answer (CMP-7WD). */
    dueOn: day("due_on").notNull(),
    state: text({ enum: COMPLAINT_STATES }).notNull().default("OPEN"),
    recordedBy: text("recorded_by").notNull(),
    /** Who denied: may not answer. */
    deniedBy: text("denied_by").notNull(),
    answeredBy: text("answered_by"),
    answeredAt: instant("answered_at"),
    /** What the member is told. */
    answer: text(),
  },
  (t) => [
    check("complaint_state_is_known", isOneOf(t.state, COMPLAINT_STATES)),
    check("complaint_is_answered_by_somebody_else", sql`${t.answeredBy} is null or ${t.answeredBy} <> ${t.deniedBy}`),
    check("complaint_is_answered_whole", sql`(${t.state} = 'OPEN') = (${t.answeredAt} is null)`),
    index("complaint_by_claim").on(t.claimId),
    index("complaint_open")
      .on(t.dueOn)
      .where(sql`state = 'OPEN'`),
  ],
);
