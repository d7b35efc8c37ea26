import { bigint, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { bytes, id, instant, isOneOf } from "../columns.js";
import { DELIVERY_STATES, WEBHOOK_STATES } from "../states.js";
import { provider } from "./clinic.js";

/** An address outside that is told what happens. */
export const webhookEndpoint = pgTable(
  "webhook_endpoint",
  {
    id: id(),
    /** The company whose it is; null for the insurer's own systems, which two persons register. */
    providerId: uuid("provider_id").references(() => provider.id),
    /** The address, sealed: it may hold a secret. */
    url: bytes("url").notNull(),
    /** The part of it that is none. */
    host: text().notNull(),
    topics: text().array().notNull(),
    /** Signs, sealed; and the one before, which signs beside it until it ends. */
    secret: bytes("secret").notNull(),
    formerSecret: bytes("former_secret"),
    formerUntil: instant("former_until"),
    state: text({ enum: WEBHOOK_STATES }).notNull(),
    /** Why it was disabled; a code. */
    reason: text(),
    registeredBy: text("registered_by").notNull(),
    registeredAt: instant("registered_at")
      .notNull()
      .default(sql`clock_now()`),
    approvedBy: text("approved_by"),
    approvedAt: instant("approved_at"),
    /** Position in the feed up to which its deliveries are queued. */
    position: bigint({ mode: "bigint" }).notNull(),
    /** Tries that failed since one went well, and since when. */
    failures: integer().notNull().default(0),
    failingSince: instant("failing_since"),
  },
  (t) => [
    index("webhook_endpoint_by_provider").on(t.providerId),
    check("webhook_state_is_known", isOneOf(t.state, WEBHOOK_STATES)),
    check("webhook_takes_two_persons", sql`${t.approvedBy} is null or ${t.approvedBy} <> ${t.registeredBy}`),
    check("webhook_of_the_insurer_is_approved", sql`${t.state} <> 'ACTIVE' or ${t.providerId} is not null or ${t.approvedBy} is not null`),
    check("webhook_has_topics", sql`cardinality(${t.topics}) > 0`),
  ],
);

/** One event for one endpoint: the queue and its log in one. */
export const webhookDelivery = pgTable(
  "webhook_delivery",
  {
    id: id(),
    endpointId: uuid("endpoint_id")
      .notNull()
      .references(() => webhookEndpoint.id),
    providerId: uuid("provider_id"),
    position: bigint({ mode: "bigint" }).notNull(),
    eventId: uuid("event_id").notNull(),
    topic: text().notNull(),
    subjectId: uuid("subject_id").notNull(),
    state: text({ enum: DELIVERY_STATES }).notNull().default("WAITING"),
    attempts: integer().notNull().default(0),
    nextAt: instant("next_at")
      .notNull()
      .default(sql`now()`),
    /** Whoever sends it has it until then; one who dies with it leaves it to the next. */
    leasedUntil: instant("leased_until"),
    /** Status of the last answer, or code of why there was none. */
    lastStatus: integer("last_status"),
    lastFault: text("last_fault"),
    queuedAt: instant("queued_at")
      .notNull()
      .default(sql`clock_now()`),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("webhook_delivery_is_one_per_event").on(t.endpointId, t.position),
    index("webhook_delivery_waiting")
      .on(t.endpointId, t.position)
      .where(sql`state = 'WAITING'`),
    index("webhook_delivery_waiting_by_subject")
      .on(t.endpointId, t.subjectId, t.position)
      .where(sql`state = 'WAITING'`),
    index("webhook_delivery_by_time").on(t.queuedAt),
    check("webhook_delivery_state_is_known", isOneOf(t.state, DELIVERY_STATES)),
  ],
);
