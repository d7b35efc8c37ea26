import { SERVICES } from "../../src/rules/codes.js";
import { RATE_CHANNELS, RATE_STATES, SESSIONS } from "../states.js";
import { boolean, check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { day, id, instant, ore } from "../columns.js";
import { clinic, provider } from "./clinic.js";
import { service } from "./reference.js";

/**
 * What insurer and clinic agreed per treatment. Approved periods never overlap (exclusion constraint) and a used rate is
 * never edited (trigger); whoever proposes does not approve.
 */
export const agreedRate = pgTable(
  "agreed_rate",
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
    session: text({ enum: SESSIONS }).notNull(),
    /** 'ANY', or a channel the rate is meant for. */
    channel: text({ enum: RATE_CHANNELS }).notNull().default("ANY"),
    amountMinor: ore("amount_minor").notNull(),
    validFrom: day("valid_from").notNull(),
    validUntil: day("valid_until"),
    /** Agreed for days that had passed: what was quoted on them is paid, and finance corrects the difference. */
    retroactive: boolean().notNull().default(false),
    state: text({ enum: RATE_STATES }).notNull().default("PROPOSED"),
    proposedBy: text("proposed_by").notNull(),
    proposedAt: instant("proposed_at")
      .notNull()
      .default(sql`clock_now()`),
    approvedBy: text("approved_by"),
    approvedAt: instant("approved_at"),
    usedAt: instant("used_at"),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("rate_amount_is_positive", sql`${t.amountMinor} > 0`),
    check("rate_session_is_known", sql`${t.session} in ('FIRST','FOLLOW_UP')`),
    check("rate_state_is_known", sql`${t.state} in ('PROPOSED','APPROVED','REJECTED')`),
    check("rate_has_four_eyes", sql`${t.approvedBy} is null or ${t.approvedBy} <> ${t.proposedBy}`),
    check("rate_validity_is_a_period", sql`${t.validUntil} is null or ${t.validUntil} > ${t.validFrom}`),
    index("rate_by_clinic").on(t.clinicId, t.serviceCode, t.session, t.validFrom),
  ],
);

/**
 * Up to what amount a treatment is covered from a day on, where it is another than the conditions print: a row of the caps by the rule
 * it rests on (rules/data/caps.ts). A row is never edited; the latest that has begun applies.
 */
export const priceCap = pgTable(
  "price_cap",
  {
    id: id(),
    rule: text().notNull(),
    amountMinor: ore("amount_minor").notNull(),
    validFrom: day("valid_from").notNull(),
    source: text().notNull(),
    proposedBy: text("proposed_by").notNull(),
    approvedBy: text("approved_by").notNull(),
    recordedAt: instant("recorded_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [
    check("price_cap_is_positive", sql`${t.amountMinor} > 0`),
    check("price_cap_has_four_eyes", sql`${t.approvedBy} <> ${t.proposedBy}`),
    unique("price_cap_of_a_rule_begins_once").on(t.rule, t.validFrom),
  ],
);
