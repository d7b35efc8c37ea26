import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { EventPayload } from "../../src/platform/trail/outbox.js";
import { ASSURANCES, ROLES } from "../../src/platform/viewer.js";
import { id, instant, writtenIn } from "../columns.js";
import { AUDIT_OUTCOMES } from "../states.js";

/** First outcome of a keyed request, written in the transaction that made it. Scoped to the caller; holds ids, no personal data. */
export const idempotency = pgTable(
  "idempotency",
  {
    principal: text().notNull(),
    operation: text().notNull(),
    key: uuid().notNull(),
    fingerprint: text().notNull(),
    outcome: jsonb(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`clock_now()`),
    expiresAt: instant("expires_at").notNull(),
    writtenIn: writtenIn(),
  },
  (t) => [primaryKey({ columns: [t.principal, t.operation, t.key] }), index("idempotency_by_expiry").on(t.expiresAt)],
);

/** Effects written with the change and sent after it, each once. */
export const outbox = pgTable(
  "outbox",
  {
    seq: bigserial({ mode: "bigint" }).primaryKey(),
    id: uuid().notNull().unique("outbox_id_is_unique"),
    topic: text().notNull(),
    aggregateId: uuid("aggregate_id").notNull(),
    payload: jsonb().$type<EventPayload>().notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`now()`),
    /** Of the request that did it. */
    traceId: text("trace_id").default(sql`nullif(current_setting('app.trace_id', true), '')`),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant("next_attempt_at")
      .notNull()
      .default(sql`now()`),
    deliveredAt: instant("delivered_at"),
    deadAt: instant("dead_at"),
    lastError: text("last_error"),
    writtenIn: writtenIn(),
  },
  (t) => [
    index("outbox_waiting")
      .on(t.nextAttemptAt)
      .where(sql`delivered_at is null and dead_at is null`),
    // events of one thing are sent in the order in which they happened
    index("outbox_waiting_by_aggregate")
      .on(t.aggregateId, t.seq)
      .where(sql`delivered_at is null and dead_at is null`),
  ],
);

/** Who saw or did what about whom, for what purpose. Append only; sealed into a hash chain by a job. */
export const auditEvent = pgTable(
  "audit_event",
  {
    seq: bigserial({ mode: "bigint" }).primaryKey(),
    id: uuid().notNull(),
    at: instant("at")
      .notNull()
      .default(sql`clock_moment()`),
    actor: text().notNull(),
    actorRole: text("actor_role", { enum: ROLES }).notNull(),
    organisation: text(),
    assurance: text({ enum: ASSURANCES }).notNull(),
    memberId: uuid("member_id"),
    purpose: text().notNull(),
    operation: text().notNull(),
    object: text(),
    objectId: uuid("object_id"),
    fields: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    outcome: text({ enum: AUDIT_OUTCOMES }).notNull(),
    rule: text(),
    traceId: text("trace_id").notNull(),
    writtenIn: writtenIn(),
  },
  (t) => [index("audit_event_by_member").on(t.memberId, t.at)],
);

/** One link of the audit chain: the hash over a run of rows and the link before it. */
export const auditSeal = pgTable("audit_seal", {
  throughSeq: bigint("through_seq", { mode: "bigint" }).primaryKey(),
  rowCount: integer("row_count").notNull(),
  previousHash: text("previous_hash").notNull(),
  hash: text().notNull(),
  sealedAt: instant("sealed_at")
    .notNull()
    .default(sql`clock_now()`),
  /** When its rows were removed because their time was over; the link stays, so the chain holds. */
  purgedAt: instant("purged_at"),
});

/** What the job runner did last, per job. */
export const jobRun = pgTable("job_run", {
  id: id(),
  job: text().notNull(),
  startedAt: instant("started_at")
    .notNull()
    .default(sql`now()`),
  /** When whoever has the turn said last that it still works. */
  beatAt: instant("beat_at")
    .notNull()
    .default(sql`now()`),
  finishedAt: instant("finished_at"),
  /** Whose turn it is: made anew by each who takes it. */
  turn: uuid(),
  result: jsonb().$type<Readonly<Record<string, number>>>(),
});

/** Facts about this installation: seed version, size of the network, settings in force. */
export const installation = pgTable("installation", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  setAt: instant("set_at")
    .notNull()
    .default(sql`clock_now()`),
});
