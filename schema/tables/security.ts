import { check, doublePrecision, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { id, instant } from "../columns.js";
import { ALERT_KINDS, ERASURE_GROUNDS, ERASURE_STATES } from "../states.js";
import type { Assurance, Role } from "../../src/platform/viewer.js";
import { member } from "./member.js";

/** What a viewer, a clinic or an address may still ask for. Not logged for recovery: after a crash everyone starts full. */
export const rateBucket = pgTable("rate_bucket", {
  key: text().primaryKey(),
  tokens: doublePrecision().notNull(),
  filledAt: instant("filled_at")
    .notNull()
    .default(sql`clock_timestamp()`),
});

/** One use of something that is counted by the object, such as a shown civil registration number. */
export const quotaUse = pgTable(
  "quota_use",
  {
    id: id(),
    quota: text().notNull(),
    /** Person, and clinic behind the person, who used it. */
    actor: text().notNull(),
    organisation: text(),
    usedAt: instant("used_at")
      .notNull()
      .default(sql`clock_moment()`),
  },
  (t) => [
    index("quota_use_by_actor").on(t.quota, t.actor, t.usedAt),
    index("quota_use_by_organisation").on(t.quota, t.organisation, t.usedAt),
  ],
);

/** Tokens that no longer count although they have not expired: one token, or everything a subject was given until then. */
export const tokenRevocation = pgTable(
  "token_revocation",
  {
    id: id(),
    tokenId: text("token_id"),
    subject: text(),
    revokedAt: instant("revoked_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    revokedBy: text("revoked_by").notNull(),
    reason: text().notNull(),
    /** When the last token it could be about has ended by itself. */
    expiresAt: instant("expires_at")
      .notNull()
      .default(sql`clock_timestamp() + interval '36 hours'`),
  },
  (t) => [index("token_revocation_by_time").on(t.revokedAt)],
);

/** A proof of possession that was used, by a gateway's word for it: good once for all of them. Not logged for recovery. */
export const usedProof = pgTable(
  "used_proof",
  {
    /** SHA-256 of the key's thumbprint and the proof's id, in hexadecimal. */
    hash: text().primaryKey(),
    /** When it could no longer be sent, by the machines' clock. */
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("used_proof_by_end").on(t.expiresAt)],
);

/** Who is signed in at the desk with which cookie. The cookie's value stands nowhere; what acts as the person is this row. */
export const webSession = pgTable(
  "web_session",
  {
    /** SHA-256 of the cookie's value, in hexadecimal: also what a revocation names. */
    hash: text().primaryKey(),
    subject: text().notNull(),
    role: text().$type<Role>().notNull(),
    cvr: text(),
    assurance: text().$type<Assurance>().notNull(),
    /** Everything that the login may be here: to switch is to begin another session of these. */
    mayBe: jsonb("may_be").$type<readonly { readonly role: Role; readonly cvr: string | null }[]>().notNull().default([]),
    /** As the provider of identities says it; shown to the person alone. */
    name: text().notNull(),
    /** By the machines' clock, as tokens live. */
    signedInAt: instant("signed_in_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("web_session_by_end").on(t.expiresAt)],
);

/** A dispute or an order that keeps a person's data from being erased. */
export const legalHold = pgTable(
  "legal_hold",
  {
    id: id(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
    reason: text().notNull(),
    placedBy: text("placed_by").notNull(),
    placedAt: instant("placed_at")
      .notNull()
      .default(sql`clock_now()`),
    liftedAt: instant("lifted_at"),
  },
  (t) => [
    index("legal_hold_by_member")
      .on(t.memberId)
      .where(sql`lifted_at is null`),
  ],
);

/** Who was erased and when. Written out of the database as well, and replayed after a restore. */
export const erasureJournal = pgTable("erasure_journal", {
  id: id(),
  memberId: uuid("member_id").notNull().unique("erasure_is_journalled_once"),
  erasedAt: instant("erased_at")
    .notNull()
    .default(sql`clock_now()`),
  requestedBy: text("requested_by").notNull(),
  /** Rows that were emptied or removed, by kind. */
  counts: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
});

/** An erasure that one of the staff asks for and another carries out. Ids and a ground from a list: nothing of it has to be erased. */
export const erasureRequest = pgTable(
  "erasure_request",
  {
    id: id(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
    /** Ground of GDPR article 17(1). */
    ground: text({ enum: ERASURE_GROUNDS }).notNull(),
    state: text({ enum: ERASURE_STATES }).notNull().default("REQUESTED"),
    requestedBy: text("requested_by").notNull(),
    requestedAt: instant("requested_at")
      .notNull()
      .default(sql`clock_now()`),
    approvedBy: text("approved_by"),
    approvedAt: instant("approved_at"),
  },
  (t) => [
    check("erasure_request_state_is_known", sql`${t.state} in ('REQUESTED','CARRIED_OUT')`),
    check("erasure_takes_two_persons", sql`${t.approvedBy} is null or ${t.approvedBy} <> ${t.requestedBy}`),
    check("erasure_is_carried_out_by_somebody", sql`(${t.state} = 'CARRIED_OUT') = (${t.approvedBy} is not null)`),
    uniqueIndex("erasure_is_requested_once").on(t.memberId),
  ],
);

/** Something a person has to look at: a quota run over, an event that could not be delivered. */
export const alert = pgTable(
  "alert",
  {
    id: id(),
    kind: text({ enum: ALERT_KINDS }).notNull(),
    /** What it is about, by id or code; no personal data. */
    subject: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    raisedAt: instant("raised_at")
      .notNull()
      .default(sql`clock_now()`),
    resolvedAt: instant("resolved_at"),
  },
  (t) => [
    index("alert_open")
      .on(t.raisedAt)
      .where(sql`resolved_at is null`),
  ],
);
