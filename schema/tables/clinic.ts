import { PROVIDER_KIND_CODES } from "../../src/features/network/kinds/index.js";
import { ACCOUNT_CHANGE_WORDS, ACCOUNT_REFUSAL_WORDS } from "../../src/features/settlement/accounts/account-words.js";
import { valuesOf } from "../../src/kernel/worded.js";
import { CHANNELS, SERVICES } from "../../src/rules/codes.js";
import { bigint, boolean, check, doublePrecision, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { day, id, instant, planePoint } from "../columns.js";
import { postalCode, service } from "./reference.js";

/** The contract party: one company (CVR) with one or more clinics. It is the tenant. */
export const provider = pgTable(
  "provider",
  {
    id: id(),
    legalName: text("legal_name").notNull(),
    cvr: text().notNull().unique("provider_cvr_is_unique"),
    kind: text({ enum: PROVIDER_KIND_CODES }).notNull(),
    /** Bookable while the agreement is in force (PRV-NETWORK-DEF). */
    agreementFrom: day("agreement_from").notNull(),
    agreementUntil: day("agreement_until"),
    /** Has a provider number with the region (PRV-YDERNUMMER): decides the public share of a price. */
    hasPublicAgreement: boolean("has_public_agreement").notNull().default(false),
    authorised: boolean().notNull().default(true),
    /** The company's own, as it stands on its invoices; null: that of its first clinic. */
    address: text(),
  },
  (t) => [check("provider_agreement_is_a_period", sql`${t.agreementUntil} is null or ${t.agreementUntil} > ${t.agreementFrom}`)],
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
    phone: text(),
    email: text(),
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
  (t) => [index("clinic_by_provider").on(t.providerId), index("clinic_by_region").on(t.regionCode)],
);

export const practitioner = pgTable("practitioner", {
  id: id(),
  givenNames: text("given_names").notNull(),
  familyName: text("family_name").notNull(),
  gender: text().notNull(),
  authorisationId: text("authorisation_id").notNull(),
  profession: text().notNull(),
  languages: text()
    .array()
    .notNull()
    .default(sql`'{da}'`),
  treatsChildren: boolean("treats_children").notNull().default(true),
});

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
  (t) => [index("clinic_service_of_clinic").on(t.clinicId, t.serviceCode)],
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
    /** The agreement as instants: midnight in Denmark, infinity while open. */
    agreedFrom: instant("agreed_from").notNull(),
    agreedUntil: instant("agreed_until").notNull(),
    hasPublicAgreement: boolean("has_public_agreement").notNull(),
    /** The Clinic of the API, as JSON. */
    card: text().notNull(),
    /** Approved rates not yet over, as JSON rows of id, amount, channel, first day, first day after. */
    firstRates: text("first_rates").notNull(),
    followUpRates: text("follow_up_rates").notNull(),
    /** Hash of what a page shows of this row; a gateway that knows it need not be sent the rest again. */
    mark: bigint({ mode: "bigint" })
      .notNull()
      .generatedAlwaysAs(
        sql`hashtextextended(clinic_id::text || service_bit::text || has_public_agreement::text || card || first_rates || follow_up_rates, 0)`,
      ),
  },
  (t) => [index("listing_by_clinic").on(t.clinicId)],
);
