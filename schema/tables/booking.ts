import { CHANNELS, COVERS, MODES, SERVICES } from "../../src/rules/codes.js";
import { BOOKING_STATES, STANDINGS, USAGE_STATES } from "../states.js";
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { day, id, instant, ore } from "../columns.js";
import { claim } from "./claim.js";
import { clinic, practitioner, provider } from "./clinic.js";
import { member } from "./member.js";
import { slot } from "./slot.js";

/** Whole øre, with the rules' reasons. */
export type FrozenPrice = {
  readonly grossMinor: number;
  readonly publicPaysMinor: number;
  readonly insurerPaysMinor: number;
  readonly memberPaysMinor: number;
  readonly danmarkToInsurerMinor?: number;
  readonly reasons: readonly string[];
};

export const booking = pgTable(
  "booking",
  {
    id: id(),
    reference: text().notNull().unique("booking_reference_is_unique"),
    slotId: uuid("slot_id")
      .notNull()
      .references(() => slot.id),
    /** Unit of the slot, 1 to capacity; a second safety beside slot.booked. */
    seat: integer().notNull(),
    clinicId: uuid("clinic_id")
      .notNull()
      .references(() => clinic.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => provider.id),
    practitionerId: uuid("practitioner_id")
      .notNull()
      .references(() => practitioner.id),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claim.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
    serviceCode: text("service_code", { enum: SERVICES }).notNull(),
    under: text({ enum: COVERS }).notNull(),
    sessionNumber: integer("session_number").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** Danish calendar day of the treatment: the year a limit is charged to (BOK-YEAR-BY-TREATMENT). */
    treatedOn: day("treated_on").notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    state: text({ enum: BOOKING_STATES }).notNull().default("CONFIRMED"),
    /** How the first appointment stands against the promise: ON_TARGET, WITHIN_LIMIT, TOO_LATE; null where none runs. */
    standing: text({ enum: STANDINGS }),
    latestOn: day("latest_on"),
    /** The price as quoted and frozen: rate version, shares, caps, reasons. */
    quote: jsonb().$type<FrozenPrice>().notNull(),
    rateId: uuid("rate_id").notNull(),
    insurerPaysMinor: ore("insurer_pays_minor").notNull(),
    memberPaysMinor: ore("member_pays_minor").notNull(),
    freeCancellationUntil: instant("free_cancellation_until").notNull(),
    decisionId: uuid("decision_id").notNull(),
    /** When the clinic spoke with the member by telephone, as it said: a promise of contact is met by it (GUA-CRISIS-3H). */
    contactedAt: instant("contacted_at"),
    actor: text().notNull(),
    actorRole: text("actor_role").notNull(),
    /** Member on whose behalf a member of the health team acted; null when the member acted. */
    onBehalfOf: uuid("on_behalf_of"),
    overrideReason: text("override_reason"),
    chosenBecause: text("chosen_because")
      .array()
      .notNull()
      .default(sql`'{}'`),
    movedTo: uuid("moved_to"),
    bookedAt: instant("booked_at")
      .notNull()
      .default(sql`clock_now()`),
    endedAt: instant("ended_at"),
    endReason: text("end_reason"),
    confirmedByMember: boolean("confirmed_by_member"),
    version: integer().notNull().default(1),
  },
  (t) => [
    check(
      "booking_state_is_known",
      sql`${t.state} in ('CONFIRMED','ATTENDED','NO_SHOW','CANCELLED_IN_TIME','CANCELLED_LATE','CANCELLED_BY_PROVIDER','MOVED')`,
    ),
    check("booking_seat_is_positive", sql`${t.seat} >= 1`),
    uniqueIndex("booking_seat_is_taken_once")
      .on(t.slotId, t.seat)
      .where(sql`state in ('CONFIRMED','ATTENDED','NO_SHOW')`),
    uniqueIndex("booking_is_one_live_per_claim_and_start")
      .on(t.claimId, t.startsAt)
      .where(sql`state = 'CONFIRMED'`),
    index("booking_by_member").on(t.memberId, t.startsAt),
    index("booking_by_claim").on(t.claimId),
    index("booking_by_provider").on(t.providerId, t.startsAt),
    index("booking_by_what_it_was_moved_to")
      .on(t.movedTo)
      .where(sql`moved_to is not null`),
    index("booking_by_clinic").on(t.clinicId, t.startsAt),
  ],
);

/** The ledger of treatments: one row per treatment that counts or is reserved against limits and portions (BOK-COUNT). */
export const treatmentUsage = pgTable(
  "treatment_usage",
  {
    id: id(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
    policyId: uuid("policy_id").notNull(),
    claimId: uuid("claim_id").notNull(),
    /** The booking that reserved it; null for a treatment of own choice. */
    bookingId: uuid("booking_id").unique("usage_is_one_per_booking"),
    serviceCode: text("service_code", { enum: SERVICES }).notNull(),
    under: text({ enum: COVERS }).notNull(),
    mode: text({ enum: MODES }).notNull(),
    year: integer().notNull(),
    treatedOn: day("treated_on").notNull(),
    state: text({ enum: USAGE_STATES }).notNull(),
  },
  (t) => [
    check("usage_state_is_known", sql`${t.state} in ('RESERVED','COUNTED','RELEASED')`),
    index("usage_by_member")
      .on(t.memberId, t.serviceCode)
      .where(sql`state <> 'RELEASED'`),
    index("usage_by_claim").on(t.claimId),
  ],
);

/** Programmes a member has used, completed or discontinued (GLA:D regions, anxiety programmes, ...). */
export const programmeUsage = pgTable(
  "programme_usage",
  {
    id: id(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => member.id),
    claimId: uuid("claim_id").notNull(),
    serviceCode: text("service_code", { enum: SERVICES }).notNull(),
    subject: text(),
    recordedAt: instant("recorded_at")
      .notNull()
      .default(sql`clock_now()`),
  },
  (t) => [uniqueIndex("programme_is_one_per_claim").on(t.claimId, t.serviceCode), index("programme_by_member").on(t.memberId)],
);
