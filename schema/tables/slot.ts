import { AUDIENCES, HOLD_STATES, SLOT_STATES } from "../states.js";
import { CHANNELS, SECTORS, SERVICES } from "../../src/rules/codes.js";
import type { Schedule } from "../../src/features/capacity/schedules/schedule.js";
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { id, instant } from "../columns.js";
import { clinic, practitioner, provider } from "./clinic.js";
import { credential } from "./network.js";

/**
 * One opening in a clinic's calendar. `booked` counts confirmed units and is the only stored count; what is free is
 * capacity - booked - live holds, computed when asked. The practitioner's overlap rule is an exclusion constraint.
 */
export const slot = pgTable(
  "slot",
  {
    id: id(),
    clinicId: uuid("clinic_id")
      .notNull()
      .references(() => clinic.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    practitionerId: uuid("practitioner_id")
      .notNull()
      .references(() => practitioner.id),
    /** The clinic's own key for this opening; publishing again under it changes the same slot. */
    externalId: text("external_id").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** Bit set of service.bit: the services this opening can be used for. */
    serviceMask: bigint("service_mask", { mode: "bigint" }).notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    audience: text({ enum: AUDIENCES }).notNull(),
    languages: text().array().notNull(),
    /** A promise with a deadline may only use PRIVATE capacity. */
    funding: text({ enum: SECTORS }).notNull(),
    capacity: integer().notNull(),
    booked: integer().notNull().default(0),
    /** Latest expiry of its holds; lets a search pass over a slot that is fully held without counting. */
    heldUntil: instant("held_until"),
    cancellationHours: integer("cancellation_hours"),
    /** On-call crisis capacity: reachable by telephone at once, booked by the health team. */
    onCall: boolean("on_call").notNull().default(false),
    overlapAllowed: boolean("overlap_allowed").notNull().default(false),
    /** OPEN only while its source offers it and every closing and calendar allows it. */
    state: text({ enum: SLOT_STATES }).notNull().default("OPEN"),
    /** Its source's own word: false once the source has taken it away. What a closing hides stays offered, and comes back with the time. */
    offered: boolean().notNull().default(true),
    source: text().notNull().default("API"),
    version: integer().notNull().default(1),
    publishedAt: instant("published_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    uniqueIndex("slot_external_id_is_unique_per_clinic").on(t.clinicId, t.externalId),
    check("slot_ends_after_it_starts", sql`${t.endsAt} > ${t.startsAt}`),
    check("slot_capacity_is_never_exceeded", sql`${t.booked} >= 0 and ${t.booked} <= ${t.capacity}`),
    check("slot_capacity_is_positive", sql`${t.capacity} between 1 and 500`),
    check("slot_state_is_known", sql`${t.state} in ('OPEN','WITHDRAWN')`),
    check("slot_is_open_only_while_offered", sql`${t.offered} or ${t.state} = 'WITHDRAWN'`),
    check("slot_channel_is_known", sql`${t.channel} in ('IN_PERSON','ONLINE','PHONE')`),
    check("slot_audience_is_known", sql`${t.audience} in ('ADULT','CHILD','BOTH')`),
    check("slot_funding_is_known", sql`${t.funding} in ('PRIVATE','PUBLIC')`),
  ],
);

/** A member's ten minutes on one unit of a slot. Expired means free at read time; no sweeper is needed for that. */
export const hold = pgTable(
  "hold",
  {
    id: id(),
    slotId: uuid("slot_id")
      .notNull()
      .references(() => slot.id),
    memberId: uuid("member_id").notNull(),
    familyId: uuid("family_id").notNull(),
    claimId: uuid("claim_id").notNull(),
    serviceCode: text("service_code", { enum: SERVICES }).notNull(),
    state: text({ enum: HOLD_STATES }).notNull().default("PENDING"),
    expiresAt: instant("expires_at").notNull(),
    renewals: integer().notNull().default(0),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_now()`),
    actor: text().notNull(),
  },
  (t) => [
    check("hold_state_is_known", sql`${t.state} in ('PENDING','CONFIRMED','RELEASED','EXPIRED')`),
    check("hold_is_renewed_at_most_once", sql`${t.renewals} between 0 and 1`),
    index("hold_live_by_slot")
      .on(t.slotId, t.expiresAt)
      .where(sql`state = 'PENDING'`),
    index("hold_live_by_member")
      .on(t.memberId)
      .where(sql`state = 'PENDING'`),
    index("hold_live_by_family")
      .on(t.familyId)
      .where(sql`state = 'PENDING'`),
    uniqueIndex("hold_is_one_per_claim_and_service")
      .on(t.claimId, t.serviceCode)
      .where(sql`state = 'PENDING'`),
  ],
);

/** Weekly hours of a clinic or practitioner (RFC 5545 recurrence), expanded to slots up to a horizon by a job. */
export const schedule = pgTable("schedule", {
  id: id(),
  clinicId: uuid("clinic_id")
    .notNull()
    .references(() => clinic.id),
  providerId: uuid("provider_id")
    .notNull()
    .references(() => provider.id),
  practitionerId: uuid("practitioner_id")
    .notNull()
    .references(() => practitioner.id),
  /** Everything the schedule says, but whose it is. */
  definition: jsonb().$type<Omit<Schedule, "id" | "practitionerId">>().notNull(),
  expandedUntil: text("expanded_until"),
  version: integer().notNull().default(1),
  savedAt: instant("saved_at")
    .notNull()
    .default(sql`clock_now()`),
});

/** What a practitioner's own calendar said last: which time is taken. Nothing of an entry but its period is kept. */
export const busyFeed = pgTable(
  "busy_feed",
  {
    id: id(),
    clinicId: uuid("clinic_id")
      .notNull()
      .references(() => clinic.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    practitionerId: uuid("practitioner_id")
      .notNull()
      .references(() => practitioner.id),
    /** As of when it speaks; null when nothing readable ever came. After `staleAfterMinutes` it says nothing any more. */
    asOf: instant("as_of"),
    staleAfterMinutes: integer("stale_after_minutes").notNull(),
    /** Periods [start, end) as RFC 3339 pairs, joined and in order; null when the feed could not be read: then nothing is known. */
    busy: jsonb().$type<readonly (readonly [string, string])[] | null>(),
    /** End of the stretch that `busy` covers. */
    knownUntil: instant("known_until"),
    /** Entries that were not understood and count as busy: how many and why, nothing of their text. */
    unread: jsonb().$type<readonly { readonly code: string; readonly entries: number; readonly message: string }[]>().notNull().default([]),
    /** A held opening lies in its busy time: when the hold ends, somebody must close it. */
    awaitsHolds: boolean("awaits_holds").notNull().default(false),
    savedAt: instant("saved_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    uniqueIndex("busy_feed_is_one_per_practitioner_and_clinic").on(t.clinicId, t.practitionerId),
    check("busy_feed_stales_within_a_day", sql`${t.staleAfterMinutes} between 5 and 1440`),
  ],
);

/**
 * Time that is closed, whatever schedules, files and calendars say, until somebody opens it again: of one clinic or of all of its
 * company, of one practitioner or of everyone there.
 */
export const closure = pgTable(
  "closure",
  {
    id: id(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    /** Null is every clinic of the company. */
    clinicId: uuid("clinic_id").references(() => clinic.id),
    /** Null is everyone who works there. */
    practitionerId: uuid("practitioner_id").references(() => practitioner.id),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** As the members affected were told it. */
    reason: text(),
    /** The suspension or end that closed it: lifted early, it opens the time again. Null where somebody closed it by itself. */
    credentialId: uuid("credential_id").references(() => credential.id),
    closedAt: instant("closed_at")
      .notNull()
      .default(sql`clock_now()`),
    /** When somebody opened the time again; null while it is closed. */
    openedAt: instant("opened_at"),
  },
  (t) => [
    check("closure_ends_after_it_starts", sql`${t.endsAt} > ${t.startsAt}`),
    index("closure_in_force")
      .on(t.providerId, t.endsAt)
      .where(sql`opened_at is null`),
    index("closure_of_credential")
      .on(t.credentialId)
      .where(sql`credential_id is not null`),
  ],
);
