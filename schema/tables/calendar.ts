import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { bytes, id, instant } from "../columns.js";
import { clinic, practitioner, provider } from "./clinic.js";
import { member } from "./member.js";

/** Codes of what was refused, each with its number; nothing of what was sent. */
export type RefusedCounts = readonly { readonly code: string; readonly count: number }[];
/** What every opening of one Schedule of a SMART publication is taken for (OfferTerms of the intake), by its reference. */
export type ScheduleTerms = Readonly<Record<string, unknown>>;

/** A calendar or publication that the gateway fetches itself, because what keeps it pushes nothing. */
export const followedSource = pgTable(
  "followed_source",
  {
    id: id(),
    clinicId: uuid("clinic_id")
      .notNull()
      .references(() => clinic.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    kind: text({ enum: ["ICALENDAR", "SMART"] }).notNull(),
    /** Whose calendar it is; null for a publication, whose schedules say. */
    practitionerId: uuid("practitioner_id").references(() => practitioner.id),
    /** The address, sealed: whoever has the secret address of a calendar reads every name in it. */
    url: bytes("url").notNull(),
    /** The part of it that is no secret. */
    host: text().notNull(),
    staleAfterMinutes: integer("stale_after_minutes").notNull(),
    /** A publication's schedules, by reference. */
    schedules: jsonb().$type<ScheduleTerms>().notNull().default({}),
    /** What the answer before said of itself (RFC 9110): sent back, so that nothing is carried twice. */
    etag: text(),
    lastModified: text("last_modified"),
    /** A publication's transactionTime: only what changed since is asked for. */
    since: text(),
    state: text({ enum: ["WAITING", "READ", "FAILED"] })
      .notNull()
      .default("WAITING"),
    /** Code of why the last try failed. */
    fault: text(),
    /** Tries that failed one after the other: each waits longer. */
    failures: integer().notNull().default(0),
    checkedAt: instant("checked_at"),
    readAt: instant("read_at"),
    nextAt: instant("next_at")
      .notNull()
      .default(sql`clock_now()`),
    savedAt: instant("saved_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    uniqueIndex("followed_source_is_one_per_clinic_and_practitioner").on(t.clinicId, t.kind, sql`coalesce(practitioner_id, clinic_id)`),
    index("followed_source_due").on(t.nextAt),
    check("followed_source_kind_is_known", sql`${t.kind} in ('ICALENDAR','SMART')`),
    check("followed_source_state_is_known", sql`${t.state} in ('WAITING','READ','FAILED')`),
    check("followed_calendar_has_a_practitioner", sql`(${t.kind} = 'ICALENDAR') = (${t.practitionerId} is not null)`),
    check("followed_source_stales_within_a_day", sql`${t.staleAfterMinutes} between 5 and 1440`),
  ],
);

/** What became of a file, call or publication at a clinic; kept for a month. */
export const intakeReport = pgTable(
  "intake_report",
  {
    id: id(),
    clinicId: uuid("clinic_id")
      .notNull()
      .references(() => clinic.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    source: text().notNull(),
    lines: integer().notNull(),
    refused: jsonb().$type<RefusedCounts>().notNull(),
    readAt: instant("read_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [index("intake_report_by_clinic").on(t.clinicId, t.source, t.readAt)],
);

/** A private calendar of appointments under a secret address, of which only a hash is kept; revoked, it answers as if it had never been. */
export const calendarFeed = pgTable(
  "calendar_feed",
  {
    id: id(),
    kind: text({ enum: ["CLINIC", "PRACTITIONER", "MEMBER"] }).notNull(),
    providerId: uuid("provider_id").references(() => provider.id),
    clinicId: uuid("clinic_id").references(() => clinic.id),
    practitionerId: uuid("practitioner_id").references(() => practitioner.id),
    memberId: uuid("member_id").references(() => member.id),
    /** SHA-256 of the secret: 256 random bits need no salt and no slow hash. */
    secretHash: bytes("secret_hash").notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_now()`),
    /** Subject of who made it. */
    createdBy: text("created_by").notNull(),
    revokedAt: instant("revoked_at"),
    lastReadAt: instant("last_read_at"),
  },
  (t) => [
    uniqueIndex("calendar_feed_secret_is_its_own").on(t.secretHash),
    index("calendar_feed_by_member").on(t.memberId),
    index("calendar_feed_by_clinic").on(t.clinicId),
    check(
      "calendar_feed_is_of_somebody",
      sql`case ${t.kind} when 'MEMBER' then ${t.memberId} is not null and ${t.clinicId} is null and ${t.practitionerId} is null
        when 'CLINIC' then ${t.clinicId} is not null and ${t.memberId} is null and ${t.practitionerId} is null
        when 'PRACTITIONER' then ${t.clinicId} is not null and ${t.practitionerId} is not null and ${t.memberId} is null else false end`,
    ),
  ],
);
