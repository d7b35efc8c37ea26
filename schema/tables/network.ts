import { CREDENTIAL_KINDS, ENDING_STATES, NETWORK_PARTS, PROPOSAL_KINDS, PROPOSAL_STATES } from "../states.js";
import { boolean, check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { day, id, instant, isOneOf } from "../columns.js";
import { clinic, practitioner, provider } from "./clinic.js";

/**
 * What entitles a company or a practitioner, and what suspends or ends a part of the network, each as a dated fact with its source.
 * One of a kind at a time (exclusion constraint). What holds on a day is read from the periods of the part itself, which follow.
 */
export const credential = pgTable(
  "credential",
  {
    id: id(),
    kind: text({ enum: CREDENTIAL_KINDS }).notNull(),
    providerId: uuid("provider_id").references(() => provider.id),
    clinicId: uuid("clinic_id").references(() => clinic.id),
    practitionerId: uuid("practitioner_id").references(() => practitioner.id),
    subjectId: uuid("subject_id")
      .notNull()
      .generatedAlwaysAs(sql`coalesce(provider_id, clinic_id, practitioner_id)`),
    /** The provider number of the region, or the number of the authorisation or approval. */
    number: text(),
    validFrom: day("valid_from").notNull(),
    /** First day it no longer holds; null while open. */
    validUntil: day("valid_until"),
    /** Where it is known from: a contract, a register and the day it was asked, a letter. */
    source: text().notNull(),
    recordedBy: text("recorded_by").notNull(),
    recordedAt: instant("recorded_at")
      .notNull()
      .default(sql`clock_now()`),
    /** The second person; null for what takes rights away, which waits for nobody. */
    approvedBy: text("approved_by"),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("credential_kind_is_known", isOneOf(t.kind, CREDENTIAL_KINDS)),
    check("credential_is_a_period", sql`${t.validUntil} is null or ${t.validUntil} > ${t.validFrom}`),
    check("credential_has_one_subject", sql`num_nonnulls(${t.providerId}, ${t.clinicId}, ${t.practitionerId}) = 1`),
    check(
      "credential_fits_its_subject",
      sql`case when ${t.kind} in ('AGREEMENT','PUBLIC_AGREEMENT') then ${t.providerId} is not null
        when ${t.kind} in ('AUTHORISATION','RAB_APPROVAL') then ${t.practitionerId} is not null else true end`,
    ),
    check(
      "credential_has_four_eyes",
      sql`${t.kind} in ('SUSPENSION','END') or (${t.approvedBy} is not null and ${t.approvedBy} <> ${t.recordedBy})`,
    ),
  ],
);

/**
 * How far the closing, or the opening again, of what a suspension or end covers has come. The part cannot be booked from the first
 * moment on; its appointments move in pieces, each a transaction of its own.
 */
export const networkEnding = pgTable(
  "network_ending",
  {
    credentialId: uuid("credential_id")
      .primaryKey()
      .references(() => credential.id),
    state: text({ enum: ENDING_STATES }).notNull(),
    /** As they were when it began. */
    openings: integer().notNull(),
    appointments: integer().notNull(),
    /** So far. */
    closed: integer().notNull().default(0),
    moved: integer().notNull().default(0),
    escalated: integer().notNull().default(0),
    /** Openings that are offered again since it was lifted. */
    opened: integer().notNull().default(0),
    /** It was lifted, or made shorter: what it no longer covers opens once its closing is done. */
    lifted: boolean().notNull().default(false),
    /** The last clinic, in the order of ids, whose time was opened again. */
    openedThrough: uuid("opened_through"),
    changedAt: instant("changed_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    check("network_ending_state_is_known", isOneOf(t.state, ENDING_STATES)),
    index("network_ending_to_do")
      .on(t.credentialId)
      .where(sql`state <> 'DONE'`),
  ],
);

/** What changed in a company, a clinic or a practitioner: the values before and after, by field. Never edited. */
export const networkChange = pgTable(
  "network_change",
  {
    id: id(),
    part: text({ enum: NETWORK_PARTS }).notNull(),
    partId: uuid("part_id").notNull(),
    /** The company it belongs to; null for a practitioner. */
    providerId: uuid("provider_id"),
    at: instant("at")
      .notNull()
      .default(sql`clock_now()`),
    actor: text().notNull(),
    actorRole: text("actor_role").notNull(),
    /** The operation it came with. */
    operation: text().notNull(),
    version: integer().notNull(),
    changes: jsonb()
      .$type<readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[]>()
      .notNull(),
  },
  (t) => [check("network_change_part_is_known", isOneOf(t.part, NETWORK_PARTS)), index("network_change_of_part").on(t.partId, t.at)],
);

/** A change that counts once a second person has agreed: what it is about, what it would change, and who said what. */
export const proposal = pgTable(
  "proposal",
  {
    id: id(),
    kind: text({ enum: PROPOSAL_KINDS }).notNull(),
    /** What is done when it is approved, in the form of its kind. */
    content: jsonb().notNull(),
    /** In a sentence. */
    says: text().notNull(),
    /** What it would change, as it stood when it was proposed. */
    changes: jsonb()
      .$type<readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[]>()
      .notNull(),
    source: text().notNull(),
    state: text({ enum: PROPOSAL_STATES }).notNull().default("PROPOSED"),
    proposedBy: text("proposed_by").notNull(),
    proposedAt: instant("proposed_at")
      .notNull()
      .default(sql`clock_now()`),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("proposal_kind_is_known", isOneOf(t.kind, PROPOSAL_KINDS)),
    check("proposal_state_is_known", isOneOf(t.state, PROPOSAL_STATES)),
    check("proposal_has_four_eyes", sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`),
    check("proposal_is_decided_by_somebody", sql`(${t.state} = 'PROPOSED') = (${t.decidedBy} is null)`),
    index("proposal_by_state").on(t.state, t.proposedAt),
  ],
);

/** How far a file of the network has come; written beside the act, so that others see it move. */
export const networkIntake = pgTable("network_intake", {
  id: id(),
  part: text({ enum: NETWORK_PARTS }).notNull(),
  lines: integer().notNull(),
  done: integer().notNull().default(0),
  inserted: integer().notNull().default(0),
  changed: integer().notNull().default(0),
  unchanged: integer().notNull().default(0),
  refused: integer().notNull().default(0),
  /** RUNNING until its transaction is over; then DONE, or REFUSED where nothing was saved. */
  state: text({ enum: ["RUNNING", "DONE", "REFUSED"] })
    .notNull()
    .default("RUNNING"),
  /** The dated facts of the file, which wait for a second person. */
  proposalId: uuid("proposal_id").references(() => proposal.id),
  actor: text().notNull(),
  startedAt: instant("started_at")
    .notNull()
    .default(sql`clock_now()`),
  endedAt: instant("ended_at"),
});
