import { AUTHORITY_SCOPES, WITHDRAWAL_CAUSES } from "../../src/features/members/authority/scopes.js";
import { OPTIONS, PRODUCTS, ROLES, SCHEMES } from "../../src/rules/codes.js";
import { CONSENT_PURPOSES } from "../../src/features/consent/consent.js";
import { bigint, boolean, check, doublePrecision, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { bytes, day, id, instant } from "../columns.js";

export const member = pgTable(
  "member",
  {
    id: id(),
    /** Subject of the person's login (MitID through the broker); null for small children. */
    identitySubject: text("identity_subject").unique("member_identity_is_unique"),
    /** When the person's first sign-in at the desk bound it; null where the policy system said it. */
    identityBoundAt: instant("identity_bound_at"),
    /** The person's key in the policy system; null for somebody the health team has registered and it has not brought yet. */
    externalKey: text("external_key").unique("member_external_key_is_unique"),
    /** Version of the latest message about the person: an older one changes nothing. */
    sourceVersion: bigint("source_version", { mode: "bigint" }),
    familyId: uuid("family_id").notNull(),
    givenNames: text("given_names").notNull(),
    familyName: text("family_name").notNull(),
    birthDate: day("birth_date").notNull(),
    gender: text().notNull(),
    /** Civil registration number, AES-256-GCM, bound to this row. */
    cprEncrypted: bytes("cpr_encrypted"),
    addressLine: text("address_line"),
    postnr: text(),
    lat: doublePrecision(),
    lon: doublePrecision(),
    protectedAddress: boolean("protected_address").notNull().default(false),
    phone: text(),
    email: text(),
    residence: text().notNull().default("DK"),
    erasedAt: instant("erased_at"),
    version: integer().notNull().default(1),
  },
  (t) => [
    index("member_by_family").on(t.familyId),
    // a caller is looked up by birth date and name, or by the last eight digits of a telephone
    index("member_by_birth_date").on(t.birthDate),
    index("member_by_phone").on(sql`right(regexp_replace(phone, '[^0-9]', '', 'g'), 8)`),
  ],
);

/** Keyed blind index of civil registration numbers; two keys may be live while one is rotated out. */
export const memberCpr = pgTable(
  "member_cpr",
  {
    blindIndex: bytes("blind_index").primaryKey(),
    keyId: text("key_id").notNull(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
  },
  (t) => [index("member_cpr_by_member").on(t.memberId)],
);

/**
 * Custody: who acts for a child. What the child's data say is read until the 15th birthday, that it is insured and how until the
 * 18th, both at Copenhagen midnight; a check older than 30 days opens nothing.
 */
export const guardianship = pgTable(
  "guardianship",
  {
    guardianId: uuid("guardian_id")
      .notNull()
      .references(() => member.id),
    childId: uuid("child_id")
      .notNull()
      .references(() => member.id),
    /** When the register last said so. */
    checkedOn: day("checked_on").notNull(),
    /** First day without custody. */
    endedOn: day("ended_on"),
    /** When the young person of 15 to 17 closed its cover to this guardian; null while it is open. */
    restrictedAt: instant("restricted_at"),
  },
  (t) => [primaryKey({ columns: [t.guardianId, t.childId] })],
);

/** One person's cover under one product. */
export const policy = pgTable(
  "policy",
  {
    id: id(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
    product: text({ enum: PRODUCTS }).notNull(),
    role: text({ enum: ROLES }).notNull(),
    scheme: text({ enum: SCHEMES }).notNull(),
    coverStart: day("cover_start").notNull(),
    /** Last day of cover; null while open. */
    coverEnd: day("cover_end"),
    seniorityFrom: day("seniority_from"),
    optional: text({ enum: OPTIONS })
      .array()
      .notNull()
      .default(sql`'{}'`),
    paidThrough: day("paid_through"),
    groupChildAge: integer("group_child_age").notNull().default(24),
    suspended: boolean().notNull().default(false),
    danmarkMember: boolean("danmark_member").notNull().default(false),
    /** The policy's key in the policy system; null while it stands on what the health team was told. */
    externalKey: text("external_key").unique("policy_external_key_is_unique"),
    /** Version of the latest message about the policy: an older one changes nothing. */
    sourceVersion: bigint("source_version", { mode: "bigint" }),
    /** False while only the health team was told of it: a claim may rest on it, and is approved once the policy system confirms it. */
    confirmed: boolean().notNull().default(true),
  },
  (t) => [
    check("policy_product_is_known", sql`${t.product} in ('OCCUPATIONAL','FLEX')`),
    check("policy_role_is_known", sql`${t.role} in ('EMPLOYEE','POLICYHOLDER','SPOUSE','CHILD','GROUP_CHILD')`),
    check("policy_cover_is_a_period", sql`${t.coverEnd} is null or ${t.coverEnd} >= ${t.coverStart}`),
    index("policy_by_member").on(t.memberId),
  ],
);

/**
 * An employee taken out of a scheme back in time (MEM-BACKDATE-3M, MEM-RESIGN-DISCLOSE). The cover's end stands in the policy; here
 * stands since when the insurer knows, and so which payments the company bears.
 */
export const policyWithdrawal = pgTable(
  "policy_withdrawal",
  {
    id: id(),
    policyId: uuid("policy_id")
      .notNull()
      .references(() => policy.id)
      .unique("policy_is_withdrawn_once"),
    memberId: uuid("member_id").notNull(),
    cause: text({ enum: WITHDRAWAL_CAUSES }).notNull(),
    /** Day the member left the company; null where they are withdrawn for another reason. */
    leftOn: day("left_on"),
    /** Last day of cover. */
    lastDay: day("last_day").notNull(),
    recordedBy: text("recorded_by").notNull(),
    recordedAt: instant("recorded_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [index("policy_withdrawal_by_day").on(t.recordedAt)],
);

/**
 * Whom an adult lets see or speak (CON-THIRD-PARTY): a representative with a login of their own, to whom the scopes open rows, or a
 * third party the insurer may talk to, to whom nothing opens here.
 */
export const authority = pgTable(
  "authority",
  {
    id: id(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
    /** The member who represents; null for a third party. */
    representativeId: uuid("representative_id").references(() => member.id),
    /** Name of the third party, e.g. a pension company; null for a representative. */
    thirdParty: text("third_party"),
    scopes: text({ enum: AUTHORITY_SCOPES }).array().notNull(),
    validFrom: day("valid_from").notNull(),
    /** Last valid day. */
    validThrough: day("valid_through").notNull(),
    textVersion: text("text_version").notNull(),
    assurance: text().notNull(),
    grantedBy: text("granted_by").notNull(),
    grantedAt: instant("granted_at")
      .notNull()
      .default(sql`clock_now()`),
    /** It opens nothing from this instant on. */
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: text("withdrawn_by"),
  },
  (t) => [
    check("authority_is_for_one_party", sql`(${t.representativeId} is null) <> (${t.thirdParty} is null)`),
    check("authority_is_for_somebody_else", sql`${t.representativeId} is distinct from ${t.memberId}`),
    check("authority_is_a_period", sql`${t.validThrough} >= ${t.validFrom}`),
    check("authority_has_a_scope", sql`cardinality(${t.scopes}) > 0`),
    index("authority_by_member").on(t.memberId, t.grantedAt),
    index("authority_by_representative")
      .on(t.representativeId)
      .where(sql`withdrawn_at is null`),
  ],
);

export const consent = pgTable(
  "consent",
  {
    id: id(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
    claimId: uuid("claim_id"),
    /** Member who gave it: the subject, or the holder of custody. */
    givenBy: uuid("given_by").notNull(),
    purpose: text({ enum: CONSENT_PURPOSES }).notNull(),
    textVersion: text("text_version").notNull(),
    assurance: text().notNull(),
    givenOn: day("given_on").notNull(),
    /** Last valid day (CON-ONE-YEAR). */
    expiresOn: day("expires_on").notNull(),
    withdrawnOn: day("withdrawn_on"),
    /** The consent given after this one for the same purpose: a renewal withdraws nothing. */
    replacedBy: uuid("replaced_by"),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    index("consent_by_member").on(t.memberId),
    uniqueIndex("consent_is_one_live_per_claim")
      .on(t.memberId, t.claimId, t.purpose)
      .where(sql`withdrawn_on is null and replaced_by is null`),
  ],
);
