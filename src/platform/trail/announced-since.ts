/** What the outbox announced, read again: for gateways whose connection was away. */
import type { Database } from "../postgres/database.js";
import type { EventsSince } from "./event-bus.js";
import { statement } from "../postgres/statement.js";
import { transaction } from "../postgres/transaction.js";
import { WORKER } from "../viewer.js";

/** More than this nobody catches up one by one. */
const MOST = 5_000;

const SINCE = statement(
  "outbox-since",
  `select id, topic, aggregate_id as "aggregateId", payload from outbox
   where delivered_at >= $1 order by seq limit $2`,
);

export const announcedSince =
  (database: Database): EventsSince =>
  async (instant) => {
    const events = await transaction(database, WORKER, (tx) => tx.query(SINCE.with(instant, MOST + 1)), {
      readOnly: true,
    });
    return events.length > MOST ? null : events;
  };
