import { SESSIONS } from "../states.js";
import { check, doublePrecision, index, integer, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { SERVICES } from "../../src/rules/codes.js";
import { day, id, isOneOf, ore } from "../columns.js";

/** Danish postal codes with the middle of their built-up area (GeoNames, CC BY 4.0). */
export const postalCode = pgTable("postal_code", {
  postnr: text().primaryKey(),
  town: text().notNull(),
  kind: text().notNull(),
  kommuneCode: text("kommune_code"),
  kommuneName: text("kommune_name"),
  regionCode: text("region_code"),
  regionName: text("region_name"),
  lat: doublePrecision(),
  lon: doublePrecision(),
});

/** Bookable services: the service column of the rules' matrix, with what search needs. */
export const service = pgTable(
  "service",
  {
    code: text({ enum: SERVICES }).primaryKey(),
    /** Position in a slot's service mask, 0 to 62; never reused. */
    bit: smallint().notNull().unique("service_bit_is_unique"),
    nameEn: text("name_en").notNull(),
    nameDa: text("name_da").notNull(),
    /** How far a member is expected to travel before the search widens, in kilometres. */
    radiusKm: integer("radius_km").notNull(),
    firstMinutes: integer("first_minutes").notNull(),
    followUpMinutes: integer("follow_up_minutes").notNull(),
  },
  (t) => [check("service_is_known_to_the_rules", isOneOf(t.code, SERVICES))],
);

/** Public tariffs, effective-dated; illustrative figures, see seeds/data. */
export const publicTariff = pgTable(
  "public_tariff",
  {
    id: id(),
    serviceCode: text("service_code", { enum: SERVICES })
      .notNull()
      .references(() => service.code),
    session: text({ enum: SESSIONS }).notNull(),
    fullFeeMinor: ore("full_fee_minor").notNull(),
    publicShareMinor: ore("public_share_minor").notNull(),
    patientShareMinor: ore("patient_share_minor").notNull(),
    validFrom: day("valid_from").notNull(),
    /** First day it no longer applies; null while open. */
    validUntil: day("valid_until"),
    evidence: text().notNull(),
  },
  (t) => [
    check("tariff_session_is_known", sql`${t.session} in ('FIRST','FOLLOW_UP')`),
    index("public_tariff_by_service").on(t.serviceCode, t.session, t.validFrom),
  ],
);
