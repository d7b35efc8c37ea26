import { bigserial, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { EventPayload } from "../../src/platform/trail/outbox.js";
import { instant } from "../columns.js";

/**
 * What happened, in the order in which it is told. Rows come from the outbox through one relay at a time, so a position that can be
 * seen is never followed by a lower one. Ids and codes only; kept 31 days.
 */
export const event = pgTable(
  "event",
  {
    position: bigserial({ mode: "bigint" }).primaryKey(),
    id: uuid().notNull().unique("event_is_told_once"),
    /** As the types in src/features/events/types name it. */
    topic: text().notNull(),
    subjectId: uuid("subject_id").notNull(),
    payload: jsonb().$type<EventPayload>().notNull(),
    /** When it happened. */
    at: instant("at").notNull(),
    publishedAt: instant("published_at")
      .notNull()
      .default(sql`clock_now()`),
    /** Of the request that did it. */
    traceId: text("trace_id"),
    /** The company that is told, of a type for clinics. The insurer's system is told everything. */
    providerId: uuid("provider_id"),
  },
  (t) => [index("event_by_provider").on(t.providerId, t.position), index("event_by_time").on(t.publishedAt)],
);
