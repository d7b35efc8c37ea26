import { PROVIDER_KIND_CODES } from "../../src/features/network/kinds/index.js";
import { ACCOUNT_CHANGE_WORDS, ACCOUNT_REFUSAL_WORDS } from "../../src/features/settlement/accounts/account-words.js";
import { valuesOf } from "../../src/kernel/worded.js";
import { ACCESSIBILITY_CODES, PLACE_PRECISIONS } from "../states.js";
import { CHANNELS, SERVICES } from "../../src/rules/codes.js";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { dayPeriods, id, instant, instantPeriods, isOneOf, planePoint } from "../columns.js";
import { postalCode, service } from "./reference.js";

const noDays = sql`'{}'::datemultirange`;

/** The contract party: one company (CVR) with one or more clinics. It is the tenant. */
export const provider = pgTable(
  "provider",
  {
    id: id(),
    /** Its key in the register it came from; null for one that was entered by hand. */
    externalId: text("external_id").unique("provider_external_id_is_unique"),
    legalName: text("legal_name").notNull(),
    cvr: text().notNull().unique("provider_cvr_is_unique"),
    kind: text({ enum: PROVIDER_KIND_CODES }).notNull(),
    /** Days on which an agreement is in force and not suspended (PRV-NETWORK-DEF); follows its credentials. */
    agreed: dayPeriods("agreed").notNull().default(noDays),
    /** Days with a provider number of the region (PRV-YDERNUMMER): decides the public share of a price. Follows its credentials. */
    publiclyAgreed: dayPeriods("publicly_agreed").notNull().default(noDays),
    /** The company that took over its clinics. */
    successorId: uuid("successor_id").references((): AnyPgColumn => provider.id),
    version: integer().notNull().default(1),
    /** The company's own, as it stands on its invoices; null: that of its first clinic. */
    address: text(),
  },
  (t) => [check("provider_does_not_succeed_itself", sql`${t.successorId} <> ${t.id}`)],
);

/** Where a provider is paid. Kept apart from the directory, because only the provider and finance may see it. */
export const providerAccount = pgTable("provider_account", {
  providerId: uuid("provider_id")
    .primaryKey()
    .references(() => provider.id),
  registrationNumber: text("registration_number").notNull(),
  accountNumber: text("account_number").notNull(),
  /** As the provider gave it; never computed from the two parts, a bank may use another registration number in it. */
  iban: text(),
  changedAt: instant("changed_at")
    .notNull()
    .default(sql`clock_now()`),
  /** The bank sent a payment back because of this account: nothing is paid to it until another takes its place. */
  blockedAt: instant("blocked_at"),
  /** The bank's reason code, e.g. AC01. */
  blockedReason: text("blocked_reason"),
});

