/**
 * The feed of events. The relay writes it inside the transaction that marks the outbox, and there is one relay at a time: positions
 * become visible in their order, so whoever has read up to one has missed nothing before it (docs/decisions/0090-events.md).
 */
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import { transaction, type Tx } from "../../platform/postgres/transaction.js";
import type { Database } from "../../platform/postgres/database.js";
import type { Deliver } from "../../platform/trail/relay-outbox.js";
import { RETENTION } from "../../platform/viewer.js";
import { EVENT_TYPES } from "./types/index.js";

const TOPICS: ReadonlySet<string> = new Set(EVENT_TYPES.map(({ topic }) => topic));
const FOR_CLINICS = EVENT_TYPES.filter(({ forClinic }) => forClinic).map(({ topic }) => topic);

/** The outbox is on the machine's clock, what people read on the product's. */
const PUBLISH = statement(
  "publish-events",
  `insert into event (id, topic, subject_id, payload, at, trace_id, provider_id)
   select o.id, o.topic, o.aggregate_id, o.payload, o.created_at + (clock_now() - now()), o.trace_id,
     case when o.topic = any ($2) then (o.payload ->> 'providerId')::uuid end
   from outbox o where o.seq = any ($1) order by o.seq`,
);

/** What has no type here is not told: the relay puts it off, and then aside with an alert. */
class NoEventType extends Error {
  override readonly name = "NoEventType";
}

export const publishEvents: Deliver = async (events, tx) => {
  if (!events.every(({ topic }) => TOPICS.has(topic))) throw new NoEventType("a topic that is no type of event");
  await tx.query(
    PUBLISH.with(
      events.map(({ seq }) => seq),
      FOR_CLINICS,
    ),
  );
};

const COLUMNS = "e.position, e.id, e.topic, e.subject_id, e.payload, e.at, e.published_at, e.trace_id";
const HORIZON = statement("event-horizon", "select coalesce(max(position), 0) as position, clock_now() as now from event");
const HORIZON_OF = statement(
  "event-horizon-of-provider",
  "select coalesce(max(position), 0) as position, clock_now() as now from event where provider_id = $1",
);
const AFTER = statement(
  "events-after",
  `select ${COLUMNS} from event e
   where e.position > $1 and e.position <= $2 and ($3::text[] is null or e.topic = any ($3))
   order by e.position limit $4`,
);
const AFTER_OF = statement(
  "events-of-provider-after",
  `select ${COLUMNS} from event e
   where e.provider_id = $5 and e.position > $1 and e.position <= $2 and ($3::text[] is null or e.topic = any ($3))
   order by e.position limit $4`,
);

export type EventRow = RowOf<"events-after">;
export type EventPage = { readonly rows: readonly EventRow[]; readonly horizon: bigint; readonly now: Date };

export type EventsAsked = {
  readonly after: bigint;
  readonly topics: readonly string[] | null;
  /** Rows to read at most. */
  readonly most: number;
  /** A clinic's company; null reads what row security lets through. */
  readonly providerId: string | null;
};

/** `horizon` is asked for first: the rows are all there is up to it. */
export async function eventsAfter(tx: Tx, { after, topics, most, providerId }: EventsAsked): Promise<EventPage> {
  const [last] = await tx.query(providerId === null ? HORIZON.with() : HORIZON_OF.with(providerId));
  const horizon = last?.position ?? 0n;
  const now = last?.now ?? new Date(0);
  if (horizon <= after || most === 0) return { rows: [], horizon: after, now };
  const rows = await tx.query(
    providerId === null ? AFTER.with(after, horizon, topics, most) : AFTER_OF.with(after, horizon, topics, most, providerId),
  );
  return { rows, horizon, now };
}

const SWEEP = statement("sweep-events", "delete from event where published_at < clock_now() - interval '31 days' returning position");

/** A day longer than a cursor is good for. */
export async function sweepEvents(database: Database): Promise<number> {
  return transaction(database, RETENTION, async (tx) => (await tx.query(SWEEP.with())).length);
}
