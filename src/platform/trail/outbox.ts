/** Effects for others, written with the change and sent after it. Payloads carry ids: readers fetch what they may see. */
import type { NewRow } from "../../../schema/columns-of.js";
import { newId } from "../random.js";

/** Ids and codes by name, of what an event is about. */
export type EventPayload = Readonly<Record<string, string | readonly string[] | null>>;

export function outboxRow(topic: string, aggregateId: string, payload: EventPayload): NewRow<"outbox"> {
  return { id: newId(), topic, aggregate_id: aggregateId, payload };
}