/** A stated account on its way to be the one that is paid to: confirmed by a second person, after a time of waiting. The history. */
export const accountChange = pgTable(
  "account_change",
  {
    id: id(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    registrationNumber: text("registration_number").notNull(),
    accountNumber: text("account_number").notNull(),
    iban: text(),
    state: text({ enum: valuesOf(ACCOUNT_CHANGE_WORDS) })
      .notNull()
      .default("STATED"),
    statedBy: text("stated_by").notNull(),
    statedAt: instant("stated_at")
      .notNull()
      .default(sql`clock_now()`),
    /** End of the time of waiting: it is paid to from here on, if somebody has confirmed it. */
    appliesAt: instant("applies_at").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    /** Number that was called back, one that was on file before the change; null where the network manager confirmed. */
    calledNumber: text("called_number"),
    /** Why it was refused. */
    reason: text({ enum: valuesOf(ACCOUNT_REFUSAL_WORDS) }),
    inForceAt: instant("in_force_at"),
  },
  (t) => [
    check("account_change_state_is_known", sql`${t.state} in ('STATED','CONFIRMED','IN_FORCE','REFUSED','REPLACED')`),
    check("account_change_has_four_eyes", sql`${t.state} not in ('CONFIRMED','IN_FORCE') or ${t.decidedBy} <> ${t.statedBy}`),
    check("account_change_is_decided_by_somebody", sql`${t.state} in ('STATED','REPLACED') or ${t.decidedBy} is not null`),
    check("account_change_waits", sql`${t.inForceAt} is null or ${t.inForceAt} >= ${t.appliesAt}`),
    uniqueIndex("account_change_is_one_at_a_time")
      .on(t.providerId)
      .where(sql`state in ('STATED','CONFIRMED')`),
    index("account_change_by_provider").on(t.providerId, t.statedAt),
  ],
);

export const clinic = pgTable(
  "clinic",
  {
    id: id(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    /** Its key in the register it came from; null for one that was entered by hand. */
    externalId: text("external_id").unique("clinic_external_id_is_unique"),
    name: text().notNull(),
    pNumber: text("p_number").notNull().unique("clinic_p_number_is_unique"),
    sorId: text("sor_id"),
    gln: text(),
    address: text().notNull(),
    postnr: text()
      .notNull()
      .references(() => postalCode.postnr),
    town: text().notNull(),
    kommuneCode: text("kommune_code"),
    regionCode: text("region_code"),
    lat: doublePrecision().notNull(),
    lon: doublePrecision().notNull(),
    pos: planePoint("pos").notNull(),
    /** How exactly `lat` and `lon` are known. */
    placePrecision: text("place_precision", { enum: PLACE_PRECISIONS }).notNull().default("POSTAL_CODE"),
    phone: text(),
    email: text(),
    /** Where its online treatments take place, https; a practitioner may have an own one. */
    videoUrl: text("video_url"),
    /** How to get in: the entrance, the floor, the bell. */
    wayIn: text("way_in"),
    accessibility: text({ enum: ACCESSIBILITY_CODES })
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Days on which it is suspended or has ended, whatever its company agreed; follows its credentials. */
    suspended: dayPeriods("suspended").notNull().default(noDays),
    languages: text()
      .array()
      .notNull()
      .default(sql`'{da}'`),
    treatsChildren: boolean("treats_children").notNull().default(true),
    /** Hours before the start until which a cancellation is free (ABS-LATE-CANCEL); null means the product's setting. */
    cancellationHours: integer("cancellation_hours"),
    /** The clinic accepts overlapping slots of one practitioner, e.g. supervised rooms. */
    allowsOverlap: boolean("allows_overlap").notNull().default(false),
    practiceSystem: text("practice_system"),
    closesOnBankDays: boolean("closes_on_bank_days").notNull().default(false),
    /** Last time any source of its availability was read. */
    lastSyncedAt: instant("last_synced_at"),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("clinic_place_precision_is_known", isOneOf(t.placePrecision, PLACE_PRECISIONS)),
    index("clinic_by_provider").on(t.providerId),
    index("clinic_by_region").on(t.regionCode),
  ],
);

export const practitioner = pgTable(
  "practitioner",
  {
    id: id(),
    /** Their key in the register they came from; null for one that was entered by hand. */
    externalId: text("external_id").unique("practitioner_external_id_is_unique"),
    givenNames: text("given_names").notNull(),
    familyName: text("family_name").notNull(),
    gender: text().notNull(),
    authorisationId: text("authorisation_id").notNull().unique("practitioner_authorisation_is_unique"),
    profession: text().notNull(),
    languages: text()
      .array()
      .notNull()
      .default(sql`'{da}'`),
    treatsChildren: boolean("treats_children").notNull().default(true),
    /** Where their online treatments take place, https; the clinic's where there is none. */
    videoUrl: text("video_url"),
    /** Days with an authorisation by the health authority (PRV-AUTHORISED); follows their credentials. */
    authorised: dayPeriods("authorised").notNull().default(noDays),
    /** Days with a RAB approval (PRV-A-QUALIFICATION); follows their credentials. */
    rabApproved: dayPeriods("rab_approved").notNull().default(noDays),
    /** Days on which they are suspended or have left the network; follows their credentials. */
    suspended: dayPeriods("suspended").notNull().default(noDays),
    /** The record that is kept, where this one turned out to be of the same person: everything of it went there. */
    mergedInto: uuid("merged_into").references((): AnyPgColumn => practitioner.id),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("practitioner_is_not_merged_into_itself", sql`${t.mergedInto} <> ${t.id}`),
    index("practitioner_merged")
      .on(t.mergedInto)
      .where(sql`merged_into is not null`),
  ],
);

/** Who works where; one practitioner may work at several clinics. */
export const practitionerClinic = pgTable(
  "practitioner_clinic",
  {
    practitionerId: uuid("practitioner_id")
      .notNull()
      .references(() => practitioner.id),
    clinicId: uuid("clinic_id")
      .notNull()
      .references(() => clinic.id),
  },
  (t) => [primaryKey({ columns: [t.practitionerId, t.clinicId] }), index("practitioner_clinic_by_clinic").on(t.clinicId)],
);

/** A clinic seen for one service: the row the nearby search walks, nearest first. */
export const clinicService = pgTable(
  "clinic_service",
  {
    id: id(),
    clinicId: uuid("clinic_id")
      .notNull()
      .references(() => clinic.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    serviceCode: text("service_code", { enum: SERVICES })
      .notNull()
      .references(() => service.code),
    serviceBit: integer("service_bit").notNull(),
    pos: planePoint("pos").notNull(),
    channels: text({ enum: CHANNELS }).array().notNull(),
    languages: text().array().notNull(),
    treatsChildren: boolean("treats_children").notNull(),
    active: boolean().notNull().default(true),
  },
  (t) => [unique("clinic_offers_a_service_once").on(t.clinicId, t.serviceCode)],
);

/**
 * The directory as the nearby search reads it: one ready row per clinic and active service, with the clinic's card and the
 * approved rates as text. Kept by triggers from the tables it repeats, in the transaction that changes them. Only the
 * search's own database role may read it, because rates are a secret between clinics.
 */
export const listing = pgTable(
  "listing",
  {
    /** The clinic_service's id. */
    id: id(),
    clinicId: uuid("clinic_id").notNull(),
    serviceBit: integer("service_bit").notNull(),
    pos: planePoint("pos").notNull(),
    channels: text({ enum: CHANNELS }).array().notNull(),
    languages: text().array().notNull(),
    treatsChildren: boolean("treats_children").notNull(),
    /** First and last instant of `agreed`, for the index of openings; both infinity where there is none. */
    agreedFrom: instant("agreed_from").notNull(),
    agreedUntil: instant("agreed_until").notNull(),
    /** When the clinic may be booked: agreements as instants, midnight in Denmark, without what is suspended. */
    agreed: instantPeriods("agreed").notNull(),
    /** Days with a provider number that are not over, as JSON rows of first day and first day after. */
    publiclyAgreed: text("publicly_agreed").notNull(),
    /** The Clinic of the API, as JSON. */
    card: text().notNull(),
    /** Approved rates not yet over, as JSON rows of id, amount, channel, first day, first day after. */
    firstRates: text("first_rates").notNull(),
    followUpRates: text("follow_up_rates").notNull(),
    /** Hash of what a page shows of this row; a gateway that knows it need not be sent the rest again. */
    mark: bigint({ mode: "bigint" })
      .notNull()
      .generatedAlwaysAs(
        sql`hashtextextended(clinic_id::text || service_bit::text || publicly_agreed || card || first_rates || follow_up_rates, 0)`,
      ),
  },
  (t) => [index("listing_by_clinic").on(t.clinicId)],
);
